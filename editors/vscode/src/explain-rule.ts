/** Opens the page of a rule: why it is there, examples, what it never flags, how to turn it off or down. */
import { commands, Uri, window, workspace } from 'vscode'
import { findingsOf, ruleOf } from './findings.ts'

/**
 * Explains the rule that speaks at the cursor; where several do, or none, the user chooses.
 * @param extension The extension's folder.
 */
export async function explainRule(extension: Uri): Promise<void> {
  const pages = Uri.joinPath(extension, 'server/rules')
  const all = (await workspace.fs.readDirectory(pages)).map(([name]) => name)
  const here = rulesAtCursor().filter((rule) => all.includes(rule))
  const rule =
    here.length === 1
      ? here[0]
      : await window.showQuickPick(here.length > 0 ? here : all, {
          placeHolder: here.length > 0 ? 'Which one?' : 'No finding at the cursor: which rule?',
        })
  if (rule !== undefined)
    await commands.executeCommand('markdown.showPreviewToSide', Uri.joinPath(pages, rule, 'rule.md'))
}

function rulesAtCursor(): readonly string[] {
  const editor = window.activeTextEditor
  if (!editor) return []
  const { document, selection } = editor
  return [
    ...new Set(
      findingsOf(document.uri)
        .filter(({ range }) => range.contains(selection.active))
        .map(ruleOf),
    ),
  ]
}
