/** Reads the errors that a careful reader marked in drafts: what is wrong, where, and how sure he is. */
import { relative, sep } from 'node:path'
import type { Article } from '../../articles.ts'
import { InputError } from '../../input-error.ts'
import { rowsOf, type PlacedRow } from '../../json-rows.ts'

/** How many desks would change it: 3 any, 2 most, 1 some. */
export type ErrorCertainty = 1 | 2 | 3

/** The certainties, surest first, with what each means. */
export const CERTAINTIES: ReadonlyMap<ErrorCertainty, string> = new Map([
  [3, 'any desk'],
  [2, 'most'],
  [1, 'some'],
])

/** One marked error, in the UTF-16 units of its draft. */
export interface MarkedError {
  readonly article: Article
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly kind: string
  /**
   * What the reader would write instead: empty to delete it, alternatives parted by “ / ”, a remark in brackets where
   * no words are given.
   */
  readonly fix: string
  readonly why: string
  readonly certainty: ErrorCertainty
}

/**
 * Reads the errors of drafts.
 * @param file JSON Lines, an error a line: `file, quote, nth, kind, fix, why, certainty`; more fields don't matter.
 * @param drafts Files: `file` is the end of one's path.
 * @throws {InputError} naming the first row that lacks something, names no draft, or quotes what doesn't stand there.
 */
export function readMarkedErrors(file: string, drafts: readonly Article[]): readonly MarkedError[] {
  const byEnd = new Map(drafts.flatMap((article) => endsOf(article.path!).map((end) => [end, article] as const)))
  return [...rowsOf(file)].map((row) => markedError(row, byEnd))
}

/** `drafts/one.txt` answers to its whole path and to each end of it, `one.txt`. */
function endsOf(path: string): readonly string[] {
  const names = relative('', path).split(sep)
  return [path, ...names.map((_, index) => names.slice(index).join('/'))]
}

function markedError({ row, place }: PlacedRow, drafts: ReadonlyMap<string, Article>): MarkedError {
  const { file, quote, nth = 0, kind, fix = '', why = '', certainty } = row
  for (const [name, value] of Object.entries({ file, quote, kind })) {
    if (typeof value !== 'string' || value === '') throw new InputError(`${place}: “${name}” must be a text`)
  }
  for (const [name, value] of Object.entries({ fix, why })) {
    if (typeof value !== 'string') throw new InputError(`${place}: “${name}” must be a text`)
  }
  if (!CERTAINTIES.has(certainty as ErrorCertainty)) throw new InputError(`${place}: “certainty” must be 1, 2 or 3`)
  if (typeof nth !== 'number' || !Number.isInteger(nth) || nth < 0)
    throw new InputError(`${place}: “nth” must be a whole number from 0`)
  const article = drafts.get(file as string)
  if (article === undefined) throw new InputError(`${place}: there is no draft “${String(file)}” in the folder`)
  const start = nthPlace(article.text, quote as string, nth)
  if (start === undefined) throw new InputError(`${place}: “quote” doesn’t stand ${nth + 1} times in ${String(file)}`)
  return {
    article,
    start,
    end: start + (quote as string).length,
    quote: quote as string,
    kind: kind as string,
    fix: fix as string,
    why: why as string,
    certainty: certainty as ErrorCertainty,
  }
}

function nthPlace(text: string, quote: string, nth: number): number | undefined {
  let at = text.indexOf(quote)
  for (let passed = 0; passed < nth && at !== -1; passed++) at = text.indexOf(quote, at + quote.length)
  return at === -1 ? undefined : at
}
