/** What stands around a place: the text, the words and the marks beside it, never past the ends of its block. */
import type { Story } from '#story'

/** Where a rule looks from. */
interface Extent {
  readonly start: number
  readonly end: number
}

// In UTF-16 units: so far a rule looks for the words beside a place, unless it says otherwise.
const REACH = 60

const WORD_BEFORE = /([^\s("“‘[]{1,24}) $/
const WORD_BEHIND = /^ (\p{L}+(?:[-’']\p{L}+)*)/u
// “OSLO (Reuters) - The”, “Update: The”, “SALDEN, May 3 (AP) — In”, “1) The”, “Analysis | The”; but not “re-The”.
const BEFORE_SENTENCE = /^$|[.!?…:|*•)\]“"‘'(\n] ?$|(?:^| )[–—-]{1,2} $|—$/
const SIC = /^[’']?s?[”"’']?,? ?[[(]\s?sic\b/i
const REJECTED = /\b(?:not|instead of|rather than)(?: on| by| until| from)? (?:the )?$/i
const OPENING = '"“‘\'«'
const CLOSING = /^[.,;:!?]?["”’'»](?!s\b)/

/** A place and what stands beside it. */
export class Around {
  readonly #text: string
  readonly #at: Extent
  readonly #block: Extent

  constructor(text: string, at: Extent, block: Extent) {
    this.#text = text
    this.#at = at
    this.#block = block
  }

  /** The text before the place, at most so many UTF-16 units. */
  before(length = REACH): string {
    const { start } = this.#at
    return this.#text.slice(Math.max(this.#block.start, start - length), start)
  }

  /** The text behind the place, at most so many UTF-16 units. */
  behind(length = REACH): string {
    const { end } = this.#at
    return this.#text.slice(end, Math.min(this.#block.end, end + length))
  }

  /** The place with the text on both sides of it, at most so many UTF-16 units of each. */
  near(length = REACH): string {
    const { start, end } = this.#at
    return this.before(length) + this.#text.slice(start, end) + this.behind(length)
  }

  /** The word before, with a stop or a mark that belongs to it: “Mr.”. Empty unless a single space parts them. */
  get wordBefore(): string {
    return WORD_BEFORE.exec(this.before())?.[1] ?? ''
  }

  /** The word behind, hyphens and apostrophes within it: “so-called”. Empty unless a single space parts them. */
  get wordBehind(): string {
    return WORD_BEHIND.exec(this.behind())?.[1] ?? ''
  }

  /** Whether a sentence may open here, so that a capital says nothing: at a block’s start, behind a stop, a label. */
  get opensSentence(): boolean {
    return BEFORE_SENTENCE.test(this.before())
  }

  /** Whether one of some characters stands right before the place, and one of others right behind it. */
  isBetween(opening: string, closing: string): boolean {
    const [before, behind] = [this.before(1), this.behind(1)]
    return before !== '' && behind !== '' && opening.includes(before) && closing.includes(behind)
  }

  /** Whether the place stands between quotation marks by itself, and so is spoken of: “TK”, ‘Brandvald,’. */
  get isSetApart(): boolean {
    const before = this.before(1)
    return before !== '' && OPENING.includes(before) && CLOSING.test(this.behind(3))
  }

  /** Whether the copy says right behind it that the place is as it was found: “Brandvald [sic]”. */
  get isSic(): boolean {
    return SIC.test(this.behind())
  }

  /** Whether the copy says right before it that the place is wrong: “Sept. 30, not Sept. 31”. */
  get isRejected(): boolean {
    return REJECTED.test(this.before())
  }
}

/**
 * Looks around a place.
 *
 * @param copy The story, or a text that stands by itself.
 * @param at A span, or the offset where one would start.
 */
export function around(copy: Story | string, at: Extent | number): Around {
  const place = typeof at === 'number' ? { start: at, end: at } : at
  return typeof copy === 'string'
    ? new Around(copy, place, { start: 0, end: copy.length })
    : new Around(copy.text, place, copy.blockAt(place.start))
}
