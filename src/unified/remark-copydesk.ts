/** Copydesk as a remark plugin: adds its findings to the file of anybody's Markdown pipeline. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { check } from '../check.ts'
import { addFindings } from './add-findings.ts'
import type { PluginOptions } from './retext-copydesk.ts'

/**
 * Checks the file of a remark pipeline. It rereads `String(file)` with Copydesk's own reader, whose places are exact
 * where those of the tree are not: behind `&amp;`, in tables, in front matter and in raw HTML.
 * @throws {SettingError} when the file is processed, for an unknown rule, preset, level or option.
 */
export default function remarkCopydesk(options: PluginOptions = {}) {
  return (_tree: Root, file: VFile): undefined => {
    addFindings(file, check(String(file), { ...options, path: file.path, format: 'markdown' }))
  }
}
