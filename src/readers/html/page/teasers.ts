/**
 * Tells which articles of a page are stories, and which are cards: teasers of other pages, the head of a story, what
 * readers say below it.
 */
import { firstIndex } from '#text'
import type { PageElement } from './outline.ts'
import type { Stretch } from './stretch.ts'
import type { PageText } from './page-text.ts'

/** The articles of a page, each under the one that it stands in; those that stand in none under nothing. */
export type ArticleTree = ReadonlyMap<PageElement | undefined, readonly PageElement[]>

/** The articles of a page, sorted. */
export interface SortedArticles {
  readonly stories: ReadonlySet<PageElement>
  /** Those that are no copy of what stands around them; the others that are no stories are read with it. */
  readonly passedOver: readonly PageElement[]
}

const FEWEST_SENTENCES = 2
// The head of a story, with its dek, has no more; and less than so much of what stands outside.
const MOST_SENTENCES_OF_HEAD = 4
const LENGTH_OF_HEAD = 0.25

/** Puts articles under those that they stand in. */
export function treeOf(
  articles: readonly PageElement[],
  around: (article: PageElement) => PageElement | undefined,
): ArticleTree {
  const tree = new Map<PageElement | undefined, PageElement[]>()
  for (const article of articles) {
    const parent = around(article)
    const known = tree.get(parent)
    if (known) known.push(article)
    else tree.set(parent, [article])
  }
  return tree
}

/**
 * Sorts the articles of a page. One without two sentences is no story; those in a list or a link are passed over where
 * what stands beside them holds more text than all of them.
 * @param read The elements of the page that aren't passed over.
 */
export function sortArticles(
  tree: ArticleTree,
  read: readonly PageElement[],
  page: Stretch,
  prose: PageText,
): SortedArticles {
  const texts = read.filter(({ landmark }) => landmark === 'text')
  const headings = read.filter(({ landmark }) => landmark === 'h1')
  const isHeaded = ({ start, end }: PageElement): boolean => {
    const next = headings[firstIndex(headings.length, (index) => headings[index]!.start >= start)]
    return next !== undefined && next.start < end
  }
  const stories = new Set<PageElement>()
  const passedOver: PageElement[] = []
  for (const [parent, articles] of tree) {
    const listed = articles.filter(({ isListed }) => isListed && !parent?.isListed)
    const isBesideMore = listed.length > 0 && prose.measure(parent ?? page).length > lengthOf(listed, prose) * 2
    for (const article of articles) {
      if (isBesideMore && article.isListed && !parent?.isListed) passedOver.push(article)
      else if (prose.measure(article).sentences >= FEWEST_SENTENCES) stories.add(article)
    }
  }
  const tops = tree.get(undefined) ?? []
  const outside = prose.measure(page).length - lengthOf(tops, prose)
  const [only, ...others] = tops.filter((article) => stories.has(article))
  if (only && others.length === 0 && isHeadAlone(only, texts, outside, prose)) stories.delete(only)
  // A short story is one all the same where nothing else has a text: the only article, or the only one with a headline.
  const short = tops.length === 1 ? tops : tops.filter((article) => isHeaded(article))
  if (stories.size === 0 && outside === 0 && short.length === 1) stories.add(short[0]!)
  return { stories, passedOver }
}

/** Whether an article holds the head of a story alone, and the text stands outside of it. */
function isHeadAlone(article: PageElement, texts: readonly PageElement[], outside: number, prose: PageText): boolean {
  const { sentences, length } = prose.measure(article)
  const isInside = ({ start }: PageElement): boolean => start >= article.start && start < article.end
  return (
    texts.some((text) => !isInside(text) && prose.measure(text).length > length)
    || (sentences <= MOST_SENTENCES_OF_HEAD && length < outside * LENGTH_OF_HEAD)
  )
}

/** How much text stands in some articles, in letters. */
export function lengthOf(articles: readonly PageElement[], prose: PageText): number {
  return articles.reduce((sum, article) => sum + prose.measure(article).length, 0)
}
