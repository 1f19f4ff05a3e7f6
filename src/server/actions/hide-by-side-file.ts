/** Entries in a draft's side file that hide a finding, for formats without comments. */
import { readSideFile } from '../../check/hiding/side-file.ts'
import { SIDE_FILE_ENDING } from '../../check/hiding/side-file-name.ts'
import { readYaml } from '../../check/config/yaml-data.ts'
import type { Finding } from '../../check/finding.ts'
import type { CheckedDocument } from '../check-document.ts'
import type { FindFile } from '../documents/other-files.ts'
import { REASON } from './hide-by-comment.ts'
import { withListEntry } from './list-entry.ts'
import type { OtherFile } from './workspace-edits.ts'

/**
 * The side file with one more entry: for the words of a finding, or for its rule in the whole draft.
 * @param rules The ids of all rules.
 */
export function sideFileWith(
  finding: Finding,
  reach: 'words' | 'file',
  { place }: CheckedDocument,
  find: FindFile,
  rules: readonly string[],
): OtherFile | undefined {
  if (!place.isFile || place.absolute === undefined) return undefined
  const file = find(place.absolute + SIDE_FILE_ENDING)
  if (!file) return undefined
  const { rule, quote } = finding
  const after = withListEntry(
    file.text ?? '',
    'ignore',
    { rule, ...(reach === 'words' ? { quote } : {}), reason: REASON },
    'yaml',
  )
  return after !== undefined && isSideFile(after, rules) ? { file, after } : undefined
}

function isSideFile(text: string, rules: readonly string[]): boolean {
  try {
    return readSideFile(readYaml(text).value, rules).length > 0
  } catch {
    return false
  }
}
