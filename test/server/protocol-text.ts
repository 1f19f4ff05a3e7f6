/** The protocol's rules for places and edits, written as plainly as they read, to compare the server with. */
import type { Position, Range, TextDocumentContentChangeEvent, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { PositionEncoding } from '../../src/server/documents/positions.ts'

/** How many units a character takes. */
function width(character: string, encoding: PositionEncoding): number {
  return encoding === 'utf-8' ? Buffer.byteLength(character) : encoding === 'utf-16' ? character.length : 1
}

function linesOf(text: string): readonly { readonly start: number; readonly content: string }[] {
  const lines = []
  let start = 0
  for (const [whole, content] of text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    if (whole === '' && start === text.length && lines.length > 0 && !/[\r\n]$/.test(text)) break
    lines.push({ start, content: content! })
    start += whole.length
  }
  return lines
}

/**
 * The offset of a place: beyond its line it is the line's end, beyond the last line the end of all, within a character
 * its start.
 */
export function offsetAt(text: string, { line, character }: Position, encoding: PositionEncoding): number {
  const lines = linesOf(text)
  const at = lines[Math.max(0, line)]
  if (!at) return text.length
  let offset = at.start
  let units = 0
  for (const one of at.content) {
    units += width(one, encoding)
    if (units > character) break
    offset += one.length
  }
  return offset
}

/** The place of an offset. */
export function positionAt(text: string, offset: number, encoding: PositionEncoding): Position {
  const lines = linesOf(text)
  const line = lines.findLastIndex(({ start }) => start <= offset)
  let character = 0
  for (const one of text.slice(lines[line]!.start, offset)) character += width(one, encoding)
  return { line, character }
}

/** The text behind a change. */
export function changed(text: string, change: TextDocumentContentChangeEvent, encoding: PositionEncoding): string {
  if (!('range' in change)) return change.text
  const [start, end] = [
    offsetAt(text, change.range.start, encoding),
    offsetAt(text, change.range.end, encoding),
  ].toSorted((one, other) => one - other)
  return text.slice(0, start) + change.text + text.slice(end)
}

/** What stands in a range. */
export function textIn(text: string, { start, end }: Range, encoding: PositionEncoding = 'utf-16'): string {
  return text.slice(offsetAt(text, start, encoding), offsetAt(text, end, encoding))
}

/** Files by their URI, after an editor has made an edit of them. A snippet is put in with what it suggests. */
export function edited(
  files: Readonly<Record<string, string>>,
  { changes, documentChanges }: WorkspaceEdit,
  encoding: PositionEncoding = 'utf-16',
): Readonly<Record<string, string>> {
  const after: Record<string, string> = { ...files }
  const edit = (uri: string, edits: readonly TextEdit[]): void => {
    const text = after[uri]
    if (text === undefined) throw new Error(`${uri} isn’t there`)
    const places = edits
      .map(({ range, newText }) => ({
        start: offsetAt(text, range.start, encoding),
        end: offsetAt(text, range.end, encoding),
        newText,
      }))
      .toSorted((one, other) => other.start - one.start)
    after[uri] = places.reduce(
      (whole, { start, end, newText }) => whole.slice(0, start) + newText + whole.slice(end),
      text,
    )
  }
  for (const [uri, edits] of Object.entries(changes ?? {})) edit(uri, edits)
  for (const change of documentChanges ?? []) {
    if ('kind' in change && change.kind === 'create') after[change.uri] ??= ''
    else if ('textDocument' in change) {
      edit(
        change.textDocument.uri,
        change.edits.map((one) =>
          'snippet' in one
            ? {
                range: one.range,
                newText: one.snippet.value.replace(/\$\{1:([^}]*)\}/, '$1').replace(/\\([$}\\])/g, '$1'),
              }
            : one,
        ),
      )
    }
  }
  return after
}
