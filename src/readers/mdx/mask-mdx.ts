/**
 * Puts masks over what MDX adds to Markdown: lines of code, expressions in braces, components. Nothing of it is run.
 */
import { sourceSpan, type SourceSpan } from '#text'
import { GAP_MASK, Masker, OBJECT_MASK } from '../templates/masks.ts'
import type { TagCaption } from '../templates/tag-captions.ts'
import { BraceScanner } from './scan-braces.ts'
import { attributeCaptions, scanJsxTag } from './scan-jsx.ts'

/** MDX that can be read as Markdown; offsets stay what they were. */
export interface MaskedMdx {
  readonly masked: string
  /** The captions in components' attributes. */
  readonly captions: readonly TagCaption[]
  /** Where braces, tags and backticks stand that nothing closes, in order: a mark behind one of them may close it. */
  readonly unclosed: readonly number[]
  /** The backticks among them. */
  readonly backticks: readonly number[]
  /** The quotation marks in expressions that nothing closes in their line. */
  readonly quotes: readonly number[]
  /** The code spans, in order; one may reach from a block into the next, of which neither is code to Markdown. */
  readonly codeSpans: readonly SourceSpan[]
}

interface MdxUnit {
  readonly start: number
  readonly end: number
  /** What is put over it: one sign, a gap, or letters that keep a tag a tag. */
  readonly cover: 'object' | 'gap' | 'attribute'
}

// “import duties rose” is copy, though MDX itself stumbles over it.
const CODE_LINE =
  /(?:import\s+(?:[\w$*{},\s]{1,500}?\sfrom\s*)?["']|export\s+(?:default|const|let|var|function|async|class|type|interface|enum|\{|\*))/y
// Behind the backticks of a fence stands none in its line.
const FENCE = /[ \t>]*(`{3,}(?=[^`\n\r]*(?:[\n\r]|$))|~{3,})/y
const TICKS = /`+/y
const TICK_RUNS = /`+/g
/** How far apart the backticks of a code span may stand. */
export const LONGEST_CODE_SPAN = 2000

/** Masks what stands behind `from`, the end of the front matter. */
export function maskMdx(source: string, from: number): MaskedMdx {
  const scanner = new MdxScanner(source, from)
  scanner.scan()
  return {
    masked: cover(source, scanner.units),
    captions: scanner.captions,
    unclosed: scanner.unclosed,
    backticks: scanner.backticks,
    quotes: scanner.quotes,
    codeSpans: scanner.codeSpans,
  }
}

class MdxScanner {
  readonly units: MdxUnit[] = []
  readonly captions: TagCaption[] = []
  /** Backticks that pair with none. */
  readonly backticks: number[] = []
  readonly codeSpans: SourceSpan[] = []
  /** Tags that have no end. */
  readonly #tags: number[] = []
  readonly #source: string
  readonly #braces: BraceScanner
  readonly #from: number
  #at: number

  constructor(source: string, from: number) {
    this.#source = source
    this.#braces = new BraceScanner(source)
    this.#from = from
    this.#at = from
  }

  /** All that stands open, in order. */
  get unclosed(): readonly number[] {
    return [...this.#braces.unclosed, ...this.backticks, ...this.#tags].sort((one, other) => one - other)
  }

  /** The quotation marks that stand open, in order. */
  get quotes(): readonly number[] {
    return this.#braces.quotes.toSorted((one, other) => one - other)
  }

  scan(): void {
    const source = this.#source
    let atLineStart = true
    while (this.#at < source.length) {
      if (atLineStart && (this.#skipFence() || this.#takeCode())) continue
      const character = source[this.#at]!
      atLineStart = character === '\n' || character === '\r'
      if (character === '\\') this.#at += /[\n\r]/.test(source[this.#at + 1] ?? '') ? 1 : 2
      else if (character === '`') this.#skipCodeSpan()
      else if (character === '{') this.#takeExpression()
      else if (character === '<') this.#takeTag()
      else this.#at++
    }
  }

  #skipFence(): boolean {
    FENCE.lastIndex = this.#at
    const fence = FENCE.exec(this.#source)?.[1]
    if (fence === undefined) return false
    const closing = new RegExp(`[\\n\\r][ \\t>]*${fence[0]}{${fence.length},}[ \\t]*(?=[\\n\\r]|$)`, 'g')
    closing.lastIndex = FENCE.lastIndex
    const found = closing.exec(this.#source)
    this.#at = found ? closing.lastIndex : this.#source.length
    return true
  }

  /** Lines of code go on to the next blank line outside of braces. */
  #takeCode(): boolean {
    const source = this.#source
    CODE_LINE.lastIndex = this.#at
    if (!CODE_LINE.test(source) || !this.#startsBlock()) return false
    const start = this.#at
    let at = start
    while (at < source.length && !/^\n[ \t]*(?:\r?\n|\r|$)/.test(source.slice(at, at + 100))) {
      at = (source[at] === '{' ? this.#braces.closeOf(at) : undefined) ?? at + 1
    }
    this.units.push({ start, end: at, cover: 'gap' })
    this.#at = at
    return true
  }

  /** Whether the line before is blank, or the last of the front matter. */
  #startsBlock(): boolean {
    let at = this.#at
    while (at > 0 && /[ \t\n\r]/.test(this.#source[at - 1]!) && this.#at - at < 200) at--
    return at <= this.#from || /\n[ \t\r]*\n|\r[ \t]*\r/.test(this.#source.slice(at, this.#at))
  }

  #skipCodeSpan(): void {
    TICKS.lastIndex = this.#at
    const ticks = TICKS.exec(this.#source)![0]
    const from = this.#at + ticks.length
    const near = this.#source.slice(from, from + LONGEST_CODE_SPAN).split(/\n[ \t]*\r?\n/, 1)[0]!
    for (const { 0: run, index } of near.matchAll(TICK_RUNS)) {
      if (run.length !== ticks.length) continue
      this.#at = from + index + run.length
      this.codeSpans.push(sourceSpan(from - ticks.length, this.#at))
      return
    }
    this.#at = from
    this.backticks.push(from - ticks.length)
  }

  #takeExpression(): void {
    const start = this.#at
    const end = this.#braces.closeOf(start)
    this.#at = end ?? start + 1
    if (end === undefined) return
    const inside = this.#source.slice(start + 1, end - 1).trim()
    const isSilent =
      inside === '' || (inside.startsWith('/*') && inside.endsWith('*/')) || /^(["'`])\s*\1$/.test(inside)
    this.units.push({ start, end, cover: isSilent ? 'gap' : 'object' })
  }

  #takeTag(): void {
    const tag = scanJsxTag(this.#source, this.#at, this.#braces)
    if (!tag) {
      if (/[A-Za-z_$/]/.test(this.#source[this.#at + 1] ?? '')) this.#tags.push(this.#at)
      this.#at++
      return
    }
    if (tag.isComponent) {
      this.units.push({ start: tag.start, end: tag.end, cover: tag.isEmpty ? 'object' : 'gap' })
      this.captions.push(...attributeCaptions(this.#source, tag))
    } else {
      this.units.push(...tag.expressions.map(({ start, end }): MdxUnit => ({ start, end, cover: 'attribute' })))
    }
    this.#at = tag.end
  }
}

function cover(source: string, units: readonly MdxUnit[]): string {
  const masker = new Masker(source)
  for (let index = 0; index < units.length;) {
    let last = index
    while (
      last + 1 < units.length
      && /^[ \t]*$/.test(source.slice(units[last]!.end, Math.min(units[last + 1]!.start, units[last]!.end + 100)))
      && units[last + 1]!.start - units[last]!.end < 100
    )
      last++
    const run = units.slice(index, last + 1)
    const [first, final] = [run[0]!, run.at(-1)!]
    const isAlone = run.every((unit) => unit.cover !== 'attribute') && isAloneInLines(source, first.start, final.end)
    if (isAlone) masker.blank(first.start, final.end)
    else
      for (const unit of run)
        masker.cover(
          unit.start,
          unit.end,
          unit.cover === 'object' ? OBJECT_MASK : unit.cover === 'gap' ? GAP_MASK : 'x',
        )
    index = last + 1
  }
  return masker.finish()
}

function isAloneInLines(source: string, start: number, end: number): boolean {
  let from = start
  while (from > 0 && ' \t>'.includes(source[from - 1]!)) from--
  let to = end
  while (to < source.length && ' \t'.includes(source[to]!)) to++
  return (from === 0 || '\n\r'.includes(source[from - 1]!)) && (to === source.length || '\n\r'.includes(source[to]!))
}
