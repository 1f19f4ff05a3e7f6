/** Makes the edits that need no second look, all at once. */
import { commands, Range, window, workspace, type CodeAction } from 'vscode'

const FIX_ALL = 'source.fixAll.copydesk'

/** Makes all safe edits in the draft in front. */
export async function makeSafeEdits(): Promise<void> {
  const document = window.activeTextEditor?.document
  if (!document) return
  const whole = document.validateRange(new Range(0, 0, document.lineCount, 0))
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    FIX_ALL,
  )
  const edit = actions.find(({ kind }) => kind?.value === FIX_ALL)?.edit
  if (edit) await workspace.applyEdit(edit)
  else void window.showInformationMessage('Copydesk: there is no edit here that needs no second look.')
}
