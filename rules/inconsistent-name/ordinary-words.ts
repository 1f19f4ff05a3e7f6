/** What is no name by itself: words of every day, and letters that stand for a title or a thing. */
import { wordSet, type Facts } from '#rule'
import data from './names.generated.ts'

const NO_NAMES = wordSet(data.noNames)

/**
 * Whether a name is made of words of every day: “White House”, and not “TP-Link” or “PAN-OS”, whose letters are words
 * only by chance.
 */
export function isOfOrdinaryWords({ wordEvidence }: Facts, text: string): boolean {
  return text
    .split(/[ ‑-]/)
    .every(
      (part) =>
        isNoName(part)
        || (!/^\p{Lu}{2,}$/u.test(part) && (part.length < 3 || wordEvidence.isOrdinary(part.toLowerCase()))),
    )
}

/** “SEPT.”, “Ltd”, “AI”: a month, a title, a suffix, letters for a thing. */
export function isNoName(part: string): boolean {
  const letters = part.replaceAll('.', '')
  return NO_NAMES.has(letters) || NO_NAMES.has(letters.slice(0, 1) + letters.slice(1).toLowerCase())
}
