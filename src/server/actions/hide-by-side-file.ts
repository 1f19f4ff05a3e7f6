/** Entries in a draft's side file that hide a finding, for formats without comments. */
import { pathToFileURL } from 'node:url'
import { readSideFile } from '../../check/side-file.ts'
import { SIDE_FILE_ENDING } from '../../check/side-file-name.ts'
import { readYaml } from '../../check/yaml-data.ts'
import type { Finding } from '../../check/finding.ts'
import type { CheckedDocument } from '../check-document.ts'
import { REASON } from './hide-by-comment.ts'
import { withListEntry } from './list-entry.ts'
import type { OtherFile } from './workspace-edits.ts'

/** What the side file of a document would be with an entry for a finding. */
export type ReadOtherFile = (path: string) => string | undefined

/**
 * The side file with one more entry: for the words of a finding, or for its rule in the whole draft.
 * @param read Reads a file as it is, in the editor or on the disk; nothing where there is none.
 * @param rules The ids of all rules.
 */
export function sideFileWith(finding: Finding, reach: 'words' | 'file', { place }: CheckedDocument, read: ReadOtherFile, rules: readonly string[]): OtherFile | undefined {
  if (!place.isFile || place.absolute === undefined) return undefined
  const path = place.absolute + SIDE_FILE_ENDING
  const before = read(path)
  const { rule, quote } = finding
  const after = withListEntry(before ?? '', 'ignore', { rule, ...(reach === 'words' ? { quote } : {}), reason: REASON }, 'yaml')
  return after !== undefined && isSideFile(after, rules) ? { uri: pathToFileURL(path).href, before, after } : undefined
}

function isSideFile(text: string, rules: readonly string[]): boolean {
  try {
    return readSideFile(readYaml(text).value, rules).length > 0
  } catch {
    return false
  }
}
