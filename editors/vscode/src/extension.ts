/**
 * The extension: starts the language server that it carries, and gives its commands and its verdict a place in VS Code.
 */
import { commands, window, workspace, type ExtensionContext } from 'vscode'
import { explainRule } from './explain-rule.ts'
import { makeSafeEdits } from './safe-edits.ts'
import { Server } from './server.ts'
import { VerdictItem } from './verdict-item.ts'

let server: Server | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Copydesk', { log: true })
  const verdict = new VerdictItem()
  const running = (server = new Server(context.extensionPath, output, (uri) => verdict.checked(uri)))
  context.subscriptions.push(
    output,
    verdict,
    commands.registerCommand('copydesk.fixAll', makeSafeEdits),
    commands.registerCommand('copydesk.explainRule', () => explainRule(context.extensionUri)),
    commands.registerCommand('copydesk.restart', () => running.restart()),
    commands.registerCommand('copydesk.showOutput', () => output.show()),
    workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration('copydesk.server') ? running.restart() : undefined,
    ),
  )
  await running.start()
}

export async function deactivate(): Promise<void> {
  await server?.stop()
}
