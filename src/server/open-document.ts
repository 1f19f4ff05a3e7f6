/** A document that is open in the editor: its text, kept up to date by the editor's changes. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { Positions, type PositionEncoding } from './positions.ts'

/** One open document. Its text changes; what was worked out of it carries the version that it is of. */
export class OpenDocument {
  readonly uri: string
  /** What the editor calls the text: `markdown`, `plaintext`. */
  readonly languageId: string
  readonly #encoding: PositionEncoding
  #text: string
  #version: number
  #edition = 0
  #positions: Positions | undefined

  constructor(uri: string, languageId: string, version: number, text: string, encoding: PositionEncoding) {
    this.uri = uri
    this.languageId = languageId
    this.#version = version
    this.#text = text
    this.#encoding = encoding
  }

  get text(): string {
    return this.#text
  }

  /** The editor's number for this text. */
  get version(): number {
    return this.#version
  }

  /** Counts changes. An editor's own numbers may be anything; these never repeat. */
  get edition(): number {
    return this.#edition
  }

  get positions(): Positions {
    this.#positions ??= new Positions(this.#text, this.#encoding)
    return this.#positions
  }

  /**
   * Takes the editor's changes over, one after the other. Ranges outside the text are brought inside, as the protocol has it.
   * @param version The editor's number for the text after them.
   */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) this.#apply(change)
    this.#version = version
    this.#edition++
  }

  #apply(change: TextDocumentContentChangeEvent): void {
    if ('range' in change && change.range) {
      const from = this.positions.offsetOf(change.range.start)
      const to = this.positions.offsetOf(change.range.end)
      const [start, end] = from <= to ? [from, to] : [to, from]
      this.#text = this.#text.slice(0, start) + change.text + this.#text.slice(end)
    } else {
      this.#text = change.text
    }
    this.#positions = undefined
  }
}
