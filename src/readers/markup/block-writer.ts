/**
 * Writes the blocks of a markup language: opened by their first letter, without white space at their ends or doubled
 * inside.
 */
import { OBJECT, type BlockStart, type CopyBuilder } from '#copy'
import type { SourceSpan } from '#text'
import { holdsMasks, MASK, OBJECT_MASK } from '../templates/masks.ts'

// White space and characters that show nothing: what opens no block.
const SHOWS = /[^\s\u0085\p{Cf}]/u
const BLANK = /^[\s\u0085]*$/

/** Where a writer's blocks go: the copy itself, or copy whose places are brought to another source first. */
export type CopyTarget = Pick<CopyBuilder, 'open' | 'copy' | 'decode' | 'link' | 'close'>

/**
 * Call `start`, then `plain`, `decoded`, `space`, `gap` …, then `end` for each block. A block without text is never
 * opened.
 */
export class BlockWriter {
  readonly #copy: CopyTarget
  readonly #source: string
  #start: BlockStart | undefined
  #opened = false
  /** White space read but not yet written; at a block's end it is left out. */
  #held: { readonly start: number; readonly end: number; readonly plain: boolean } | undefined
  #swallows = false
  #isLink = false
  readonly #isMasked: boolean
  readonly #after: (() => void)[] = []

  /**
   * @param source What the target copies from, or the same with masks over what isn't copy (see `masks.ts`).
   * @param isMasked Whether it holds masks, where that is known: one source may have a writer for each of its stories.
   */
  constructor(copy: CopyTarget, source: string, isMasked: boolean = holdsMasks(source)) {
    this.#copy = copy
    this.#source = source
    this.#isMasked = isMasked
  }

  /** Starts a block, ending the one before it. */
  start(start: BlockStart): void {
    this.end()
    this.#start = start
  }

  /** Whether a block is started, with text or without. */
  get isStarted(): boolean {
    return this.#start !== undefined
  }

  /** Adds a stretch of the source as it stands, masks apart. */
  plain(start: number, end: number): void {
    if (!this.#isMasked) return this.#plain(start, end)
    let from = start
    for (const { 0: mask, index } of this.#source.slice(start, end).matchAll(MASK)) {
      const at = start + index
      this.#plain(from, at)
      from = at + mask.length
      if (mask[0] === OBJECT_MASK) this.decoded(OBJECT, at, from)
      else this.gap()
    }
    this.#plain(from, end)
  }

  #plain(start: number, end: number): void {
    if (end <= start) return
    if (!this.#opened || this.#swallows || this.#held?.plain === false) {
      const from = start
      while (start < end && this.#isSpace(start)) start++
      if (this.#held?.end === from) this.space(from, start)
    }
    let stop = end
    while (stop > start && this.#isSpace(stop - 1)) stop--
    if (stop > start) {
      if (!this.#open(this.#source.slice(start, stop))) return
      this.#copy.copy(start, stop)
    }
    if (stop < end) this.#held ??= { start: stop, end, plain: true }
  }

  /** Adds text that stands for a stretch of the source as a whole. */
  decoded(decoded: string, start: number, end: number): void {
    const text = this.#isMasked ? decoded.replace(MASK, (mask) => (mask[0] === OBJECT_MASK ? OBJECT : '')) : decoded
    if (text === '') return
    if (BLANK.test(text)) this.space(start, end)
    else if (SHOWS.test(text) ? this.#open(text) : this.#opened && !this.#held) this.#copy.decode(text, start, end)
  }

  /** Adds the space that a line's end or `<br>` makes; several make one. */
  space(start: number, end: number): void {
    if (!this.#opened) return
    if (this.#held?.end === start) this.#held = { start: this.#held.start, end, plain: false }
    else this.#held ??= { start, end, plain: false }
  }

  /** Something that isn't read stood here; the white space on its two sides becomes one space. */
  gap(): void {
    if (this.#held) this.#swallows = true
  }

  /** Says whether what comes next is a link. */
  link(isLink: boolean): void {
    this.#isLink = isLink
  }

  /** Ends the block that is started and starts another like it. */
  split(): void {
    if (this.#start) this.start(this.#start)
  }

  /** Writes blocks that stand inside the one that is started, an image's caption, once that one is at its end. */
  after(write: () => void): void {
    if (this.isStarted) this.#after.push(write)
    else write()
  }

  /** Ends the block, if one is started. `whole` is what to delete from the source to delete the block. */
  end(whole?: SourceSpan): void {
    if (this.#opened) this.#copy.close(whole)
    this.#start = undefined
    this.#opened = false
    this.#held = undefined
    this.#swallows = false
    for (const write of this.#after.splice(0)) write()
  }

  /** Opens the block where it isn't, and writes the white space held back; says whether text can be written. */
  #open(text: string): boolean {
    if (!this.#start) throw new Error('no block is started')
    if (!this.#opened) {
      if (!SHOWS.test(text)) return false
      this.#copy.open(this.#start)
      this.#opened = true
    }
    const held = this.#held
    if (held?.plain) this.#copy.copy(held.start, held.end)
    else if (held) this.#copy.decode(' ', held.start, held.end)
    this.#held = undefined
    this.#swallows = false
    this.#copy.link(this.#isLink)
    return true
  }

  #isSpace(at: number): boolean {
    const code = this.#source.charCodeAt(at)
    return code === 32 || (code >= 9 && code <= 13) || (code > 0x7f && BLANK.test(this.#source[at]!))
  }
}
