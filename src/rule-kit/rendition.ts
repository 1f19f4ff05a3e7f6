/** A rule page's example written as a source in some way, with the way from the example's text to that source. */
import type { Format } from '#copy'
import type { Mark } from './marks.ts'

/** The formats that an example is written down in. */
export type ExampleFormat = Extract<Format, 'text' | 'markdown' | 'html'>

/** One way to write an example down. */
export interface Rendition {
  /** “as Markdown”, “with CRLF”. */
  readonly name: string
  readonly source: string
  readonly format: ExampleFormat
  /** Where a stretch of the example's text stands in the source; nothing where some of it was left out. */
  spanOf(mark: Mark): Mark | undefined
}

/** Writes a rendition, character by character. */
export class RenditionWriter {
  readonly #starts = new Map<number, number>()
  readonly #ends = new Map<number, number>()
  #source = ''

  /** Writes what stands for nothing in the example: markup, copy around it. */
  put(markup: string): this {
    this.#source += markup
    return this
  }

  /** Writes what stands for the example's text from one offset to another. */
  carry(start: number, end: number, written: string): this {
    this.#starts.set(start, this.#source.length)
    this.#source += written
    this.#ends.set(end, this.#source.length)
    return this
  }

  /** What has been written so far. */
  get source(): string {
    return this.#source
  }

  /** The finished rendition. */
  finish(name: string, format: ExampleFormat): Rendition {
    const source = this.#source
    const [starts, ends] = [this.#starts, this.#ends]
    return {
      name,
      source,
      format,
      spanOf: (mark) => {
        if (mark.start === mark.end) {
          const at = starts.get(mark.start) ?? ends.get(mark.end)
          return at === undefined ? undefined : { start: at, end: at }
        }
        const [start, end] = [starts.get(mark.start), ends.get(mark.end)]
        return start === undefined || end === undefined ? undefined : { start, end }
      },
    }
  }
}

/** The example as it stands. */
export function asItStands(text: string, format: ExampleFormat): Rendition {
  return { name: 'as it stands', source: text, format, spanOf: (mark) => mark }
}

/** The example with each character written anew; `write` gets its offset. Surrogate pairs come whole. */
export function rewritten(name: string, text: string, write: (character: string, at: number) => string): Rendition {
  const writer = new RenditionWriter()
  carryAll(writer, text, 0, text.length, write)
  return writer.finish(name, 'text')
}

/** Carries a stretch of the text over, each character written anew. */
export function carryAll(
  writer: RenditionWriter,
  text: string,
  start: number,
  end: number,
  write: (character: string, at: number) => string,
): void {
  for (let at = start; at < end;) {
    const character = String.fromCodePoint(text.codePointAt(at)!)
    writer.carry(at, at + character.length, write(character, at))
    at += character.length
  }
}
