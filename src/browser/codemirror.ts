/**
 * Copydesk in CodeMirror 6: findings are marked as one types, told where one points, and mended by a click or a key.
 */
import { linter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { ChangeSet, type ChangeDesc, type Extension, type Text } from '@codemirror/state'
import { keymap, ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view'
import { aFunction, refuseWrong, refuseWrongOptions, type Expectations } from '../options/expectations.ts'
import { aChecker, EDITOR_SETTINGS } from './browser-options.ts'
import type { BrowserChecker } from './checker-types.ts'
import {
  checkedField,
  followFirstSuggestion,
  followSuggestion,
  nextFinding,
  placeAll,
  previousFinding,
  setChecked,
  type PlacedFinding,
} from './codemirror-findings.ts'
import { messageBox } from './message-box.ts'
import type { BrowserOptions, BrowserReport } from './messages.ts'
import { suggestionLabel } from './suggestion-label.ts'

export {
  findingsIn,
  followFirstSuggestion,
  followSuggestion,
  nextFinding,
  previousFinding,
  showFinding,
  type PlacedFinding,
} from './codemirror-findings.ts'

/** What the extension may be told. */
export interface CopydeskSettings {
  /** What each check is told besides the text; asked before each. */
  readonly options?: (() => BrowserOptions) | undefined
  /** How long nobody must have typed before the text is checked, in milliseconds; left out, 300. */
  readonly delay?: number | undefined
  /** Told of each report that came in time to be shown. */
  readonly onReport?: ((report: BrowserReport, view: EditorView) => void) | undefined
  /** Told why a check failed: a setting that can’t be followed, or a worker that was lost. What is marked stays. */
  readonly onFailure?: ((error: Error, view: EditorView) => void) | undefined
  /** The address of a rule's page, for the link beside its findings; left out, there is none. */
  readonly pageOf?: ((rule: string) => string | undefined) | undefined
}

const USUAL_DELAY = 300

/**
 * The extension. It uses `@codemirror/lint`, whose panel and commands show the same findings; F8 and Shift-F8 walk
 * through them, and Ctrl-. (⌘.) follows the first suggestion of the one at the cursor.
 * @throws {TypeError} for a setting that is unknown or of the wrong kind.
 */
export function copydesk(checker: BrowserChecker, settings: CopydeskSettings = {}): Extension {
  refuseWrong('copydesk', 'checker', checker, aChecker)
  refuseWrongOptions('copydesk', settings, {
    ...EDITOR_SETTINGS,
    pageOf: aFunction,
  } satisfies Expectations<CopydeskSettings>)
  return [checkedField, typist.of({ checker, settings }), linter(null), keymap.of(KEYS)]
}

/** Checks at once, as after a change of the options. */
export function recheck(view: EditorView): void {
  view.plugin(typist)?.check()
}

const KEYS = [
  { key: 'F8', run: nextFinding, shift: previousFinding },
  { key: 'Mod-.', run: followFirstSuggestion },
]

/** Waits until nobody types, has the text checked, and shows what comes of it. */
class CodeMirrorTypist implements PluginValue {
  readonly #view: EditorView
  readonly #checker: BrowserChecker
  readonly #settings: CopydeskSettings
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What has been changed since the text was sent that is being checked. */
  #since: ChangeDesc | undefined
  #isGone = false

  constructor(view: EditorView, { checker, settings }: TypistArguments) {
    this.#view = view
    this.#checker = checker
    this.#settings = settings
    // Not before the view is there: a report that came at once would find none.
    this.#timer = setTimeout(() => this.check(), 0)
  }

  update({ docChanged, changes }: ViewUpdate): void {
    if (!docChanged) return
    this.#since = this.#since?.composeDesc(changes.desc)
    this.#wait()
  }

  destroy(): void {
    this.#isGone = true
    clearTimeout(this.#timer)
  }

  check(): void {
    clearTimeout(this.#timer)
    const { doc } = this.#view.state
    this.#since = ChangeSet.empty(doc.length).desc
    // The document's own line ends count one each, whatever they were in the file: offsets are the editor's.
    this.#checker.check(doc.toString(), this.#settings.options?.()).then(
      (report) => report && !this.#isGone && this.#show(report, doc),
      (error: unknown) =>
        !this.#isGone
        && this.#settings.onFailure?.(error instanceof Error ? error : new Error(String(error)), this.#view),
    )
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      // Letters that are being composed are no words yet.
      if (this.#view.composing) this.#wait()
      else this.check()
    }, this.#settings.delay ?? USUAL_DELAY)
  }

  #show(report: BrowserReport, doc: Text): void {
    const view = this.#view
    const checked = { report, doc, since: this.#since ?? ChangeSet.empty(doc.length).desc }
    const diagnostics = placeAll(checked).map((at) => this.#diagnostic(at))
    view.dispatch(setDiagnostics(view.state, diagnostics), { effects: setChecked.of(checked) })
    this.#settings.onReport?.(report, view)
  }

  #diagnostic({ finding, from, to }: PlacedFinding): Diagnostic {
    return {
      from,
      to,
      severity: finding.severity,
      source: finding.rule,
      message: finding.message,
      renderMessage: () => messageBox(finding, this.#settings.pageOf?.(finding.rule)),
      actions: finding.suggestions.map((suggestion) => ({
        name: suggestionLabel(suggestion),
        apply: (view) => void followSuggestion(suggestion)(view),
      })),
    }
  }
}

interface TypistArguments {
  readonly checker: BrowserChecker
  readonly settings: CopydeskSettings
}

const typist = ViewPlugin.define<CodeMirrorTypist, TypistArguments>((view, given) => new CodeMirrorTypist(view, given))
