/** Reads HTML as it stands in Markdown: whole blocks of it, and single tags in the middle of a paragraph. */
import type { Encode } from '#story'
import { OBJECT, type BlockWriter } from '../block-writer.ts'
import type { Notices } from '../notices.ts'
import { decodeReference } from './character-references.ts'
import { BLOCK_LEVEL, CODE, UNREAD, VOID } from './elements.ts'
import { encodeAttribute, encodeHtmlText } from './encode.ts'
import { OpenElements } from './open-elements.ts'
import { scanMarkup, type AttributeValue } from './scan-markup.ts'

/** A stretch of HTML in its source. */
export interface HtmlStretch {
  readonly html: string
  /** Brings an offset in the stretch to the source. */
  readonly toSource: (offset: number) => number
  /** Whether the blocks around it are a quotation. */
  readonly quoted: boolean
}

/** An element that is read past: what stands in it isn't copy. */
interface Unread {
  readonly name: string
  /** Where it starts in the source. */
  readonly start: number
  /** How many elements of its name are open. */
  depth: number
}

/** A start or end tag: where it stands in the source, and whether in the middle of a paragraph. */
interface Tag {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly inParagraph: boolean
}

// Words with a single space between them are one part, so that most text is one piece.
const PART = /[ \t\n\f\r]+|&(?:#[xX]?[\dA-Fa-f]+;?|[A-Za-z][\dA-Za-z]*;?)|[^ \t\n\f\r&]+(?: [^ \t\n\f\r&]+)*|&/g

const refuse: Encode = () => undefined

/** Reads a document's stretches of HTML in order; an element may be opened in one and closed in a later one. */
export class HtmlReader {
  readonly #source: string
  readonly #writer: BlockWriter
  readonly #notices: Notices
  readonly #open = new OpenElements()
  readonly #lastEndTags = new Map<string, number>()
  readonly #encode: Encode
  #unread: Unread | undefined

  constructor(source: string, writer: BlockWriter, notices: Notices) {
    this.#source = source
    this.#writer = writer
    this.#notices = notices
    this.#encode = encodeHtmlText(source)
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

  /** Reads a single tag or comment in a paragraph. */
  readTag(stretch: HtmlStretch): void {
    if (!this.#unread) this.#writer.gap()
    this.#scan(stretch, true)
  }

  /**
   * The block that tags were read in ends here, at an offset of the source. No `<code>` outlives it; another element that
   * isn't read stays open only where it is closed further down.
   */
  endOfBlock(end: number): void {
    const unread = this.#unread
    if (!unread || (!CODE.has(unread.name) && this.#closesAfter(unread.name, end))) return
    this.#unread = undefined
    this.#notices.add(`this <${unread.name}> is never closed; what stands in it was not read`, unread.start, end)
  }

  #scan(stretch: HtmlStretch, inParagraph: boolean): void {
    const { html, toSource } = stretch
    const tag = (name: string, start: number, end: number): Tag => ({ name, start: toSource(start), end: toSource(end), inParagraph })
    scanMarkup(html, {
      text: (start, end) => {
        if (this.#unread || inParagraph) return
        this.#startBlock(stretch)
        this.#write(stretch, start, end)
      },
      startTag: (name, start, end, attribute) => {
        if (this.#unread) return this.#startInUnread(tag(name, start, end))
        if (name === 'img') this.#readAlternative(stretch, attribute('alt'))
        const isEmpty = VOID.has(name) || (html.endsWith('/>', end) && (name === 'svg' || name === 'math'))
        this.#start(tag(name, start, end), isEmpty)
      },
      endTag: (name, start, end) => {
        if (!this.#unread) this.#end(tag(name, start, end))
        else this.#endInUnread(stretch, tag(name, start, end))
      },
      openComment: (start, end) => {
        this.#notices.add('this comment is never closed, so nothing in it was read', toSource(start), toSource(end))
      },
    })
  }

  #start({ name, start, end, inParagraph }: Tag, isEmpty: boolean): void {
    const isBlock = BLOCK_LEVEL.has(name)
    if (name === 'br') {
      this.#writer.space(start, end)
    } else if (isBlock && inParagraph) {
      this.#writer.split()
    } else if (isBlock) {
      this.#writer.end()
      this.#open.open(name)
    }
    if (!isEmpty && (UNREAD.has(name) || CODE.has(name))) this.#unread = { name, start, depth: 1 }
  }

  #end({ name, inParagraph }: Tag): void {
    if (!BLOCK_LEVEL.has(name)) return
    if (inParagraph) this.#writer.split()
    else this.#writer.end()
    this.#open.close(name)
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
      this.#writer.start({ kind: 'caption', quoted, encode: value.quote === '' ? refuse : encodeAttribute(this.#source) })
      this.#write(stretch, value.start, value.end)
      this.#writer.end()
    })
  }

  #startBlock({ quoted }: HtmlStretch): void {
    if (!this.#writer.isStarted) this.#writer.start({ ...this.#open.kind, quoted: quoted || this.isQuoted, encode: this.#encode })
  }

  #write({ html, toSource }: HtmlStretch, start: number, end: number): void {
    for (const { 0: part, index } of html.slice(start, end).matchAll(PART)) {
      const from = toSource(start + index)
      const to = toSource(start + index + part.length)
      const first = part.charCodeAt(0)
      const shown = first === 38 /* & */ && part.length > 1 ? decodeReference(part) : part
      if (shown !== part) this.#writer.decoded(shown, from, to)
      else if (first === 32 || (first >= 9 && first <= 13)) this.#writer.space(from, to)
      else this.#writer.plain(from, to)
    }
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
