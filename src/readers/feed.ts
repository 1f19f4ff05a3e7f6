/** Reads feeds: each item of RSS and each entry of Atom is a story. */
import { CopyBuilder, createStory, firstIndex, type Story } from '#story'
import { DecodedText } from './decoded-text.ts'
import { findPublicationDate } from './front-matter/publication-date.ts'
import { readInlineMarkup, readLines, readMarkup, type MarkupTarget } from './markup-text.ts'
import { Notices } from './notices.ts'
import type { Reader, ReadOptions } from './reader.ts'
import { LONGEST_TAG, scanXml, type XmlHandler } from './xml/scan-xml.ts'
import { decodeXml, encodeCdata, encodeXml } from './xml/xml-text.ts'

/** A member of an item: its text, decoded once. */
interface Member {
  readonly name: string
  /** Whether its text is HTML once more, by what it says of itself or by its place. */
  readonly type: string
  readonly text: DecodedText
  /** How its text stands: escaped, in CDATA, or as tags of its own; both escaped and in CDATA, nothing in it is edited. */
  writing: 'escaped' | 'cdata' | 'xhtml' | 'mixed'
}

const ITEMS: ReadonlySet<string> = new Set(['item', 'entry'])
const MEMBERS: ReadonlySet<string> = new Set([
  'title', 'description', 'content:encoded', 'summary', 'content', 'dc:creator', 'author', 'name', 'pubdate', 'published', 'updated', 'dc:date', 'dcterms:created',
  'media:description',
])
const DATES: Readonly<Record<string, string>> = { pubdate: 'pubdate', published: 'published', 'dc:date': 'date', 'dcterms:created': 'date', updated: 'date' }

/**
 * Reads RSS 0.9 to 2.0 and Atom. An item's title is its headline, its description its dek where the item has a body as well;
 * HTML in a member is read as HTML, whether it stands there escaped, in CDATA or as XHTML. Of the channel nothing is read.
 */
export const readFeed: Reader = (source, options = {}) => {
  const { items, endless } = findItems(source)
  const stories = items.map((members) => readItem(source, members, endless, options)).filter(({ blocks }) => blocks.length > 0)
  if (stories.length > 0) return stories
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  notices.unread('holds no item or entry of a feed with anything to read in it')
  return [createStory({ ...options, copy: copy.finish(), format: 'feed', notices: notices.all })]
}

/** The members of each item, and where in the source tags start that have no end. */
function findItems(source: string): { readonly items: readonly (readonly Member[])[]; readonly endless: readonly number[] } {
  const collector = new ItemCollector(source)
  const endless = scanXml(source, collector)
  return { items: collector.items, endless }
}

class ItemCollector implements XmlHandler {
  readonly items: Member[][] = []
  readonly #source: string
  readonly #open: string[] = []
  readonly #counts = new Map<string, number>()
  /** How many elements were open around the item that is read. */
  #item: number | undefined
  #member: { readonly member: Member; readonly depth: number; readonly from: number } | undefined

  constructor(source: string) {
    this.#source = source
  }

  startTag(written: string, _start: number, end: number, attributes: string, isEmpty: boolean): void {
    const name = written.toLowerCase()
    if (isEmpty) return
    const depth = this.#open.push(name) - 1
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    if (this.#member) return
    if (this.#item === undefined) {
      if (!ITEMS.has(name)) return
      this.#item = depth
      this.items.push([])
    } else if (MEMBERS.has(name) && (depth === this.#item + 1 || (name === 'name' && this.#open[depth - 1] === 'author'))) {
      // In Atom an author holds a name.
      if (name === 'author' && /^\s*<\w/.test(this.#source.slice(end, end + 200))) return
      const type = /\btype\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1]?.toLowerCase() ?? ''
      const member: Member = { name, type, text: new DecodedText(this.#source, end), writing: type === 'xhtml' ? 'xhtml' : 'escaped' }
      this.#member = { member, depth, from: end }
    }
  }

  endTag(written: string, start: number): void {
    const name = written.toLowerCase()
    if (!this.#counts.get(name)) return
    for (let closed: string | undefined; closed !== name;) {
      closed = this.#open.pop()!
      this.#counts.set(closed, this.#counts.get(closed)! - 1)
      if (this.#member?.depth === this.#open.length) this.#endMember(start)
      if (this.#item === this.#open.length) this.#item = undefined
    }
  }

  text(start: number, end: number, isRaw: boolean): void {
    const member = this.#member?.member
    if (!member || member.writing === 'xhtml') return
    if (isRaw) {
      member.writing = member.writing === 'escaped' && member.text.text.trim() === '' ? 'cdata' : member.writing === 'cdata' ? 'cdata' : 'mixed'
      member.text.plain(start, end)
    } else {
      if (member.writing === 'cdata' && /\S/.test(this.#source.slice(start, end))) member.writing = 'mixed'
      decodeXml(this.#source, start, end, member.text)
    }
  }

  #endMember(end: number): void {
    const { member, from } = this.#member!
    if (member.writing === 'xhtml') member.text.plain(from, end)
    this.items.at(-1)!.push(member)
    this.#member = undefined
  }
}

/** Writes edits of a member. Behind a tag that has no end, no mark is written or taken away that may end it. */
function writeTo(source: string, writing: Member['writing'], endless: readonly number[]): MarkupTarget['write'] {
  return (text, at) => {
    const last = endless[firstIndex(endless.length, (index) => endless[index]! >= at.start) - 1]
    if (last !== undefined && at.start - last < LONGEST_TAG) {
      // Right behind a `<`, a letter may do as well: “<% z” isn't the start of a tag, and “<z” is.
      if (!source.slice(last, at.start).includes('>') || /["'<>]/.test(source.slice(at.start, at.end) + text)) return undefined
    }
    if (writing === 'escaped') return encodeXml(text, source, at)
    return writing === 'cdata' ? encodeCdata(text) : writing === 'xhtml' ? text : undefined
  }
}

const BODIES: ReadonlySet<string> = new Set(['content:encoded', 'content'])

function readItem(source: string, members: readonly Member[], endless: readonly number[], options: ReadOptions): Story {
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  const hasBody = members.some(({ name }) => BODIES.has(name))
  const dates = new Map<string, string>()
  for (const member of members) {
    const { name, text } = member
    const target: MarkupTarget = { copy, notices, write: writeTo(source, member.writing, endless) }
    if (Object.hasOwn(DATES, name)) {
      if (!dates.has(DATES[name]!)) dates.set(DATES[name]!, text.text)
    } else if (name === 'title') {
      readTitle(member, target, source)
    } else if (name === 'dc:creator' || name === 'author' || name === 'name') {
      readLines(text, { kind: 'field', key: 'author' }, target)
    } else if (name === 'media:description') {
      readLines(text, { kind: 'field', key: 'image.caption' }, target)
    } else if (hasBody && !BODIES.has(name)) {
      readInlineMarkup(text, { kind: 'field', key: 'description' }, target)
    } else if (isMarkup(member)) {
      readMarkup(text, marked(target, member, source))
    } else {
      readLines(text, { kind: 'paragraph' }, unmarked(target, text))
    }
  }
  return createStory({ ...options, date: findPublicationDate(dates) ?? options.date, copy: copy.finish(), format: 'feed', notices: notices.all })
}

/** A target of text that would be taken for HTML, were there a tag or a reference in it. */
function unmarked(target: MarkupTarget, whole: DecodedText): MarkupTarget {
  const holdsMarks = /[<&]/.test(whole.text)
  return { ...target, write: (text, at) => (holdsMarks || /[<>&;]/.test(text) ? undefined : target.write(text, at)) }
}

const TAG = /<\/?[a-z][^<>]*>/
const REFERENCE = /&(?:#\d+|#[xX][\dA-Fa-f]+|[a-zA-Z]{2,8});/

/** A target of text that is taken for HTML for the references in it alone: none of them is edited away. */
function marked(target: MarkupTarget, { type, text: whole }: Member, source: string): MarkupTarget {
  if (/html/.test(type) || TAG.test(whole.text)) return target
  const isInReference = (start: number, end: number): boolean => (
    /[&;]/.test(source.slice(start, end)) || /&(?:amp;)?[#\w]{0,8}$/.test(source.slice(Math.max(0, start - 20), start))
  )
  return { ...target, write: (text, at) => (isInReference(at.start, at.end) ? undefined : target.write(text, at)) }
}

/** Titles are plain text by the rules of both; many feeds escape them twice all the same. */
function readTitle(member: Member, target: MarkupTarget, source: string): void {
  const { text, type } = member
  const isMarked = type === 'html' || type === 'xhtml' || REFERENCE.test(text.text) || TAG.test(text.text)
  if (isMarked) readInlineMarkup(text, { kind: 'field', key: 'title' }, marked(target, member, source))
  else readLines(text, { kind: 'field', key: 'title' }, unmarked(target, text))
}

function isMarkup({ name, type, text }: Member): boolean {
  if (type !== '' && name !== 'description') return /html/.test(type)
  return name === 'content:encoded' || /<\/?[a-zA-Z][^<>]*>|&[a-zA-Z#]\w{1,8};/.test(text.text)
}
