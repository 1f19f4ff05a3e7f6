/** Tests that each reader hands on the orders in its comments, with exact places. */
import { describe, expect, test } from 'vitest'
import type { Directive } from '../../src/copy/index.ts'
import { htmlDirectives, mdxDirectives, readDirective } from '../../src/readers/directives.ts'
import { readHtml } from '../../src/readers/html.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { readMdx } from '../../src/readers/mdx.ts'
import { duration } from '../duration.ts'

const short = ({ action, rules, reason }: Directive): readonly unknown[] => [action, rules, reason]

describe('a comment', () => {
  test.each([
    [' copydesk-disable ', ['disable', [], undefined]],
    [
      'copydesk-disable-next-line one,two three -- as signed',
      ['disable-next-line', ['one', 'two', 'three'], 'as signed'],
    ],
    [' Copydesk-Disable-File one\n--\n  for the  club ', ['disable-file', ['one'], 'for the club']],
    [' copydesk-enable -- it is over -- at last', ['enable', [], 'it is over -- at last']],
    [' copydesk-disable one --', ['disable', ['one'], undefined]],
  ])('%j is an order', (comment, wanted) => {
    expect(short(readDirective(comment, 0, 1)!)).toEqual(wanted)
  })

  test.each(['copydesk', 'copydesk: disable', 'the copydesk-disable comment', 'copydeskdisable', 'eslint-disable', ''])(
    '%j is none',
    (comment) => {
      expect(readDirective(comment, 0, 1)).toBeUndefined()
    },
  )
})

/** The orders of a source with the text where each stands. */
const placed = (source: string, directives: readonly Directive[]): readonly (readonly string[])[] =>
  directives.map(({ action, source: at }) => [action, source.slice(at.start, at.end)])

describe('orders', () => {
  test('in Markdown stand in comments, blocks of their own and in a line, in quotations and lists', () => {
    const source =
      '<!-- copydesk-disable a -->\n\n> <!-- copydesk-enable a\n> -->\n\n- item\n  <!-- copydesk-disable-next-line b -->\n- In a line <!-- copydesk-disable c --> here.\n\n`<!-- copydesk-disable d -->`\n'
    expect(placed(source, readMarkdown(source).directives)).toEqual([
      ['disable', '<!-- copydesk-disable a -->'],
      ['enable', '<!-- copydesk-enable a\n> -->'],
      ['disable-next-line', '<!-- copydesk-disable-next-line b -->'],
      ['disable', '<!-- copydesk-disable c -->'],
    ])
  })

  test('in a page stand anywhere but in scripts and styles', () => {
    const source =
      '<head><!-- copydesk-disable-file a --></head><script>"<!-- copydesk-disable b -->"</script><article><p>Copy.</p><!-- copydesk-disable-next-line c -->\n<p>Copy.</p></article>'
    expect(
      placed(
        source,
        readHtml(source).flatMap(({ directives }) => directives),
      ),
    ).toEqual([
      ['disable-file', '<!-- copydesk-disable-file a -->'],
      ['disable-next-line', '<!-- copydesk-disable-next-line c -->'],
    ])
  })

  test('in MDX stand in its own comments, but not in code', () => {
    const source =
      '---\ncopydesk: {disable: z}\n---\n\n{/* copydesk-disable a -- why */}\n\nCopy {/*copydesk-disable-next-line b*/} here.\n\n```\n{/* copydesk-disable c */}\n```\n\n{ /* copydesk-enable */ }\n'
    expect(placed(source, readMdx(source).directives)).toEqual([
      ['disable-file', 'z'],
      ['disable', '{/* copydesk-disable a -- why */}'],
      ['disable-next-line', '{/*copydesk-disable-next-line b*/}'],
      ['enable', '{ /* copydesk-enable */ }'],
    ])
  })

  test.each([
    ['comments that open and never close', '<!-- copydesk-disable '],
    ['orders', '<!-- copydesk-disable a -->'],
    ['MDX comments that open', '{/* copydesk-disable '],
    ['fences', '```\n{/* copydesk-disable a */}\n'],
    ['dashes', 'copydesk-disable -- '],
  ])('in 240 kB of %s are found in time', (_, token) => {
    const source = token.repeat(Math.ceil(240_000 / token.length))
    expect(duration(() => htmlDirectives(source))).toBeLessThan(2000)
    expect(duration(() => mdxDirectives(source))).toBeLessThan(2000)
  })
})
