/** What the parser of Markdown leaves out for speed makes no difference. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Node, Parent } from 'unist'
import { parseMarkdown, parseMdx } from '../../src/readers/markdown/parse-markdown.ts'
import { markdownPages } from './markdown-pages.ts'
import { runs } from '../runs.ts'

const RUNS = runs(400, 20_000)

// With this before it, all of GFM is looked for.
const EVERYTHING = '| @ www. http: |\n\n'
const NEARLY = [
  'a',
  'b ',
  ' ',
  '\n',
  '\n\n',
  '|',
  ':',
  '-',
  ':-',
  '-:',
  '@',
  'www',
  'WWW.',
  '.',
  'http',
  'https:',
  's:',
  '//',
  '_',
  '*',
  '~~',
  '[^1]',
  '[x]',
  '[',
  ']',
  '(',
  ')',
  '> ',
  '- ',
  '`',
  'é',
  '\t',
  '&amp;',
  '\\',
  '+',
]

/** Types, words and offsets, as if a tree had begun so much further up. */
function shapeOf(node: Node, shift: number): unknown {
  const { children = [] } = node as Partial<Parent>
  return [
    node.type,
    (node as { value?: string }).value,
    node.position!.start.offset! - shift,
    node.position!.end.offset! - shift,
    children.map((child) => shapeOf(child, shift)),
  ]
}

describe.each([
  ['Markdown', parseMarkdown],
  ['MDX', parseMdx],
] as const)('a text of %s without addresses or tables', (_, parse) => {
  it.each([
    ['pages', markdownPages],
    ['what is nearly one', fc.array(fc.constantFrom(...NEARLY), { maxLength: 30 }).map((parts) => parts.join(''))],
  ] as const)('is parsed as if there were some: %s', (__, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const whole = parse(EVERYTHING + text).children.slice(1)
        expect(parse(text).children.map((node) => shapeOf(node, 0))).toEqual(
          whole.map((node) => shapeOf(node, EVERYTHING.length)),
        )
      }),
      { numRuns: RUNS },
    )
  })
})
