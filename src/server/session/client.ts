/** What the editor at the other end can do, and how it counts: read once, from what it says of itself. */
import type { InitializeParams } from 'vscode-languageserver'
import { POSITION_ENCODINGS, type PositionEncoding } from '../documents/positions.ts'

/** What an editor can do. */
export interface Client {
  readonly encoding: PositionEncoding
  /** It asks for diagnostics by itself, so that none are sent unasked. */
  readonly pulls: boolean
  /** It can be told to ask again. */
  readonly refreshes: boolean
  readonly showsRelated: boolean
  readonly showsTags: boolean
  readonly opensPages: boolean
  readonly readsMarkdown: boolean
  /** It can be asked for its settings. */
  readonly hasSettings: boolean
  /** It can be asked to tell when they change. */
  readonly tellsSettings: boolean
  /** It can be asked to watch files. */
  readonly watches: boolean
  readonly hasFolders: boolean
  /** Its edits can be tied to the version of a document that they were made for. */
  readonly versionsEdits: boolean
  /** Its edits can make files. */
  readonly makesFiles: boolean
  /** Its edits can hold places to fill in. */
  readonly takesSnippets: boolean
  /** It understands actions that bring their edits along. */
  readonly takesActions: boolean
}

/** What an editor says of itself, taken apart. Anything may be missing. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { general, textDocument, workspace } = capabilities ?? {}
  // An editor that asks says what it shows where it says that it asks.
  const shown = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic }
  return {
    encoding: forcedEncoding(initializationOptions) ?? general?.positionEncodings?.find(isSpoken) ?? 'utf-16',

    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    showsRelated: shown.relatedInformation === true,
    showsTags: shown.tagSupport !== undefined,
    opensPages: shown.codeDescriptionSupport === true,
    readsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    hasSettings: workspace?.configuration === true,
    tellsSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    makesFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    takesSnippets:
      workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    takesActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
  }
}

/**
 * The encoding that the settings name, of an editor that counts otherwise than it should and doesn’t say so: ALE takes
 * columns for bytes.
 */
function forcedEncoding(options: unknown): PositionEncoding | undefined {
  const forced = (options as { positionEncoding?: unknown } | null | undefined)?.positionEncoding
  return isSpoken(forced) ? forced : undefined
}

function isSpoken(encoding: unknown): encoding is PositionEncoding {
  return (POSITION_ENCODINGS as readonly unknown[]).includes(encoding)
}
