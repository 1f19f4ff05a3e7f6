/** Puts the stories of NITF and NewsML-G2 together, element by element. */
import { CopyBuilder, type BlockStart, type Encode, type Format, type Copy } from '#copy'
import { firstIndex, type SourceSpan } from '#text'
import { refusal } from '../../copy/formats/refusal.ts'
import { xmlKind } from '../../copy/formats/xml-kinds.ts'
import { BlockWriter } from '../markup/block-writer.ts'
import { DecodedText } from '../markup/decoded-text.ts'
import { findPublicationDate } from '../publication-date.ts'
import { wholeElement } from '../html/whole-element.ts'
import { decodeReference } from '../html/character-references.ts'
import { readLines, readMarkup } from '../markup/markup-text.ts'
import { Notices } from '../notices.ts'
import type { ReadOptions } from '../reader.ts'
import type { XmlHandler } from '../xml/scan-xml.ts'
import { touchesEndless } from '../xml/xml-edits.ts'
import { decodeXml, encodeCdata, encodeXml, REFERENCE } from '../xml/xml-text.ts'
import {
  copyRole,
  isCopyRoot,
  localName,
  newsRole,
  partsBlocks,
  partsText,
  startIn,
  type ElementRole,
} from './elements.ts'

/** An element that is open. */
interface Open {
  readonly name: string
  /** What a text in it is. */
  readonly start: Omit<BlockStart, 'encode'>
  readonly parts: boolean
  readonly isSkipped: boolean
  /** Whether it belongs to what an item holds, and not to what is said of the item. */
  readonly isContent: boolean
  /** Where its start tag begins, as long as nothing but text stands in it. */
  from: number | undefined
  readonly data: DecodedText | undefined
  readonly type: string
}

// A reference, or white space that isn't one space between words.
const PART = new RegExp(`${REFERENCE.source}|(?:[\\t\\n\\r]| {2})[ \\t\\n\\r]*`, 'g')
const PARAGRAPH = { kind: 'paragraph' } as const
const TOP: Open = {
  name: '',
  start: PARAGRAPH,
  parts: true,
  isSkipped: false,
  isContent: false,
  from: undefined,
  data: undefined,
  type: '',
}
const ITEMS: ReadonlySet<string> = new Set(['newsitem', 'packageitem', 'nitf'])
// What each says of the publication; in NITF they stand in an attribute, in figures without marks between them.
const DATES: Readonly<Record<string, string>> = {
  'date.release': 'publishedat',
  'date.issue': 'pubdate',
  pubdata: 'published',
  contentcreated: 'pubdate',
  firstcreated: 'published',
  versioncreated: 'date',
}

/** Collects stories from the tags of a text. */
export class WireStories implements XmlHandler {
  readonly #source: string
  readonly #format: Format
  readonly #options: ReadOptions
  readonly #open: Open[] = [TOP]
  readonly #counts = new Map<string, number>()
  readonly #stories: Copy[] = []
  readonly #raws: SourceSpan[] = []
  // One for all stories, so that no story looks through the whole text.
  readonly #writer: BlockWriter
  #copy: CopyBuilder
  #notices: Notices
  #dates = new Map<string, string>()
  #endless: readonly number[] = []
  #hasHeadline: boolean | undefined

  constructor(source: string, format: Format, options: ReadOptions) {
    this.#source = source
    this.#format = format
    this.#options = options
    this.#copy = new CopyBuilder(source)
    this.#notices = new Notices(this.#copy)
    this.#writer = new BlockWriter(
      {
        open: (start) => this.#copy.open(start),
        copy: (start, end) => this.#copy.copy(start, end),
        decode: (text, start, end) => this.#copy.decode(text, start, end),
        close: (whole) => this.#copy.close(whole),
        link: (isLinked) => this.#copy.link(isLinked),
      },
      source,
    )
  }

  /**
   * The stories, once all tags have been handed in.
   * @param endless Where tags start that have no end.
   */
  finish(endless: readonly number[]): readonly Copy[] {
    this.#endless = endless
    while (this.#open.length > 1) this.endTag(this.#open.at(-1)!.name, this.#source.length, this.#source.length)
    this.#endStory()
    return this.#stories
  }

  /** Says of the story that is read that it can't pass: the predicate of a sentence about the source. */
  tellUnread(message: string): void {
    this.#notices.unread(message)
  }

  startTag(written: string, start: number, end: number, attributes: string, isEmpty: boolean): void {
    const name = localName(written)
    const around = this.#open.at(-1)!
    this.#takeDate(name, attributes)
    if (around.isSkipped || around.data) return isEmpty ? undefined : this.#push({ ...around, name })
    const isContent = around.isContent || around.name === 'inlinexml' || name === 'nitf'
    if (ITEMS.has(name) && !around.isContent && around.name !== 'inlinexml') this.#endStory()
    if (around.name === 'inlinexml' && !isCopyRoot(name)) return this.#refuse(written, attributes, around, isEmpty)
    const role = isContent ? this.#roleIn(name, around.name) : newsRole(name, around.name)
    around.from = undefined
    if (name === 'img') this.#readAlternative(attributes, start + 1 + written.length)
    if (role.as === 'break') this.#writer.space(start, end)
    else if (partsBlocks(role)) this.#writer.end()
    if (isEmpty || role.as === 'break') return
    const isData = name === 'inlinedata' && !isContent
    const type = isData ? (/\bcontenttype\s*=\s*["']([^"']*)/i.exec(attributes)?.[1]?.toLowerCase() ?? '') : ''
    // Base64, as pictures have it.
    const isEncoded = isData && /\bencoding\s*=\s*["'][^"']/i.test(attributes)
    if (isEncoded)
      this.tellUnread('holds a news item whose content is encoded, which is not read; export it as text, NITF or XHTML')
    this.#push({
      name,
      start: startIn(role, around.start),
      parts: partsBlocks(role),
      isSkipped: role.as === 'skipped' || isEncoded,
      isContent,
      from: name === 'p' ? start : undefined,
      data: isData && !isEncoded ? new DecodedText(this.#source, end) : undefined,
      type,
    })
  }

  endTag(written: string, start: number, end: number): void {
    const name = localName(written)
    if (!this.#counts.get(name)) {
      // An end tag by itself still parts what stands on its two sides, and the element around it holds more than one
      // text then.
      if (partsText(written)) this.#writer.end()
      this.#open.at(-1)!.from = undefined
      return
    }
    for (;;) {
      const closed = this.#open.pop()!
      this.#counts.set(closed.name, this.#counts.get(closed.name)! - 1)
      const isOwn = closed.name === name
      if (!closed.isSkipped && closed.parts) this.#endBlock(closed, start, isOwn ? end : undefined)
      if (closed.data && closed.data !== this.#open.at(-1)?.data) this.#readData(closed.data, closed.type)
      if (isOwn) return
    }
  }

  text(start: number, end: number, isRaw: boolean): void {
    const around = this.#open.at(-1)!
    if (Object.hasOwn(DATES, around.name) && !this.#dates.has(DATES[around.name]!))
      this.#dates.set(DATES[around.name]!, this.#source.slice(start, end).trim())
    if (around.isSkipped) return
    if (isRaw) this.#raws.push({ start, end } as SourceSpan)
    if (around.data) return isRaw ? around.data.plain(start, end) : decodeXml(this.#source, start, end, around.data)
    // What is said of an item stands in elements of its own.
    if (!around.isContent && around.start === PARAGRAPH) return
    if (!this.#writer.isStarted) this.#writer.start({ ...around.start, encode: this.#encode })
    this.#writeText(start, end, isRaw)
  }

  /** In NITF the head's title is a file's name for the story; where there is no headline, it is all that there is. */
  #roleIn(name: string, parent: string): ElementRole {
    this.#hasHeadline ??= /<(?:\w+:)?hl1\b/i.test(this.#source)
    return copyRole(name, this.#format === 'nitf' && !this.#hasHeadline ? `${parent} without headline` : parent)
  }

  #push(element: Open): void {
    this.#open.push(element)
    this.#counts.set(element.name, (this.#counts.get(element.name) ?? 0) + 1)
  }

  #endBlock({ from }: Open, start: number, end: number | undefined): void {
    const isAlone = from !== undefined && end !== undefined && !this.#source.slice(from, start).includes('<![CDATA[')
    this.#writer.end(isAlone ? wholeElement(this.#source, from, end, partsText) : undefined)
  }

  /** White space is folded: agencies wrap and indent their lines. */
  #writeText(start: number, end: number, isRaw: boolean): void {
    let from = start
    for (const { 0: part, index } of this.#source.slice(start, end).matchAll(PART)) {
      const isReference = part[0] === '&'
      const shown = isReference && !isRaw ? decodeReference(part) : part
      if (isReference && shown === part) continue
      this.#writer.plain(from, start + index)
      from = start + index + part.length
      if (isReference) this.#writer.decoded(shown, start + index, from)
      else this.#writer.space(start + index, from)
    }
    this.#writer.plain(from, end)
  }

  /** An edit as it is written where it stands: between tags, or in a CDATA section. */
  readonly #encode = (text: string, at: SourceSpan): string | undefined => {
    if (/[\n\r]/.test(text) || touchesEndless(this.#source, this.#endless, text, at)) return undefined
    const raw = this.#raws[firstIndex(this.#raws.length, (index) => this.#raws[index]!.end >= at.end)]
    const isRaw = raw !== undefined && at.start >= raw.start
    return isRaw ? encodeCdata(text) : encodeXml(text, this.#source, at)
  }

  #readData(data: DecodedText, type: string): void {
    this.#writer.end()
    // Where nothing but its first letter tells whether it is text, no edit brings one of HTML.
    const write: Encode = (text, at) =>
      type === '' && /[<&]/.test(data.text + text) ? undefined : this.#encode(text, at)
    const target = { copy: this.#copy, notices: this.#notices, write }
    if (/html/.test(type) || (type === '' && /^\s*</.test(data.text))) readMarkup(data, target, { keepsElements: true })
    else readLines(data, PARAGRAPH, target)
  }

  /** A picture's text for those who don't see it, which stands in its tag. */
  #readAlternative(attributes: string, from: number): void {
    const alt = /\balt\s*=\s*(["'])([^"']*)\1/i.exec(attributes)
    if (!alt || alt[2] === '') return
    const start = from + alt.index + alt[0].length - 1 - alt[2]!.length
    this.#writer.after(() => {
      this.#writer.start({ kind: 'caption', encode: () => undefined })
      this.#writeText(start, start + alt[2]!.length, false)
      this.#writer.end()
    })
  }

  #refuse(written: string, attributes: string, around: Open, isEmpty: boolean): void {
    const kind = xmlKind({ name: written, attributes, isDeclared: true })
    const { name, advice } = typeof kind === 'string' ? { name: `<${written}>`, advice: 'export' as const } : kind
    this.tellUnread(refusal({ name, advice }).replace(/^is /, 'holds a news item in '))
    if (!isEmpty) this.#push({ ...around, name: localName(written), isSkipped: true })
  }

  #takeDate(name: string, attributes: string): void {
    const key = Object.hasOwn(DATES, name) ? DATES[name]! : undefined
    const figures =
      key === undefined ? null : /\b(?:norm|date\.publication)\s*=\s*["'](\d{4})-?(\d\d)-?(\d\d)/.exec(attributes)
    if (figures && !this.#dates.has(key!)) this.#dates.set(key!, figures.slice(1).join('-'))
  }

  #endStory(): void {
    this.#writer.end()
    const date = findPublicationDate(this.#dates) ?? this.#options.date
    const copy = this.#copy.finish({ ...this.#options, date, format: this.#format, notices: this.#notices.all })
    if (copy.blocks.length > 0 || copy.notices.length > 0) this.#stories.push(copy)
    this.#copy = new CopyBuilder(this.#source)
    this.#notices = new Notices(this.#copy)
    this.#dates = new Map()
  }
}
