/**
 * Counts the running text of a page, read or not: what tells a page whose text was not found from one that has none.
 */
import { BLOCK_LEVEL, UNREAD } from '../elements.ts'
import type { Stretch } from './stretch.ts'
import type { Page } from './page-stories.ts'
import { scanMarkup } from '../scan-markup.ts'

// A menu's entry, a button and a line of a footer have fewer words, or no stop at their end.
const FEWEST_WORDS = 12
const WORD = /[\p{L}\p{N}]\S*/gu
const ENDS_SENTENCE = /[.!?…]["'”’»)\]]*\s*$/

/**
 * The sentences that stand in none of a page's stories, in words, and in nothing that is passed over either: comments
 * and teasers that say of themselves what they are leave none.
 */
export function countLostWords(html: string, { stories, skipped }: Pick<Page, 'stories' | 'skipped'>): number {
  const stated: Stretch[] = [
    ...stories.flatMap(({ ranges }) => ranges),
    ...[...skipped].map(([start, end]) => ({ start, end })),
  ]
  const lost: string[] = []
  let from = 0
  for (const { start, end } of stated.sort((one, other) => one.start - other.start)) {
    if (start > from) lost.push(html.slice(from, start))
    from = Math.max(from, end)
  }
  return countRunningWords([...lost, html.slice(from)].join('<p>'))
}

/**
 * The words of a page's blocks that are sentences, furniture or not, in whatever element they stand; code and scripts
 * apart.
 */
export function countRunningWords(html: string): number {
  let words = 0
  let block: string[] = []
  let unread: string | undefined
  const endBlock = (): void => {
    const text = block.join('')
    block = []
    const count = ENDS_SENTENCE.test(text) ? (text.match(WORD)?.length ?? 0) : 0
    if (count >= FEWEST_WORDS) words += count
  }
  const tag = (name: string): void => {
    if (BLOCK_LEVEL.has(name)) endBlock()
  }
  scanMarkup(html, {
    text: (start, end) => {
      if (unread === undefined) block.push(html.slice(start, end))
    },
    startTag: (name) => {
      if (unread !== undefined) return
      tag(name)
      if (UNREAD.has(name)) unread = name
    },
    endTag: (name) => {
      if (name === unread) unread = undefined
      else if (unread === undefined) tag(name)
    },
  })
  endBlock()
  return words
}
