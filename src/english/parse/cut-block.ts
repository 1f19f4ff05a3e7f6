/** Cuts a long block into parts that parse-english reads in linear time. */

// parse-english is quadratic in the length of a paragraph: the worst hostile 240 kB takes 0.3 s cut at 8,000
// characters and 3.6 s at 16,000.
const LONGEST = 8000
const SEARCHED = 2000

/** The offsets at which to cut, from 0 to the text's length: after a sentence where one ends, else at a space. */
export function cutBlock(text: string): readonly number[] {
  const cuts = [0]
  let from = 0
  while (text.length - from > LONGEST) {
    from = cutBefore(text, from + LONGEST)
    cuts.push(from)
  }
  cuts.push(text.length)
  return cuts
}

const END = /\p{Ll}[.!?]["”’)]* (?=["“‘(]?\p{Lu})/gu
// “Gov. Whitcomb”, “Acme Corp. Chairman”, “D-Calif. Rep.”: a word this long is hardly an abbreviation.
const END_AFTER_LONG_WORD = /\p{Ll}{5}[.!?]["”’)]* (?=["“‘(]?\p{Lu})/gu

function lastEnd(window: string, pattern: RegExp): number | undefined {
  let end: number | undefined
  for (const match of window.matchAll(pattern)) end = match.index + match[0].length
  return end
}

function cutBefore(text: string, limit: number): number {
  const window = text.slice(limit - SEARCHED, limit)
  const sentenceEnd = lastEnd(window, END_AFTER_LONG_WORD) ?? lastEnd(window, END)
  if (sentenceEnd !== undefined) return limit - SEARCHED + sentenceEnd
  const space = window.lastIndexOf(' ')
  if (space > 0) return limit - SEARCHED + space + 1
  const code = text.charCodeAt(limit)
  const splitsPair = code >= 0xdc00 && code <= 0xdfff
  return splitsPair ? limit - 1 : limit
}
