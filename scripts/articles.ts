/** Reads news to measure with: folders of drafts and pages, or of .jsonl(.gz) articles with `headline` and `body`. */
import { readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { formatOf } from '../src/copy/formats/format-of.ts'
import { isFoundInFolders } from '../src/copy/formats/format.ts'
import { isCalendarDay } from '../src/copy/calendar.ts'
import type { CalendarDay, Format } from '../src/copy/index.ts'
import { filesBelow, isJsonLines, rowsOf } from './json-rows.ts'

/** One article to measure with. */
export interface Article {
  /** What tells it from others in its set. */
  readonly id: string
  /** The file that it came from. */
  readonly set: string
  /** The file's path, where it is one of copy; a row of articles has none. */
  readonly path: string | undefined
  /** The data set's name: the folder below the one that was named, or that one's own. */
  readonly folder: string
  /** The file's text, or a row's headline, a blank line and its body. */
  readonly text: string
  readonly format: Format
  /** The day of publication, `2020-07-17`, where the row gives one. */
  readonly date: string | undefined
}

/** Takes the place (“news.jsonl, line 7”) of a row that was left out since it has no `body`. */
export type OnLeftOut = (place: string) => void

/** What `articlesOf` reads, for messages. */
export const READABLE = '.txt, .md, .mdx, .html, .ninjs, .jsonl and .jsonl.gz'

/** The drafts among articles, in plain text and Markdown. */
export function isDraft({ format }: Article): boolean {
  return format === 'text' || format === 'markdown'
}

/** The texts of all drafts below a folder, or of one file. */
export function readArticles(path: string): string[] {
  return [...articlesOf(path)].filter(isDraft).map(({ text }) => text)
}

/**
 * The articles below a folder, or of one file, in the order of their paths. Files of other kinds are passed over.
 * @throws {InputError} naming what is missing or can't be unpacked, or the file and line of a row that isn't a JSON
 * object.
 */
export function* articlesOf(path: string, onLeftOut?: OnLeftOut): Iterable<Article> {
  for (const file of filesBelow(path)) {
    const folder = dataSetOf(file, path)
    if (isFoundInFolders(file)) {
      const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
      yield { id: file, set: file, path: file, folder, text, format: formatOf(file, text) ?? 'text', date: undefined }
    } else if (isJsonLines(file)) {
      yield* articlesIn(file, folder, onLeftOut)
    }
  }
}

/** An article's day of publication; nothing where it has none that is in the calendar. */
export function dayOf({ date }: Pick<Article, 'date'>): CalendarDay | undefined {
  const [year, month, day] = date?.split('-').map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  return isCalendarDay({ year, month, day }) ? { year, month, day } : undefined
}

function* articlesIn(file: string, folder: string, onLeftOut: OnLeftOut | undefined): Iterable<Article> {
  for (const {
    row: { headline, body, id, date },
    place,
    line,
  } of rowsOf(file)) {
    if (typeof body !== 'string') {
      onLeftOut?.(place)
      continue
    }
    const text = typeof headline === 'string' && headline !== '' ? `${headline}\n\n${body}` : body
    yield {
      id: typeof id === 'string' ? id : `${file}:${line}`,
      set: file,
      path: undefined,
      folder,
      text,
      format: 'text',
      date: typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
    }
  }
}

/** A site keeps its copy in hundreds of folders; a set for each would say nothing. */
function dataSetOf(file: string, named: string): string {
  const [below, ...deeper] = relative(named, file).split(/[\\/]/)
  return deeper.length > 0 ? below! : basename(file === named ? dirname(resolve(file)) : resolve(named))
}
