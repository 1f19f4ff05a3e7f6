/** Tests that a sentence read at sight is the one that the pipeline reads. */
import { describe, expect, it } from 'vitest'
import { outlineSentences } from '../../../src/english/parse/outline.ts'
import type { SentenceOutline } from '../../../src/english/parse/sentence-outline.ts'
import { parseBlock } from '../../../src/english/parse/parser.ts'
import { readPlainSentence } from '../../../src/english/parse/plain-sentence.ts'

interface Read {
  readonly text: string
  readonly words: readonly string[]
}

const atSight = (text: string, heading = false): readonly Read[] =>
  [...outlineSentences(text, { heading })].map((outline) => {
    const { start, end, words } = outline as SentenceOutline
    return {
      text: text.slice(start, end),
      words: words.flatMap((at, index) => (index % 2 === 0 ? [text.slice(at, words[index + 1])] : [])),
    }
  })

function fromTree(text: string, heading = false): readonly Read[] {
  const parsed = parseBlock(text, { heading })
  if ('overflow' in parsed) throw new Error('overflow')
  const slice = (node: {
    position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
  }): string => text.slice(node.position!.start.offset, node.position!.end.offset)
  return parsed.tree.children
    .flatMap((child) => (child.type === 'ParagraphNode' ? child.children : []))
    .flatMap((child) =>
      child.type === 'SentenceNode'
        ? [{ text: slice(child), words: child.children.filter(({ type }) => type === 'WordNode').map(slice) }]
        : [],
    )
}

const PLAIN = [
  'The council voted for the plan late on Monday, after a debate of nine hours.',
  'It isn’t Norvik’s 2.9-mile harbour – the “old” one (from 1,904) – that costs $5, or 10%; nobody’s sure.',
  'Who paid for it? The town did.',
  '“We did,” he said. “Nobody asked.” The rest is known.',
  'Élan and Ñandú ran',
  'He spoke of the workers’ rights - and said: no more in 2019. That is all.',
]

describe('a plain sentence', () => {
  it.each(PLAIN)('is read without a tree: %s', (text) => {
    expect(readPlainSentence(text, 0)).toBeDefined()
    expect(atSight(text)).toEqual(fromTree(text))
  })

  it('is told from one whose stop, or whose mark, may be part of a word', () => {
    for (const text of [
      'Acme Inc. The firm',
      'At 5 p.m. Police came',
      'Rock ’n’ roll',
      'AT&T rose',
      'See www.example.org',
      'He came. she left',
      'The ol’ man',
      'Two\nlines',
    ]) {
      expect(readPlainSentence(text, 0)).toBeUndefined()
      expect(atSight(text)).toEqual(fromTree(text))
    }
  })

  it('is followed by one of which it has no part', () => {
    const text =
      'He left. The U.S. The trip was No. 2 of them, vs. 3. Nobody at Acme Corp. Chairman Ostby said “No!” Then he left in. They came.'
    expect(atSight(text)).toEqual(fromTree(text))
    expect(atSight(text).map((sentence) => sentence.text)).toContain('He left.')
  })
})

describe('the sentences of any text', () => {
  const PIECES = [
    'The',
    'council',
    'Norvik',
    'said',
    'U.S.',
    'Inc.',
    'in.',
    'Mr.',
    'No.',
    '2',
    '2.9',
    '1,000',
    'p.m.',
    'cost',
    'cent.',
    'A.',
    'I',
    'Yahoo!',
    'it’s',
    '’tis',
    'workers’',
    'of',
    '2019',
    '12',
    'co-op',
    'Thurs.',
    '.',
    '.',
    '. ',
    '. The ',
    '? ',
    '! ',
    ', ',
    '; ',
    ': ',
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '“',
    '”',
    '"',
    "'",
    '’',
    '(',
    ')',
    ' – ',
    '—',
    '-',
    '…',
    '...',
    '$',
    '%',
    '&',
    '@',
    '/',
    'é',
    'É',
    'ß',
    '3',
    '\u00A0',
    '¿',
    '日本',
  ]

  it('are those of the pipeline', () => {
    let seed = 7
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let round = 0; round < 6000; round++) {
      const text = Array.from(
        { length: 2 + random(14) },
        () => PIECES[random(PIECES.length)]! + (random(3) > 0 ? ' ' : ''),
      ).join('')
      for (const heading of [false, true])
        expect(atSight(text, heading), JSON.stringify(text)).toEqual(fromTree(text, heading))
    }
  })
})
