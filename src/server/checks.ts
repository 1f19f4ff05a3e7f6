/** The checks of the open documents: each made once for a text and the settings that hold, and made again for others. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver'
import { checkDocument, type DocumentCheck } from './check-document.ts'
import type { OpenDocument } from './open-document.ts'
import type { Project } from './project.ts'

/** A check, and which text and settings it is of. */
export interface Check {
  readonly document: OpenDocument
  /** The document's edition when it was checked. */
  readonly edition: number
  /** The settings' age then. */
  readonly age: number
  readonly result: DocumentCheck
}

/** Whether a document still has the text that a check is of. */
export function isCurrent({ document, edition }: Check): boolean {
  return document.edition === edition
}

/** Makes checks, and keeps the last one of each document. */
export class Checks {
  readonly #made = new WeakMap<OpenDocument, Check>()
  readonly #onBug: (error: unknown) => void

  /** @param onBug Hears of what nobody foresaw. */
  constructor(onBug: (error: unknown) => void) {
    this.#onBug = onBug
  }

  /**
   * The check of a document as it is now.
   * @param find Finds the document, once it is its turn: it may be closed by then.
   * @param folder The workspace's first folder.
   * @throws {ResponseError} where the editor has taken its question back.
   */
  async of(find: () => OpenDocument | undefined, project: () => Project, folder: () => string | undefined, token?: CancellationToken): Promise<Check | undefined> {
    // What has come in meanwhile goes first: the next keystroke, or that nobody wants to know any more.
    await new Promise((resolve) => setImmediate(resolve))
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    const document = find()
    if (!document) return undefined
    const { edition } = document
    const age = project().refresh()
    const last = this.#made.get(document)
    if (last?.edition === edition && last.age === age) return last
    const check: Check = { document, edition, age, result: await checkDocument(document, project(), folder(), this.#onBug) }
    if (isCurrent(check)) this.#made.set(document, check)
    return check
  }
}
