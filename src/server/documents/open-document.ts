/** A document that is open in the editor: its text, kept up to date by the editor's changes. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { DocumentLines } from './document-lines.ts'
import { Positions, type PositionEncoding } from './positions.ts'

/** What an editor says of a document that it opens. */
export interface OpenedDocument {
  readonly uri: string
  /** What the editor calls the text: `markdown`, `plaintext`. */
  readonly languageId: string
  readonly version: number
  readonly text: string
}

/** One open document. Its text changes; what was worked out of it carries the edition that it is of. */
export class OpenDocument {
  readonly uri: string
  readonly languageId: string
  readonly #encoding: PositionEncoding
  readonly #nextEdition: () => number
  #lines: DocumentLines
  #version: number
  #edition: number
  #text: string | undefined
  #positions: Positions | undefined

  /** @param nextEdition Gives a number that no text of any document had before. */
  constructor(
    { uri, languageId, version, text }: OpenedDocument,
    encoding: PositionEncoding,
    nextEdition: () => number,
  ) {
    this.uri = uri
    this.languageId = languageId
    this.#version = version
    this.#lines = new DocumentLines(text, encoding)
    this.#encoding = encoding
    this.#nextEdition = nextEdition
    this.#edition = nextEdition()
  }

  get text(): string {
    this.#text ??= this.#lines.text
    return this.#text
  }

  /** The editor's number for this text. */
  get version(): number {
    return this.#version
  }

  /**
   * Names this text. An editor's own numbers may be anything, and start again where a document is opened again; these
   * never repeat.
   */
  get edition(): number {
    return this.#edition
  }

  get positions(): Positions {
    this.#positions ??= new Positions(this.text, this.#encoding)
    return this.#positions
  }

  /**
   * Takes the editor's changes over, one after the other.
   * @param version The editor's number for the text after them.
   */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change && change.range) this.#lines.replace(change.range, change.text)
      else this.#lines = new DocumentLines(change.text, this.#encoding)
    }
    this.#version = version
    this.#edition = this.#nextEdition()
    this.#text = undefined
    this.#positions = undefined
  }
}
