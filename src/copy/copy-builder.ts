/** Puts a story's text together from its source, piece by piece, and keeps where each piece came from. */
import type { Block, BlockKind, Box } from './block.ts'
import {
  createCopy,
  type BlockSource,
  type Copy,
  type CopyOrigin,
  type Encode,
  type InvisibleCharacter,
} from './copy.ts'
import { SourceMap } from '../text/source-map.ts'
import { sourceSpan, span, type SourceSpan, type Span, type TextOffset } from '../text/span.ts'

/** What a reader says of a block when it opens one. */
export interface BlockStart {
  readonly kind: BlockKind
  readonly level?: number
  /** Whether a caption is an image's alternative text. */
  readonly isAlternative?: boolean
  readonly key?: string
  readonly quoted?: boolean
  readonly attached?: boolean
  readonly box?: Box | undefined
  /** How edits inside the block are written; left out, an edit is written as it is, on one line. */
  readonly encode?: Encode
}

// Left out of the text, since “the<ZWSP> the” would hide a doubled word from every rule; kept in `invisible`.
export const INVISIBLE = '\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF'
// Read as a plain space, so that no rule has to know of no-break, thin and ideographic spaces, tabs or odd line ends.
const SPACE = '\t\n\v\f\r\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000'
// But a soft hyphen is the last byte of “Ã­”, which is a misread “í”, and of “ä¸­” for “中”: there it is a character.
const BYTES = '[\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]'
const AFTER_LEAD = `(?:[\u00C2-\u00C5\u00CE-\u00D1]|[\u00E3-\u00ED]${BYTES})`
const SOFT_HYPHEN = `\u00AD(?<!${AFTER_LEAD}\u00AD)(?<![\u00E3-\u00ED]\u00AD(?=${BYTES}))`
const LEFT_OUT = `(?:[${INVISIBLE.replace('\u00AD', '')}]|${SOFT_HYPHEN})+`
const SPECIAL = new RegExp(`${LEFT_OUT}|[${SPACE}]`, 'g')
const INVISIBLE_START = new RegExp(`^[${INVISIBLE}]`)
const INVISIBLES = new RegExp(LEFT_OUT, 'g')
const LEAD_END = new RegExp(`${AFTER_LEAD}$`)
const SPACES = new RegExp(`[${SPACE}]`, 'g')

/** An edit in a block without markup: as it is, on one line. */
export const encodePlain: Encode = (text) => (/[\n\r]/.test(text) ? undefined : text)

/** Collects blocks and their pieces; call `open`, then `copy`, `decode` …, then `close` for each block. */
export class CopyBuilder {
  readonly #source: string
  readonly #pieces: string[] = []
  readonly #blocks: Block[] = []
  readonly #blockSources: BlockSource[] = []
  readonly #invisible: InvisibleCharacter[] = []
  readonly #columns = {
    textStarts: [] as number[],
    textEnds: [] as number[],
    sourceStarts: [] as number[],
    sourceEnds: [] as number[],
    plain: [] as number[],
  }
  #length = 0
  #open: { start: BlockStart; at: number } | undefined
  /** The links of the open block so far, and where one starts that isn't over. */
  #links: Span[] = []
  #linkStart: number | undefined

  constructor(source: string) {
    this.#source = source
  }

  /** Starts a block. */
  open(start: BlockStart): void {
    if (this.#open) throw new Error('a block is open already')
    if (this.#blocks.length > 0) {
      this.#pieces.push('\n')
      this.#length++
    }
    this.#open = { start, at: this.#length }
  }

  /** Copies source letter for letter; odd spaces become plain ones and invisible characters are left out. */
  copy(start: number, end: number): void {
    if (end <= start) return
    // Only this stretch is searched: a search that ran on past it would make a long file quadratic.
    const stretch = this.#source.slice(start, end)
    let from = start
    for (const match of stretch.matchAll(SPECIAL)) {
      const at = start + match.index
      const stop = at + match[0].length
      if (at < from) continue
      this.#plainPiece(from, at)
      from = stop
      if (INVISIBLE_START.test(match[0])) {
        this.#invisible.push({ at: this.#length as TextOffset, source: sourceSpan(at, stop) })
      } else if (match[0] === '\r' && stop < end && this.#source[stop] === '\n') {
        from = stop + 1
        this.decode(' ', at, from)
      } else {
        this.#piece(' ', at, stop, 1)
      }
    }
    this.#plainPiece(from, end)
  }

  /**
   * Adds text that stands for a stretch of the source as a whole: `&` for `&amp;`, a space for a line's end. Odd spaces
   * (`&nbsp;`) become plain ones here too, and invisible characters (`&shy;`) are left out.
   */
  decode(text: string, start: number, end: number): void {
    const isByte = text === '\u00AD' && LEAD_END.test(this.#pieces.at(-1)?.slice(-2) ?? '')
    const shown = isByte ? text : text.replace(INVISIBLES, '').replace(SPACES, ' ')
    if (shown !== '') this.#piece(shown, start, end, 0)
    else if (text !== '') this.#invisible.push({ at: this.#length as TextOffset, source: sourceSpan(start, end) })
  }

  /** How long the text is so far. */
  get length(): number {
    return this.#length
  }

  /** Whether the open block has no text yet. */
  get isEmpty(): boolean {
    return !this.#open || this.#open.at === this.#length
  }

  /** Says whether what the open block goes on with is a link. */
  link(isLink: boolean): void {
    if (isLink) this.#linkStart ??= this.#length
    else this.#endLink()
  }

  #endLink(): void {
    const start = this.#linkStart
    this.#linkStart = undefined
    if (start !== undefined && this.#length > start) this.#links.push(span(start, this.#length))
  }

  /** Ends the block. `whole` is what to delete from the source to delete the block, line ends and all. */
  close(whole?: SourceSpan): void {
    const open = this.#open
    if (!open) throw new Error('no block is open')
    this.#endLink()
    this.#open = undefined
    const { kind, level, key, box, isAlternative, quoted = false, attached = false, encode = encodePlain } = open.start
    this.#blocks.push({
      index: this.#blocks.length,
      kind,
      quoted,
      attached,
      start: open.at as TextOffset,
      end: this.#length as TextOffset,
      ...(level === undefined ? {} : { level }),
      ...(key === undefined ? {} : { key }),
      ...(isAlternative ? { isAlternative } : {}),
      ...(box === undefined ? {} : { box }),
      ...(this.#links.length === 0 ? {} : { links: this.#links }),
    })
    this.#links = []
    this.#blockSources.push({ encode, whole })
  }

  /** The finished copy. */
  finish(origin: CopyOrigin): Copy {
    if (this.#open) throw new Error('a block is still open')
    return createCopy(
      {
        source: this.#source,
        text: this.#pieces.join(''),
        blocks: this.#blocks,
        blockSources: this.#blockSources,
        map: new SourceMap(this.#columns),
        invisible: this.#invisible,
      },
      origin,
    )
  }

  #plainPiece(start: number, end: number): void {
    if (end > start) this.#piece(this.#source.slice(start, end), start, end, 1)
  }

  #piece(text: string, start: number, end: number, plain: 0 | 1): void {
    if (!this.#open) throw new Error('no block is open')
    const { textStarts, textEnds, sourceStarts, sourceEnds } = this.#columns
    this.#pieces.push(text)
    const last = textStarts.length - 1
    const continues =
      plain === 1 && this.#columns.plain[last] === 1 && sourceEnds[last] === start && textEnds[last] === this.#length
    this.#length += text.length
    if (continues) {
      textEnds[last] = this.#length
      sourceEnds[last] = end
      return
    }
    textStarts.push(this.#length - text.length)
    textEnds.push(this.#length)
    sourceStarts.push(start)
    sourceEnds.push(end)
    this.#columns.plain.push(plain)
  }
}
