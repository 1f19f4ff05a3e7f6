/**
 * Finds what a page is made of: its articles, what around and between them isn't copy, and what its head says of it.
 */
import { wordSet } from '../../../english/words/word-set.ts'
import { BLOCK_LEVEL, RAW_TEXT, UNREAD, VOID } from '../elements.ts'
import { PageText } from './page-text.ts'
import type { Stretch } from './stretch.ts'
import { scanMarkup, type AttributeValue } from '../scan-markup.ts'

/** What an element is to the page that it stands in. */
export type Landmark =
  /** A story, or an entry of one. */
  | 'article'
  /** What a page is for. */
  | 'main'
  /** The text of an article, by schema.org's markup. */
  | 'text'
  /** Not copy, wherever it stands. */
  | 'apparatus'
  /** Not copy, unless it stands in an article or in `<main>`. */
  | 'chrome'
  /** Not copy, unless the page's own copy stands in it. */
  | 'form'
  | 'h1'
  | 'time'
  /** Of no kind, but of a class: several that are alike may be entries. */
  | 'box'

/** An element of a page that matters; offsets are the page's. */
export interface PageElement {
  readonly name: string
  readonly landmark: Landmark
  readonly start: number
  /** Where its start tag ends. */
  readonly open: number
  /** Where its end tag starts; where another element's end closed it, or the page's, that place. */
  close: number
  /** Where its end tag ends. */
  end: number
  /** Whether it has an end tag of its own. */
  isClosed: boolean
  /** The closest element around it that matters. */
  readonly parent: PageElement | undefined
  /** The value of its `datetime`. */
  readonly datetime: AttributeValue | undefined
  /** Of what kind schema.org's markup says that it is. */
  readonly itemtype: string
  /** What its class says, as it stands. */
  readonly className: string
  /** Whether it is an item of a list, or a link as a whole. */
  readonly isListed: boolean
}

/** A field of the head: a `<meta>`, or the `<title>`. */
export interface HeadField {
  /** What the page calls it, in small letters: `og:title`. */
  readonly name: string
  readonly value: AttributeValue
}

/** What a page is made of, in the order of its source. */
export interface Outline {
  readonly elements: readonly PageElement[]
  readonly fields: readonly HeadField[]
  readonly title: Stretch | undefined
  /** The scripts that hold JSON-LD. */
  readonly data: readonly Stretch[]
  /** Whether it is a whole page, with a head or a body, and not a piece of one. */
  readonly isWhole: boolean
  /** Its blocks of running text. */
  readonly prose: PageText
}

// Elements that need no end tag, or end where the next one starts: they are followed by the reader alone.
const LOOSE = wordSet('p li dt dd tr td th thead tbody tfoot option optgroup colgroup caption rt rp html body head')
const LISTS = ['ul', 'ol'] as const
const WHOLE = wordSet('html head body')
// Elements in the middle of a text that may be hidden.
const INLINE = wordSet('span')
const ELEMENTS: Readonly<Record<string, Landmark>> = {
  article: 'article',
  main: 'main',
  nav: 'apparatus',
  dialog: 'apparatus',
  button: 'apparatus',
  menu: 'apparatus',
  aside: 'chrome',
  header: 'chrome',
  footer: 'chrome',
  form: 'form',
  h1: 'h1',
  time: 'time',
}
const ROLES: Readonly<Record<string, Landmark>> = {
  article: 'article',
  main: 'main',
  navigation: 'apparatus',
  search: 'apparatus',
  dialog: 'apparatus',
  alertdialog: 'apparatus',
  banner: 'chrome',
  contentinfo: 'chrome',
  complementary: 'chrome',
  menu: 'apparatus',
  menubar: 'apparatus',
  toolbar: 'apparatus',
  tablist: 'apparatus',
}

type AttributeOf = (name: string) => AttributeValue | undefined

/** Reads the outline of a page. Costs one pass, whatever is nested in what. */
export function readOutline(html: string): Outline {
  const reader = new OutlineReader(html)
  scanMarkup(html, reader)
  reader.endBlock()
  return reader
}

class OutlineReader implements Outline {
  readonly elements: PageElement[] = []
  readonly fields: HeadField[] = []
  readonly data: Stretch[] = []
  readonly prose = new PageText()
  title: Stretch | undefined
  isWhole = false
  readonly #html: string
  /** The open elements that end where their end tags say. */
  readonly #open: { readonly name: string; readonly element: PageElement | undefined }[] = []
  readonly #counts = new Map<string, number>()
  #landmark: PageElement | undefined
  /** Pieces of the block that is read, where it starts, and how much of it are links. */
  readonly #block = { pieces: [] as string[], start: 0, linked: 0 }
  #isLink = false
  #raw: { readonly name: string; readonly start: number; readonly isData: boolean } | undefined

  constructor(html: string) {
    this.#html = html
  }

  text(start: number, end: number): void {
    if (this.#raw) return
    if (this.#block.pieces.length === 0) this.#block.start = start
    this.#block.pieces.push(this.#html.slice(start, end))
    if (this.#isLink) this.#block.linked += end - start
  }

  /** Ends the block of text that is read. */
  endBlock(): void {
    const { pieces, start, linked } = this.#block
    if (pieces.length > 0) this.prose.add(pieces.join(''), start, linked)
    pieces.length = 0
    this.#block.linked = 0
  }

  startTag(name: string, start: number, end: number, attribute: AttributeOf): void {
    const text = (key: string): string => textOf(this.#html, attribute(key))
    if (BLOCK_LEVEL.has(name)) this.endBlock()
    if (name === 'a') this.#isLink = attribute('href') !== undefined
    if (WHOLE.has(name)) this.isWhole = true
    if (name === 'meta') this.#addField(text, attribute('content'))
    if (RAW_TEXT.has(name))
      this.#raw = {
        name,
        start: end,
        isData: name === 'script' && /^application\/ld\+json\b/i.test(text('type').trim()),
      }
    if (
      VOID.has(name)
      || LOOSE.has(name)
      || (this.#html.startsWith('/>', end - 2) && (name === 'svg' || name === 'math'))
    )
      return
    const landmark = landmarkOf(name, attribute, text)
    if (!landmark && !BLOCK_LEVEL.has(name) && !INLINE.has(name)) return
    const element = landmark && {
      name,
      landmark,
      start,
      open: end,
      close: this.#html.length,
      end: this.#html.length,
      isClosed: false,
      parent: this.#landmark,
      datetime: landmark === 'time' ? attribute('datetime') : undefined,
      itemtype: text('itemtype'),
      className: text('class').trim(),
      isListed: this.#isLink || LISTS.some((list) => (this.#counts.get(list) ?? 0) > 0),
    }
    if (element) {
      this.elements.push(element)
      this.#landmark = element
    }
    this.#open.push({ name, element })
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  endTag(name: string, start: number, end: number): void {
    if (BLOCK_LEVEL.has(name)) this.endBlock()
    if (name === 'a') this.#isLink = false
    if (this.#raw?.name === name) {
      if (this.#raw.isData) this.data.push({ start: this.#raw.start, end: start })
      if (name === 'title' && !this.#counts.get('svg')) this.title ??= { start: this.#raw.start, end: start }
      this.#raw = undefined
    }
    if (!this.#counts.get(name) || !this.#reaches(name)) return
    for (let closed = ''; closed !== name;) closed = this.#close(name, start, end)
  }

  /** Whether an end tag reaches its start tag: that of a `<span>` doesn't close the `<div>` in it. */
  #reaches(name: string): boolean {
    if (BLOCK_LEVEL.has(name)) return true
    for (let at = this.#open.length - 1; ; at--) {
      const open = this.#open[at]!.name
      if (open === name || BLOCK_LEVEL.has(open)) return open === name
    }
  }

  #close(name: string, start: number, end: number): string {
    const { name: closed, element } = this.#open.pop()!
    this.#counts.set(closed, this.#counts.get(closed)! - 1)
    if (element) {
      element.close = start
      element.isClosed = closed === name
      element.end = element.isClosed ? end : start
      this.#landmark = element.parent
    }
    return closed
  }

  #addField(text: (key: string) => string, value: AttributeValue | undefined): void {
    const name = (text('property') || text('name') || text('itemprop')).trim().toLowerCase()
    if (value && name !== '') this.fields.push({ name, value })
  }
}

function landmarkOf(name: string, attribute: AttributeOf, text: (key: string) => string): Landmark | undefined {
  if (UNREAD.has(name)) return 'apparatus'
  const own = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined
  if (own === 'h1' || own === 'time') return own
  const role = text('role').toLowerCase().trim().split(/\s+/)[0]!
  if (attribute('hidden') || isHidden(text)) return 'apparatus'
  const stated =
    (Object.hasOwn(ROLES, role) ? ROLES[role] : undefined)
    ?? own
    ?? (/(?:^|\s)articleBody(?:\s|$)/.test(text('itemprop')) ? 'text' : undefined)
  return stated ?? ((name === 'div' || name === 'section') && attribute('class') ? 'box' : undefined)
}

function isHidden(text: (key: string) => string): boolean {
  return text('aria-hidden').toLowerCase() === 'true' || /(?:^|;)\s*display\s*:\s*none/i.test(text('style'))
}

/** An attribute's value as it stands. */
function textOf(html: string, value: AttributeValue | undefined): string {
  return value === undefined ? '' : html.slice(value.start, value.end)
}
