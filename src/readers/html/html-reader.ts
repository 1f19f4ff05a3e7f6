/**
 * Reads HTML: a page's stretches, the blocks of it that stand in Markdown, and single tags in the middle of a
 * paragraph.
 */
import { OBJECT, type Encode } from '#copy'
import type { BlockWriter } from '../markup/block-writer.ts'
import type { NoticeTarget } from '../notices.ts'
import { BLOCK_LEVEL, CODE, UNREAD, VOID } from './elements.ts'
import { encodeAttribute, encodeHtmlText } from './encode.ts'
import { OpenBoxes, styleOf } from './open-boxes.ts'
import { OpenElements } from './open-elements.ts'
import type { HtmlReading, HtmlStretch, Tag, Unread } from './reading.ts'
import { scanMarkup, type AttributeValue } from './scan-markup.ts'
import { DELETABLE, wholeElement } from './whole-element.ts'
import { writeHtmlText } from './write-text.ts'

export type { HtmlStretch }

const BLANK_LINES = /\n[ \t\r\n]*\n/g
const refuse: Encode = () => undefined

/** Reads a document's stretches of HTML in order; an element may be opened in one and closed in a later one. */
export class HtmlReader {
  readonly #source: string
  readonly #writer: BlockWriter
  readonly #notices: NoticeTarget
  readonly #reading: HtmlReading
  readonly #open = new OpenElements()
  readonly #boxes: OpenBoxes | undefined
  readonly #lastEndTags = new Map<string, number>()
  readonly #encode: Encode
  #unread: Unread | undefined
  /** The element that was opened last, where all that has been read since is a text in it. */
  #holder: Tag | undefined

  constructor(source: string, writer: BlockWriter, notices: NoticeTarget, reading: HtmlReading = {}) {
    this.#reading = reading
    this.#source = source
    this.#writer = writer
    this.#notices = notices
    this.#encode = encodeHtmlText(source)
    this.#boxes = reading.tellsBoxes && new OpenBoxes(reading.tellsBoxes === 'page' ? 'body' : undefined)
  }

  /** Whether what comes next stands in an element that isn't read: a `<script>`, a `<code>`. */
  get isUnread(): boolean {
    return this.#unread !== undefined
  }

  /** Whether what comes next stands in a `<blockquote>`. */
  get isQuoted(): boolean {
    return this.#open.has('blockquote')
  }

  /** Reads a block of HTML. */
  readBlock(stretch: HtmlStretch): void {
    const { html, toSource } = stretch
    const end = toSource(html.length)
    this.#scan(stretch, false)
    this.endOfBlock(end)
    this.#writer.end()
    this.#open.keepOnly(this.#closesAfter('blockquote', end) ? 'blockquote' : '')
  }

  /**
   * Reads a range of a page, in which every element that was left out of it is closed. Elements that are open stay so.
   */
  readRange(stretch: HtmlStretch): void {
    const end = stretch.toSource(stretch.html.length)
    this.#holder = undefined
    this.#scan(stretch, false)
    if (this.#unread) this.#abandon(this.#unread, end)
    this.#holder = undefined
    this.#writer.end()
  }

  /** Reads a single tag or comment in a paragraph. */
  readTag(stretch: HtmlStretch): void {
    if (!this.#unread) this.#writer.gap()
    this.#scan(stretch, true)
  }

  /**
   * The block that tags were read in ends here, at an offset of the source. No `<code>` outlives it; another element
   * that isn't read stays open only where it is closed further down.
   */
  endOfBlock(end: number): void {
    const unread = this.#unread
    if (unread && (CODE.has(unread.name) || !this.#closesAfter(unread.name, end))) this.#abandon(unread, end)
  }

  #abandon(unread: Unread, end: number): void {
    this.#unread = undefined
    this.#notices.add(`this <${unread.name}> is never closed; what stands in it was not read`, unread.start, end)
  }

  #scan(stretch: HtmlStretch, inParagraph: boolean): void {
    const { html, toSource } = stretch
    const tag = (name: string, start: number, end: number, style = ''): Tag => ({
      name,
      start: toSource(start),
      end: toSource(end),
      inParagraph,
      style,
    })
    let lastBreak: number | undefined
    let skippedTo = 0
    scanMarkup(html, {
      text: (start, end) => {
        if (!this.#unread && !inParagraph && end > skippedTo) this.#writeText(stretch, start, end)
      },
      startTag: (name, start, end, attribute) => {
        if (start < skippedTo) return
        if (this.#unread) return this.#startInUnread(tag(name, start, end))
        const skip = this.#reading.skipped?.get(toSource(start))
        if (skip !== undefined) {
          skippedTo = start + skip - toSource(start)
          this.#holder = undefined
          if (BLOCK_LEVEL.has(name)) this.#writer.end()
          return
        }
        if (name === 'br' && !inParagraph) {
          // Two in a row part paragraphs on pages that know no <p>.
          if (lastBreak !== undefined && html.slice(lastBreak, start).trim() === '') this.#split()
          lastBreak = end
        }
        if (name === 'img') this.#readAlternative(stretch, attribute('alt'))
        if (name === 'a') this.#writer.link(attribute('href') !== undefined)
        const isEmpty = VOID.has(name) || (html.endsWith('/>', end) && (name === 'svg' || name === 'math'))
        this.#start(
          tag(name, start, end, this.#boxes && BLOCK_LEVEL.has(name) ? styleOf(html, attribute) : ''),
          isEmpty,
        )
      },
      endTag: (name, start, end) => {
        if (start < skippedTo) return
        if (name === 'a') this.#writer.link(false)
        if (!this.#unread) this.#end(tag(name, start, end))
        else this.#endInUnread(stretch, tag(name, start, end))
      },
      comment: (start, end) =>
        this.#unread || start < skippedTo ? undefined : this.#reading.comment?.(toSource(start), toSource(end)),
      openComment: (start, end) => {
        if (start >= skippedTo)
          this.#notices.add('this comment is never closed, so nothing in it was read', toSource(start), toSource(end))
      },
    })
  }

  #writeText(stretch: HtmlStretch, start: number, end: number): void {
    let from = start
    for (const { 0: gap, index } of this.#reading.partsAtBlankLines
      ? stretch.html.slice(start, end).matchAll(BLANK_LINES)
      : []) {
      this.#startBlock(stretch)
      writeHtmlText(this.#writer, stretch, from, start + index)
      this.#split()
      from = start + index + gap.length
    }
    this.#startBlock(stretch)
    writeHtmlText(this.#writer, stretch, from, end)
  }

  #start(tag: Tag, isEmpty: boolean): void {
    const { name, start, end, inParagraph } = tag
    const isBlock = BLOCK_LEVEL.has(name)
    if (name === 'br') {
      this.#writer.space(start, end)
    } else if (isBlock && inParagraph) {
      this.#split()
    } else if (isBlock) {
      this.#writer.end()
      this.#holder = DELETABLE.has(name) ? tag : undefined
      this.#open.open(name)
      if (!isEmpty) this.#boxes?.open(name, tag.style)
    }
    const isUnread = UNREAD.has(name) && this.#reading.unclosed?.has(start) !== true
    if ((VOID.has(name) && name !== 'br' && name !== 'wbr') || isUnread) this.#holder = undefined
    if (!isEmpty && (isUnread || CODE.has(name))) this.#unread = { name, start, depth: 1 }
  }

  #end(tag: Tag): void {
    const { name, inParagraph, end } = tag
    if (!BLOCK_LEVEL.has(name)) return
    if (inParagraph) {
      this.#split()
    } else {
      const holder = this.#reading.deletesElements === true && this.#holder?.name === name ? this.#holder : undefined
      this.#writer.end(holder && wholeElement(this.#source, holder.start, end))
      this.#holder = undefined
    }
    this.#open.close(name)
    this.#boxes?.close(name)
  }

  #split(): void {
    this.#holder = undefined
    this.#writer.split()
  }

  #startInUnread(tag: Tag): void {
    const unread = this.#unread!
    if (tag.name === unread.name) {
      unread.depth++
    } else if (CODE.has(unread.name) && BLOCK_LEVEL.has(tag.name) && !tag.inParagraph) {
      this.endOfBlock(tag.start)
      this.#start(tag, false)
    }
  }

  #endInUnread(stretch: HtmlStretch, tag: Tag): void {
    const unread = this.#unread!
    if (tag.name === unread.name) {
      if (--unread.depth > 0) return
      this.#unread = undefined
      if (!CODE.has(unread.name)) return
      this.#startBlock(stretch)
      this.#writer.decoded(OBJECT, unread.start, tag.end)
    } else if (CODE.has(unread.name) && BLOCK_LEVEL.has(tag.name) && !tag.inParagraph) {
      this.endOfBlock(tag.start)
      this.#end(tag)
    }
  }

  /** An image's alternative text is a block of its own. */
  #readAlternative(stretch: HtmlStretch, value: AttributeValue | undefined): void {
    if (!value || value.end <= value.start) return
    const quoted = stretch.quoted || this.isQuoted
    this.#writer.after(() => {
      const encode = value.quote === '' ? refuse : encodeAttribute(this.#source)
      this.#writer.start({ kind: 'caption', isAlternative: true, quoted, box: this.#boxes?.innermost, encode })
      writeHtmlText(this.#writer, stretch, value.start, value.end)
      this.#writer.end()
    })
  }

  #startBlock({ quoted }: HtmlStretch): void {
    if (this.#writer.isStarted) return
    this.#writer.start({
      ...this.#open.kind,
      quoted: quoted || this.isQuoted,
      box: this.#boxes?.innermost,
      encode: this.#encode,
    })
  }

  #closesAfter(name: string, offset: number): boolean {
    let last = this.#lastEndTags.get(name)
    if (last === undefined) {
      last = Math.max(this.#source.lastIndexOf(`</${name}`), this.#source.lastIndexOf(`</${name.toUpperCase()}`))
      this.#lastEndTags.set(name, last)
    }
    return last >= offset
  }
}
