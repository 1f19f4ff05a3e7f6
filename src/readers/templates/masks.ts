/**
 * Masks: characters that are put over what a format's parser must not see, a letter for a letter, so that every offset
 * stays what it was. Unicode keeps these two code points from ever being characters, so no copy holds them.
 */

/** Stands over what shows something that isn't copy: `{{ page.title }}`. It is read as one placeholder. */
export const OBJECT_MASK = '\uFDD0'

/** Stands over what shows nothing where it stands: `{% if paid %}`, a component's tag. */
export const GAP_MASK = '\uFDD1'

/** A run of one mask. */
export const MASK = /\uFDD0+|\uFDD1+/g

/** Whether a text holds a mask. */
export function holdsMasks(text: string): boolean {
  return text.includes(OBJECT_MASK) || text.includes(GAP_MASK)
}

// How far from an edit a mask is looked for, over spaces.
const NEAR = 100

/**
 * Whether an edit leaves the masks where they are: it takes in none, and neither it nor what it replaces nor what it
 * brings together can start or end a template tag or an expression: “\{” keeps a brace from one that stands much
 * further down.
 */
export function keepsMasks(masked: string, start: number, end: number, text: string): boolean {
  const old = masked.slice(start, end)
  if (/[{}]/.test(old + text) || holdsMasks(old) || isBrace(masked[start - 1]) || isBrace(masked[end])) return false
  if (
    (isFiller(text) || isFiller(old))
    && hasMasksAlone(masked.slice(Math.max(0, start - NEAR), start), masked.slice(end, end + NEAR))
  )
    return false
  // In MDX a backslash takes a tag's meaning away, and another backslash's.
  const before = masked.slice(Math.max(0, start - 1), start)
  return ![old, text].some((inner) => (before + inner).endsWith('\\')) || !/[<`\\\uFDD0\uFDD1]/.test(masked[end] ?? '')
}

/** Whether a text is nothing but what may stand beside tags that have a line for themselves. */
function isFiller(text: string): boolean {
  return /^[\s>]*$/.test(text)
}

/**
 * Whether tags have a line for themselves where there is nothing between what stands before and after; such a line
 * parts the copy around it.
 */
function hasMasksAlone(before: string, after: string): boolean {
  const left = /(?:^|[\n\r\uFDD0\uFDD1])[ \t>]*$/.exec(before)?.[0]
  const right = /^[ \t]*(?:$|[\n\r\uFDD0\uFDD1])/.exec(after)?.[0]
  return left !== undefined && right !== undefined && holdsMasks(left + right)
}

function isBrace(character: string | undefined): boolean {
  return character === '{' || character === '}'
}

/**
 * Puts masks over stretches of a source, from its start to its end. A stretch that reaches back into a mask is left.
 */
export class Masker {
  readonly #source: string
  readonly #pieces: string[] = []
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Where the last mask ends. */
  get end(): number {
    return this.#at
  }

  /** Puts one letter over a stretch behind all that was masked so far. */
  cover(start: number, end: number, letter: string): void {
    if (start < this.#at || end <= start) return
    this.#pieces.push(this.#source.slice(this.#at, start), letter.repeat(end - start))
    this.#at = end
  }

  /** Puts spaces over a stretch; its line ends stay, so that whole lines become blank ones. */
  blank(start: number, end: number): void {
    if (start < this.#at || end <= start) return
    this.#pieces.push(this.#source.slice(this.#at, start), this.#source.slice(start, end).replace(/[^\n\r]/g, ' '))
    this.#at = end
  }

  /** The masked source. */
  finish(): string {
    return this.#at === 0 ? this.#source : this.#pieces.join('') + this.#source.slice(this.#at)
  }
}
