/** Reads ninjs, the IPTC's JSON for news: one item, or a list of them. Keys are those of ninjs 1, 2 and 3. */
import { CopyBuilder, type Copy } from '#copy'
import { findPublicationDate } from './publication-date.ts'
import type { DecodedText } from './markup/decoded-text.ts'
import { decodeJson, encodeJson } from './json/json-text.ts'
import { scanJson, type JsonStep, type JsonString } from './json/scan-json.ts'
import { readInlineMarkup, readLines, readMarkup, type MarkupTarget } from './markup/markup-text.ts'
import { Notices } from './notices.ts'
import type { Reader, ReadOptions } from './reader.ts'

/** How a member of an item is read. */
type MemberReading =
  | { readonly as: 'field'; readonly key: string }
  | { readonly as: 'marked-field'; readonly key: string }
  | { readonly as: 'text' }
  | { readonly as: 'markup' }

const TEXT: MemberReading = { as: 'text' }
const MARKUP: MemberReading = { as: 'markup' }
const field = (key: string): MemberReading => ({ as: 'field', key })

const PARTS: Readonly<Record<string, MemberReading>> = {
  title: field('title'),
  subheadline: field('subheadline'),
  byline: field('byline'),
  by: field('byline'),
  description: field('description'),
  description_text: field('description'),
  abstract: field('description'),
  description_html: { as: 'marked-field', key: 'description' },
  description_xhtml: { as: 'marked-field', key: 'description' },
  dateline: field('dateline'),
  bodytext: TEXT,
  body_html: MARKUP,
  body_xhtml: MARKUP,
}
// ninjs 1 lets everybody add names of their own: `headline_main`, `body_short`, `description_caption`.
const FAMILIES: readonly (readonly [RegExp, MemberReading])[] = [
  [/^headline(?:_\w+)?$/i, field('headline')],
  [/^description_(?:\w+_)?caption$/i, field('image.caption')],
  [/^description_\w+$/i, field('description')],
]
// Whether one of these is HTML only its value says.
const BODY = /^body(?:_\w+)?$/i
const PICTURE_PARTS: Readonly<Record<string, MemberReading>> = {
  description_text: field('image.caption'),
  description_caption: field('image.caption'),
  body_text: field('image.caption'),
  alt_text: field('image.alt'),
  altText: field('image.alt'),
}
// In small letters, each with what it says of the publication.
const DATES = new Map([
  ['firstpublished', 'publishedat'],
  ['contentcreated', 'pubdate'],
  ['firstcreated', 'published'],
  ['versioncreated', 'date'],
])
// Lists in which items stand that aren't ninjs themselves: of an API's answer.
const LISTS: ReadonlySet<JsonStep> = new Set(['items', '_items', 'data', 'results'])

/**
 * Reads ninjs: headline, byline and description become fields, the body its paragraphs, and what an associated picture
 * says of itself its caption. Each item of a list is a story. Nothing is read of JSON that has no such members.
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
  const stories = [...items].map(([key, strings]) =>
    readItem(source, key === '' ? 0 : key.split('/').length, strings, isValid, options),
  )
  const [first = readItem(source, 0, [], isValid, options), ...others] = stories.filter(
    ({ blocks }) => blocks.length > 0,
  )
  return [first, ...others]
}

/** The place of the item that a member belongs to: of one in a list, its place there. */
function itemKey(path: readonly JsonStep[]): string {
  const [first, second] = path
  if (typeof first === 'number') return String(first)
  return LISTS.has(first ?? '') && typeof second === 'number' ? `${first}/${second}` : ''
}

function readItem(
  source: string,
  depth: number,
  strings: readonly JsonString[],
  isValid: () => boolean,
  options: ReadOptions,
): Copy {
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  const target: MarkupTarget = { copy, notices, write: encodeJson }
  const own = strings.map(({ path, start, end }) => ({ path: path.slice(depth), start, end }))
  const types = new Map(
    own.flatMap(({ path: [list, place, name], start, end }) =>
      list === 'bodies' && /^content_?type$/i.test(String(name))
        ? [[place, /html/i.test(source.slice(start, end))] as const]
        : [],
    ),
  )
  const parts: ItemPart[] = []
  const others: JsonString[] = []
  for (const string of own) {
    const part = partOf(
      string,
      types.get(string.path[1]!) ?? /^\s*</.test(source.slice(string.start, string.start + 20)),
    )
    if (part) parts.push({ name: String(string.path[0]), part, decoded: decodeJson(source, string.start, string.end) })
    else others.push(string)
  }
  const hasDescription = parts.some(({ part }) => part.as === 'field' && part.key === 'description')
  const repeated = repetitions(parts)
  for (const one of parts) {
    const { part, decoded } = one
    // A description is read as text, since it has no paragraphs; a body as HTML, since that has.
    if (repeated.has(one) || (part.as === 'marked-field' && hasDescription)) continue
    if (part.as === 'markup') readMarkup(decoded, target)
    else if (part.as === 'text') readLines(decoded, { kind: 'paragraph' }, target)
    else if (part.as === 'field') readLines(decoded, { kind: 'field', key: part.key }, target)
    else readInlineMarkup(decoded, { kind: 'field', key: part.key }, target)
  }
  if (strings.length === 0 || parts.length === 0)
    notices.unread(
      isValid() ? 'holds no headline and no body as ninjs has them' : 'is not valid JSON, and nothing in it was read',
    )
  else if (countProse(others, source) > parts.reduce((sum, { decoded }) => sum + wordsIn(decoded.text), 0))
    notices.unread(UNREAD_PROSE)
  else if (depth === 0 && !isValid())
    notices.add('this is not valid JSON; what could be made out was read', 0, source.length)
  const dates = new Map(
    own.flatMap(({ path, start, end }) => {
      const name = path.length === 1 ? DATES.get(String(path[0]).toLowerCase()) : undefined
      return name === undefined ? [] : [[name, source.slice(start, end)] as const]
    }),
  )
  return copy.finish({
    ...options,
    date: findPublicationDate(dates) ?? options.date,
    format: 'ninjs',
    notices: notices.all,
  })
}

/** A member of an item that is read. */
interface ItemPart {
  readonly name: string
  readonly part: MemberReading
  readonly decoded: DecodedText
}

// Of these each says the same in another way.
const ONE_BODY = /^(?:body|body_?text|body_x?html)$/i
// Two renditions share nearly all of their words, two texts of one story hardly half.
const SHARED = 0.7
// What is enough to know a text by, in letters; and in words.
const TELLING = 4000
const FEWEST_TELLING = 15
const MOST_BODIES = 20

/**
 * Bodies that say what another says, of which one in HTML is kept: an item may hold its text twice, plain and with its
 * paragraphs.
 */
function repetitions(parts: readonly ItemPart[]): ReadonlySet<ItemPart> {
  const bodies = parts
    .filter(({ part }) => part === TEXT || part === MARKUP)
    .toSorted((one, other) => Number(other.part === MARKUP) - Number(one.part === MARKUP))
  const repeated = new Set<ItemPart>()
  const kept: ReadonlySet<string>[] = []
  for (const body of bodies.slice(0, MOST_BODIES)) {
    const words = new Set(
      body.decoded.text
        .slice(0, TELLING)
        .replace(/<[^<>]*>/g, ' ')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    )
    const isOther = body.part === TEXT && ONE_BODY.test(body.name) && bodies[0]!.part === MARKUP
    const isAgain =
      words.size >= FEWEST_TELLING
      && kept.some((known) => [...words].filter((word) => known.has(word)).length > words.size * SHARED)
    if (isOther || isAgain) repeated.add(body)
    else kept.push(words)
  }
  return repeated
}

const UNREAD_PROSE =
  'holds more running text in members that ninjs doesn’t have than in those that it has, and it was not read; export it as ninjs, HTML or Markdown'
const RIGHTS = /^(?:ed_?note|copyright\w*|usage\w*|rights\w*|terms\w*|\w*instructions?|signals?|definitions?)$/i
const FEWEST_WORDS = 8

/** The words of members that are sentences, but for what is said to editors of rights and the like. */
function countProse(strings: readonly JsonString[], source: string): number {
  let words = 0
  for (const { path, start, end } of strings) {
    if (path.some((step) => RIGHTS.test(String(step)))) continue
    const text = source.slice(start, end)
    const count = /[.!?…]["'”’»\\]*(?:\s|<|$)/.test(text) ? wordsIn(text) : 0
    if (count >= FEWEST_WORDS) words += count
  }
  return words
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
}

/** @param isMarkup Whether a body's value is HTML, where only that tells. */
function partOf({ path }: JsonString, isMarkup: boolean): MemberReading | undefined {
  const [first, , third] = path
  if (path.length === 1) {
    const name = String(first)
    if (Object.hasOwn(PARTS, name)) return PARTS[name]
    return BODY.test(name)
      ? isMarkup && name !== 'body_text'
        ? MARKUP
        : TEXT
      : FAMILIES.find(([family]) => family.test(name))?.[1]
  }
  // In ninjs 2 and 3 a picture has its lists, too: {"associations": [{"descriptions": [{"value": "…"}]}]}
  if (path.length === 5 && first === 'associations' && path[4] === 'value')
    return third === 'descriptions' ? PICTURE_PARTS['description_text'] : undefined
  if (path.length !== 3) return undefined
  if (first === 'associations' || first === 'pictures')
    return Object.hasOwn(PICTURE_PARTS, String(third)) ? PICTURE_PARTS[String(third)] : undefined
  // ninjs 2 and 3: {"headlines": [{"role": "main", "value": "…"}], "bodies": [{"contentType": "text/html", "value":
  // "…"}]}
  if (third !== 'value') return undefined
  if (first === 'bodies') return isMarkup ? MARKUP : TEXT
  return first === 'headlines' ? field('headline') : first === 'descriptions' ? PARTS['description'] : undefined
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source)
    return true
  } catch {
    return false
  }
}
