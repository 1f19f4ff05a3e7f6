/** The marks of an example: `[[…]]` around what is found, `[[1:…]]` around a related place of the first finding. */

/** A stretch of an example's text, marks taken out. */
export interface Mark {
  readonly start: number
  readonly end: number
}

/** A related place; `finding` counts from 1, in the order of the marks. */
export interface RelatedMark extends Mark {
  readonly finding: number
}

/** A text without its marks, and where they stood. */
export interface Marked {
  readonly text: string
  /** In order of their start. */
  readonly marks: readonly Mark[]
  /** In order of their start. */
  readonly related: readonly RelatedMark[]
}

/**
 * Takes the marks out of a text. Marks may lie within one another; of `]]]` the last two brackets close. A literal `[[`
 * is written `\[[`. `[[25:70]]` is a plain mark where there is no 25th finding it could be related to.
 * @throws {Error} for a mark that is never closed.
 */
export function readMarks(marked: string): Marked {
  const findings = [...marked.matchAll(OPENING)].filter(
    ([opening, number]) => opening !== ESCAPED && number === undefined,
  ).length
  const found: (Mark & { finding: number | undefined })[] = []
  const open: { start: number; finding: number | undefined }[] = []
  let text = ''
  for (let at = 0; at < marked.length;) {
    const [token] = matchAt(TOKEN, marked, at) ?? [marked[at]!]
    at += token.length
    if (token === ESCAPED || token === ESCAPED_END) {
      text += token.slice(1)
    } else if (token.startsWith('[[')) {
      const finding = Number.parseInt(token.slice(2), 10)
      const isRelated = finding >= 1 && finding <= findings
      open.push({ start: text.length, finding: isRelated ? finding : undefined })
      if (!isRelated) text += token.slice(2)
    } else if (token.startsWith(']]') && open.length > 0) {
      const closes = Math.min(open.length, token.length >> 1)
      text += token.slice(2 * closes)
      for (const { start, finding } of open.splice(-closes)) found.push({ start, end: text.length, finding })
    } else {
      text += token
    }
  }
  if (open.length > 0) throw new Error('a mark [[ is never closed by ]]')
  const inOrder = found.toSorted((one, other) => one.start - other.start || other.end - one.end)
  return {
    text,
    marks: inOrder.flatMap(({ start, end, finding }) => (finding === undefined ? [{ start, end }] : [])),
    related: inOrder.flatMap(({ start, end, finding }) => (finding === undefined ? [] : [{ start, end, finding }])),
  }
}

const ESCAPED = '\\[['
const ESCAPED_END = '\\]]'
const OPENING = /\\\[\[|\[\[(\d{1,2}:)?/g
const TOKEN = /\\\[\[|\\\]\]|\[\[(?:\d{1,2}:)?|\]{2,}/y

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
