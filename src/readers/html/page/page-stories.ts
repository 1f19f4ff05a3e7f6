/** Tells which stories a page holds, and which stretches of it each is read from. */
import { RAW_TEXT } from '../elements.ts'
import { findEntries, openWithTimes } from './live-entries.ts'
import type { Landmark, Outline, PageElement } from './outline.ts'
import type { Stretch } from './stretch.ts'
import { lengthOf, sortArticles, treeOf } from './teasers.ts'

/** One story of a page. Offsets are the page's. */
export interface PageStory {
  readonly ranges: readonly Stretch[]
  /** Whether the head of the page speaks of it. */
  readonly isMain: boolean
}

/** What a page holds. */
export interface Page {
  readonly stories: readonly PageStory[]
  readonly skipped: ReadonlyMap<number, number>
  readonly unclosed: Passed['unclosed']
  readonly isLive: boolean
  /** Whether it holds more articles than are read. */
  readonly hasMore: boolean
}

// Each story costs its facts, however short it is. A page that holds more is reported as unread.
export const MOST_STORIES = 20_000
// Beyond that, what stands in an article is read with the article around it.
const DEEPEST = 8
// How much of the length of all articles one must have to be what the page is about.
const MAIN_SHARE = 0.6

interface ElementPlace {
  /** The article that an element stands in, or is. */
  readonly article: PageElement | undefined
  readonly depth: number
  readonly isSkipped: boolean
  readonly inCopy: boolean
}

/** The story that an element stands in. */
type StoryOf = (element: PageElement) => PageElement | undefined

const COPY: ReadonlySet<Landmark> = new Set<Landmark>(['main', 'article', 'text'])
const TOP: ElementPlace = { article: undefined, depth: 0, isSkipped: false, inCopy: false }

/** Works out the stories of a page, in the order of its source. */
export function findStories(html: string, outline: Outline): Page {
  const entries = findEntries(outline)
  const { skipped, unclosed, articles, hasMore, placeOf } = findSkipped(outline, entries)
  const read = outline.elements.filter((element) => !placeOf(element).isSkipped)
  const isLive =
    articles.length > 1
    && (saysLive(html, outline) || articles.some((article) => entries.has(article)) || openWithTimes(articles, read))
  const tree = treeOf(articles, (article) => placeOf(article.parent).article)
  const whole = { start: 0, end: html.length }
  const prose = outline.prose.without([...skipped].map(([start, end]) => ({ start, end })))
  const { stories: kept, passedOver } = isLive
    ? { stories: new Set(articles), passedOver: [] }
    : sortArticles(tree, read, whole, prose)
  const storyOf: StoryOf = (element) => {
    let article = placeOf(element).article
    while (article && !kept.has(article)) article = placeOf(article.parent).article
    return article
  }
  const storiesIn = (parent: PageElement | undefined): readonly PageElement[] =>
    (tree.get(parent) ?? []).filter((article) => kept.has(article))
  const tops = storiesIn(undefined)
  const main = isLive && tops.length > 1 ? undefined : findMain(tops, read, storyOf)
  const hasOwnText =
    !isLive && prose.measure(whole).length > lengthOf(tops, prose) + lengthOf(tree.get(undefined) ?? [], prose)
  const stories: PageStory[] = main ? [] : [{ ranges: pageRanges(html, read, tops, hasOwnText), isMain: true }]
  for (const article of articles) {
    if (!kept.has(article)) continue
    const own = cut({ start: article.open, end: article.close }, storiesIn(article))
    const ranges = article === main ? [...rangesBefore(article, read, tops, storyOf), ...own] : own
    stories.push({ ranges, isMain: article === main })
  }
  const passed = passedOver.map(({ start, end }) => [start, end] as const)
  return { stories, skipped: new Map([...skipped, ...passed]), unclosed, isLive, hasMore }
}

/** What of a page isn't copy, and which of its articles are. */
export interface Passed {
  /** Elements that are passed over: where each starts, and where it ends. */
  readonly skipped: ReadonlyMap<number, number>
  /** Elements that would be passed over, had they an end tag. */
  readonly unclosed: readonly PageElement[]
  readonly articles: readonly PageElement[]
  /** Whether there are more. */
  readonly hasMore: boolean
  readonly placeOf: (element: PageElement | undefined) => ElementPlace
}

/**
 * Tells what of a page isn't copy.
 * @param entries Elements that are stories as articles are.
 */
export function findSkipped({ elements }: Outline, entries: ReadonlySet<PageElement> = new Set()): Passed {
  const places = new Map<PageElement, ElementPlace>()
  const placeOf = (element: PageElement | undefined): ElementPlace => (element ? places.get(element)! : TOP)
  const holders = holdersOfCopy(elements)
  const skipped = new Map<number, number>()
  const unclosed: PageElement[] = []
  const articles: PageElement[] = []
  let hasMore = false
  for (const element of elements) {
    const around = placeOf(element.parent)
    const isUnwanted = !around.isSkipped && isPassedOver(element, around.inCopy, holders.has(element))
    const skips = isUnwanted && element.isClosed
    if (skips) skipped.set(element.start, element.end)
    else if (isUnwanted && !RAW_TEXT.has(element.name)) unclosed.push(element)
    // One that holds nothing hides nothing of the page.
    const isArticle = (element.landmark === 'article' && element.close > element.open) || entries.has(element)
    const mayBeStory = isArticle && !around.isSkipped && around.depth < DEEPEST
    const isStory = mayBeStory && articles.length < MOST_STORIES
    hasMore ||= mayBeStory && !isStory
    if (isStory) articles.push(element)
    places.set(element, {
      article: isStory ? element : around.article,
      depth: around.depth + (isStory ? 1 : 0),
      isSkipped: around.isSkipped || skips,
      inCopy: around.inCopy || COPY.has(element.landmark),
    })
  }
  return { skipped, unclosed, articles, hasMore, placeOf }
}

/** The elements in which a page's own copy stands. */
function holdersOfCopy(elements: readonly PageElement[]): ReadonlySet<PageElement> {
  const holders = new Set<PageElement>()
  for (const { landmark, parent } of elements) {
    if (landmark !== 'article' && landmark !== 'main' && landmark !== 'h1') continue
    for (let around = parent; around && !holders.has(around); around = around.parent) holders.add(around)
  }
  return holders
}

function saysLive(html: string, { elements, data }: Outline): boolean {
  return (
    data.some(({ start, end }) => html.slice(start, end).includes('LiveBlogPosting'))
    || elements.some(({ itemtype }) => itemtype.endsWith('LiveBlogPosting'))
  )
}

function isPassedOver({ landmark }: PageElement, inCopy: boolean, holdsCopy: boolean): boolean {
  if (landmark === 'apparatus') return true
  if (landmark === 'chrome') return !inCopy && !holdsCopy
  return landmark === 'form' && !holdsCopy
}

/**
 * The article that a page is about: its only one, the only one with a first heading, or the one that is most of the
 * page.
 */
function findMain(
  tops: readonly PageElement[],
  read: readonly PageElement[],
  storyOf: StoryOf,
): PageElement | undefined {
  if (tops.length < 2) return tops[0]
  const headed = new Set(read.flatMap((element) => (element.landmark === 'h1' ? (storyOf(element) ?? []) : [])))
  const withHeading = tops.filter((article) => headed.has(article))
  if (withHeading.length > 0) return withHeading.length === 1 ? withHeading[0] : undefined
  const lengths = tops.map(({ start, end }) => end - start)
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  return longest >= lengths.reduce((sum, length) => sum + length, 0) * MAIN_SHARE
    ? tops[lengths.indexOf(longest)]
    : undefined
}

/**
 * What is read with an article that has no first heading of its own: the page's, and in `<main>` what stands between.
 */
function rangesBefore(
  article: PageElement,
  read: readonly PageElement[],
  tops: readonly PageElement[],
  storyOf: StoryOf,
): readonly Stretch[] {
  const headings = read.filter(({ landmark }) => landmark === 'h1')
  if (headings.some((heading) => storyOf(heading) === article)) return []
  const heading = headings.find((one) => one.isClosed && one.end <= article.start && !storyOf(one))
  if (!heading) return []
  let main = article.parent
  while (main && main.landmark !== 'main') main = main.parent
  if (!main || heading.start < main.open) return cut(heading, tops)
  return cut({ start: main.open, end: article.start }, tops)
}

/**
 * What a page without articles is read from, or what is left of one that has several: its `<main>`, its text, or all of
 * it.
 */
function pageRanges(
  html: string,
  read: readonly PageElement[],
  tops: readonly PageElement[],
  hasOwnText: boolean,
): readonly Stretch[] {
  const headings = read.filter(({ landmark, isClosed }) => landmark === 'h1' && isClosed)
  const mains = read.filter(({ landmark }) => landmark === 'main')
  const texts = read.filter(({ landmark }) => landmark === 'text')
  // Boxes say nothing of what stands around them.
  const hasArticles = !hasOwnText && tops.some(({ landmark }) => landmark === 'article')
  const roots = outermost(mains.length > 0 ? mains : hasArticles ? [] : texts)
  const isOutside = ({ start }: PageElement): boolean =>
    ![...roots, ...tops.slice(0, 1)].some((root) => start >= root.start && start < root.end)
  if (roots.length === 0 && !hasArticles) return cut({ start: 0, end: html.length }, tops)
  const first = headings.find((heading) =>
    tops.every(({ start, end }) => heading.start < start || heading.start >= end),
  )
  const ranges = roots.flatMap((root) => cut({ start: root.open, end: root.close }, tops))
  if (!first || !isOutside(first) || (roots.length > 0 && first.start > roots[0]!.start)) return ranges
  // Where its end tag is misplaced, a heading may hold the rest of the page.
  return inOrder([...cut(first, inOrder([...roots, ...tops])), ...ranges])
}

function inOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.toSorted((one, other) => one.start - other.start)
}

function outermost(elements: readonly PageElement[]): readonly PageElement[] {
  let end = -1
  return elements.filter((element) => {
    if (element.start < end) return false
    end = element.end
    return true
  })
}

/** A stretch without others that stand in it, in order. */
function cut({ start, end }: Stretch, holes: readonly Stretch[]): readonly Stretch[] {
  const ranges: Stretch[] = []
  let from = start
  for (const hole of holes) {
    if (hole.end <= from || hole.start >= end) continue
    if (hole.start > from) ranges.push({ start: from, end: hole.start })
    from = Math.max(from, hole.end)
  }
  if (from < end) ranges.push({ start: from, end })
  return ranges
}
