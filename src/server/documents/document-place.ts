/** Where an open document lies, as far as its URI tells, and what format it is in. */
import { FORMAT_FACTS, FORMATS } from '../../copy/formats/format.ts'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { kindOfSource, type SourceKind } from '../../copy/formats/format-of.ts'

/** Where a document lies. */
export interface DocumentPlace {
  /** The path on the disk, or where a document without one would lie in the workspace. */
  readonly absolute: string | undefined
  /** Whether there is a file of that path. */
  readonly isFile: boolean
  /** The name without its folders. */
  readonly name: string
}

/**
 * Where a document lies. One that was never saved, or that lies on no disk, counts as lying in the workspace, so that
 * its config holds; without a workspace it lies nowhere.
 * @param folder The workspace's first folder.
 */
export function placeOfDocument(uri: string, folder: string | undefined): DocumentPlace {
  const path = pathOf(uri)
  if (path !== undefined) return { absolute: path, isFile: true, name: basename(path) }
  const name = basename(afterScheme(uri)) || 'untitled'
  return { absolute: folder === undefined ? undefined : join(folder, name), isFile: false, name }
}

/** The path of a `file:` URI; nothing for another, or for one that names no file of this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    const url = new URL(uri)
    return url.protocol === 'file:' ? fileURLToPath(url) : undefined
  } catch {
    return undefined
  }
}

/** Whether two paths mean the same file: on Windows, editors differ about the letter of a drive. */
export function isSamePath(one: string, other: string, platform: NodeJS.Platform = process.platform): boolean {
  return one === other || (platform === 'win32' && one.toLowerCase() === other.toLowerCase())
}

function afterScheme(uri: string): string {
  const path = uri.replace(/^[a-z][a-z\d+.-]*:/i, '').replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

// Files of these are read as copy only where they hold a story for machines.
const DATA_LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonc', 'xml', 'yaml', 'toml'])

/**
 * What a document is: what the editor takes it for, where that says anything, else by its name and its text.
 * @returns Nothing where it is data and no copy.
 */
export function kindOfDocument(languageId: string, name: string, text: string): SourceKind | undefined {
  const known = FORMATS.find((format) => FORMAT_FACTS[format].languages?.includes(languageId))
  if (known) return { format: known }
  const kind = kindOfSource(name, text)
  const isCopy = 'format' in kind && kind.format !== 'text'
  return !isCopy && DATA_LANGUAGES.has(languageId) ? undefined : kind
}
