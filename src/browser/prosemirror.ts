/** Copydesk in ProseMirror: findings are decorations of the document, and commands walk through them and mend them. */
import { Plugin, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { aFunction, refuseWrong, refuseWrongOptions, type Expectations } from '../options/expectations.ts'
import { aChecker, EDITOR_SETTINGS } from './browser-options.ts'
import type { BrowserChecker } from './checker-types.ts'
import type { BrowserOptions, BrowserReport } from './messages.ts'
import { applyTransaction, key, NOTHING, type PluginState, type Reported, type Sent } from './prosemirror-findings.ts'
import { writeDocument, type ElementOf } from './written-document.ts'

export {
  findingsIn,
  followSuggestion,
  nextFinding,
  previousFinding,
  showFinding,
  type PlacedFinding,
} from './prosemirror-findings.ts'
export type { ElementOf } from './written-document.ts'

/** What the plugin may be told. */
export interface CopydeskSettings {
  /** What each check is told besides the text, which is HTML to the checker; asked before each. */
  readonly options?: (() => Omit<BrowserOptions, 'format'>) | undefined
  /** How long nobody must have typed before the document is checked, in milliseconds; left out, 300. */
  readonly delay?: number | undefined
  /** What nodes and marks of one's own are to the checker. */
  readonly elementOf?: ElementOf | undefined
  /** Told of each report that came in time to be shown. */
  readonly onReport?: ((report: BrowserReport, view: EditorView) => void) | undefined
  /** Told why a check failed: a setting that can’t be followed, or a worker that was lost. What is marked stays. */
  readonly onFailure?: ((error: Error, view: EditorView) => void) | undefined
}

const USUAL_DELAY = 300

/**
 * The plugin. Findings have the classes `copydesk-finding` and `copydesk-error`, `copydesk-warning` or `copydesk-info`,
 * for the page to style.
 * @throws {TypeError} for a setting that is unknown or of the wrong kind.
 */
export function copydeskPlugin(checker: BrowserChecker, settings: CopydeskSettings = {}): Plugin<PluginState> {
  refuseWrong('copydeskPlugin', 'checker', checker, aChecker)
  refuseWrongOptions('copydeskPlugin', settings, {
    ...EDITOR_SETTINGS,
    elementOf: aFunction,
  } satisfies Expectations<CopydeskSettings>)
  return new Plugin<PluginState>({
    key,
    state: { init: () => NOTHING, apply: (transaction, state) => applyTransaction(transaction, state) },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => new ProseMirrorTypist(view, checker, settings),
  })
}

/** Checks at once, as after a change of the options. */
export function recheck(view: EditorView): void {
  typists.get(view)?.check()
}

const typists = new WeakMap<EditorView, ProseMirrorTypist>()

/** Waits until nobody types, has the document checked, and shows what comes of it. */
class ProseMirrorTypist {
  readonly #view: EditorView
  readonly #checker: BrowserChecker
  readonly #settings: CopydeskSettings
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(view: EditorView, checker: BrowserChecker, settings: CopydeskSettings) {
    this.#view = view
    this.#checker = checker
    this.#settings = settings
    typists.set(view, this)
    this.#timer = setTimeout(() => this.check(), 0)
  }

  update(view: EditorView, before: EditorState): void {
    if (before.doc !== view.state.doc) this.#wait()
  }

  destroy(): void {
    clearTimeout(this.#timer)
    typists.delete(this.#view)
  }

  check(): void {
    clearTimeout(this.#timer)
    const { doc } = this.#view.state
    const { steps } = key.getState(this.#view.state) ?? NOTHING
    const sent: Sent = { doc, written: writeDocument(doc, this.#settings.elementOf), steps }
    this.#checker.check(sent.written.html, { ...this.#settings.options?.(), format: 'html' }).then(
      (report) => report && this.#isHere() && this.#show({ report, sent }),
      (error: unknown) =>
        this.#isHere()
        && this.#settings.onFailure?.(error instanceof Error ? error : new Error(String(error)), this.#view),
    )
  }

  #isHere(): boolean {
    return typists.get(this.#view) === this && !this.#view.isDestroyed
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      // Letters that are being composed are no words yet.
      if (this.#view.composing) this.#wait()
      else this.check()
    }, this.#settings.delay ?? USUAL_DELAY)
  }

  #show(reported: Reported): void {
    this.#view.dispatch(this.#view.state.tr.setMeta(key, reported).setMeta('addToHistory', false))
    this.#settings.onReport?.(reported.report, this.#view)
  }
}
