/**
 * Tells a live blog by its times: articles that open with them, or boxes, where a page marks no entry up as an article.
 */
import type { Landmark, Outline, PageElement } from './outline.ts'

// An entry of a live blog opens with its time: within so many units behind its start tag.
const TIME_AT_TOP = 300
const FEWEST = 3
// Readers' remarks below a story open with times, too; but they are less than the story, or stand outside it.
const LEAST_SHARE = 0.5
const NOT_COPY = /comment|repl(?:y|ies)|discussion|related|teaser|promo|card/i
const HOLDERS: ReadonlySet<Landmark> = new Set<Landmark>(['article', 'main', 'text'])

/**
 * The boxes that are a live blog's entries: of one class, side by side, each with its time at its top, and together at
 * least half of the article or of what else they stand in.
 */
export function findEntries({ elements }: Outline): ReadonlySet<PageElement> {
  const holders = holdersOf(elements)
  const hasHolder = elements.some(({ landmark }) => HOLDERS.has(landmark))
  const entries = groupsWithTimes(elements).filter((boxes) => {
    if (boxes.length < FEWEST || NOT_COPY.test(boxes[0]!.className)) return false
    const holder = holders.get(boxes[0]!) ?? (hasHolder ? undefined : boxes[0]!.parent)
    if (!holder) return !hasHolder
    return boxes.reduce((sum, { start, end }) => sum + end - start, 0) >= (holder.close - holder.open) * LEAST_SHARE
  })
  return new Set(entries.flat())
}

/** Whether most articles of a page open with a time each. */
export function openWithTimes(articles: readonly PageElement[], read: readonly PageElement[]): boolean {
  const opened = new Set(
    read.flatMap((element) => [...openedBy(element)].find(({ landmark }) => landmark === 'article') ?? []),
  )
  return opened.size >= FEWEST && opened.size * 4 >= articles.length * 3
}

/** What opens with a time: the elements that it stands at the top of, from the inside out. */
function* openedBy({ landmark, parent, start }: PageElement): Generator<PageElement> {
  if (landmark !== 'time') return
  for (let around = parent; around && start - around.open < TIME_AT_TOP; around = around.parent) yield around
}

/** Boxes that open with times: those together that have a parent and a class in common. */
function groupsWithTimes(elements: readonly PageElement[]): readonly (readonly PageElement[])[] {
  const groups = new Map<PageElement | undefined, Map<string, PageElement[]>>()
  const known = new Set<PageElement>()
  for (const element of elements) {
    for (const box of openedBy(element)) {
      if (box.landmark !== 'box' || known.has(box)) break
      known.add(box)
      const siblings = groups.get(box.parent) ?? new Map<string, PageElement[]>()
      groups.set(box.parent, siblings)
      const key = `${box.name} ${box.className}`
      const alike = siblings.get(key)
      if (alike) alike.push(box)
      else siblings.set(key, [box])
    }
  }
  return [...groups.values()].flatMap((siblings) => [...siblings.values()])
}

/** What each element stands in: the closest that holds copy. */
function holdersOf(elements: readonly PageElement[]): ReadonlyMap<PageElement, PageElement> {
  const holders = new Map<PageElement, PageElement>()
  for (const element of elements) {
    const { parent } = element
    const holder = parent && (HOLDERS.has(parent.landmark) ? parent : holders.get(parent))
    if (holder) holders.set(element, holder)
  }
  return holders
}
