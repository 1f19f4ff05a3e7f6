/**
 * Findings in the state of a CodeMirror editor: where they stand as the text changes, and what their suggestions
 * change.
 */
import {
  StateEffect,
  StateField,
  type ChangeDesc,
  type EditorState,
  type StateCommand,
  type Text,
  type TransactionSpec,
} from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Finding, FindingSuggestion } from '../check/finding.ts'
import type { BrowserReport } from './messages.ts'

/** A finding, and where it stands in the document as it is now. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly from: number
  readonly to: number
}

/** A report, the text that it is of, and what has been changed since. */
export interface ReportedText {
  readonly report: BrowserReport
  readonly doc: Text
  readonly since: ChangeDesc
}

/** Brings a report into the state. */
export const setChecked = StateEffect.define<ReportedText>()

/** The last report. */
export const checkedField = StateField.define<ReportedText | undefined>({
  create: () => undefined,
  update: (checked, transaction) => {
    const moved =
      checked && transaction.docChanged
        ? { ...checked, since: checked.since.composeDesc(transaction.changes.desc) }
        : checked
    return transaction.effects.reduce<ReportedText | undefined>(
      (last, effect) => (effect.is(setChecked) ? effect.value : last),
      moved,
    )
  },
})

/** The findings of the last report that still stand in the text, where they stand now. */
export function findingsIn(state: EditorState): readonly PlacedFinding[] {
  const checked = state.field(checkedField, false)
  return checked ? placeAll(checked) : []
}

/** The findings of a report, where they stand by now. */
export function placeAll({ report, since }: ReportedText): readonly PlacedFinding[] {
  return report.findings.flatMap((finding) => {
    const from = since.mapPos(finding.start.offset, 1)
    const to = since.mapPos(finding.end.offset, -1)
    return from < to ? [{ finding, from, to }] : []
  })
}

/** Selects a finding of the last report. The command does nothing where it stands no more. */
export function showFinding(finding: Finding): StateCommand {
  return ({ state, dispatch }) =>
    walkTo(
      findingsIn(state).find((at) => at.finding === finding),
      state,
      dispatch,
    )
}

/** Moves on to the next finding, and from the last one to the first. */
export const nextFinding: StateCommand = ({ state, dispatch }) => {
  const { from: start, empty } = state.selection.main
  const all = findingsIn(state)
  // One that is selected has been seen; one that the cursor stands before has not.
  return walkTo(all.find(({ from }) => from > start || (from === start && empty)) ?? all[0], state, dispatch)
}

/** Moves back to the finding before, and from the first one to the last. */
export const previousFinding: StateCommand = ({ state, dispatch }) => {
  const all = findingsIn(state)
  return walkTo(all.findLast(({ from }) => from < state.selection.main.from) ?? all.at(-1), state, dispatch)
}

/** Follows the first suggestion of the finding at the cursor. */
export const followFirstSuggestion: StateCommand = (target) => {
  const { head } = target.state.selection.main
  const { finding } = findingsIn(target.state).find(({ from, to }) => head >= from && head <= to) ?? {}
  const [first] = finding?.suggestions ?? []
  return first !== undefined && followSuggestion(first)(target)
}

/**
 * Makes a suggestion's edits, as one step to undo. Not possible where what they would change reads otherwise by now.
 * @param suggestion One of a finding in the last report.
 */
export function followSuggestion(suggestion: FindingSuggestion): StateCommand {
  return ({ state, dispatch }) => {
    const spec = state.readOnly ? undefined : suggestionChanges(state, suggestion)
    if (!spec) return false
    dispatch(state.update(spec))
    return true
  }
}

function suggestionChanges(state: EditorState, suggestion: FindingSuggestion): TransactionSpec | undefined {
  const { edits, title } = suggestion
  const checked = state.field(checkedField, false)
  const finding = checked?.report.findings.find(({ suggestions }) => suggestions.includes(suggestion))
  if (!checked || !finding || edits.length === 0) return undefined
  const changes = edits.map(({ start, end, text }) => ({ ...nowAt(checked, start, end), insert: text }))
  // What the finding speaks of must stand there yet, and not only the letters that the edit would take away.
  const stretches = [{ start: finding.start.offset, end: finding.end.offset }, ...edits]
  if (!stretches.every(({ start, end }) => readsTheSame(state, checked, start, end))) return undefined
  return {
    changes,
    userEvent: 'input.copydesk',
    scrollIntoView: true,
    effects: EditorView.announce.of(`${title}: done`),
  }
}

function nowAt({ since }: ReportedText, start: number, end: number): { readonly from: number; readonly to: number } {
  return { from: since.mapPos(start, start === end ? -1 : 1), to: since.mapPos(end, -1) }
}

function readsTheSame(state: EditorState, checked: ReportedText, start: number, end: number): boolean {
  const { from, to } = nowAt(checked, start, end)
  // What is only put in must still stand between the same two characters.
  const margin = start === end ? 1 : 0
  return (
    from <= to
    && state.sliceDoc(Math.max(0, from - margin), to + margin)
      === checked.doc.sliceString(Math.max(0, start - margin), end + margin)
  )
}

function walkTo(
  at: PlacedFinding | undefined,
  state: EditorState,
  dispatch: Parameters<StateCommand>[0]['dispatch'],
): boolean {
  if (!at) return false
  const { finding, from, to } = at
  dispatch(
    state.update({
      selection: { anchor: from, head: to },
      effects: [EditorView.scrollIntoView(from, { y: 'center' }), EditorView.announce.of(finding.message)],
      userEvent: 'select.copydesk',
    }),
  )
  return true
}
