/** Finds the entries of a live blog whose page marks none of them up as an article. */
import type { Landmark, Outline, PageElement } from './outline.ts'

/** An entry of a live blog opens with its time: within so many units behind its start tag. */
export const TIME_AT_TOP = 300
const FEWEST = 3
// Readers' remarks below a story open with times, too; but they are less than the story, or stand outside it.
const LEAST_SHARE = 0.5
const NOT_COPY = /comment|repl(?:y|ies)|discussion|related|teaser|promo|card/i
const HOLDERS: ReadonlySet<Landmark> = new Set<Landmark>(['article', 'main', 'text'])

/**
 * The boxes that are a live blog's entries: of one class, side by side, each with its time at its top, and together at least
 * half of the article or of what else they stand in.
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

/** Boxes that open with times: those together that have a parent and a class in common. */
function groupsWithTimes(elements: readonly PageElement[]): readonly (readonly PageElement[])[] {
  const groups = new Map<PageElement | undefined, Map<string, PageElement[]>>()
  const known = new Set<PageElement>()
  for (const { landmark, parent, start } of elements) {
    if (landmark !== 'time') continue
    for (let box = parent; box?.landmark === 'box' && start - box.open < TIME_AT_TOP && !known.has(box); box = box.parent) {
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
