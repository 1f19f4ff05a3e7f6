/** Tests of the way from a story's text to its source. */
import { describe, expect, it } from 'vitest'
import { SourceMap } from '../../src/text/source-map.ts'
import { span } from '../../src/text/span.ts'

/** A piece of a source: `copied` as it is, `[text, source]` decoded as a whole, or markup that gives no text. */
type Piece =
  | { readonly copied: string }
  | { readonly decoded: readonly [text: string, source: string] }
  | { readonly markup: string }

function mapOf(...pieces: readonly Piece[]) {
  const columns = {
    textStarts: [] as number[],
    textEnds: [] as number[],
    sourceStarts: [] as number[],
    sourceEnds: [] as number[],
    plain: [] as number[],
  }
  let text = ''
  let source = ''
  for (const piece of pieces) {
    const [shown, written] =
      'copied' in piece ? [piece.copied, piece.copied] : 'decoded' in piece ? piece.decoded : ['', piece.markup]
    if (!('markup' in piece)) {
      columns.textStarts.push(text.length)
      columns.textEnds.push(text.length + shown.length)
      columns.sourceStarts.push(source.length)
      columns.sourceEnds.push(source.length + written.length)
      columns.plain.push('copied' in piece ? 1 : 0)
    }
    text += shown
    source += written
  }
  const map = new SourceMap(columns)
  const spanOf = (words: string) => {
    const at = text.indexOf(words)
    if (at < 0) throw new Error(`“${words}” doesn't stand in “${text}”`)
    return span(at, at + words.length)
  }
  return {
    map,
    text,
    source,
    spanOf,
    sourceOf: (words: string) => {
      const { start, end } = map.toSource(spanOf(words))
      return source.slice(start, end)
    },
  }
}

describe('the source of a span', () => {
  it('is the span itself where the text was copied', () => {
    const { sourceOf } = mapOf({ copied: 'Gao met Xiaomi' })
    expect(sourceOf('Gao')).toBe('Gao')
    expect(sourceOf('met Xiao')).toBe('met Xiao')
  })

  it('holds the markup inside the span and none of the markup around it', () => {
    const { sourceOf } = mapOf({ markup: '**' }, { copied: 'Xiao' }, { markup: '**' }, { copied: 'mi rose' })
    expect(sourceOf('Xiaomi')).toBe('Xiao**mi')
    expect(sourceOf('Xiao')).toBe('Xiao')
    expect(sourceOf('mi')).toBe('mi')
  })

  it('takes a decoded piece whole, however little of it the span holds', () => {
    const { sourceOf } = mapOf({ copied: 'Marks ' }, { decoded: ['...', '&hellip;'] }, { copied: ' Spencer' })
    expect(sourceOf('...')).toBe('&hellip;')
    expect(sourceOf('s .')).toBe('s &hellip;')
    expect(sourceOf('. S')).toBe('&hellip; S')
  })

  it('is empty for an empty span, before a decoded piece or behind it', () => {
    const { map } = mapOf({ copied: 'AT' }, { decoded: ['&', '&amp;'] }, { copied: 'T' })
    expect(map.toSource(span(2, 2))).toEqual({ start: 2, end: 2 })
    expect(map.toSource(span(3, 3))).toEqual({ start: 7, end: 7 })
    expect(map.toSource(span(4, 4))).toEqual({ start: 8, end: 8 })
  })

  it('ends where the last piece ends for a span that runs past it', () => {
    const { map } = mapOf({ copied: 'one' }, { decoded: ['&', '&amp;'] })
    expect(map.toSource(span(1, 9))).toEqual({ start: 1, end: 8 })
    expect(map.toSource(span(9, 12))).toEqual({ start: 8, end: 8 })
  })

  it('is the very beginning for a story without text', () => {
    expect(mapOf().map.toSource(span(0, 0))).toEqual({ start: 0, end: 0 })
  })

  it('is found among many pieces', () => {
    const pieces = Array.from({ length: 1000 }, (_, index): Piece[] => [
      { markup: '<b>' },
      { copied: `word${String(index).padStart(3, '0')} ` },
    ]).flat()
    const { map, source, text } = mapOf(...pieces)
    for (let index = 0; index < 1000; index++) {
      const at = index * 8
      const { start, end } = map.toSource(span(at, at + 7))
      expect(source.slice(start, end)).toBe(text.slice(at, at + 7))
    }
  })
})

describe('a span', () => {
  const story = mapOf(
    { copied: 'Marks ' },
    { decoded: ['&', '&amp;'] },
    { copied: ' Spen' },
    { markup: '*' },
    { copied: 'cer' },
    { decoded: ['...', '&hellip;'] },
  )

  it('is seamless where nothing but its own text stands in the source', () => {
    expect(story.map.isSeamless(story.spanOf('Marks & Spen'))).toBe(true)
    expect(story.map.isSeamless(story.spanOf('&'))).toBe(true)
    expect(story.map.isSeamless(story.spanOf('cer...'))).toBe(true)
  })

  it('is not seamless with markup in it', () => {
    expect(story.map.isSeamless(story.spanOf('Spencer'))).toBe(false)
  })

  it('is not seamless where it begins or ends inside a decoded piece', () => {
    expect(story.map.isSeamless(story.spanOf('cer.'))).toBe(false)
    expect(story.map.isSeamless(span(story.text.length - 2, story.text.length))).toBe(false)
  })

  it('that is empty is seamless at both ends of a decoded piece and not inside it', () => {
    const dots = story.spanOf('...')
    expect([dots.start, dots.start + 1, dots.end].map((at) => story.map.isSeamless(span(at, at)))).toEqual([
      true,
      false,
      true,
    ])
    const and = story.spanOf('&')
    expect([and.start, and.end].map((at) => story.map.isSeamless(span(at, at)))).toEqual([true, true])
  })
})
