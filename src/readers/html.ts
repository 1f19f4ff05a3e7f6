/** Reads HTML pages: an article, several, a live blog with its entries. */
import { CopyBuilder, createStory, firstIndex, type CalendarDay, type Story } from '#story'
import { BlockWriter } from './block-writer.ts'
import { htmlDirectives } from './directives.ts'
import { parseDay } from './front-matter/publication-date.ts'
import { decodeReferences } from './html/character-references.ts'
import { HtmlReader } from './html/html-reader.ts'
import { readOutline, type Outline, type PageElement } from './html/outline.ts'
import { folded, readPageFields, withoutRepetitions, type PageFields } from './html/page-fields.ts'
import { findStories, type Page, type PageStory } from './html/page-stories.ts'
import { countRunningWords } from './html/running-text.ts'
import { maskTemplates } from './mask-templates.ts'
import { Notices } from './notices.ts'
import type { Reader, ReadOptions } from './reader.ts'

/** A page, and what is known of all of it. */
interface PageContext {
  readonly source: string
  /** The source with masks over a template's tags. */
  readonly html: string
  readonly outline: Outline
  readonly page: Page
  readonly head: PageFields
  readonly unclosed: ReadonlySet<number>
  readonly options: ReadOptions
}

/**
 * Reads HTML. What stands in an `<article>` is a story, and so is `<main>`, or the page, where there is none; navigation,
 * scripts, forms, what is hidden, and headers, footers and boxes around the story aren't read. The head's fields and those
 * of JSON-LD belong to the page's main story, and a date in them goes before `options.date`.
 */
export const readHtml: Reader = (source, options = {}) => {
  const html = maskTemplates(source, 'html')
  const outline = readOutline(html)
  const page = findStories(html, outline)
  const context: PageContext = { source, html, outline, page, head: readPageFields(html, outline), unclosed: new Set(page.unclosed.map(({ start }) => start)), options }
  const read = page.stories.map((story, index) => readStory(context, story, index === 0))
  const hasText = read.some(({ blocks }) => blocks.some(({ kind }) => kind !== 'field'))
  const [first, ...others] = hasText || countRunningWords(html) === 0 ? read : [readStory(context, page.stories[0]!, true, NO_TEXT), ...read.slice(1)]
  const isEmpty = first!.blocks.length === 0 && first!.notices.length === 0 && first!.directives.length === 0
  const stories = others.filter(({ blocks, notices }) => blocks.length > 0 || notices.length > 0)
  return isEmpty && stories.length > 0 ? stories : [first!, ...stories]
}

const NO_TEXT = 'is a page of which no text was found; its sentences stand in navigation, forms, boxes or headers, none of which is read as copy'

/** @param unread Why the page can't pass as sound, whatever of it is read. */
function readStory(context: PageContext, story: PageStory, isFirst: boolean, unread?: string): Story {
  const { source, html, outline, page, head, unclosed, options } = context
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  if (unread !== undefined) notices.unread(unread)
  if (isFirst) {
    for (const { name, start, open } of page.unclosed) notices.add(`this <${name}> is never closed, so it was read as part of the page`, start, open)
  }
  const headings = story.isMain ? headingsIn(outline, story) : []
  const shown = headings.map(({ open, close }) => folded(decodeReferences(html.slice(open, close).replace(/<[^<>]*>/g, ''))))
  const fields = story.isMain ? withoutRepetitions(head.fields, shown) : []
  const writer = new BlockWriter(copy, html)
  const reader = new HtmlReader(html, writer, notices, {
    deletesElements: true, tellsBoxes: outline.isWhole ? 'page' : 'piece', skipped: page.skipped, unclosed,
  })
  let next = 0
  const writeFieldsBefore = (offset: number): void => {
    while (next < fields.length && fields[next]!.start < offset) fields[next++]!.write(copy)
  }
  for (const { start, end } of story.ranges) {
    writeFieldsBefore(start === 0 ? Infinity : start)
    reader.readRange({ html: html.slice(start, end), toSource: (offset) => start + offset, quoted: false })
  }
  writeFieldsBefore(Infinity)
  const own = dateIn(source, outline, story, headings[0])
  const date = (story.isMain ? head.date ?? own : own ?? head.date) ?? options.date
  const kind = options.kind ?? (page.isLive ? 'live-blog' as const : undefined)
  return createStory({ ...options, date, kind, copy: copy.finish(), format: 'html', notices: notices.all, directives: isFirst ? htmlDirectives(source) : [] })
}

function headingsIn({ elements }: Outline, { ranges }: PageStory): readonly PageElement[] {
  return elements.filter((one) => one.landmark === 'h1' && ranges.some(({ start, end }) => one.start >= start && one.start < end))
}

// A <time> further down is part of the copy: that of the match, not of the report.
const TIME_AT_TOP = 1500

/** The day that the first `<time>` at the top of a story gives, or near its heading. */
function dateIn(source: string, { elements }: Outline, { ranges }: PageStory, heading: PageElement | undefined): CalendarDay | undefined {
  const [first] = ranges
  if (!first) return undefined
  const last = Math.min(ranges.at(-1)!.end, (heading?.end ?? first.start) + TIME_AT_TOP)
  for (let index = firstIndex(elements.length, (at) => elements[at]!.start >= first.start); index < elements.length; index++) {
    const { start, landmark, datetime } = elements[index]!
    if (start >= last) return undefined
    const day = landmark === 'time' && datetime ? parseDay(source.slice(datetime.start, datetime.end)) : undefined
    if (day) return day
  }
  return undefined
}
