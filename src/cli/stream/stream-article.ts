/** Reads a row of JSON Lines as an article. */
import { COPY_KINDS, type CalendarDay, type CopyKind, type Format } from '#copy'
import { didYouMean } from '../../options/did-you-mean.ts'
import { FORMATS } from '../../copy/formats/format.ts'
import { kindOfSource, type SourceKind } from '../../copy/formats/format-of.ts'
import type { RowId } from '../../reporters/stream-row.ts'
import { isCalendarDay } from '../../copy/calendar.ts'

/** A row's article. */
export interface StreamArticle {
  readonly id: RowId | undefined
  /** Headline and body as one piece of copy. */
  readonly copy: string
  readonly format: Format
  readonly path: string | undefined
  readonly date: CalendarDay | undefined
  readonly kind: CopyKind | undefined
}

/** A row that is no article; the message is the predicate of a sentence about it. */
export class UnfitRow extends Error {
  override readonly name = 'UnfitRow'
  readonly id: RowId | undefined

  constructor(message: string, id?: RowId) {
    super(message)
    this.id = id
  }
}

type Row = Readonly<Record<string, unknown>>

/**
 * The article that a line holds. Fields that it doesn't know are passed over; one that is null or empty counts as left
 * out.
 * @param bytes The line, as UTF-8.
 * @throws {UnfitRow}
 */
export function readArticle(bytes: Uint8Array): StreamArticle {
  const row = parse(bytes)
  const id = idOf(row)
  try {
    return { id, ...read(row) }
  } catch (error) {
    throw error instanceof UnfitRow ? new UnfitRow(error.message, id) : error
  }
}

function parse(bytes: Uint8Array): Row {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnfitRow('is not UTF-8')
  }
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    throw new UnfitRow('is not valid JSON')
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new UnfitRow('is not a JSON object')
  return row as Row
}

function idOf(row: Row): RowId | undefined {
  const id = field(row, 'id')
  if (id === undefined || typeof id === 'string') return id
  if (typeof id !== 'number') throw new UnfitRow('has an “id” that is neither a string nor a number')
  // Beyond this JSON.parse has already changed it, and the answer would name another row.
  if (!Number.isSafeInteger(id))
    throw new UnfitRow('has an “id” that is no whole number below 2^53; write it as a string')
  return id
}

function read(row: Row): Omit<StreamArticle, 'id'> {
  const body = textIn(row, 'body') ?? textIn(row, 'text')
  if (body === undefined) throw new UnfitRow('has no “body” and no “text”')
  const headline = textIn(row, 'headline')
  const path = textIn(row, 'path')
  const said = choiceIn(row, 'format', FORMATS)
  const kind: SourceKind = said === undefined ? kindOfSource(path, body) : { format: said }
  if ('unread' in kind) throw new UnfitRow(kind.unread)
  const { format } = kind
  const copy = headline === undefined ? body : underHeadline(headline, body, format)
  if (copy.includes('\0')) throw new UnfitRow('holds NUL characters')
  return { copy, format, path, date: dayIn(row), kind: choiceIn(row, 'kind', COPY_KINDS) }
}

/** Headline and body as one piece of copy: what comes before the body is what its offsets are moved by. */
function underHeadline(headline: string, body: string, format: Format): string {
  switch (format) {
    case 'text':
      return `${headline}\n\n${body}`
    case 'markdown':
    case 'mdx':
      // A heading of Markdown is one line, and front matter must come first.
      if (/^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n/.test(body))
        throw new UnfitRow('has a “headline” and a body with front matter; leave one of them out')
      return `# ${headline.replace(/\s+/g, ' ')}\n\n${body}`
    case 'html':
      return `<h1>${headline.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</h1>\n${body}`
    default:
      throw new UnfitRow(`has a “headline” beside a body in ${format}, which holds its own`)
  }
}

function dayIn(row: Row): CalendarDay | undefined {
  const date = textIn(row, 'date')
  if (date === undefined) return undefined
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?![^T ])/.exec(date)?.map(Number) ?? []
  const found = { year: year ?? 0, month: month ?? 0, day: day ?? 0 }
  if (!isCalendarDay(found)) throw new UnfitRow(`has the “date” “${shortened(date)}”, which is no day like 2024-05-31`)
  return found
}

function choiceIn<Choice extends string>(row: Row, name: string, choices: readonly Choice[]): Choice | undefined {
  const value = textIn(row, name)
  if (value === undefined) return undefined
  const choice = choices.find((known) => known === value)
  if (choice === undefined)
    throw new UnfitRow(
      `has the “${name}” “${shortened(value)}”, which there isn’t${didYouMean(shortened(value), choices, `; there is ${choices.join(', ')}`)}`,
    )
  return choice
}

function textIn(row: Row, name: string): string | undefined {
  const value = field(row, name)
  if (value === undefined || typeof value === 'string') return value
  throw new UnfitRow(`has a “${name}” that is no string`)
}

function field(row: Row, name: string): unknown {
  const value = Object.hasOwn(row, name) ? row[name] : undefined
  return value === null || value === '' ? undefined : value
}

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}
