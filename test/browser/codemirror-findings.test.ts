import { ChangeSet, EditorState, type StateCommand } from '@codemirror/state'
import { history, undo } from '@codemirror/commands'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import {
  checkedField,
  findingsIn,
  followFirstSuggestion,
  followSuggestion,
  nextFinding,
  previousFinding,
  setChecked,
  showFinding,
} from '../../src/browser/codemirror-findings.ts'
import { applyEdits } from '../../src/text/edits.ts'

const STORY = `🚢 Norvik puts off the ferry

The board put off the the launch on Saturday, July 17, 2020, after Norvik asked for more time.

He told workers workers to wait, and the the crew went home.`

/** An editor's state with a report on its text. */
function checked(text = STORY): EditorState {
  const state = EditorState.create({ doc: text, extensions: [checkedField, history()] })
  const { doc } = state
  const { findings, notices, words } = check(doc.toString())
  const report = { findings, notices, words, format: 'text' as const, unusedKeys: [] }
  return state.update({ effects: setChecked.of({ report, doc, since: ChangeSet.empty(doc.length).desc }) }).state
}

/** The state after a command, or nothing where it does nothing. */
function after(state: EditorState, command: StateCommand): EditorState | undefined {
  let result: EditorState | undefined
  const did = command({ state, dispatch: (transaction) => void (result = transaction.state) })
  expect(did).toBe(result !== undefined)
  return result
}

const selected = (state: EditorState): string => state.sliceDoc(state.selection.main.from, state.selection.main.to)
const marked = (state: EditorState): string[] => findingsIn(state).map(({ from, to }) => state.sliceDoc(from, to))
const type = (state: EditorState, from: number, insert: string, to = from): EditorState =>
  state.update({ changes: { from, to, insert } }).state

describe('findings in CodeMirror', () => {
  it('stand on their words, behind an emoji and in a text that had CRLF', () => {
    const words = ['the the', 'Saturday, July 17, 2020', 'workers workers', 'the the']
    expect(marked(checked())).toEqual(words)
    // The editor has line ends of its own, one unit each, and those are what is checked.
    expect(marked(checked(STORY.replaceAll('\n', '\r\n')))).toEqual(words)
    expect(marked(checked(STORY.replaceAll('\n', '\r')))).toEqual(words)
  })

  it('move with what is typed before them, and go where they are deleted', () => {
    const typed = type(checked(), 0, 'New: ')
    expect(marked(typed)).toEqual(marked(checked()))
    const at = typed.doc.toString().indexOf('workers workers')
    expect(marked(type(typed, at, '', at + 'workers workers'.length))).toEqual([
      'the the',
      'Saturday, July 17, 2020',
      'the the',
    ])
  })

  it('are walked through, round and round', () => {
    let state = checked()
    const seen: string[] = []
    for (let step = 0; step < 5; step++) {
      state = after(state, nextFinding)!
      seen.push(selected(state))
    }
    expect(seen).toEqual(['the the', 'Saturday, July 17, 2020', 'workers workers', 'the the', 'the the'])
    expect(selected(after(state, previousFinding)!)).toBe('the the')
    expect(after(state, previousFinding)!.selection.main.from).toBeGreaterThan(state.selection.main.from)
    const last = findingsIn(state).at(-1)!.finding
    expect(after(state, showFinding(last))!.selection.main.from).toBe(last.start.offset)
    expect(after(checked('Nothing is wrong here.'), nextFinding)).toBeUndefined()
    expect(after(type(state, 0, '', state.doc.length), showFinding(last))).toBeUndefined()
  })

  it('are mended where they stand now, in one step to undo', () => {
    const typed = type(checked(), 0, 'Late: ')
    const [{ finding }] = findingsIn(typed) as [ReturnType<typeof findingsIn>[number]]
    const mended = after(typed, followSuggestion(finding.suggestions[0]!))!
    expect(mended.doc.toString()).toBe(`Late: ${STORY.replace('the the launch', 'the launch')}`)
    expect(after(mended, undo)!.doc.toString()).toBe(typed.doc.toString())
    // It stands there no more.
    expect(after(mended, followSuggestion(finding.suggestions[0]!))).toBeUndefined()
  })

  it('are not mended where the words have changed, or nothing may be', () => {
    const state = checked()
    const [{ finding, from }] = findingsIn(state) as [ReturnType<typeof findingsIn>[number]]
    const suggestion = finding.suggestions[0]!
    expect(after(type(state, from + 4, 'n old '), followSuggestion(suggestion))).toBeUndefined()
    expect(after(type(state, 0, '', state.doc.length), followSuggestion(suggestion))).toBeUndefined()
    expect(after(EditorState.create({ doc: STORY }), followSuggestion(suggestion))).toBeUndefined()
    const locked = EditorState.create({ doc: STORY, extensions: [checkedField, EditorState.readOnly.of(true)] })
    const withReport = locked.update({ effects: setChecked.of(state.field(checkedField)!) }).state
    expect(after(withReport, followSuggestion(suggestion))).toBeUndefined()
  })

  it('follow the first suggestion of the one at the cursor', () => {
    const state = checked()
    expect(after(state, followFirstSuggestion)).toBeUndefined()
    const first = after(state, nextFinding)!
    expect(after(first, followFirstSuggestion)!.doc.toString()).toBe(STORY.replace('the the launch', 'the launch'))
  })

  it('are mended as the edits say, whatever was typed elsewhere', () => {
    const start = checked()
    const { findings } = start.field(checkedField)!.report
    const places = findings.map(({ start: { offset }, end }) => [offset, end.offset] as const)
    fc.assert(
      fc.property(
        fc.nat(findings.length - 1),
        fc.nat(3),
        fc.array(fc.tuple(fc.nat(STORY.length), fc.string({ maxLength: 4 })), { maxLength: 4 }),
        (index, which, typing) => {
          const suggestion = findings[index]!.suggestions[which % Math.max(1, findings[index]!.suggestions.length)]
          const [from, to] = places[index]!
          if (!suggestion) return
          // Kept off the finding's own words.
          const changes = ChangeSet.of(
            typing.map(([at, text]) => ({
              from: at > from - 2 && at < to + 2 ? 0 : at,
              insert: text.replaceAll('\r', ''),
            })),
            STORY.length,
          )
          const typed = start.update({ changes }).state
          const alone = ChangeSet.of(
            suggestion.edits.map((edit) => ({ from: edit.start, to: edit.end, insert: edit.text })),
            STORY.length,
          )
          expect(after(typed, followSuggestion(suggestion))!.doc.toString()).toBe(
            changes.compose(alone.map(changes)).apply(start.doc).toString(),
          )
          expect(after(start, followSuggestion(suggestion))!.doc.toString()).toBe(applyEdits(STORY, suggestion.edits))
        },
      ),
    )
  })
})
