/**
 * Findings in the state of a ProseMirror editor: where they stand as the document changes, and what their suggestions
 * change.
 */
import type { Node } from 'prosemirror-model'
import { PluginKey, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Finding, FindingSuggestion } from '../check/finding.ts'
import type { BrowserReport } from './messages.ts'
import { visibleText } from './visible-text.ts'
import { decodeEdit, type WrittenDocument } from './written-document.ts'

/** A finding, and where it stands in the document as it is now. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly from: number
  readonly to: number
}

/** A document that was sent to be checked. */
export interface Sent {
  readonly doc: Node
  readonly written: WrittenDocument
  /** How many steps the plugin had seen by then. */
  readonly steps: number
}

/** What the plugin keeps. */
export interface PluginState {
  /** What the last report is of. */
  readonly sent: Sent | undefined
  readonly placed: readonly PlacedFinding[]
  readonly decorations: DecorationSet
  /** What has been done to the document since it was sent, and how many steps there have been in all. */
  readonly since: readonly Mapping[]
  readonly steps: number
}

type Mapping = Transaction['mapping']

// Where checks fail for long, suggestions are lost before memory is.
const MOST_STEPS = 500

/** Where the plugin keeps it. */
export const key = new PluginKey<PluginState>('copydesk')
/** What it begins with. */
export const NOTHING: PluginState = {
  sent: undefined,
  placed: [],
  decorations: DecorationSet.empty,
  since: [],
  steps: 0,
}

/** The findings of the last report that still stand in the document, where they stand now. */
export function findingsIn(state: EditorState): readonly PlacedFinding[] {
  return key.getState(state)?.placed ?? []
}

/** Selects the next finding, and after the last one the first. */
export const nextFinding: Command = (state, dispatch) => {
  const { from: start, empty } = state.selection
  const all = findingsIn(state)
  // One that is selected has been seen; one that the cursor stands before has not.
  return select(all.find(({ from }) => from > start || (from === start && empty)) ?? all[0], state, dispatch)
}

/** Selects the finding before, and before the first one the last. */
export const previousFinding: Command = (state, dispatch) => {
  const all = findingsIn(state)
  return select(all.findLast(({ from }) => from < state.selection.from) ?? all.at(-1), state, dispatch)
}

/** Selects a finding of the last report, where it still stands. */
export function showFinding(finding: Finding): Command {
  return (state, dispatch) =>
    select(
      findingsIn(state).find((at) => at.finding === finding),
      state,
      dispatch,
    )
}

/**
 * Makes a suggestion's edits, as one step to undo. Not possible where what they would change reads otherwise by now.
 * @param suggestion One of a finding in the last report.
 */
export function followSuggestion(suggestion: FindingSuggestion): Command {
  return (state, dispatch) => {
    const transaction = suggestionTransaction(state, suggestion)
    if (!transaction) return false
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

function suggestionTransaction(state: EditorState, suggestion: FindingSuggestion): Transaction | undefined {
  const { sent, since, placed } = key.getState(state) ?? NOTHING
  const finding = placed.find((at) => at.finding.suggestions.includes(suggestion))?.finding
  if (!sent || !finding || suggestion.edits.length === 0) return undefined
  const { written } = sent
  const placeOf = (start: number, end: number): DocumentRange | undefined => {
    if (!written.isExact(start) || !written.isExact(end)) return undefined
    const before = { from: written.positionAt(start), to: written.positionAt(end) }
    const now = { from: mapThrough(since, before.from, start === end ? -1 : 1), to: mapThrough(since, before.to, -1) }
    return now.from <= now.to && readsTheSame(sent.doc, before, state.doc, now) ? now : undefined
  }
  // What the finding speaks of must stand there yet, and not only the letters that the edit would take away.
  if (!placeOf(finding.start.offset, finding.end.offset)) return undefined
  const places = suggestion.edits.map(({ start, end }) => placeOf(start, end))
  const { tr } = state
  // From behind, so that each edit finds its place where it was.
  const isDone = places.every((_, index) => {
    const last = places.length - 1 - index
    const place = places[last]
    return place !== undefined && edit(tr, place, decodeEdit(suggestion.edits[last]!.text))
  })
  return isDone ? tr : undefined
}

/** Makes one edit. @returns Whether it could be made: text is written into text alone. */
function edit(tr: Transaction, { from, to }: DocumentRange, text: string): boolean {
  const start = tr.doc.resolve(from)
  const isWithinText = start.sameParent(tr.doc.resolve(to)) && start.parent.isTextblock
  if (text !== '' && !isWithinText) return false
  if (text !== '') write(tr, text, { from, to })
  else if (isWithinText) tr.delete(from, to)
  else tr.deleteRange(from, to)
  return true
}

/** Writes text in place of a stretch of one text, with the marks that it has. */
function write(tr: Transaction, text: string, { from, to }: DocumentRange): void {
  const [start, end] = [tr.doc.resolve(from), tr.doc.resolve(to)]
  const marks = from === to ? start.marks() : start.marksAcross(end)
  tr.replaceWith(from, to, tr.doc.type.schema.text(text, marks))
}

/** A stretch of a document. */
interface DocumentRange {
  readonly from: number
  readonly to: number
}

function readsTheSame(one: Node, before: DocumentRange, other: Node, now: DocumentRange): boolean {
  // What is only put in must still stand between the same two characters.
  const margin = before.from === before.to ? 1 : 0
  const slice = (doc: Node, { from, to }: DocumentRange): ReturnType<Node['slice']> =>
    doc.slice(Math.max(0, from - margin), Math.min(doc.content.size, to + margin))
  return slice(one, before).content.eq(slice(other, now).content)
}

function mapThrough(mappings: readonly Mapping[], position: number, side: -1 | 1): number {
  return mappings.reduce((at, mapping) => mapping.map(at, side), position)
}

function select(
  at: PlacedFinding | undefined,
  state: EditorState,
  dispatch: ((transaction: Transaction) => void) | undefined,
): boolean {
  if (!at) return false
  dispatch?.(
    state.tr.setSelection(TextSelection.between(state.doc.resolve(at.from), state.doc.resolve(at.to))).scrollIntoView(),
  )
  return true
}

/** A report that has come, and what it is of. */
export interface Reported {
  readonly report: BrowserReport
  readonly sent: Sent
}

/** What the plugin keeps after a transaction. */
export function applyTransaction(transaction: Transaction, state: PluginState): PluginState {
  const moved = transaction.docChanged ? moveThrough(transaction, state) : state
  const reported = transaction.getMeta(key) as Reported | undefined
  return reported ? placeAll(reported, moved, transaction.doc) : moved
}

function moveThrough(transaction: Transaction, { sent, placed, decorations, since, steps }: PluginState): PluginState {
  return {
    sent: since.length < MOST_STEPS ? sent : undefined,
    placed: placed.flatMap(({ finding, from, to }) =>
      placeAt(finding, transaction.mapping.map(from, 1), transaction.mapping.map(to, -1)),
    ),
    decorations: decorations.map(transaction.mapping, transaction.doc),
    since: [...since.slice(1 - MOST_STEPS), transaction.mapping],
    steps: steps + 1,
  }
}

function placeAll({ report, sent }: Reported, state: PluginState, doc: Node): PluginState {
  const done = state.steps - sent.steps
  // Too much has been done since; the next report is on its way.
  if (done > state.since.length) return state
  const since = state.since.slice(state.since.length - done)
  const { written } = sent
  const placed = report.findings.flatMap((finding) =>
    placeAt(
      finding,
      mapThrough(since, written.positionAt(finding.start.offset), 1),
      mapThrough(since, written.positionAt(finding.end.offset), -1),
    ),
  )
  return { sent, placed, decorations: DecorationSet.create(doc, placed.map(decorate)), since, steps: state.steps }
}

function placeAt(finding: Finding, from: number, to: number): PlacedFinding[] {
  return from < to ? [{ finding, from, to }] : []
}

function decorate({ finding, from, to }: PlacedFinding): Decoration {
  return Decoration.inline(
    from,
    to,
    { class: `copydesk-finding copydesk-${finding.severity}`, title: visibleText(finding.message) },
    { finding },
  )
}
