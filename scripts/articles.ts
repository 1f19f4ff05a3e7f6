/** Reads news to measure with: folders of drafts, or of .jsonl(.gz) articles with `headline` and `body`. */
import { readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { formatOf } from '../src/check/format-of.ts'
import { isCalendarDay } from '../src/story/calendar.ts'
import type { CalendarDay, Format } from '../src/story/index.ts'
import { filesBelow, isJsonLines, rowsOf } from './json-rows.ts'

/** One article to measure with. */
export interface Article {
  /** What tells it from others in its set. */
  readonly id: string
  /** The file that it came from. */
  readonly set: string
  /** The name of the folder that the file stands in: the data set. */
  readonly folder: string
  /** Headline, blank line, body. */
  readonly text: string
  readonly format: Format
  /** The day of publication, `2020-07-17`, where the row gives one. */
  readonly date: string | undefined
}

/** Takes the place (“news.jsonl, line 7”) of a row that was left out since it has no `body`. */
export type OnLeftOut = (place: string) => void

/** The texts of all articles below a folder, or of one file. */
export function readArticles(path: string): string[] {
  return [...articlesOf(path)].map(({ text }) => text)
}

/**
 * The articles below a folder, or of one file, in the order of their paths. Files of other kinds are passed over.
 * @throws {InputError} naming what is missing or can't be unpacked, or the file and line of a row that isn't a JSON object.
 */
export function* articlesOf(path: string, onLeftOut?: OnLeftOut): Iterable<Article> {
  for (const file of filesBelow(path)) {
    if (/\.(?:txt|md)$/.test(file)) {
      const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
      yield { id: file, set: file, folder: folderOf(file), text, format: formatOf(file), date: undefined }
    } else if (isJsonLines(file)) {
      yield* articlesIn(file, onLeftOut)
    }
  }
}

/** An article's day of publication; nothing where it has none that is in the calendar. */
export function dayOf({ date }: Article): CalendarDay | undefined {
  const [year, month, day] = date?.split('-').map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  return isCalendarDay({ year, month, day }) ? { year, month, day } : undefined
}

function* articlesIn(file: string, onLeftOut: OnLeftOut | undefined): Iterable<Article> {
  const folder = folderOf(file)
  for (const { row: { headline, body, id, date }, place, line } of rowsOf(file)) {
    if (typeof body !== 'string') {
      onLeftOut?.(place)
      continue
    }
    const text = typeof headline === 'string' && headline !== '' ? `${headline}\n\n${body}` : body
    yield {
      id: typeof id === 'string' ? id : `${file}:${line}`, set: file, folder, text, format: 'text',
      date: typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
    }
  }
}

function folderOf(path: string): string {
  return basename(dirname(resolve(path)))
}
