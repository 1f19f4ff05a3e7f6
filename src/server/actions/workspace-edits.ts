/** Writes edits down as the editor can take them. */
import { CreateFile, TextDocumentEdit, type SnippetTextEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver'
import type { SourceEdit } from '#story'
import type { Client } from '../client.ts'
import type { OpenDocument } from '../open-document.ts'
import { Positions } from '../positions.ts'

/** An edit of an open document, good for the version that it was made for. */
export function editDocument(document: OpenDocument, edits: readonly (TextEdit | SnippetTextEdit)[], client: Client): WorkspaceEdit {
  const { uri, version } = document
  if (client.versionsEdits) return { documentChanges: [TextDocumentEdit.create({ uri, version }, [...edits])] }
  return { changes: { [uri]: edits.filter((edit): edit is TextEdit => 'newText' in edit) } }
}

/** Edits in offsets of the checked text as edits of the document. */
export function toTextEdits(edits: readonly SourceEdit[], { positions }: OpenDocument, shift: number): readonly TextEdit[] {
  return edits.map(({ start, end, text }) => ({ range: positions.range(start + shift, end + shift), newText: text }))
}

/** A file beside the document, as it is and as it should be. */
export interface OtherFile {
  readonly uri: string
  /** Nothing where there is no such file yet. */
  readonly before: string | undefined
  readonly after: string
}

/** What changes another file, or makes it; nothing where the editor can't. */
export function editFile({ uri, before, after }: OtherFile, client: Client): WorkspaceEdit | undefined {
  const positions = new Positions(before ?? '', client.encoding)
  const edit: TextEdit = { range: positions.range(0, (before ?? '').length), newText: after }
  if (client.versionsEdits && (before !== undefined || client.makesFiles)) {
    const change = TextDocumentEdit.create({ uri, version: null }, [edit])
    return { documentChanges: before === undefined ? [CreateFile.create(uri, { ignoreIfExists: true }), change] : [change] }
  }
  return before === undefined ? undefined : { changes: { [uri]: [edit] } }
}
