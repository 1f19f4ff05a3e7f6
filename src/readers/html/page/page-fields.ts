/**
 * Reads what the head of a page says of its story: headline, description, author, section, and the day of publication.
 */
import type { CalendarDay, CopyBuilder } from '#copy'
import type { SourceSpan } from '#text'
import { BlockWriter } from '../../markup/block-writer.ts'
import { intoCopy } from '../../markup/decoded-text.ts'
import { findPublicationDate } from '../../publication-date.ts'
import { decodeJson, encodeJson } from '../../json/json-text.ts'
import { scanJson, type JsonStep } from '../../json/scan-json.ts'
import { decodeReferences, withoutReferences } from '../character-references.ts'
import { encodeAttribute, encodeHtmlText } from '../encode.ts'
import type { Outline } from './outline.ts'
import type { Stretch } from './stretch.ts'
import { writeHtmlText } from '../write-text.ts'

/** The fields of a page, ready to be written. */
export interface PageFields {
  readonly fields: readonly PageField[]
  readonly date: CalendarDay | undefined
}

/** A field of a page; it is written where the page's own text doesn't say the same. */
export interface PageField extends Stretch {
  readonly key: string
  /** What it says. */
  readonly text: string
  write(copy: CopyBuilder): void
}

// What pages call what: <meta name> and <meta property>.
const META: Readonly<Record<string, string>> = {
  'og:title': 'headline',
  'twitter:title': 'headline',
  'parsely-title': 'headline',
  headline: 'headline',
  description: 'description',
  'og:description': 'description',
  'twitter:description': 'description',
  author: 'author',
  byl: 'author',
  'parsely-author': 'author',
  'article:section': 'section',
  'parsely-section': 'section',
  'og:image:alt': 'image.alt',
  'twitter:image:alt': 'image.alt',
}
const META_DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'pubdate',
  'date',
  'dc.date.issued',
  'dc.date',
]
// What JSON-LD calls what, by schema.org, right in an article.
const DATA: Readonly<Record<string, string>> = {
  headline: 'headline',
  alternativeHeadline: 'headline',
  description: 'description',
  articleSection: 'section',
  datePublished: 'datePublished',
}
const ARTICLE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting)$/

/** Finds the fields of a page; a headline or a description that says what another has said is left out. */
export function readPageFields(html: string, outline: Outline): PageFields {
  const dates = new Map<string, string>()
  const fields = outline.data.flatMap(({ start, end }) => dataFields(html, start, end, dates))
  for (const { name, value } of outline.fields) {
    const key = Object.hasOwn(META, name) ? META[name] : undefined
    const rank = META_DATES.indexOf(name)
    if (rank >= 0) dates.set(`meta ${rank}`, html.slice(value.start, value.end))
    if (key === undefined || value.end <= value.start || /^https?:/.test(html.slice(value.start, value.end))) continue
    const encode = value.quote === '' ? () => undefined : encodeAttribute(html)
    fields.push(htmlField(html, key, value, encode))
  }
  if (outline.title && outline.title.end > outline.title.start)
    fields.push(htmlField(html, 'title', outline.title, encodeHtmlText(html)))
  const day =
    findPublicationDate(dates)
    ?? META_DATES.flatMap((_, rank) => {
      const value = dates.get(`meta ${rank}`)
      return value === undefined ? [] : (findPublicationDate(new Map([['date', value]])) ?? [])
    })[0]
  return { fields: fields.toSorted((one, other) => one.start - other.start), date: day }
}

function htmlField(
  html: string,
  key: string,
  { start, end }: Stretch,
  encode: ReturnType<typeof encodeAttribute>,
): PageField {
  return {
    key,
    start,
    end,
    text: folded(decodeReferences(html.slice(start, end))),
    write: (copy) => {
      const writer = new BlockWriter(copy, html)
      writer.start({ kind: 'field', key, encode })
      writeHtmlText(writer, { html, toSource: (offset) => offset }, start, end)
      writer.end()
    },
  }
}

/** The fields of a JSON-LD script: those of its articles, and the names of their authors. */
function dataFields(html: string, start: number, end: number, dates: Map<string, string>): readonly PageField[] {
  const strings = scanJson(html, start, end)
  const articles = new Set(
    strings.flatMap((string) =>
      isType(string.path) && ARTICLE.test(html.slice(string.start, string.end)) ? [pathKey(ownerOf(string.path))] : [],
    ),
  )
  return strings.flatMap((string) => {
    const key = dataKey(string.path, articles)
    if (key === undefined) return []
    // Whoever reads JSON-LD shows its text as HTML, and most systems write it so: “R&amp;D”.
    const decoded = withoutReferences(decodeJson(html, string.start, string.end), string.start, html)
    if (key === 'datePublished') {
      if (!dates.has(key)) dates.set(key, decoded.text)
      return []
    }
    const write = (copy: CopyBuilder): void => {
      const writer = new BlockWriter(intoCopy(decoded, copy, encodeData(html)), decoded.text)
      writer.start({ kind: 'field', key })
      writer.plain(0, decoded.text.length)
      writer.end()
    }
    return [{ key, start: string.start, end: string.end, text: folded(decoded.text), write }]
  })
}

/** Writes edits of JSON-LD; none makes a character reference. */
function encodeData(html: string): (text: string, at: SourceSpan) => string | undefined {
  return (text, { start }) =>
    /[&;]/.test(text) || /&#?\w{0,40}$/.test(html.slice(Math.max(0, start - 42), start)) ? undefined : encodeJson(text)
}

function isType(path: readonly JsonStep[]): boolean {
  return path.at(-1) === '@type' || (path.at(-2) === '@type' && typeof path.at(-1) === 'number')
}

function ownerOf(path: readonly JsonStep[]): readonly JsonStep[] {
  return path.slice(0, path.lastIndexOf('@type'))
}

function dataKey(path: readonly JsonStep[], articles: ReadonlySet<string>): string | undefined {
  // An article at the top, in a list or in a graph; not an entry of it, nor what it mentions.
  for (const length of [0, 1, 2]) {
    if (!articles.has(pathKey(path.slice(0, length)))) continue
    const rest = path.slice(length)
    const [first] = rest
    if (rest.length === 1 && typeof first === 'string')
      return Object.hasOwn(DATA, first) ? DATA[first] : first === 'author' ? 'author' : undefined
    if (first === 'author') return rest.at(-1) === 'name' || typeof rest.at(-1) === 'number' ? 'author' : undefined
    return first === 'articleSection' && rest.length === 2 ? 'section' : undefined
  }
  return undefined
}

function pathKey(path: readonly JsonStep[]): string {
  return JSON.stringify(path)
}

/** Text as it is compared: without doubled white space, and straight quotes for curly ones. */
export function folded(text: string): string {
  return text
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
}

// “Quay row ends | The Harbour Courier”
const OUTLET = /^ ?[|–—·:-] ?\S/

/**
 * Which fields say something that no other says before them and the page's own headings (folded) don't: a title may add
 * the outlet's name.
 */
export function withoutRepetitions(fields: readonly PageField[], headings: readonly string[]): readonly PageField[] {
  const said = new Map<string, Set<string>>([['headline', new Set(headings)]])
  const kept = new Set<PageField>()
  const keep = (field: PageField, group: string): void => {
    const texts = said.get(group) ?? new Set()
    if (texts.has(field.text)) return
    said.set(group, texts.add(field.text))
    kept.add(field)
  }
  // The bare headline goes first, so that the title's, with the outlet behind it, is the repetition.
  const title = fields.find(({ key }) => key === 'title')
  for (const field of fields) if (field !== title) keep(field, field.key)
  if (title && ![...said.get('headline')!].some((text) => addsOutlet(title.text, text))) keep(title, 'headline')
  return fields.filter((field) => kept.has(field))
}

function addsOutlet(title: string, headline: string): boolean {
  return headline !== '' && title.startsWith(headline) && OUTLET.test(title.slice(headline.length))
}
