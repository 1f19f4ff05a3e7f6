/**
 * The lines of a text that is being edited: an edit costs as much as the lines that it touches, not as the whole text.
 */
import type { Position, Range } from 'vscode-languageserver'
import { columnAfter, wholeNumber, type PositionEncoding } from './positions.ts'

// Arguments of a call lie on the stack.
const MOST_ARGUMENTS = 10_000

/** A text by its lines, each with what ends it: LF, CRLF or CR. */
export class DocumentLines {
  #lines: string[]
  readonly #encoding: PositionEncoding

  constructor(text: string, encoding: PositionEncoding) {
    this.#lines = splitLines(text)
    this.#encoding = encoding
  }

  get text(): string {
    return this.#lines.join('')
  }

  /**
   * Puts a text in the place of a range. What lies outside is brought inside, as the protocol has it, and the ends may
   * stand in either order.
   */
  replace({ start, end }: Range, text: string): void {
    const [one, other] = [this.#placeOf(start), this.#placeOf(end)]
    const [from, to] =
      one.line < other.line || (one.line === other.line && one.column <= other.column) ? [one, other] : [other, one]
    let first = from.line
    let head = this.#lines[first]!.slice(0, from.column)
    const tail = this.#lines[to.line]!.slice(to.column)
    const isMet =
      head === '' && first > 0 && this.#lines[first - 1]!.endsWith('\r') && (text === '' ? tail : text).startsWith('\n')
    // A CR that an LF comes to stand behind is one line end with it.
    if (isMet) head = this.#lines[--first]!
    const fresh = splitLines(head + text + tail)
    // The last line alone has no end; behind all others the split leaves an empty one.
    if (to.line < this.#lines.length - 1) fresh.pop()
    if (fresh.length < MOST_ARGUMENTS) this.#lines.splice(first, to.line - first + 1, ...fresh)
    else this.#lines = [...this.#lines.slice(0, first), ...fresh, ...this.#lines.slice(to.line + 1)]
  }

  #placeOf({ line, character }: Position): { readonly line: number; readonly column: number } {
    const last = this.#lines.length - 1
    if (line > last) return { line: last, column: this.#lines[last]!.length }
    const at = wholeNumber(line)
    const text = this.#lines[at]!
    return { line: at, column: columnAfter(text, 0, text.length - endOf(text), wholeNumber(character), this.#encoding) }
  }
}

function endOf(line: string): number {
  return line.endsWith('\r\n') ? 2 : line.endsWith('\n') || line.endsWith('\r') ? 1 : 0
}

function splitLines(text: string): string[] {
  const lines: string[] = []
  let from = 0
  let feed = text.indexOf('\n')
  let carriage = text.indexOf('\r')
  while (feed >= 0 || carriage >= 0) {
    const isFeed = carriage < 0 || (feed >= 0 && feed < carriage)
    const end = isFeed ? feed + 1 : carriage + (feed === carriage + 1 ? 2 : 1)
    lines.push(text.slice(from, end))
    from = end
    if (feed >= 0 && feed < end) feed = text.indexOf('\n', end)
    if (carriage >= 0 && carriage < end) carriage = text.indexOf('\r', end)
  }
  lines.push(text.slice(from))
  return lines
}
