/** Reads files that an action would write to: as they stand in the editor where they are open, else on the disk. */
import { lstatSync, readFileSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { decodeBytes } from '../../readers/bytes/decode-bytes.ts'
import { isSamePath, pathOf } from './document-place.ts'
import type { OpenDocument } from './open-document.ts'

/** A file that can be written to, or one that isn't there yet. */
export interface FoundFile {
  readonly uri: string
  /** Nothing where there is no such file. */
  readonly text: string | undefined
  /** The editor's number for the text, where it is open. */
  readonly version: number | null
}

/** Finds a file by its path; nothing where there is something that is no text. */
export type FindFile = (path: string) => FoundFile | undefined

// What somebody wrote by hand is smaller.
const LARGEST = 5_000_000

/** Finds a file among the open documents, else on the disk. */
export function findFile(path: string, documents: Iterable<OpenDocument>): FoundFile | undefined {
  for (const document of documents) {
    const open = pathOf(document.uri)
    // The editor knows it by the URI that it gave, however that is written.
    if (open !== undefined && isSamePath(open, path))
      return { uri: document.uri, text: document.text, version: document.version }
  }
  const uri = pathToFileURL(path).href
  try {
    // A link may lead to what isn't there: writing through it would make a file somewhere else.
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return { uri, text: undefined, version: null }
    const stats = statSync(path)
    // A pipe or a device may never end.
    return stats.isFile() && stats.size <= LARGEST
      ? { uri, text: decodeBytes(readFileSync(path)).text, version: null }
      : undefined
  } catch {
    return undefined
  }
}
