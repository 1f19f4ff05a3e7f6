/** Copydesk as a retext plugin: adds its findings to the file of anybody's plain-text pipeline. */
import { toString } from 'nlcst-to-string'
import type { Root } from 'nlcst'
import type { VFile } from 'vfile'
import { check, type CheckOptions } from '../check.ts'
import { PIPELINE_OPTIONS } from '../check/config/check-options.ts'
import { refuseWrongOptions, type Expectations } from '../options/expectations.ts'
import { addFindings } from './add-findings.ts'

/** What a pipeline may tell Copydesk; path and format come from the pipeline. */
export type PluginOptions = Omit<CheckOptions, 'path' | 'format'>

/**
 * Checks the file of a retext pipeline as plain text. Exact where the tree was made from the file itself
 * (`retext().use(retextCopydesk)`); behind remark-retext or rehype-retext use `remarkCopydesk`, whose places are right.
 * @throws {TypeError} when the pipeline is frozen, for an option that is unknown or of the wrong kind.
 * @throws {SettingError} when the file is processed, for an unknown rule, preset, level or option of a rule.
 */
export default function retextCopydesk(options: PluginOptions = {}) {
  refuseWrongOptions('retextCopydesk', options, PIPELINE_OPTIONS satisfies Expectations<PluginOptions>)
  return (tree: Root, file: VFile): undefined => {
    const text = file.value === undefined ? toString(tree) : String(file)
    addFindings(file, check(text, { ...options, path: file.path, format: 'text' }))
  }
}
