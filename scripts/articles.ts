/** Reads news to measure with: folders of drafts, or of .jsonl(.gz) articles with `headline` and `body`. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { formatOf } from '../src/check/format-of.ts'
import { isCalendarDay } from '../src/story/calendar.ts'
import type { CalendarDay, Format } from '../src/story/index.ts'
import { InputError } from './input-error.ts'

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
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry === undefined) throw new InputError(`there is no file or folder “${path}”`)
  if (entry.isDirectory()) {
    for (const name of readdirSync(path).toSorted()) yield* articlesOf(join(path, name), onLeftOut)
    return
  }
  if (/\.(?:txt|md)$/.test(path)) {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
    yield { id: path, set: path, folder: folderOf(path), text, format: formatOf(path), date: undefined }
  } else if (/\.jsonl(?:\.gz)?$/.test(path)) {
    yield* rowsOf(path, onLeftOut)
  }
}

/** An article's day of publication; nothing where it has none that is in the calendar. */
export function dayOf({ date }: Article): CalendarDay | undefined {
  const [year, month, day] = date?.split('-').map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  return isCalendarDay({ year, month, day }) ? { year, month, day } : undefined
}

function* rowsOf(path: string, onLeftOut: OnLeftOut | undefined): Iterable<Article> {
  const folder = folderOf(path)
  for (const [index, line] of linesOf(path).entries()) {
    if (line.trim() === '') continue
    const place = `${path}, line ${index + 1}`
    const { headline, body, id, date } = rowFrom(line, place)
    if (typeof body !== 'string') {
      onLeftOut?.(place)
      continue
    }
    const text = typeof headline === 'string' && headline !== '' ? `${headline}\n\n${body}` : body
    yield {
      id: typeof id === 'string' ? id : `${path}:${index + 1}`, set: path, folder, text, format: 'text',
      date: typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
    }
  }
}

function linesOf(path: string): readonly string[] {
  const bytes = readFileSync(path)
  if (!path.endsWith('.gz')) return bytes.toString('utf8').split('\n')
  try {
    return gunzipSync(bytes).toString('utf8').split('\n')
  } catch (error) {
    throw new InputError(`${path} can’t be unpacked: ${(error as Error).message}`)
  }
}

function rowFrom(line: string, place: string): Record<string, unknown> {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    throw new InputError(`${place}: this row isn’t JSON`)
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new InputError(`${place}: this row isn’t a JSON object`)
  return row as Record<string, unknown>
}

function folderOf(path: string): string {
  return basename(dirname(resolve(path)))
}
