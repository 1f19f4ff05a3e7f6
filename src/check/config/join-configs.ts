/** Joins the config files that hold for a piece of copy into one set of settings. */
import type { CopyKind, DeskName } from '#copy'
import type { ConfigFile } from './config-file.ts'
import type { KnownWords } from '../hiding/known-words.ts'
import { withLevel, type DataPath, type Preset, type RuleSetting, type RuleSettings } from './config.ts'

/** One config file among those that are joined. */
export interface ConfigLayer {
  /** The file's name for people, with the line where one is given: “copydesk.yml:4”. */
  where(path: DataPath): string
  readonly config: ConfigFile
  /** The names of the config and of its names file. */
  readonly names: readonly DeskName[]
}

/** What a config says of some files only. */
export interface PatternEntry {
  readonly files: readonly string[]
}

/** Config files joined. */
export interface JoinedConfig extends RuleSettings {
  readonly extends: readonly Preset[]
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly names: readonly DeskName[]
  readonly known: readonly KnownWords[]
  /** What kind of copy the config says it is. */
  readonly kind: CopyKind | undefined
  /** Where each rule was set last. */
  readonly origins: ReadonlyMap<string, string>
}

/**
 * Joins config files. What comes later goes before what comes earlier, overrides before what is said of all files; a
 * level alone keeps the options that were set before it, but caps what they raised above it.
 * @param layers The files, those that are built on first.
 * @param names The names of all of them: one list for all copy, so that it is indexed once.
 * @param applies Whether an entry of a layer, with its patterns, is for the piece of copy.
 */
export function joinConfigs(
  layers: readonly ConfigLayer[],
  names: readonly DeskName[],
  applies: (layer: ConfigLayer, entry: PatternEntry) => boolean,
): JoinedConfig {
  const rules = new Map<string, RuleSetting>()
  const origins = new Map<string, string>()
  const set = (layer: ConfigLayer, at: DataPath, settings: Readonly<Record<string, RuleSetting>>): void => {
    for (const [id, setting] of Object.entries(settings)) {
      rules.set(id, joinSettings(rules.get(id), setting))
      origins.set(id, layer.where([...at, id]))
    }
  }
  for (const layer of layers) set(layer, ['rules'], layer.config.rules)
  for (const layer of layers) {
    layer.config.overrides.forEach((override, index) => {
      if (applies(layer, override)) set(layer, ['overrides', index, 'rules'], override.rules)
    })
  }
  return {
    extends: [...new Set(layers.flatMap(({ config }) => config.presets))],
    rules: Object.fromEntries(rules),
    names,
    known: layers.flatMap(({ config }) => config.known),
    kind: layers.flatMap((layer) => layer.config.kinds.filter((entry) => applies(layer, entry))).at(-1)?.kind,
    origins,
  }
}

function joinSettings(before: RuleSetting | undefined, setting: RuleSetting): RuleSetting {
  const [level, options] = typeof setting === 'string' ? [setting, undefined] : setting
  const kept = before === undefined ? level : withLevel(before, level)
  return options ? [level, { ...(typeof kept === 'string' ? {} : kept[1]), ...options }] : kept
}
