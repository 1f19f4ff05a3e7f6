/** Writes edits down as the editor can take them. */
import {
  CreateFile,
  TextDocumentEdit,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { SourceEdit } from '#text'
import type { Client } from '../session/client.ts'
import type { OpenDocument } from '../documents/open-document.ts'
import type { FoundFile } from '../documents/other-files.ts'
import { Positions } from '../documents/positions.ts'

/** An edit of an open document, good for the version that it was made for. */
export function editDocument(
  document: OpenDocument,
  edits: readonly (TextEdit | SnippetTextEdit)[],
  client: Client,
): WorkspaceEdit {
  const { uri, version } = document
  if (client.versionsEdits) return { documentChanges: [TextDocumentEdit.create({ uri, version }, [...edits])] }
  return { changes: { [uri]: edits.filter((edit): edit is TextEdit => 'newText' in edit) } }
}

/** Edits in offsets of the checked text as edits of the document. */
export function toTextEdits(
  edits: readonly SourceEdit[],
  { positions }: OpenDocument,
  shift: number,
): readonly TextEdit[] {
  return edits.map(({ start, end, text }) => ({ range: positions.range(start + shift, end + shift), newText: text }))
}

/** A file beside the document, as it is and as it should be. */
export interface OtherFile {
  readonly file: FoundFile
  readonly after: string
}

/** What changes another file, or makes it; nothing where the editor can't. */
export function editFile(
  { file: { uri, text, version }, after }: OtherFile,
  client: Client,
): WorkspaceEdit | undefined {
  const before = text ?? ''
  const { start, end, text: newText } = difference(before, after)
  const edit: TextEdit = { range: new Positions(before, client.encoding).range(start, end), newText }
  // An editor that makes files knows the form that says so, even where it says nothing of versions.
  if (text === undefined ? client.makesFiles : client.versionsEdits) {
    const change = TextDocumentEdit.create({ uri, version }, [edit])
    return {
      documentChanges: text === undefined ? [CreateFile.create(uri, { ignoreIfExists: true }), change] : [change],
    }
  }
  return text === undefined ? undefined : { changes: { [uri]: [edit] } }
}

/**
 * The one edit that makes one text of another, as short as can be: what stands around it, and a cursor there, stays.
 */
function difference(before: string, after: string): SourceEdit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  // From the start of a line on: no position then falls into a character or a CRLF.
  start = before.lastIndexOf('\n', start - 1) + 1
  let same = 0
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  const end = before.indexOf('\n', before.length - same - 1) + 1
  const kept = end === 0 ? 0 : before.length - end
  return { start, end: before.length - kept, text: after.slice(start, after.length - kept) }
}
