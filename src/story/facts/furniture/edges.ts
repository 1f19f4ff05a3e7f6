/** Where the table of shapes looks a template up: by the words that it can begin with or, failing that, end with. */
import type { ShapeData } from './shape-table.ts'
import { Classes, closingKeys, readTemplate } from './template.ts'

/** The keys that a template is looked up by. */
export interface Edge {
  readonly side: 'first' | 'last'
  readonly keys: readonly string[]
}

/**
 * The edge of a template.
 * @throws {SyntaxError} where it can begin and end with any word: it would be tried on every line.
 */
export function edgeOf(template: string, classes: Classes): Edge {
  const first = classes.opening(template)
  if (first) return { side: 'first', keys: [...first] }
  const last = closingKeys(readTemplate(template, classes))
  if (!last) throw new SyntaxError(`the template “${template}” begins and ends with any word, so it would be tried on every line`)
  return { side: 'last', keys: [...last] }
}

/** The templates of some shapes, in order. */
export function templatesOf({ lines }: ShapeData): readonly string[] {
  return lines.trim().split('\n')
}

/**
 * The edges of all templates as text, a line each: `first share tweet`. `npm run generate` writes them down, since working
 * out hundreds takes longer than reading a story.
 */
export function renderEdges(shapes: readonly ShapeData[], classTemplates: Readonly<Record<string, string>>): string {
  const classes = new Classes(classTemplates)
  return shapes.flatMap(templatesOf).map((template) => {
    const { side, keys } = edgeOf(template, classes)
    return [side, ...keys].join(' ')
  }).join('\n')
}

/** Reads what `renderEdges` has written. */
export function readEdges(text: string): readonly Edge[] {
  return text.split('\n').map((line) => {
    const [side, ...keys] = line.split(' ')
    return { side: side as Edge['side'], keys }
  })
}
