/** Random edits of random sources, for property tests. */
import fc from 'fast-check'
import type { SourceEdit } from '../../src/text/index.ts'

/** A source of lines with all kinds of ends. */
export const aSource = fc
  .array(fc.constantFrom('tram', ' ', 'the line', '\n', '\r\n', '\n\n', 'é', '🚋', '\t', 'x'), { maxLength: 60 })
  .map((parts) => parts.join(''))

/** Edits of a source, in order; none overlaps another, and none cuts a character or a CRLF in two. */
export function editsOf(source: string): fc.Arbitrary<readonly SourceEdit[]> {
  return fc
    .tuple(
      fc.array(fc.nat({ max: source.length }), { maxLength: 12 }),
      fc.array(fc.constantFrom('', 'bus', '\n', 'a\nb', 'x '), { minLength: 6, maxLength: 6 }),
    )
    .map(([offsets, texts]) => {
      const at = [...offsets].map((offset) => wholeAt(source, offset)).sort((one, other) => one - other)
      const edits: SourceEdit[] = []
      for (let index = 0; index + 1 < at.length; index += 2)
        edits.push({ start: at[index]!, end: at[index + 1]!, text: texts[index / 2]! })
      return edits
    })
}

function wholeAt(source: string, offset: number): number {
  const pair = source.slice(offset - 1, offset + 1)
  return pair === '\r\n' || (pair.length === 2 && [...pair].length === 1) ? offset - 1 : offset
}
