/** The plain-text reader: paragraphs out of lines, as desks keep them, with their way back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/readers/text.ts'
import { span } from '../../src/text/index.ts'
import { applied, blocksOf, edited, sourceOf } from './read.ts'
import { runs } from '../runs.ts'

const read = (source: string): string[] => blocksOf(readText(source))

describe('plain text', () => {
  it('with a line a paragraph has a block a line, attached where no blank line parts them', () => {
    const story = readText('Quay opens\nBy Ann Lee\n\nLEITH — The quay opened on Monday.\n\n\n  \nIt is long.\n')
    expect(blocksOf(story)).toEqual([
      'line: Quay opens',
      'line: By Ann Lee',
      'line: LEITH — The quay opened on Monday.',
      'line: It is long.',
    ])
    expect(story.blocks.map(({ attached }) => attached)).toEqual([false, true, false, false])
    expect(story.format).toBe('text')
  })

  it('has list items, and marks without an item are none', () => {
    expect(read('• One\n- Two\n– Three\n4. Four\n5) Five\n* * *\n-\n– 30 –\n2024. A year')).toEqual([
      'list-item: One',
      'list-item: Two',
      'list-item: Three',
      'list-item: Four',
      'list-item: Five',
      'line: * * *',
      'line: -',
      'list-item: 30 –',
      'line: 2024. A year',
    ])
  })

  it('has list items whose marks have two digits, or more than one space behind them', () => {
    expect(read('12. One\n100) Two\n-  Three\n3.   Four\n1000. Five')).toEqual([
      'list-item: One',
      'list-item: Two',
      'list-item: Three',
      'list-item: Four',
      'line: 1000. Five',
    ])
  })

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('may end its lines with %s', (_name, eol) => {
    expect(read(['One', '', 'Two', 'Three', ''].join(eol))).toEqual(['line: One', 'line: Two', 'line: Three'])
  })

  it('that shows nothing has no blocks', () => {
    for (const source of ['', '\n', ' \t\r\n\u00A0\n', '\uFEFF', '\u200B\n\u00AD']) expect(read(source)).toEqual([])
  })

  it('has no odd spaces and nothing invisible in it', () => {
    const story = readText('\uFEFF the\u200B\u00A0the\u2009old\tpier\u3000')
    expect(story.text).toBe('the the old pier')
    expect(sourceOf(story, 'the the')).toBe('the\u200B\u00A0the')
  })
})

describe('hard-wrapped text', () => {
  const wrapped = [
    'Harbour board votes to keep the old quay open for the whole winter',
    'By Ann Lee',
    'March 3, 2024',
    '',
    'The harbour board voted on Tuesday to keep the old quay open until the',
    'spring, which pleased the crews who had asked for it since the first of',
    'June. Local owners said they were glad – “at last,” said one – and that',
    '– as they saw it – the money was there. The vote was the board chairman',
    'Lee Ann’s last.',
    '',
    'The quay opened in 1912, when the founder of the shipping line was only',
    '24. His widow ran it for years.',
    '',
    'What is next',
    '',
    '- A new crane, which the board says it can pay for out of the money it',
    '  has saved',
    '- A new roof',
    '',
    '   The last vote is in May, and the board expects that all will go as it',
    'did this time.',
    '   Nobody spoke against it on Tuesday in the hall of the old fish market',
    'by the water.',
    '',
  ].join('\n')

  it('is joined to paragraphs', () => {
    expect(read(wrapped)).toEqual([
      'line: Harbour board votes to keep the old quay open for the whole winter',
      'line: By Ann Lee',
      'line: March 3, 2024',
      'line: The harbour board voted on Tuesday to keep the old quay open until the spring, which pleased the crews who had asked for it since the first of '
        + 'June. Local owners said they were glad – “at last,” said one – and that – as they saw it – the money was there. The vote was the board chairman Lee '
        + 'Ann’s last.',
      'line: The quay opened in 1912, when the founder of the shipping line was only 24. His widow ran it for years.',
      'line: What is next',
      'list-item: A new crane, which the board says it can pay for out of the money it has saved',
      'list-item: A new roof',
      'line: The last vote is in May, and the board expects that all will go as it did this time.',
      'line: Nobody spoke against it on Tuesday in the hall of the old fish market by the water.',
    ])
  })

  it('reads the same with CRLF', () => {
    expect(read(wrapped.replaceAll('\n', '\r\n'))).toEqual(read(wrapped))
  })

  it('keeps the way back through line ends', () => {
    expect(sourceOf(readText(wrapped), 'until the spring')).toBe('until the\nspring')
    expect(sourceOf(readText(wrapped), 'it has saved')).toBe('it\n  has saved')
  })

  it('isn’t taken for one where short lines stand for themselves', () => {
    expect(read('Roses are red\nand violets blue\nand so is the sea\nand all of it new')).toHaveLength(4)
  })
})

describe('the wrapping of a text', () => {
  /** A line of a width, from a word to its end: “rope rope ro x”. */
  const line = (width: number, { start = 'rope', end = ' x' } = {}): string =>
    `${`${start}${' rope'.repeat(40)}`.slice(0, width - end.length)}${end}`
  /** A paragraph that shows where its text is wrapped: sentences that go on with small letters. */
  const wrappedAt = (width: number): readonly string[] => [
    line(width, { start: 'Rope' }),
    line(width),
    line(width),
    line(width),
    'rope.',
    '',
  ]
  const NEXT = 'Norvik'
  /** How many blocks there are of lines behind a paragraph that is wrapped at 70. */
  const blocksBehind = (...lines: readonly string[]): number =>
    read([...wrappedAt(70), ...lines, ''].join('\n')).length - 1

  it.each([
    [44, 5],
    [45, 1],
    [70, 1],
    [132, 1],
    [133, 5],
  ])('at %i makes %i blocks of five lines: narrower is a list, wider a paragraph a line', (width, blocks) => {
    expect(read(wrappedAt(width).join('\n'))).toHaveLength(blocks)
  })

  it('is told by three breaks in ten that cut a sentence, and not by two', () => {
    const lines = (cut: number): string =>
      Array.from({ length: 11 }, (_, index) => line(70, { start: index <= cut && index > 0 ? 'rope' : 'Rope' })).join(
        '\n',
      )
    expect(read(lines(3)).length).toBeLessThan(11)
    expect(read(lines(2))).toHaveLength(11)
  })

  it('isn’t told by one line that is far too long', () => {
    const even = Array.from({ length: 22 }, () => line(70))
    const withLong = [...even.slice(0, 10), line(131), ...even.slice(10)]
    expect(read([...withLong, '', line(64, { start: 'Rope' }), NEXT, NEXT].join('\n')).slice(1)).toHaveLength(2)
  })

  it('is told by the widest lines, also where most are narrow', () => {
    const mixed = Array.from({ length: 20 }, (_, index) => line(index % 3 === 0 ? 70 : 50))
    expect(read([...mixed, '', line(48, { start: 'Rope', end: ' x.' }), NEXT].join('\n')).slice(1)).toHaveLength(2)
  })

  it('joins a line that ends a sentence to the next where the next’s first word would hardly have fitted', () => {
    expect(blocksBehind(line(49, { start: 'Rope', end: ' x.' }), NEXT)).toBe(1)
    expect(blocksBehind(line(48, { start: 'Rope', end: ' x.' }), NEXT)).toBe(2)
  })

  it('joins a line that is no paragraph’s first with as much room left, and a first one, which may be a headline, with less', () => {
    const first = line(70, { start: 'Rope' })
    expect(blocksBehind(first, line(49), NEXT)).toBe(1)
    expect(blocksBehind(first, line(48), NEXT)).toBe(2)
    expect(blocksBehind(line(61, { start: 'Rope' }), NEXT)).toBe(1)
    expect(blocksBehind(line(60, { start: 'Rope' }), NEXT)).toBe(2)
  })

  it('takes a full stop for a sentence’s end only where the line ends with it', () => {
    const behind = (end: string): number => blocksBehind(line(60, { start: 'Rope', end }), NEXT)
    expect([behind(' x.'), behind(' x.”'), behind('.b x'), behind('.) x')]).toEqual([1, 1, 2, 2])
  })

  it('takes “By” for a byline only where the line begins with it', () => {
    expect(blocksBehind(line(70, { start: 'Rope' }), 'A By Norvik')).toBe(1)
  })

  it('never joins a byline, or what is set in', () => {
    const first = line(70, { start: 'Rope' })
    expect([
      blocksBehind(first, 'By Norvik'),
      blocksBehind(first, 'BY NORVIK'),
      blocksBehind(first, 'Byron Norvik'),
    ]).toEqual([2, 2, 1])
    expect([blocksBehind(first, `   ${NEXT}`), blocksBehind(`   ${first.slice(3)}`, `   ${NEXT}`)]).toEqual([2, 1])
  })

  it('leaves the items of a list alone, full lines as they may be', () => {
    expect(
      blocksBehind(line(70, { start: '- Rope' }), line(70, { start: '- Rope' }), line(70, { start: '3. Rope' })),
    ).toBe(3)
    expect(blocksBehind(line(70, { start: '- Rope' }), `  ${NEXT}`)).toBe(1)
  })

  it('takes a mark for a dash only in the middle of a sentence, at the end of a full line', () => {
    const behind = (width: number, end: string): number =>
      blocksBehind(line(width, { start: 'Rope', end }), '– as he saw it – for long')
    expect([behind(70, ' x'), behind(70, ' x.'), behind(70, ' x;'), behind(70, ' x,'), behind(70, ' x:')]).toEqual([
      1, 2, 2, 2, 2,
    ])
    expect([behind(54, ' x'), behind(53, ' x')]).toEqual([1, 2])
  })
})

describe('edits of plain text', () => {
  it('are written as they are, on one line', () => {
    const story = readText('The *old* pier\n')
    expect(edited(story, 'old', 'a_b & <c>')).toBe('The *a_b & <c>* pier\n')
    expect(edited(story, 'old', 'a\nb')).toBeUndefined()
  })

  it('make no list item, and leave one that is', () => {
    expect(edited(readText('* "'), '"', 'a')).toBeUndefined()
    expect(edited(readText('– a'), 'a', '–')).toBeUndefined()
    expect(edited(readText('One - two'), 'One ', '')).toBeUndefined()
    expect(edited(readText('– one'), 'one', 'two')).toBe('– two')
  })

  it('that delete a block take its line and one gap', () => {
    const without = (source: string, index: number): string => {
      const story = readText(source)
      return applied(source, story.toSourceEdit(story.blocks[index]!, '')!)
    }
    expect(without('One\n\nTwo\n\nThree\n', 1)).toBe('One\n\nThree\n')
    expect(without('One\nTwo\n\nThree\n', 1)).toBe('One\n\nThree\n')
    expect(without('One\r\n\r\nTwo\r\n', 1)).toBe('One\r\n')
    expect(without('One\n\nTwo', 0)).toBe('Two')
    expect(without('One', 0)).toBe('')
  })
})

describe('any text', () => {
  const texts = fc
    .array(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '\n\n',
        ' ',
        '\t',
        '- ',
        '1. ',
        '• ',
        'a',
        'Word',
        'the the',
        '.',
        '\u200b',
        '\u00a0',
        '\uFEFF',
        '🙂',
        'a long line of words that goes on ',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''))

  it('is read without a throw, each letter from its own place', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const story = readText(source)
        const letters = story.blocks.flatMap((block) =>
          Array.from({ length: block.end - block.start }, (_, index) => block.start + index),
        )
        const misread = letters.filter((at) => {
          const { start, end } = story.toSource(span(at, at + 1))
          const from = source.slice(start, end)
          return from !== story.text[at] && !(story.text[at] === ' ' && /^[\s\u200b]+$/.test(from))
        })
        expect(misread).toEqual([])
      }),
      { numRuns: runs(600, 20_000) },
    )
  })

  it('loses a block and nothing else when one is deleted', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (source, pick) => {
        const story = readText(source)
        const block = story.blocks[pick % Math.max(1, story.blocks.length)]
        if (!block) return
        const after = readText(applied(source, story.toSourceEdit(block, '')!))
        const words = (text: string): string => text.replace(/[\s\u00b7•\d.-]+/g, '')
        expect(words(after.text)).toBe(words(story.text.slice(0, block.start) + story.text.slice(block.end)))
      }),
      { numRuns: runs(600, 20_000) },
    )
  })
})
