/** Acronyms and the names that a story gives them: “the European Central Bank (ECB)”. */
import type { Layout } from '../layout.ts'
import { span, type Span } from '../../text/span.ts'
import type { Copy } from '../../copy/copy.ts'

/** An acronym where a story explains it; its own span is that of its letters. */
export interface Acronym extends Span {
  /** As written, without dots and a plural’s s: “ECB”, “SUV”. */
  readonly acronym: string
  /** The name that it stands for. */
  readonly meaning: Span
}

const IN_BRACKETS = /\((\p{Lu}[\p{Lu}\p{N}&.-]{1,9})s?\)/gu
// “Department of Health and Human Services (HHS)”: small words give no letter.
const SMALL = /^(?:of|the|and|for|in|on|to|de|la|du|des|del|und|a|an|&)$/i
const LONGEST_NAME = 140

/** Finds the acronyms that stand in brackets after their name, letter by letter. */
export function findAcronyms(copy: Copy, { layout }: { readonly layout: Layout }): readonly Acronym[] {
  const acronyms: Acronym[] = []
  for (const block of copy.blocks) {
    if (!layout.isCopy(block)) continue
    const text = copy.slice(block)
    if (!text.includes('(')) continue
    for (const match of text.matchAll(IN_BRACKETS)) {
      const letters = match[1]!.replace(/[^\p{L}\p{N}]/gu, '')
      const from = Math.max(0, match.index - LONGEST_NAME)
      const meaning = spellOut(text.slice(from, match.index), letters)
      if (!meaning) continue
      const start = block.start + match.index + 1
      acronyms.push({
        ...span(start, start + match[1]!.length),
        acronym: letters,
        meaning: span(block.start + from + meaning[0], block.start + from + meaning[1]),
      })
    }
  }
  return acronyms
}

/** The stretch at the end of `text` whose words begin with the letters, read backwards. */
function spellOut(text: string, letters: string): [start: number, end: number] | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'.]*/gu)]
  let letter = letters.length - 1
  let start = -1
  for (let index = words.length - 1; index >= 0 && letter >= 0; index--) {
    const word = words[index]!
    // A colon, bracket or quotation mark between the words: they are no one name.
    if (/[.;:()“”"]/.test(text.slice(word.index + word[0].length, words[index + 1]?.index ?? text.length)))
      return undefined
    if (word[0][0]!.toLowerCase() === letters[letter]!.toLowerCase()) {
      letter--
      start = word.index
    } else if (!SMALL.test(word[0]) || index === words.length - 1) {
      // “the European Central Bank, and (ECB)”: a name ends on a word of its own.
      return undefined
    }
  }
  return letter < 0 && start >= 0 ? [start, text.trimEnd().length] : undefined
}
