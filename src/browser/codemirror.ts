/** Copydesk in CodeMirror 6: findings are marked as one types, told where one points, and mended by a click or a key. */
import { linter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { ChangeSet, StateEffect, StateField, type ChangeDesc, type EditorState, type Extension, type Text, type TransactionSpec } from '@codemirror/state'
import { EditorView, keymap, ViewPlugin, type Command, type PluginValue, type ViewUpdate } from '@codemirror/view'
import type { BrowserChecker } from './checker-types.ts'
import type { Finding, FindingSuggestion } from '../check/finding.ts'
import { messageBox } from './message-box.ts'
import type { BrowserOptions, BrowserReport } from './messages.ts'
import { suggestionLabel } from './suggestion-label.ts'

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

/** A finding, and where it stands in the document as it is now. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly from: number
  readonly to: number
}

/** A report, the text that it is of, and what has been changed since. */
interface Checked {
  readonly report: BrowserReport
  readonly doc: Text
  readonly since: ChangeDesc
}

const USUAL_DELAY = 300
const SEVERITIES = { error: 'error', warning: 'warning', info: 'info' } as const

const setChecked = StateEffect.define<Checked>()
const checkedField = StateField.define<Checked | undefined>({
  create: () => undefined,
  update: (checked, transaction) => {
    const moved = checked && transaction.docChanged ? { ...checked, since: checked.since.composeDesc(transaction.changes.desc) } : checked
    return transaction.effects.reduce<Checked | undefined>((last, effect) => (effect.is(setChecked) ? effect.value : last), moved)
  },
})

/**
 * The extension. It uses `@codemirror/lint`, whose panel and commands show the same findings; F8 and Shift-F8 walk through
 * them, and Ctrl-. (⌘.) follows the first suggestion of the one at the cursor.
 */
export function copydesk(checker: BrowserChecker, settings: CopydeskSettings = {}): Extension {
  return [checkedField, typist.of({ checker, settings }), linter(null), keymap.of(KEYS)]
}

/** The findings of the last report that still stand in the text, where they stand now. */
export function findingsIn(state: EditorState): readonly PlacedFinding[] {
  const checked = state.field(checkedField, false)
  return checked ? checked.report.findings.flatMap((finding) => placed(finding, checked.since)) : []
}

/** Checks at once, as after a change of the options. */
export function recheck(view: EditorView): void {
  view.plugin(typist)?.check()
}

/** Moves the cursor to a finding. @returns Whether it still stands in the text. */
export function showFinding(view: EditorView, finding: Finding): boolean {
  const checked = view.state.field(checkedField, false)
  const [at] = checked ? placed(finding, checked.since) : []
  if (!at) return false
  view.dispatch(selectionAt(at))
  return true
}

/** Moves on to the next finding, and from the last one to the first. */
export const nextFinding: Command = (view) => {
  const { from: start, empty } = view.state.selection.main
  const all = findingsIn(view.state)
  // One that is selected has been seen; one that the cursor stands before has not.
  return walkTo(view, all.find(({ from }) => from > start || (from === start && empty)) ?? all[0])
}

/** Moves back to the finding before, and from the first one to the last. */
export const previousFinding: Command = (view) => {
  const { from: start } = view.state.selection.main
  const all = findingsIn(view.state)
  return walkTo(view, all.findLast(({ from }) => from < start) ?? all.at(-1))
}

/** Follows the first suggestion of the finding at the cursor. */
export const followFirstSuggestion: Command = (view) => {
  const { head } = view.state.selection.main
  const { finding } = findingsIn(view.state).find(({ from, to }) => head >= from && head <= to) ?? {}
  const [first] = finding?.suggestions ?? []
  return first !== undefined && followSuggestion(view, first)
}

const KEYS = [
  { key: 'F8', run: nextFinding, shift: previousFinding },
  { key: 'Mod-.', run: followFirstSuggestion },
]

/**
 * Makes a suggestion's edits, as one step to undo.
 * @param suggestion One of a finding in the last report.
 * @returns Whether they were made: not where what they would change reads otherwise by now.
 */
export function followSuggestion(view: EditorView, suggestion: FindingSuggestion): boolean {
  const spec = suggestionChanges(view.state, suggestion)
  if (!spec || view.state.readOnly) return false
  view.dispatch(spec)
  return true
}

/** The transaction that follows a suggestion, or nothing where the text has changed under it. */
export function suggestionChanges(state: EditorState, { edits, title }: FindingSuggestion): TransactionSpec | undefined {
  const checked = state.field(checkedField, false)
  if (!checked || edits.length === 0) return undefined
  const { doc, since } = checked
  const changes = edits.map(({ start, end, text }) => ({ from: since.mapPos(start, start === end ? -1 : 1), to: since.mapPos(end, -1), insert: text, start, end }))
  const isAsRead = changes.every(({ from, to, start, end }) => {
    // What is only put in must still stand between the same two characters.
    const margin = start === end ? 1 : 0
    return from <= to && state.sliceDoc(Math.max(0, from - margin), to + margin) === doc.sliceString(Math.max(0, start - margin), end + margin)
  })
  if (!isAsRead) return undefined
  return { changes, userEvent: 'input.copydesk', scrollIntoView: true, effects: EditorView.announce.of(`${title}: done`) }
}

function placed(finding: Finding, since: ChangeDesc): PlacedFinding[] {
  const from = since.mapPos(finding.start.offset, 1)
  const to = since.mapPos(finding.end.offset, -1)
  return from < to ? [{ finding, from, to }] : []
}

function walkTo(view: EditorView, at: PlacedFinding | undefined): boolean {
  if (!at) return false
  view.dispatch(selectionAt(at))
  return true
}

function selectionAt({ finding, from, to }: PlacedFinding): TransactionSpec {
  return {
    selection: { anchor: from, head: to },
    effects: [EditorView.scrollIntoView(from, { y: 'center' }), EditorView.announce.of(finding.message)],
    userEvent: 'select.copydesk',
  }
}

/** Waits until nobody types, has the text checked, and shows what comes of it. */
class Typist implements PluginValue {
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
      (error: unknown) => !this.#isGone && this.#settings.onFailure?.(error instanceof Error ? error : new Error(String(error)), this.#view),
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
    const since = this.#since ?? ChangeSet.empty(doc.length).desc
    const view = this.#view
    const diagnostics = report.findings.flatMap((finding) => placed(finding, since)).map((at) => this.#diagnostic(at))
    view.dispatch(setDiagnostics(view.state, diagnostics), { effects: setChecked.of({ report, doc, since }) })
    this.#settings.onReport?.(report, view)
  }

  #diagnostic({ finding, from, to }: PlacedFinding): Diagnostic {
    return {
      from, to,
      severity: SEVERITIES[finding.severity],
      source: finding.rule,
      message: finding.message,
      renderMessage: () => messageBox(finding, this.#settings.pageOf?.(finding.rule)),
      actions: finding.suggestions.map((suggestion) => ({ name: suggestionLabel(suggestion), apply: (view) => void followSuggestion(view, suggestion) })),
    }
  }
}

interface TypistArguments {
  readonly checker: BrowserChecker
  readonly settings: CopydeskSettings
}

const typist = ViewPlugin.define<Typist, TypistArguments>((view, given) => new Typist(view, given))
