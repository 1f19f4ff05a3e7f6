/** Tests of how a story's text is put together, and of the way back for edits. */
import type { Copy } from '../../src/copy/index.ts'
import { describe, expect, it } from 'vitest'
import { CopyBuilder, encodePlain } from '../../src/copy/copy-builder.ts'
import { sourceSpan, span } from '../../src/text/span.ts'
import type { SourceEdit } from '../../src/text/index.ts'

/** A story of one block whose source is copied from end to end. */
function copied(source: string): Copy {
  const copy = new CopyBuilder(source)
  copy.open({ kind: 'line' })
  copy.copy(0, source.length)
  copy.close(sourceSpan(0, source.length))
  return copy.finish({ format: 'text' })
}

function spanOf(story: Copy, words: string) {
  const at = story.text.indexOf(words)
  if (at < 0) throw new Error(`“${words}” doesn't stand in “${story.text}”`)
  return span(at, at + words.length)
}

function sourceOf(story: Copy, words: string): string {
  const { start, end } = story.toSource(spanOf(story, words))
  return story.source.slice(start, end)
}

function apply(story: Copy, edit: SourceEdit | undefined): string | undefined {
  return edit && story.source.slice(0, edit.start) + edit.text + story.source.slice(edit.end)
}

const ODD_SPACES = [
  '\t',
  '\v',
  '\f',
  '\u0085',
  '\u00A0',
  '\u1680',
  '\u2002',
  '\u2009',
  '\u200A',
  '\u2028',
  '\u2029',
  '\u202F',
  '\u205F',
  '\u3000',
  '\n',
  '\r',
]
const INVISIBLE = [
  '\u00AD',
  '\u061C',
  '\u180E',
  '\u200B',
  '\u200D',
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202E',
  '\u2060',
  '\u2064',
  '\u2066',
  '\u2069',
  '\uFEFF',
]

describe('the text of a story', () => {
  it.each(ODD_SPACES.map((space) => [escape(space), space]))('has a plain space for %s', (_, space) => {
    const story = copied(`Gao${space}Feng`)
    expect(story.text).toBe('Gao Feng')
    expect(sourceOf(story, 'Gao Feng')).toBe(`Gao${space}Feng`)
    expect(sourceOf(story, 'Feng')).toBe('Feng')
  })

  it.each(INVISIBLE.map((character) => [escape(character), character]))(
    'leaves %s out and keeps where it stood',
    (_, character) => {
      const story = copied(`the${character} the`)
      expect(story.text).toBe('the the')
      expect(story.invisible).toEqual([{ at: 3, source: { start: 3, end: 4 } }])
      expect(sourceOf(story, ' the')).toBe(' the')
      expect(sourceOf(story, 'the the')).toBe(`the${character} the`)
    },
  )

  it('keeps a run of invisible characters as one', () => {
    const story = copied('Xiao\u200B\u200D\u00ADmi')
    expect(story.text).toBe('Xiaomi')
    expect(story.invisible).toEqual([{ at: 4, source: { start: 4, end: 7 } }])
    expect(sourceOf(story, 'Xiaomi')).toBe('Xiao\u200B\u200D\u00ADmi')
  })

  it('keeps letters with marks and characters beyond the first plane as they are', () => {
    const story = copied('Mu\u0308ller 😀 𝔛iaomi')
    expect(story.text).toBe('Mu\u0308ller 😀 𝔛iaomi')
    expect(sourceOf(story, '😀')).toBe('😀')
  })

  it('has one space for a CRLF, whose source is both characters', () => {
    const story = copied('one\r\ntwo\r\nthree')
    expect(story.text).toBe('one two three')
    expect(sourceOf(story, 'e t')).toBe('e\r\nt')
    expect(sourceOf(story, 'two')).toBe('two')
  })

  it('has plain spaces and no invisible characters in what was decoded, too', () => {
    const copy = new CopyBuilder('&nbsp;&shy;x')
    copy.open({ kind: 'paragraph' })
    copy.decode('\u00A0', 0, 6)
    copy.decode('\u00AD', 6, 11)
    copy.copy(11, 12)
    copy.close()
    const { text, invisible } = copy.finish({ format: 'text' })
    expect(text).toBe(' x')
    expect(invisible).toEqual([{ at: 1, source: { start: 6, end: 11 } }])
  })

  it('has a line feed between blocks that belongs to none of them', () => {
    const source = 'one/two//three'
    const copy = new CopyBuilder(source)
    for (const [start, end] of [
      [0, 3],
      [4, 7],
      [8, 8],
      [9, 14],
    ] as const) {
      copy.open({ kind: 'line' })
      copy.copy(start, end)
      copy.close()
    }
    const { text, blocks } = copy.finish({ format: 'text' })
    expect(text).toBe('one\ntwo\n\nthree')
    expect(blocks.map((block) => text.slice(block.start, block.end))).toEqual(['one', 'two', '', 'three'])
    expect(blocks.map(({ index }) => index)).toEqual([0, 1, 2, 3])
  })
})

describe('a builder', () => {
  it('says how far it has come', () => {
    const copy = new CopyBuilder('one two')
    expect([copy.length, copy.isEmpty]).toEqual([0, true])
    copy.open({ kind: 'line' })
    expect([copy.length, copy.isEmpty]).toEqual([0, true])
    copy.copy(0, 3)
    expect([copy.length, copy.isEmpty]).toEqual([3, false])
    copy.close()
    copy.open({ kind: 'line' })
    expect([copy.length, copy.isEmpty]).toEqual([4, true])
  })

  it('gives a block all that its reader said of it', () => {
    const copy = new CopyBuilder('one')
    copy.open({ kind: 'heading', level: 2, quoted: true, attached: true })
    copy.close()
    copy.open({ kind: 'field', key: 'image.caption' })
    copy.close()
    const { blocks } = copy.finish({ format: 'text' })
    expect(blocks[0]).toEqual({ index: 0, kind: 'heading', level: 2, quoted: true, attached: true, start: 0, end: 0 })
    expect(blocks[1]).toEqual({
      index: 1,
      kind: 'field',
      key: 'image.caption',
      quoted: false,
      attached: false,
      start: 1,
      end: 1,
    })
  })

  it('throws where blocks overlap, where text stands outside of them, and where one is left open', () => {
    const copy = new CopyBuilder('one two')
    expect(() => copy.copy(0, 3)).toThrow('no block is open')
    expect(() => copy.decode('&', 0, 3)).toThrow('no block is open')
    expect(() => copy.close()).toThrow('no block is open')
    copy.open({ kind: 'line' })
    expect(() => copy.open({ kind: 'line' })).toThrow('open already')
    expect(() => copy.finish({ format: 'text' })).toThrow('still open')
  })
})

describe('an edit', () => {
  it('replaces the source of its span', () => {
    const story = copied('Xiaomi rose\u00A0fast')
    expect(apply(story, story.toSourceEdit(spanOf(story, 'rose fast'), 'fell'))).toBe('Xiaomi fell')
  })

  it('inserts where its span is empty, also beside a line’s end', () => {
    const story = copied('He said “go\r\nand left')
    const end = spanOf(story, 'go').end
    expect(apply(story, story.toSourceEdit(span(end, end), '”'))).toBe('He said “go”\r\nand left')
    const start = spanOf(story, 'and').start
    expect(apply(story, story.toSourceEdit(span(start, start), '”'))).toBe('He said “go\r\n”and left')
    expect(apply(story, story.toSourceEdit(span(story.text.length, story.text.length), '.'))).toBe(
      'He said “go\r\nand left.',
    )
  })

  it('is none where it would take away an invisible character or markup', () => {
    const story = copied('Xiao\u200Bmi')
    expect(story.toSourceEdit(spanOf(story, 'Xiaomi'), 'Huawei')).toBeUndefined()
    expect(apply(story, story.toSourceEdit(spanOf(story, 'Xiao'), 'Hua'))).toBe('Hua\u200Bmi')
  })

  it('is none where a plain-text block would get another line', () => {
    const story = copied('one two')
    expect(story.toSourceEdit(spanOf(story, 'two'), 'two\nthree')).toBeUndefined()
    expect(encodePlain('two\rthree', sourceSpan(0, 0))).toBeUndefined()
    expect(encodePlain('*two* & three', sourceSpan(0, 0))).toBe('*two* & three')
  })

  it('is written by its block’s own encoder, which sees the place that it replaces', () => {
    const copy = new CopyBuilder('<p>Smith &amp; Co</p>')
    copy.open({
      kind: 'paragraph',
      encode: (text, { start, end }) =>
        text.includes('<') ? undefined : `${text.replaceAll('&', '&amp;')}[${start}–${end}]`,
    })
    copy.copy(3, 9)
    copy.decode('&', 9, 14)
    copy.copy(14, 17)
    copy.close()
    const story = copy.finish({ format: 'markdown' })
    expect(apply(story, story.toSourceEdit(spanOf(story, '& Co'), '& Sons'))).toBe('<p>Smith &amp; Sons[9–17]</p>')
    expect(story.toSourceEdit(spanOf(story, 'Co'), '<b>')).toBeUndefined()
  })

  it('that crosses two blocks is none', () => {
    const copy = new CopyBuilder('one two')
    for (const [start, end] of [
      [0, 3],
      [4, 7],
    ] as const) {
      copy.open({ kind: 'line' })
      copy.copy(start, end)
      copy.close()
    }
    const story = copy.finish({ format: 'text' })
    expect(story.toSourceEdit(span(0, 7), 'three')).toBeUndefined()
    expect(story.toSourceEdit(span(2, 5), '')).toBeUndefined()
  })

  it('that deletes a whole block takes what the reader says belongs to it, and is none where the reader says nothing', () => {
    const copy = new CopyBuilder('one\n\ntwo\n')
    copy.open({ kind: 'line' })
    copy.copy(0, 3)
    copy.close(sourceSpan(0, 5))
    copy.open({ kind: 'line' })
    copy.copy(5, 8)
    copy.close()
    const story = copy.finish({ format: 'text' })
    expect(apply(story, story.toSourceEdit(spanOf(story, 'one'), ''))).toBe('two\n')
    expect(story.toSourceEdit(spanOf(story, 'two'), '')).toBeUndefined()
    expect(apply(story, story.toSourceEdit(spanOf(story, 'on'), ''))).toBe('e\n\ntwo\n')
  })
})

function escape(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
