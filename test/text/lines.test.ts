/** Tests of lines and columns. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lines } from '../../src/text/lines.ts'
import type { SourceOffset } from '../../src/text/span.ts'

const place = (source: string, offset: number): string => {
  const { line, column } = new Lines(source).pointAt(offset as SourceOffset)
  return `${line}:${column}`
}
const places = (source: string): readonly string[] =>
  Array.from({ length: source.length + 1 }, (_, offset) => place(source, offset))

describe('a place in a source', () => {
  it('has a line and a column that count from 1', () => {
    expect(places('ab')).toEqual(['1:1', '1:2', '1:3'])
  })

  it('stands on the next line behind a line feed', () => {
    expect(places('a\nb')).toEqual(['1:1', '1:2', '2:1', '2:2'])
  })

  it('stands on the next line behind a CRLF, and not between its two characters', () => {
    expect(places('a\r\nb')).toEqual(['1:1', '1:2', '1:3', '2:1', '2:2'])
  })

  it('stands on the next line behind a carriage return alone', () => {
    expect(places('a\rb\r')).toEqual(['1:1', '1:2', '2:1', '2:2', '3:1'])
  })

  it('counts empty lines, whatever ends them', () => {
    expect(place('\n\n\nx', 3)).toBe('4:1')
    expect(place('\r\r\rx', 3)).toBe('4:1')
    expect(place('\r\n\r\n\r\nx', 6)).toBe('4:1')
    expect(place('\n\r\n\rx', 4)).toBe('4:1')
  })

  it('counts in UTF-16 units and takes no other character for a line’s end', () => {
    expect(place('😀x', 2)).toBe('1:3')
    expect(place('a\u2028b\u0085c\fd', 6)).toBe('1:7')
  })

  it('is the beginning or the end for an offset outside', () => {
    const lines = new Lines('one\ntwo')
    expect(lines.pointAt(99 as SourceOffset)).toEqual({ line: 2, column: 4, offset: 7 })
    expect(lines.pointAt(-1 as SourceOffset)).toEqual({ line: 1, column: 1, offset: 0 })
  })

  it('is the only one there is in an empty source', () => {
    expect(new Lines('').pointAt(0 as SourceOffset)).toEqual({ line: 1, column: 1, offset: 0 })
  })

  it('is what splitting the source into lines says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '😀')), (parts) => {
        const source = parts.join('')
        const lines = new Lines(source)
        for (let offset = 0; offset <= source.length; offset++) {
          // A CRLF is cut behind its second character, so its first still stands on the line.
          const before = source.slice(0, offset) + (source[offset - 1] === '\r' && source[offset] === '\n' ? 'x' : '')
          const all = before.replace(/\rx$/, 'yx').split(/\r\n|\n|\r/)
          const column = all.at(-1)!.length + (before.length > offset ? 0 : 1)
          expect(lines.pointAt(offset as SourceOffset)).toEqual({ line: all.length, column, offset })
        }
      }),
    )
  })
})
