/**
 * The checks of the open documents: each made once for a text and the settings that hold, and made again for others.
 */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver'
import type { DocumentCheck } from './check-document.ts'
import type { OpenDocument } from './documents/open-document.ts'

/** A check, and which text and settings it is of. */
export interface Check {
  readonly document: OpenDocument
  /** The document's edition when it was checked. */
  readonly edition: number
  /** The generation of the settings then; a higher one makes the check stale. */
  readonly generation: number
  readonly result: DocumentCheck
}

/** What checks need of the server. */
export interface ChecksOptions {
  /** Finds an open document. */
  readonly find: (uri: string) => OpenDocument | undefined
  /** The generation of the settings that hold for a document now. */
  readonly generationOf: (document: OpenDocument) => number
  /** Checks a document as it is now. */
  readonly check: (document: OpenDocument) => Promise<DocumentCheck>
}

/** Whether a document still has the text that a check is of. */
export function isCurrent({ document, edition }: Check): boolean {
  return document.edition === edition
}

/**
 * Lets what has come in meanwhile go first: the next keystroke, or that nobody wants to know any more.
 * @throws {ResponseError} where the editor has taken its question back.
 */
export async function yieldToOthers(token?: CancellationToken): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
}

/** Makes checks, and keeps the last one of each document as long as it is open. */
export class Checks {
  readonly #options: ChecksOptions
  readonly #made = new WeakMap<
    OpenDocument,
    { readonly edition: number; readonly generation: number; readonly check: Promise<Check> }
  >()

  constructor(options: ChecksOptions) {
    this.#options = options
  }

  /**
   * The check of a document as it is now; nothing where it isn't open.
   * @throws {ResponseError} where the editor has taken its question back.
   */
  async of(uri: string, token?: CancellationToken): Promise<Check | undefined> {
    await yieldToOthers(token)
    const { find, generationOf, check } = this.#options
    const document = find(uri)
    if (!document) return undefined
    const { edition } = document
    const generation = generationOf(document)
    const last = this.#made.get(document)
    // Who asks while it is made waits for the same.
    if (last?.edition === edition && last.generation === generation) return last.check
    const made = check(document).then((result): Check => ({ document, edition, generation, result }))
    this.#made.set(document, { edition, generation, check: made })
    return made
  }
}
