/** Looks at what an editor says before it is believed: what it says by mistake is refused as a whole. */
import {
  ErrorCodes,
  ResponseError,
  type Position,
  type Range,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver'
import type { OpenedDocument } from '../documents/open-document.ts'

/** @throws {ResponseError} */
export function assertDocument({ uri, languageId, text }: OpenedDocument): void {
  if (![uri, languageId, text].every((value) => typeof value === 'string'))
    refuse('a document has a URI, a language and a text')
}

/** @throws {ResponseError} */
export function assertChange(change: TextDocumentContentChangeEvent): void {
  if (typeof change.text !== 'string') refuse('a change has a text')
  if ('range' in change && change.range) assertRange(change.range)
}

/** @throws {ResponseError} */
export function assertRange(range: Range | undefined): void {
  if (!range) refuse('there is no range')
  assertPosition(range.start)
  assertPosition(range.end)
}

/** @throws {ResponseError} */
export function assertPosition(position: Position | undefined): void {
  if (typeof position?.line !== 'number' || typeof position.character !== 'number')
    refuse('a position has a line and a character')
}

function refuse(what: string): never {
  throw new ResponseError(ErrorCodes.InvalidParams, what)
}
