/** The findings of a document, among all that VS Code has diagnosed. */
import { languages, type Diagnostic, type Uri } from 'vscode'

/** What Copydesk says of a document. */
export function findingsOf(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'copydesk')
}

/** The rule that a finding is of, or the code of what is none. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}
