/** The verdict on the draft in front, in the status bar: how much must be fixed, how much is to be looked at. */
import {
  DiagnosticSeverity,
  languages,
  StatusBarAlignment,
  window,
  workspace,
  Disposable,
  type Diagnostic,
  type TextDocument,
  type Uri,
} from 'vscode'
import { findingsOf, ruleOf } from './findings.ts'

// Of these, most is copy. A settings file without findings isn't called clear.
const PROSE = new Set(['plaintext', 'markdown', 'mdx', 'html'])

/** An item that shows itself where there is a verdict. */
export class VerdictItem implements Disposable {
  readonly #item = window.createStatusBarItem('copydesk.verdict', StatusBarAlignment.Right, 100)
  readonly #checked = new Set<string>()
  readonly #listeners: Disposable

  constructor() {
    this.#item.name = 'Copydesk’s Verdict'
    this.#item.command = 'workbench.actions.view.problems'
    this.#listeners = Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.#show()),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = window.activeTextEditor?.document.uri.toString()
        if (uris.some((uri) => uri.toString() === shown)) this.#show()
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#checked.delete(uri.toString())),
    )
  }

  /** Hears that a document has been checked. */
  checked(uri: Uri): void {
    this.#checked.add(uri.toString())
    this.#show()
  }

  dispose(): void {
    this.#listeners.dispose()
    this.#item.dispose()
  }

  #show(): void {
    const document = window.activeTextEditor?.document
    const verdict = document && this.#verdictOn(document)
    if (!verdict) {
      this.#item.hide()
      return
    }
    this.#item.text = verdict.text
    this.#item.tooltip = verdict.tooltip
    this.#item.accessibilityInformation = { label: verdict.tooltip, role: 'button' }
    this.#item.show()
  }

  #verdictOn({ uri, languageId }: TextDocument): { readonly text: string; readonly tooltip: string } | undefined {
    const findings = findingsOf(uri)
    if (findings.some((finding) => ruleOf(finding) === 'not-checked')) {
      return {
        text: '$(warning) Copydesk: not checked',
        tooltip: 'Copydesk has not checked this draft; the problems say why.',
      }
    }
    const errors = count(findings, DiagnosticSeverity.Error)
    const warnings = count(findings, DiagnosticSeverity.Warning)
    const parts = [...(errors > 0 ? [`${errors} must-fix`] : []), ...(warnings > 0 ? [`${warnings} to look at`] : [])]
    if (parts.length > 0)
      return {
        text: `${errors > 0 ? '$(circle-slash)' : '$(eye)'} ${parts.join(', ')}`,
        tooltip: `Copydesk: ${parts.join(', ')} in this draft. Click for the list.`,
      }
    if (!this.#checked.has(uri.toString()) || !PROSE.has(languageId)) return undefined
    return { text: '$(check) Copydesk', tooltip: 'Copydesk has nothing to say of this text.' }
  }
}

function count(findings: readonly Diagnostic[], severity: DiagnosticSeverity): number {
  return findings.filter((finding) => finding.severity === severity).length
}
