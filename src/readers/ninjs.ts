/** Reads ninjs, the IPTC's JSON for news: one item, or a list of them. Keys are those of ninjs 1, 2 and 3. */
import { CopyBuilder, createStory, type Story } from '#story'
import { findPublicationDate } from './front-matter/publication-date.ts'
import { decodeJson, encodeJson } from './json/json-text.ts'
import { scanJson, type JsonStep, type JsonString } from './json/scan-json.ts'
import { readInlineMarkup, readLines, readMarkup, type MarkupTarget } from './markup-text.ts'
import { Notices } from './notices.ts'
import type { Reader, ReadOptions } from './reader.ts'

/** How a member of an item is read. */
type Part =
  | { readonly as: 'field'; readonly key: string }
  | { readonly as: 'marked-field'; readonly key: string }
  | { readonly as: 'text' }
  | { readonly as: 'markup' }

const TEXT: Part = { as: 'text' }
const MARKUP: Part = { as: 'markup' }
const field = (key: string): Part => ({ as: 'field', key })

const PARTS: Readonly<Record<string, Part>> = {
  headline: field('headline'), title: field('title'), subheadline: field('subheadline'), byline: field('byline'), by: field('byline'),
  description: field('description'), description_text: field('description'), abstract: field('description'),
  description_html: { as: 'marked-field', key: 'description' }, description_xhtml: { as: 'marked-field', key: 'description' },
  body: TEXT, body_text: TEXT, bodytext: TEXT, body_html: MARKUP, body_xhtml: MARKUP,
}
const PICTURE_PARTS: Readonly<Record<string, Part>> = {
  description_text: field('image.caption'), body_text: field('image.caption'), alt_text: field('image.alt'), altText: field('image.alt'),
}
// In small letters, each with what it says of the publication.
const DATES = new Map([['firstpublished', 'publishedat'], ['contentcreated', 'pubdate'], ['firstcreated', 'published'], ['versioncreated', 'date']])
// Lists in which items stand that aren't ninjs themselves: of an API's answer.
const LISTS: ReadonlySet<JsonStep> = new Set(['items', '_items', 'data', 'results'])

/**
 * Reads ninjs: headline, byline and description become fields, the body its paragraphs, and what an associated picture says
 * of itself its caption. Each item of a list is a story. Nothing is read of JSON that has no such members.
 */
export const readNinjs: Reader = (source, options = {}) => {
  const items = new Map<string, JsonString[]>()
  for (const string of scanJson(source)) {
    const key = itemKey(string.path)
    const known = items.get(key)
    if (known) known.push(string)
    else items.set(key, [string])
  }
  // Asked of each item that holds nothing, answered once.
  let valid: boolean | undefined
  const isValid = (): boolean => (valid ??= isJson(source))
  const stories = [...items].map(([key, strings]) => readItem(source, key === '' ? 0 : key.split('/').length, strings, isValid, options))
  const [first = readItem(source, 0, [], isValid, options), ...others] = stories.filter(({ blocks }) => blocks.length > 0)
  return [first, ...others]
}

/** The place of the item that a member belongs to: of one in a list, its place there. */
function itemKey(path: readonly JsonStep[]): string {
  const [first, second] = path
  if (typeof first === 'number') return String(first)
  return LISTS.has(first ?? '') && typeof second === 'number' ? `${first}/${second}` : ''
}

function readItem(source: string, depth: number, strings: readonly JsonString[], isValid: () => boolean, options: ReadOptions): Story {
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  const target: MarkupTarget = { copy, notices, write: encodeJson }
  const own = strings.map(({ path, start, end }) => ({ path: path.slice(depth), start, end }))
  const types = new Map(own.flatMap(({ path: [list, place, name], start, end }) => (
    list === 'bodies' && /^content_?type$/i.test(String(name)) ? [[place, /html/i.test(source.slice(start, end))] as const] : []
  )))
  const parts = own.flatMap((string) => {
    const part = partOf(string, types.get(string.path[1]!) ?? /^\s*</.test(source.slice(string.start, string.start + 20)))
    return part ? [{ ...string, part }] : []
  })
  const hasMarkup = parts.some(({ part }) => part === MARKUP)
  const hasDescription = parts.some(({ part }) => part.as === 'field' && part.key === 'description')
  for (const { part, start, end } of parts) {
    // What stands there as HTML as well is read as HTML; a description is the other way about, since it has no paragraphs.
    if ((part === TEXT && hasMarkup) || (part.as === 'marked-field' && hasDescription)) continue
    const decoded = decodeJson(source, start, end)
    if (part.as === 'markup') readMarkup(decoded, target)
    else if (part.as === 'text') readLines(decoded, { kind: 'paragraph' }, target)
    else if (part.as === 'field') readLines(decoded, { kind: 'field', key: part.key }, target)
    else readInlineMarkup(decoded, { kind: 'field', key: part.key }, target)
  }
  if (strings.length === 0 || parts.length === 0) notices.unread(isValid() ? 'holds no headline and no body as ninjs has them' : 'is not valid JSON, and nothing in it was read')
  else if (depth === 0 && !isValid()) notices.add('this is not valid JSON; what could be made out was read', 0, source.length)
  const dates = new Map(own.flatMap(({ path, start, end }) => {
    const name = path.length === 1 ? DATES.get(String(path[0]).toLowerCase()) : undefined
    return name === undefined ? [] : [[name, source.slice(start, end)] as const]
  }))
  return createStory({ ...options, date: findPublicationDate(dates) ?? options.date, copy: copy.finish(), format: 'ninjs', notices: notices.all })
}

/** @param isMarkup Whether a body's value is HTML, where only that tells. */
function partOf({ path }: JsonString, isMarkup: boolean): Part | undefined {
  const [first, , third] = path
  if (path.length === 1) {
    const part = Object.hasOwn(PARTS, String(first)) ? PARTS[String(first)] : undefined
    return part === TEXT && first === 'body' && isMarkup ? MARKUP : part
  }
  if (path.length !== 3) return undefined
  if (first === 'associations' || first === 'pictures') return Object.hasOwn(PICTURE_PARTS, String(third)) ? PICTURE_PARTS[String(third)] : undefined
  // ninjs 2 and 3: {"headlines": [{"role": "main", "value": "…"}], "bodies": [{"contentType": "text/html", "value": "…"}]}
  if (third !== 'value') return undefined
  if (first === 'bodies') return isMarkup ? MARKUP : TEXT
  return first === 'headlines' ? PARTS['headline'] : first === 'descriptions' ? PARTS['description'] : undefined
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source)
    return true
  } catch {
    return false
  }
}
