/** Reads HTML pages: an article, several, a live blog with its entries. */
import { CopyBuilder, type CalendarDay, type Copy } from '#copy'
import { firstIndex } from '#text'
import { BlockWriter } from './markup/block-writer.ts'
import { htmlDirectives } from './directives.ts'
import { parseDay } from './publication-date.ts'
import { decodeReferences } from './html/character-references.ts'
import { HtmlReader } from './html/html-reader.ts'
import { readOutline, type Outline, type PageElement } from './html/page/outline.ts'
import { folded, readPageFields, withoutRepetitions, type PageFields } from './html/page/page-fields.ts'
import { findStories, MOST_STORIES, type Page, type PageStory } from './html/page/page-stories.ts'
import { countLostWords, countRunningWords } from './html/page/running-text.ts'
import { maskTemplates } from './templates/mask-templates.ts'
import { holdsMasks } from './templates/masks.ts'
import { Notices } from './notices.ts'
import type { Reader, ReadOptions } from './reader.ts'

/** A page, and what is known of all of it. */
interface PageContext {
  readonly source: string
  /** The source with masks over a template's tags. */
  readonly html: string
  readonly isMasked: boolean
  readonly outline: Outline
  readonly page: Page
  readonly head: PageFields
  readonly unclosed: ReadonlySet<number>
  readonly options: ReadOptions
}

/**
 * Reads HTML. What stands in an `<article>` is a story, cards apart, and so is `<main>`, or the page, where there is
 * none; navigation, scripts, forms, what is hidden, and headers, footers and boxes around the story aren't read. The
 * head's fields and those of JSON-LD belong to the page's main story, and a date in them goes before `options.date`.
 */
export const readHtml: Reader = (source, options = {}) => {
  const html = maskTemplates(source, 'html')
  const outline = readOutline(html)
  const page = findStories(html, outline)
  const context: PageContext = {
    source,
    html,
    isMasked: holdsMasks(html),
    outline,
    page,
    head: readPageFields(html, outline),
    unclosed: new Set(page.unclosed.map(({ start }) => start)),
    options,
  }
  const read = page.stories.map((story, index) => readStory(context, story, index === 0))
  const [first, ...others] = tellUnread(context, read)
  const isEmpty = first!.blocks.length === 0 && first!.notices.length === 0 && first!.directives.length === 0
  const stories = others.filter(({ blocks, notices }) => blocks.length > 0 || notices.length > 0)
  return isEmpty && stories.length > 0 ? stories : [first!, ...stories]
}

const NO_TEXT =
  'is a page of which no text was found; its sentences stand in navigation, forms, boxes or headers, none of which is read as copy'
const SCRIPTED =
  'is a page in which no text stands; what scripts or frames would put there is not read: save the page as a browser shows it'
const TOO_MANY = `holds more articles than the ${MOST_STORIES.toLocaleString('en')} that are read of one page; check them in files of their own`
// Fewer are a box's, or a footer's.
const MANY_WORDS = 100

/** The stories with what is to be said of a page that isn't read as a whole: the first of them tells it. */
function tellUnread(context: PageContext, stories: readonly Copy[]): readonly Copy[] {
  const { html, page } = context
  const again = (tell: (notices: Notices) => void): readonly Copy[] => [
    readStory(context, page.stories[0]!, true, tell),
    ...stories.slice(1),
  ]
  if (page.hasMore) return again((notices) => notices.unread(TOO_MANY))
  const blocks = stories.flatMap((story) => story.blocks.filter(({ kind }) => kind !== 'field'))
  if (blocks.length === 0) {
    const reason = countRunningWords(html) > 0 ? NO_TEXT : isScripted(context) ? SCRIPTED : undefined
    return reason === undefined ? stories : again((notices) => notices.unread(reason))
  }
  const lost = countLostWords(html, page)
  const read = stories.reduce((sum, { text }) => sum + text.length, 0)
  if (lost < MANY_WORDS || lost * LETTERS_A_WORD < read) return stories
  return again((notices) =>
    notices.add(
      `${lost} words of running text stand outside of what was taken for the story, more than in it, and were not read`,
      0,
      html.length,
    ),
  )
}

const LETTERS_A_WORD = 6

const LOADS = /<(?:script|iframe|frame|object|embed)[\s>]/i
const LEADS_ELSEWHERE = /<meta\s[^<>]{0,200}http-equiv\s{0,9}=\s{0,9}["']?refresh/i

/**
 * Whether a browser would fill a page in which nothing stands. A template does so itself, and a page that only leads
 * elsewhere has no text to lose.
 */
function isScripted({ source, html, outline }: PageContext): boolean {
  return outline.isWhole && html === source && LOADS.test(html) && !LEADS_ELSEWHERE.test(html)
}

function readStory(context: PageContext, story: PageStory, isFirst: boolean, tell?: (notices: Notices) => void): Copy {
  const { source, html, isMasked, outline, page, head, unclosed, options } = context
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  tell?.(notices)
  if (isFirst) {
    for (const { name, start, open } of page.unclosed)
      notices.add(`this <${name}> is never closed, so it was read as part of the page`, start, open)
  }
  const headings = story.isMain ? headingsIn(outline, story) : []
  const shown = headings.map(({ open, close }) =>
    folded(decodeReferences(html.slice(open, close).replace(/<[^<>]*>/g, ''))),
  )
  const fields = story.isMain ? withoutRepetitions(head.fields, shown) : []
  const writer = new BlockWriter(copy, html, isMasked)
  const reader = new HtmlReader(html, writer, notices, {
    deletesElements: true,
    tellsBoxes: outline.isWhole ? 'page' : 'piece',
    skipped: page.skipped,
    unclosed,
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
  const date = (story.isMain ? (head.date ?? own) : (own ?? head.date)) ?? options.date
  const kind = options.kind ?? (page.isLive ? ('live-blog' as const) : undefined)
  return copy.finish({
    ...options,
    date,
    kind,
    format: 'html',
    notices: notices.all,
    directives: isFirst ? htmlDirectives(source) : [],
  })
}

function headingsIn({ elements }: Outline, { ranges }: PageStory): readonly PageElement[] {
  return elements.filter(
    (one) => one.landmark === 'h1' && ranges.some(({ start, end }) => one.start >= start && one.start < end),
  )
}

// A <time> further down is part of the copy: that of the match, not of the report.
const TIME_AT_TOP = 1500

/** The day that the first `<time>` at the top of a story gives, or near its heading. */
function dateIn(
  source: string,
  { elements }: Outline,
  { ranges }: PageStory,
  heading: PageElement | undefined,
): CalendarDay | undefined {
  const [first] = ranges
  if (!first) return undefined
  const last = Math.min(ranges.at(-1)!.end, (heading?.end ?? first.start) + TIME_AT_TOP)
  for (
    let index = firstIndex(elements.length, (at) => elements[at]!.start >= first.start);
    index < elements.length;
    index++
  ) {
    const { start, landmark, datetime } = elements[index]!
    if (start >= last) return undefined
    const day = landmark === 'time' && datetime ? parseDay(source.slice(datetime.start, datetime.end)) : undefined
    if (day) return day
  }
  return undefined
}
