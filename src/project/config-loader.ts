/** Loads the config files that hold for a piece of copy, with what they build on, and joins them. */
import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { Rule } from '#rule'
import type { DeskName } from '#copy'
import { readConfig, readNames, type FileReference } from '../check/config/config-file.ts'
import { SettingError } from '../check/config/config.ts'
import type { Data } from '../check/config/data.ts'
import { joinConfigs, type ConfigLayer, type JoinedConfig, type PatternEntry } from '../check/config/join-configs.ts'
import { ConfigError } from './config-error.ts'
import { readDataFile } from './data-file.ts'
import { whyUnreadable } from './file-errors.ts'
import { countOpen, matches, MOST_OPEN, TOO_MANY_OPEN } from './patterns.ts'
import { repositoryOf } from './repository.ts'

/** A config file, loaded. */
export interface LoadedLayer extends ConfigLayer {
  /** The absolute path. */
  readonly file: string
  /** The path as reports show it. */
  readonly shown: string
  /** The folder from which its patterns count. */
  readonly folder: string
  /** The absolute path of its names file, where it has one. */
  readonly namesFile: string | undefined
}

/** Loads each config file once. */
export class ConfigLoader {
  readonly #cwd: string
  readonly #rules: readonly Rule[]
  readonly #loaded = new Map<string, Promise<readonly LoadedLayer[]>>()
  readonly #joined = new Map<string, JoinedConfig>()
  readonly #names = new Map<readonly LoadedLayer[], readonly DeskName[]>()

  constructor(cwd: string, rules: readonly Rule[]) {
    this.#cwd = cwd
    this.#rules = rules
  }

  /**
   * A config file and those that it builds on, each once and before what builds on it.
   * @param folder Where its patterns count from; left out, its own folder.
   * @throws {ConfigError}
   */
  layersOf(file: string, folder = dirname(file)): Promise<readonly LoadedLayer[]> {
    return this.#load(file, folder, repositoryOf(dirname(file)), [])
  }

  /** What a file's layers come to for one piece of copy, by its absolute path. */
  join(layers: readonly LoadedLayer[], copy: string): JoinedConfig {
    const applied = new Map<PatternEntry, boolean>()
    for (const { config, folder } of layers) {
      for (const entry of [...config.overrides, ...config.kinds]) applied.set(entry, matches(entry.files, folder, copy))
    }
    const key = JSON.stringify([layers.map(({ file }) => file), [...applied.values()]])
    let joined = this.#joined.get(key)
    if (!joined) {
      joined = joinConfigs(layers, this.#namesOf(layers), (_, entry) => applied.get(entry)!)
      this.#joined.set(key, joined)
    }
    return joined
  }

  /** The names of all layers; the same list whatever else is joined for a piece of copy. */
  #namesOf(layers: readonly LoadedLayer[]): readonly DeskName[] {
    const names = this.#names.get(layers) ?? layers.flatMap((layer) => layer.names)
    this.#names.set(layers, names)
    return names
  }

  #load(
    file: string,
    folder: string,
    root: string | undefined,
    chain: readonly string[],
  ): Promise<readonly LoadedLayer[]> {
    const loading = this.#loaded.get(file) ?? this.#read(file, folder, root, [...chain, file])
    this.#loaded.set(file, loading)
    return loading
  }

  async #read(
    file: string,
    folder: string,
    root: string | undefined,
    chain: readonly string[],
  ): Promise<readonly LoadedLayer[]> {
    const shown = this.shown(file)
    const objection = objectionTo(file, root)
    if (objection !== undefined) throw new ConfigError(shown, objection)
    const data = await readDataFile(file, shown)
    const config = following(shown, data, () => readConfig(data.value, this.#rules))
    const open = [config.ignore, ...[...config.overrides, ...config.kinds].map(({ files }) => files)].reduce(
      (sum, patterns) => sum + countOpen(patterns),
      0,
    )
    if (open > MOST_OPEN) throw new ConfigError(shown, TOO_MANY_OPEN)
    const layers = new Map<string, LoadedLayer>()
    for (const base of config.bases) {
      const path = this.#referred(base, file, root, shown, data)
      if (chain.includes(path)) {
        const circle = [...chain.slice(chain.indexOf(path)), path].map((one) => this.shown(one)).join(' → ')
        throw new ConfigError(shown, `builds on itself: ${circle}`, data.lineOf(base.at))
      }
      for (const layer of await this.#load(path, dirname(path), root, chain))
        if (!layers.has(layer.file)) layers.set(layer.file, layer)
    }
    const namesFile = config.namesFile && this.#referred(config.namesFile, file, root, shown, data)
    const names = namesFile === undefined ? config.names : await this.#namesIn(namesFile)
    const where: ConfigLayer['where'] = (path) => {
      const line = data.lineOf(path)
      return line === undefined ? shown : `${shown}:${line}`
    }
    return [...layers.values(), { file, shown, folder, config, names, namesFile, where }]
  }

  async #namesIn(path: string): Promise<readonly DeskName[]> {
    const shown = this.shown(path)
    const data = await readDataFile(path, shown)
    return following(shown, data, () => readNames(data.value))
  }

  /** The absolute path of a file that a config names, once it is sure that it exists and lies inside the root. */
  #referred({ path, at }: FileReference, from: string, root: string | undefined, shown: string, data: Data): string {
    const absolute = resolve(dirname(from), path)
    const objection = objectionTo(absolute, root)
    if (objection !== undefined) throw new ConfigError(shown, `“${path}” ${objection}`, data.lineOf(at))
    return absolute
  }

  /** A path as reports show it: from the working folder where it lies in it. */
  shown(path: string): string {
    const shown = isWithin(this.#cwd, path) ? relative(this.#cwd, path) : path
    return sep === '/' ? shown : shown.replaceAll(sep, '/')
  }
}

/** Why a file may not be read for a config: it lies outside the root, all links followed, or isn't there. */
function objectionTo(file: string, root: string | undefined): string | undefined {
  const outside = 'lies outside the repository'
  if (root !== undefined && !isWithin(root, file)) return outside
  try {
    const real = realpathSync(file)
    return root === undefined || isWithin(realpathSync(root), real) ? undefined : outside
  } catch (error) {
    return whyUnreadable(error) ?? 'can not be read'
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Does what may find a setting that can't be followed, and says in which line it stands. */
function following<Value>(shown: string, data: Data, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof SettingError) throw new ConfigError(shown, error.message, data.lineOf(error.path))
    throw error
  }
}
