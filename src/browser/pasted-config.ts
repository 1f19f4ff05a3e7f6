/** Makes sense of a config that was pasted into a page, where there is no file for it to speak of. */
import rules from '../../rules/index.ts'
import { readConfig } from '../check/config/config-file.ts'
import { SettingError, type RuleSettings } from '../check/config/config.ts'
import { DataError, type Data } from '../check/config/data.ts'
import { readYaml } from '../check/config/yaml-data.ts'
import type { DeskName } from '#copy'

/** What a pasted config says. */
export interface PastedConfig extends RuleSettings {
  readonly names: readonly DeskName[]
  /** Its keys that choose among files, or hide what many of them have. */
  readonly unusedKeys: readonly string[]
}

/** A config that can't be followed: what is wrong, and on which of its lines. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem'
  readonly line: number | undefined

  constructor(message: string, line: number | undefined) {
    super(message)
    this.line = line
  }
}

/**
 * Reads the text of a copydesk.yml, or of a copydesk.json, which is YAML, too.
 * @throws {ConfigProblem}
 */
export function readPastedConfig(text: string): PastedConfig {
  let data: Data | undefined
  try {
    data = readYaml(text)
    const {
      presets,
      bases,
      rules: settings,
      overrides,
      names,
      namesFile,
      kinds,
      ignore,
      known,
    } = readConfig(data.value, rules)
    const other = namesFile ?? bases[0]
    if (other)
      throw new SettingError(
        `“${other.path}” is a file of its own, and a page can’t read it; paste what it says`,
        other.at,
      )
    const unused = { overrides, kinds, ignore, known }
    return {
      extends: presets,
      rules: settings,
      names,
      unusedKeys: Object.entries(unused).flatMap(([key, entries]) => (entries.length > 0 ? [key] : [])),
    }
  } catch (error) {
    if (error instanceof SettingError) throw new ConfigProblem(error.message, data?.lineOf(error.path))
    if (error instanceof DataError) throw new ConfigProblem(error.message, error.line)
    throw error
  }
}
