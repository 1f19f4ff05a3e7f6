/** The folders that an editor has open, as paths. */
import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver'
import { pathOf } from './document-place.ts'

/** The paths of the folders that the editor has open. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (Array.isArray(workspaceFolders) && workspaceFolders.length > 0) return pathsOf(workspaceFolders)
  return typeof rootUri === 'string' ? pathsOf([{ uri: rootUri, name: '' }]) : []
}

/** The paths of folders of this machine; others have none. */
export function pathsOf(folders: readonly WorkspaceFolder[]): readonly string[] {
  return folders.flatMap(({ uri }) => pathOf(uri) ?? [])
}
