import { schema as basic } from 'prosemirror-schema-basic'
import { addListNodes } from 'prosemirror-schema-list'
import { Schema, type Node } from 'prosemirror-model'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { applyEdits } from '../../src/text/edits.ts'
import type { BrowserReport } from '../../src/browser/messages.ts'
import { copydeskPlugin } from '../../src/browser/prosemirror.ts'
import {
  findingsIn,
  followSuggestion,
  key,
  nextFinding,
  previousFinding,
  showFinding,
  type Sent,
} from '../../src/browser/prosemirror-findings.ts'
import { writeDocument } from '../../src/browser/written-document.ts'
import { runs } from '../runs.ts'

const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, 'paragraph block*', 'block'),
  marks: basic.spec.marks,
})
const node = (name: string, ...content: readonly Node[]): Node => schema.node(name, null, content)
const text = (words: string, ...marks: string[]): Node =>
  schema.text(
    words,
    marks.map((name) => schema.mark(name, name === 'link' ? { href: 'x' } : null)),
  )

const STORY = node(
  'doc',
  node('heading', text('🚢 Norvik puts off the ferry')),
  node(
    'paragraph',
    text('The R&D board put off '),
    text('the the', 'strong'),
    text(' launch on Saturday, July 17, 2020, after Norvik asked for more time.'),
  ),
  node('blockquote', node('paragraph', text('He told workers'), node('hard_break'), text('workers to wait.'))),
  node(
    'bullet_list',
    node('list_item', node('paragraph', text('Norvik sails on on Monday'))),
    node('list_item', node('paragraph', text('Sign up for our newsletter'))),
  ),
  node('paragraph', text('Sign up for our newsletter')),
)

/** A state with a report on what stands in it; `typed` is done between the asking and the answer. */
function checked(
  doc: Node,
  typed: (state: EditorState) => EditorState = (state) => state,
): { state: EditorState; report: BrowserReport; sent: Sent } {
  const plugin = copydeskPlugin({ check: async () => undefined, close: () => undefined })
  const start = EditorState.create({ doc, plugins: [plugin] })
  const sent: Sent = { doc: start.doc, written: writeDocument(start.doc), steps: key.getState(start)!.steps }
  const { findings, notices, words } = check(sent.written.html, { format: 'html' })
  const report: BrowserReport = { findings, notices, words, format: 'html', unusedKeys: [] }
  const later = typed(start)
  return { state: later.apply(later.tr.setMeta(key, { report, sent })), report, sent }
}

function after(state: EditorState, command: Command): EditorState | undefined {
  let result: EditorState | undefined
  const did = command(state, (transaction) => void (result = state.apply(transaction)))
  expect(command(state)).toBe(did)
  expect(did).toBe(result !== undefined)
  return result
}

const folded = (words: string): string => words.replace(/\s+/g, ' ').trim()
const between = (doc: Node, from: number, to: number): string => folded(doc.textBetween(from, to, ' ', ' '))
const marked = (state: EditorState): string[] => findingsIn(state).map(({ from, to }) => between(state.doc, from, to))
const selected = (state: EditorState): string => between(state.doc, state.selection.from, state.selection.to)
/** The words that HTML shows. */
const shown = (html: string): string =>
  folded(
    html
      .replace(/<br>|<\/(?:p|h\d|li|blockquote|pre)>/g, ' ')
      .replace(/<[^<>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#96;', '`')
      .replaceAll('&amp;', '&'),
  )
const shownOf = (doc: Node): string => shown(writeDocument(doc).html)

describe('findings in ProseMirror', () => {
  it('stand on their words, across marks, breaks and references', () => {
    const { state, report } = checked(STORY)
    expect(marked(state)).toEqual(report.findings.map(({ quote }) => folded(quote)))
    expect(marked(state)).toEqual(
      expect.arrayContaining([
        'the the',
        'Saturday, July 17, 2020',
        'workers workers',
        'on on',
        'Sign up for our newsletter',
      ]),
    )
    expect(
      key
        .getState(state)!
        .decorations.find()
        .map(({ from, to }) => [from, to]),
    ).toEqual(findingsIn(state).map(({ from, to }) => [from, to]))
  })

  it('move with what is typed, before the report is there and after', () => {
    const insert = (state: EditorState): EditorState => state.apply(state.tr.insertText('Late: ', 1))
    const { state } = checked(STORY, insert)
    expect(marked(state)).toEqual(marked(checked(STORY).state))
    expect(marked(insert(state))).toEqual(marked(state))
    const [first] = findingsIn(state)
    expect(marked(state.apply(state.tr.delete(first!.from, first!.to)))).toEqual(marked(state).slice(1))
    expect(key.getState(state.apply(state.tr.delete(0, state.doc.content.size)))!.placed).toEqual([])
  })

  it('are walked through, round and round', () => {
    let { state } = checked(STORY)
    const all = marked(state)
    const seen: string[] = []
    for (let step = 0; step <= all.length; step++) {
      state = after(state, nextFinding)!
      seen.push(selected(state))
    }
    expect(seen).toEqual([...all, all[0]])
    expect(selected(after(state, previousFinding)!)).toBe(all.at(-1))
    expect(selected(after(state, showFinding(findingsIn(state)[1]!.finding))!)).toBe(all[1])
    expect(after(checked(node('doc', node('paragraph', text('All is well.')))).state, nextFinding)).toBeUndefined()
  })

  it('are mended with the marks that the words have', () => {
    const { state } = checked(STORY)
    const { finding } = findingsIn(state).find(({ from, to }) => between(state.doc, from, to) === 'the the')!
    const mended = after(state, followSuggestion(finding.suggestions[0]!))!
    expect(mended.doc.child(1).child(1)).toEqual(text('the', 'strong'))
    expect(after(mended, followSuggestion(finding.suggestions[0]!))).toBeUndefined()
  })

  it('take a leftover paragraph away with its words', () => {
    const { state } = checked(STORY)
    const { finding } = findingsIn(state).findLast(
      ({ from, to }) => between(state.doc, from, to) === 'Sign up for our newsletter',
    )!
    const mended = after(state, followSuggestion(finding.suggestions[0]!))!
    expect(mended.doc.childCount).toBeLessThanOrEqual(STORY.childCount)
    expect(mended.doc.textContent).not.toContain('Sign up for our newsletterSign')
    mended.doc.check()
  })

  it('are not mended where the words have changed', () => {
    const { state } = checked(STORY)
    const { finding, from } = findingsIn(state)[0]!
    const typed = state.apply(state.tr.insertText('x', from + 2))
    expect(after(typed, followSuggestion(finding.suggestions[0]!))).toBeUndefined()
    const plain = EditorState.create({ doc: STORY })
    expect(after(plain, followSuggestion(finding.suggestions[0]!))).toBeUndefined()
  })

  it('of a report that comes after too many steps are not shown', () => {
    const type = (state: EditorState): EditorState => {
      let typed = state
      for (let step = 0; step < 600; step++) typed = typed.apply(typed.tr.insertText('x', 1))
      return typed
    }
    expect(findingsIn(checked(STORY, type).state)).toEqual([])
    const { state } = checked(STORY)
    const { finding } = findingsIn(state)[0]!
    const typed = type(state)
    expect(marked(typed)).toEqual(marked(state))
    expect(after(typed, followSuggestion(finding.suggestions[0]!))).toBeUndefined()
  })

  const WORDS = [
    'the the',
    'Norvik',
    'sued',
    'the ferry',
    'R&D',
    '<b>',
    'on on',
    'Saturday, July 17, 2020,',
    'workers workers',
    'February 30',
    '🚢',
    'Norvik sued Norvik',
    '  ',
    'PÃ©rez',
    '[TK]',
    '`x`',
    'of course.',
    'The board',
  ]
  const run = fc
    .tuple(
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }),
      fc.constantFrom([], ['strong'], ['em'], ['link', 'em'], ['code']),
    )
    .map(([words, marks]) => text(words.join(' '), ...marks))
  const inline = fc.array(
    fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: fc.constant(null).map(() => node('hard_break')) }),
    { maxLength: 4 },
  )
  const paragraph = inline.map((content) => node('paragraph', ...content))
  const block = fc.oneof(
    { weight: 4, arbitrary: paragraph },
    { weight: 1, arbitrary: inline.map((content) => node('heading', ...content.filter((one) => one.isText))) },
    {
      weight: 1,
      arbitrary: fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => node('blockquote', ...content)),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(paragraph, { minLength: 1, maxLength: 3 })
        .map((content) => node('bullet_list', ...content.map((one) => node('list_item', one)))),
    },
    { weight: 1, arbitrary: fc.constant(null).map(() => node('code_block', text('the the = 1'))) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('Sign up for our newsletter', 'You may also like', 'Advertisement')
        .map((words) => node('paragraph', text(words))),
    },
  )
  const document = fc.array(block, { minLength: 1, maxLength: 6 }).map((content) => node('doc', ...content))

  it('stand on what they quote in any document, and mend it as they would mend its HTML', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const { state, report, sent } = checked(doc)
        expect(marked(state)).toEqual(report.findings.map(({ quote }) => folded(quote.replaceAll('\uFFFC', ''))))
        for (const { suggestions } of report.findings) {
          for (const suggestion of suggestions) {
            const mended = after(state, followSuggestion(suggestion))
            expect(mended, suggestion.title).toBeDefined()
            mended!.doc.check()
            expect(shownOf(mended!.doc)).toBe(shown(applyEdits(sent.written.html, suggestion.edits)))
          }
        }
      }),
      { numRuns: runs(60, 2000) },
    )
  })

  it('select only what stands in the document', () => {
    const { state } = checked(STORY)
    const moved = after(state, nextFinding)!
    expect(moved.selection).toBeInstanceOf(TextSelection)
  })
})
