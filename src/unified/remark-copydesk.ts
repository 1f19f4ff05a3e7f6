/** Copydesk as a remark plugin: adds its findings to the file of anybody's Markdown pipeline. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { check } from '../check.ts'
import { PIPELINE_OPTIONS } from '../check/config/check-options.ts'
import { refuseWrongOptions } from '../options/expectations.ts'
import { addFindings } from './add-findings.ts'
import type { PluginOptions } from './retext-copydesk.ts'

/**
 * Checks the file of a remark pipeline. It rereads `String(file)` with Copydesk's own reader, whose places are exact
 * where those of the tree are not: behind `&amp;`, in tables, in front matter and in raw HTML.
 * @throws {TypeError} when the pipeline is frozen, for an option that is unknown or of the wrong kind.
 * @throws {SettingError} when the file is processed, for an unknown rule, preset, level or option of a rule.
 */
export default function remarkCopydesk(options: PluginOptions = {}) {
  refuseWrongOptions('remarkCopydesk', options, PIPELINE_OPTIONS)
  return (_tree: Root, file: VFile): undefined => {
    addFindings(file, check(String(file), { ...options, path: file.path, format: 'markdown' }))
  }
}
