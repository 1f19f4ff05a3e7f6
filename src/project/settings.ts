/** Works out for each file which rules run on it, at which level, with which options and names. */
import { dirname, resolve } from 'node:path'
import type { Rule } from '#rule'
import type { Format } from '#copy'
import {
  activeRules,
  SettingError,
  withLevel,
  type ActiveRule,
  type RuleLevel,
  type RuleSetting,
  type RuleSettings,
} from '../check/config/config.ts'
import { didYouMean } from '../options/did-you-mean.ts'
import type { RuleScope } from '../check/check-source.ts'
import type { JoinedConfig } from '../check/config/join-configs.ts'
import type { LoadedLayer } from './config-loader.ts'
import { AmbiguousConfig, ConfigSearch } from './config-search.ts'
import { ConfigError } from './config-error.ts'

/** What decides over rules besides configs: the command line, or an editor. */
export interface SettingsChoice {
  readonly cwd: string
  /** The config to take for all files. */
  readonly config: string | undefined
  readonly noConfig: boolean
  /** Where any is named, only these rules run. */
  readonly rules: ReadonlyMap<string, RuleLevel | undefined>
  /** The folder from which a config is searched; left out, each file's own. */
  readonly searchFrom?: string | undefined
  /** The format of all files; left out, each file's own. */
  readonly input?: Format | undefined
  /** Levels of rules of which no config says anything. */
  readonly otherwise?: RuleSettings['rules']
}

/** What holds for one file. */
export interface FileSettings {
  readonly layers: readonly LoadedLayer[]
  readonly joined: JoinedConfig
  /** The joined settings, with the command line's rules picked out. */
  readonly settings: RuleSettings
  readonly active: readonly ActiveRule[]
}

const NOTHING: JoinedConfig = { extends: [], rules: {}, names: [], known: [], kind: undefined, origins: new Map() }

/** The settings of a run. */
export class Settings {
  readonly #choice: SettingsChoice
  readonly #rules: readonly Rule[]
  readonly #search = new ConfigSearch()
  readonly #known = new Map<JoinedConfig, FileSettings>()
  /** Which rules there are, and whether the command line has picked some out. */
  readonly scope: RuleScope
  /** The format of all files, where the command line names one. */
  readonly input: Format | undefined
  #loader: Promise<ConfigTools> | undefined

  /** @throws {SettingError} where the choice names a rule that isn't there. */
  constructor(rules: readonly Rule[], choice: SettingsChoice) {
    this.#rules = rules
    this.#choice = choice
    this.input = choice.input
    const ids = rules.map(({ id }) => id)
    this.scope = { known: ids, isPartial: choice.rules.size > 0 }
    for (const id of choice.rules.keys()) {
      if (!ids.includes(id)) throw new SettingError(`there is no rule “${id}”${didYouMean(id, ids)}`)
    }
  }

  /**
   * What holds for a file.
   * @param copy Its absolute path.
   * @throws {ConfigError}
   */
  async of(copy: string): Promise<FileSettings> {
    const layers = await this.#layersFor(copy)
    const joined = layers.length > 0 ? (await this.#tools()).loader.join(layers, copy) : NOTHING
    const known = this.#known.get(joined)
    if (known) return known
    const { rules, otherwise } = this.#choice
    const settings = onlyRules(
      otherwise ? { ...joined, rules: { ...otherwise, ...joined.rules } } : joined,
      this.#rules,
      rules,
    )
    const found = { layers, joined, settings, active: activeRules(this.#rules, settings) }
    this.#known.set(joined, found)
    return found
  }

  /** Whether a config's `ignore` leaves a file out of searches. An invalid config doesn't: its error is to be seen. */
  async isIgnored(copy: string): Promise<boolean> {
    try {
      const layers = await this.#layersFor(copy)
      if (layers.length === 0) return false
      const { matches } = await this.#tools()
      return layers.some(({ config, folder }) => matches(config.ignore, folder, copy))
    } catch (error) {
      if (error instanceof ConfigError) return false
      throw error
    }
  }

  async #layersFor(copy: string): Promise<readonly LoadedLayer[]> {
    const { cwd, config, noConfig, searchFrom } = this.#choice
    if (noConfig) return []
    if (config !== undefined) return (await this.#tools()).loader.layersOf(resolve(cwd, config), cwd)
    let file: string | undefined
    try {
      file = this.#search.nearest(searchFrom ?? dirname(copy))
    } catch (error) {
      if (!(error instanceof AmbiguousConfig)) throw error
      throw new ConfigError((await this.#tools()).loader.shown(error.file), error.message)
    }
    return file === undefined ? [] : (await this.#tools()).loader.layersOf(file)
  }

  /** Loaded when the first config is found: most drafts lie where there is none. */
  #tools(): Promise<ConfigTools> {
    this.#loader ??= Promise.all([import('./config-loader.ts'), import('./patterns.ts')]).then(
      ([{ ConfigLoader }, { matches }]) => ({
        loader: new ConfigLoader(this.#choice.cwd, this.#rules),
        matches,
      }),
    )
    return this.#loader
  }
}

interface ConfigTools {
  readonly loader: InstanceType<typeof import('./config-loader.ts').ConfigLoader>
  readonly matches: typeof import('./patterns.ts').matches
}

/**
 * The settings with all rules off but the chosen ones, which run even where they are off, with the options they have.
 */
function onlyRules(
  settings: RuleSettings,
  rules: readonly Rule[],
  chosen: ReadonlyMap<string, RuleLevel | undefined>,
): RuleSettings {
  if (chosen.size === 0) return settings
  const entries = rules.map(({ id }): [string, RuleSetting] => {
    if (!chosen.has(id)) return [id, 'off']
    const setting = settings.rules && Object.hasOwn(settings.rules, id) ? settings.rules[id]! : 'on'
    const level = typeof setting === 'string' ? setting : setting[0]
    const wanted = chosen.get(id) ?? (level === 'off' ? 'on' : level)
    return [id, wanted === level ? setting : withLevel(setting, wanted)]
  })
  return { ...settings, rules: Object.fromEntries(entries) }
}
