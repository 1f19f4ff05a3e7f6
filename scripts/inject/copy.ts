/**
 * A draft as an injector sees it: its headline, its paragraphs of prose, what stands in quotation marks, and its names.
 */
import type { Article } from '../articles.ts'
import type { TextStretch } from '../measure/context.ts'
import { namesOf, type NameInCopy, type NameWords } from './names-in-copy.ts'

/** A draft, looked at. */
export class DraftCopy {
  readonly text: string
  /** The set of articles that it is from. */
  readonly folder: string
  /** The day of publication, `2020-07-17`. */
  readonly date: string | undefined
  /** The first line, where a blank line follows it. */
  readonly headline: TextStretch | undefined
  /** The lines under the headline that aren't blank. */
  readonly paragraphs: readonly TextStretch[]
  /** Those of them that are sentences, written in sentence case. */
  readonly prose: readonly TextStretch[]
  #names: { readonly names: readonly NameInCopy[]; readonly words: NameWords } | undefined
  #quotations: readonly TextStretch[] | undefined

  constructor(article: Pick<Article, 'text' | 'folder' | 'date'>) {
    this.text = article.text
    this.folder = article.folder
    this.date = article.date
    const lines = linesOf(this.text)
    const [first] = lines
    this.headline = first && /^\n[ \t]*\n/.test(this.text.slice(first.end, first.end + 20)) ? first : undefined
    this.paragraphs = this.headline ? lines.slice(1) : lines
    this.prose = this.paragraphs.filter((paragraph) => isProse(this.slice(paragraph)))
  }

  slice({ start, end }: TextStretch): string {
    return this.text.slice(start, end)
  }

  /** The real names in the prose outside quotation marks, in order. */
  get names(): readonly NameInCopy[] {
    return this.#lookForNames().names
  }

  /** What is known of the story's words with a capital. */
  get nameWords(): NameWords {
    return this.#lookForNames().words
  }

  /** Whether any of a stretch stands in quotation marks. */
  isQuoted({ start, end }: TextStretch): boolean {
    this.#quotations ??= this.paragraphs.flatMap((paragraph) => quotationsIn(this.text, paragraph))
    return this.#quotations.some((quotation) => quotation.start < end && quotation.end > start)
  }

  /** All places in the prose, outside quotation marks, where an expression matches; it needs the flag `g`. */
  matches(expression: RegExp): RegExpExecArray[] {
    return this.prose.flatMap((paragraph) =>
      [...this.slice(paragraph).matchAll(expression)].flatMap((match) => {
        match.index += paragraph.start
        return this.isQuoted({ start: match.index, end: match.index + match[0].length }) ? [] : [match]
      }),
    )
  }

  #lookForNames(): { readonly names: readonly NameInCopy[]; readonly words: NameWords } {
    this.#names ??= namesOf(this)
    return this.#names
  }
}

function linesOf(text: string): TextStretch[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    start: index + line.length - line.trimStart().length,
    end: index + line.trimEnd().length,
  }))
}

const SHORTEST = 8

/** Sentences in sentence case; no headline, list, table, address or line of a page. */
function isProse(line: string): boolean {
  const words = line.split(/\s+/)
  if (words.length < SHORTEST || !/[.!?…]["”’')\]]*$/.test(line) || /[|{}<>]|https?:|www\./.test(line)) return false
  const long = words.slice(1).filter((word) => /\p{L}{4}/u.test(word))
  return long.filter((word) => /^\p{Lu}/u.test(word)).length < long.length / 2
}

/** Curly and straight quotations; one that isn't closed goes on to the paragraph's end. */
function quotationsIn(text: string, { start, end }: TextStretch): TextStretch[] {
  return [
    ...text
      .slice(start, end)
      .matchAll(/“[^”]*(?:”|$)|"[^"]*(?:"|$)|‘[^’]*(?:’|$)|(?<=^|[\s(])'[^']*(?:'(?!\p{L})|$)/gu),
  ].map(({ index, 0: words }) => ({ start: start + index, end: start + index + words.length }))
}
