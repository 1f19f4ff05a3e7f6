/** Where the table of shapes looks a template up: by the words that it can begin with or, failing that, end with. */
import type { ShapeData } from './shape.ts'
import { Classes, edgeKeys, lineKeys, readTemplate } from '../../../english/phrases.ts'

/** The keys that a template is looked up by. */
export interface Edge {
  readonly side: 'first' | 'last'
  readonly keys: readonly string[]
}

/**
 * The edge of a template.
 * @throws {SyntaxError} where it can begin and end with any word: it would be tried on every line.
 */
function edgeOf(template: string, classes: Classes): Edge {
  const items = readTemplate(template, classes)
  const first = edgeKeys(items, 'first')
  if (first) return { side: 'first', keys: [...first] }
  const last = edgeKeys(items, 'last')
  if (!last)
    throw new SyntaxError(
      `the template “${template}” begins and ends with any word, so it would be tried on every line`,
    )
  return { side: 'last', keys: [...last] }
}

/** The templates of some shapes, in order. */
export function templatesOf({ lines }: ShapeData): readonly string[] {
  return lines.trim().split('\n')
}

/** The templates that a word can begin, or end: `12.3` is the fourth one of the thirteenth shape. */
export interface EdgeIndex {
  readonly first: ReadonlyMap<string, string>
  readonly last: ReadonlyMap<string, string>
}

/**
 * Where all templates are looked up, as text, a line for each word: `first share 12.3 12.5`. `npm run generate` writes
 * it down, since working out hundreds takes longer than reading a story.
 * @throws {SyntaxError} as `edgeOf` does.
 */
export function renderEdges(shapes: readonly ShapeData[], classTemplates: Readonly<Record<string, string>>): string {
  const classes = new Classes(classTemplates, lineKeys)
  const lines = new Map<string, string[]>()
  for (const [label, shape] of shapes.entries()) {
    for (const [line, template] of templatesOf(shape).entries()) {
      const { side, keys } = edgeOf(template, classes)
      for (const key of keys) {
        const word = `${side} ${key}`
        const ids = lines.get(word)
        if (ids) ids.push(`${label}.${line}`)
        else lines.set(word, [`${label}.${line}`])
      }
    }
  }
  return [...lines].map(([word, ids]) => `${word} ${ids.join(' ')}`).join('\n')
}

/** Reads what `renderEdges` has written; what stands behind a word is left for whoever asks for it. */
export function readEdges(text: string): EdgeIndex {
  const first = new Map<string, string>()
  const last = new Map<string, string>()
  for (const line of text.split('\n')) {
    const isFirst = line.startsWith('first ')
    const from = isFirst ? 6 : 5
    const to = line.indexOf(' ', from)
    const side = isFirst ? first : last
    side.set(line.slice(from, to), line.slice(to + 1))
  }
  return { first, last }
}
