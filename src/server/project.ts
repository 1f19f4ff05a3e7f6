/**
 * What holds for each document: its config, names and side file, read anew when any of them has changed on the disk.
 */
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Rule } from '#rule'
import { SIDE_FILE_ENDING } from '../check/hiding/side-file-name.ts'
import { AmbiguousConfig, ConfigSearch } from '../project/config-search.ts'
import { ConfigError } from '../project/config-error.ts'
import { Settings, type FileSettings, type SettingsChoice } from '../project/settings.ts'
import type { EditorSettings } from './session/editor-settings.ts'

/** What a project is made with. */
export interface ProjectOptions {
  readonly rules: readonly Rule[]
  readonly editor: EditorSettings
  /** From which relative paths count. */
  readonly folder: string
  /** Gives a number that no settings had before. */
  readonly nextGeneration: () => number
  /** Called when settings were found to be others than those that documents were checked under. */
  readonly onRenewed: () => void
}

/** Settings, and what a thread needs to read the same. */
export interface KnownSettings {
  readonly settings: Settings
  readonly choice: SettingsChoice
  /** Another number where configs are read anew. */
  readonly generation: number
}

/** Something that was looked at for a document: a file, or which config a search from a folder finds. */
type Look = (key: string) => string

/** The settings of all documents. */
export class Project {
  readonly #options: ProjectOptions
  #settings: KnownSettings
  #generation: number
  /** What was read for each document, and how it looked then. */
  readonly #seen = new Map<string, Map<string, { readonly look: Look; readonly was: string }>>()
  /**
   * Documents whose config couldn't be followed. Which files it is made of isn't known, so it is read each time until
   * it is mended.
   */
  readonly #broken = new Set<string>()

  constructor(options: ProjectOptions) {
    this.#options = options
    this.#generation = options.nextGeneration()
    this.#settings = this.#read()
  }

  /**
   * Forgets all settings where a file that a document's were read from looks otherwise now.
   * @returns The generation of the settings: what was found under another one is stale.
   */
  refresh(path: string | undefined): number {
    if (path === undefined) return this.#generation
    for (const [key, { look, was }] of this.#seen.get(path) ?? []) {
      if (look(key) === was) continue
      this.#generation = this.#options.nextGeneration()
      this.#seen.clear()
      this.#broken.clear()
      this.#settings = this.#read()
      this.#options.onRenewed()
      return this.#generation
    }
    if (!this.#broken.delete(path)) return this.#generation
    this.#settings = this.#read()
    return this.#options.nextGeneration()
  }

  /** Whether any file that settings were read from looks otherwise now, or may. */
  isStale(): boolean {
    const looks = new Map([...this.#seen.values()].flatMap((seen) => [...seen]))
    return this.#broken.size > 0 || [...looks].some(([key, { look, was }]) => look(key) !== was)
  }

  /** Forgets what was looked at for a document: nobody asks for it any more. */
  forget(path: string): void {
    this.#seen.delete(path)
    this.#broken.delete(path)
  }

  /**
   * The settings that hold for a document.
   * @param path The document's path; left out, no config holds for it.
   */
  settingsFor(path: string | undefined): KnownSettings {
    if (path === undefined) return this.#read({ config: undefined, noConfig: true })
    if (this.#options.editor.config === undefined) this.#watch(path, dirname(path), nearestConfig)
    this.#watch(path, path + SIDE_FILE_ENDING, lookOfFile)
    return this.#settings
  }

  /**
   * What holds for a document, by its path.
   * @throws {ConfigError}
   */
  async of(settings: Settings, path: string): Promise<FileSettings> {
    try {
      const found = await settings.of(path)
      for (const { file, namesFile } of found.layers) {
        this.#watch(path, file, lookOfFile)
        if (namesFile !== undefined) this.#watch(path, namesFile, lookOfFile)
      }
      return found
    } catch (error) {
      if (error instanceof ConfigError) this.#broken.add(path)
      throw error
    }
  }

  #watch(path: string, key: string, look: Look): void {
    const seen = this.#seen.get(path) ?? new Map<string, { readonly look: Look; readonly was: string }>()
    this.#seen.set(path, seen)
    if (!seen.has(key)) seen.set(key, { look, was: look(key) })
  }

  #read(more: { readonly config?: undefined; readonly noConfig?: boolean } = {}): KnownSettings {
    const { rules, folder, editor, nextGeneration } = this.#options
    const choice = {
      cwd: folder,
      config: editor.config,
      noConfig: false,
      rules: new Map(),
      otherwise: editor.rules,
      ...more,
    }
    // Where no config is read, none is read anew.
    return { settings: new Settings(rules, choice), choice, generation: choice.noConfig ? 0 : nextGeneration() }
  }
}

/** What isn't there looks like nothing. */
function lookOfFile(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : ''
  } catch {
    return ''
  }
}

/** Taken before the config is read, so that it tells of what is saved at that moment. */
function nearestConfig(folder: string): string {
  try {
    const nearest = new ConfigSearch().nearest(folder)
    return nearest === undefined ? '' : `${nearest} ${lookOfFile(nearest)}`
  } catch (error) {
    if (error instanceof AmbiguousConfig) return `two at ${error.file}`
    throw error
  }
}
