/** Quoted speech in a story: what stands between quotation marks, paragraph by paragraph. */
import { LETTERS } from '../english/words/letters.ts'
import { firstIndex } from '../text/first-index.ts'
import type { Layout } from './layout.ts'
import { span, type Span } from '../text/span.ts'
import type { Copy } from '../copy/copy.ts'

/** The quotations of a story. */
export interface Quotations {
  /** Each quotation with its marks, in story order; the paragraphs of one long quotation stand apart. */
  readonly all: readonly Span[]
  /** Whether an offset of the text stands inside a quotation. */
  holds(offset: number): boolean
}

// Double marks of any kind, and single curly ones at the edge of a word: “don’t” has none, “‘Go,’ he said” has two.
const MARK = new RegExp(`["“”„«»]|(?<![${LETTERS}\\d])‘(?=\\S)|(?<=[${LETTERS}\\d.,!?…])’(?![${LETTERS}\\d])`, 'g')

/** Finds the quotations of all blocks that are read as copy. */
export function findQuotations(copy: Copy, { layout }: { readonly layout: Layout }): Quotations {
  const all: Span[] = []
  for (const block of copy.blocks) {
    if (!layout.isCopy(block)) continue
    for (const [start, end] of quotationsIn(copy.slice(block))) all.push(span(block.start + start, block.start + end))
  }
  return { all, holds: (offset) => lastStartingBy(all, offset) > offset }
}

/** The end of the last quotation that starts by an offset, or 0. */
function lastStartingBy(all: readonly Span[], offset: number): number {
  return all[firstIndex(all.length, (index) => all[index]!.start > offset) - 1]?.end ?? 0
}

/**
 * The quotations in the text of one block, marks and all, from offset to offset. A quotation that isn't closed in its
 * paragraph runs to the paragraph's end.
 */
export function quotationsIn(text: string): [start: number, end: number][] {
  const pairs: [number, number][] = []
  let single: number | undefined
  let double: { at: number; mark: string } | undefined
  // How many pairs there were when the single mark opened: those behind them stand inside it.
  let outside = 0
  for (const { 0: mark, index: at } of text.matchAll(MARK)) {
    if (mark === '‘' || mark === '’') {
      // Inside double marks single ones are a quotation in the quotation.
      if (single === undefined) {
        if (mark === '‘' && !double) [single, outside] = [at, pairs.length]
      } else if (mark === '’' && !double) {
        pairs.splice(outside, pairs.length, [single, at + 1])
        single = undefined
      }
    } else if (!double) {
      if (opens(text, at, mark)) double = { at, mark }
    } else if (closes(text, at, mark, double.mark)) {
      pairs.push([double.at, at + 1])
      double = undefined
    }
  }
  // A single mark without its fellow was an apostrophe: “the ‘90s”, “‘twas”; what stands behind it is as it is.
  if (double) pairs.push([double.at, text.length])
  return pairs
}

function opens(text: string, at: number, mark: string): boolean {
  if (mark !== '"') return mark === '“' || mark === '„' || mark === '«'
  // Six feet two is written 6'2": a straight mark after a digit is an inch where nothing is open.
  return !/[\d\p{L}]/u.test(text[at - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' ')
}

function closes(text: string, at: number, mark: string, opening: string): boolean {
  // „Wir gehen“, and “so-called“ by a slip of the key; but “We go. “We stay,” he said has two that open.
  if (mark === '“')
    return opening === '„' || (/\S/.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' '))
  if (mark !== '"') return mark === '”' || mark === '»'
  return !/[\s(]/.test(text[at - 1] ?? ' ') || !/\S/.test(text[at + 1] ?? ' ')
}
