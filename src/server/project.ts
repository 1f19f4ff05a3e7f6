/** What holds for each document: its config, names and side file, read anew when any of them has changed on the disk. */
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Rule } from '#rule'
import { SIDE_FILE_ENDING } from '../check/side-file-name.ts'
import { AmbiguousConfig, ConfigSearch } from '../project/config-search.ts'
import { ConfigError } from '../project/config-error.ts'
import { Settings, type FileSettings } from '../project/settings.ts'
import type { EditorSettings } from './editor-settings.ts'

/** The settings of all documents. */
export class Project {
  readonly #rules: readonly Rule[]
  readonly #editor: EditorSettings
  readonly #folder: string
  #settings: Settings
  /** What was read, and how it looked: files by their path, searches by their folder. */
  #seen = new Map<string, string>()
  #age: number

  /**
   * @param folder From which relative paths count.
   * @param age Where to count from, so that no age of an earlier project comes again.
   */
  constructor(rules: readonly Rule[], editor: EditorSettings, folder: string, age = 0) {
    this.#rules = rules
    this.#editor = editor
    this.#folder = folder
    this.#age = age
    this.#settings = this.#read()
  }

  /** Grows whenever settings are read anew: what was found under others is stale. */
  get age(): number {
    return this.#age
  }

  /** Forgets the settings where any file that they were read from looks otherwise now. Returns the age. */
  refresh(): number {
    if ([...this.#seen].some(([key, look]) => lookOf(key) !== look)) {
      this.#age++
      this.#seen = new Map()
      this.#settings = this.#read()
    }
    return this.#age
  }

  /**
   * The settings that hold for a document.
   * @param path The document's path; left out, no config holds for it.
   */
  settingsFor(path: string | undefined): Settings {
    if (path === undefined) return this.#read({ noConfig: true })
    if (this.#editor.config === undefined) this.#watch(`search ${dirname(path)}`)
    this.#watch(path + SIDE_FILE_ENDING)
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
        this.#watch(file)
        if (namesFile !== undefined) this.#watch(namesFile)
      }
      return found
    } catch (error) {
      // Which files a broken config is made of isn't known: it is read again each time until it is mended.
      if (error instanceof ConfigError) this.#seen.set('broken', '')
      throw error
    }
  }

  #watch(key: string): void {
    if (!this.#seen.has(key)) this.#seen.set(key, lookOf(key))
  }

  #read(more: { readonly noConfig?: boolean } = {}): Settings {
    const { config, rules } = this.#editor
    return new Settings(this.#rules, { cwd: this.#folder, config: more.noConfig ? undefined : config, noConfig: false, rules: new Map(), otherwise: rules, ...more })
  }
}

/** How something that was read looks now. What isn't there looks like nothing. */
function lookOf(key: string): string {
  if (key === 'broken') return 'mended?'
  if (key.startsWith('search ')) return nearestConfig(key.slice('search '.length))
  try {
    const stats = statSync(key, { throwIfNoEntry: false })
    return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : ''
  } catch {
    return ''
  }
}

function nearestConfig(folder: string): string {
  try {
    return new ConfigSearch().nearest(folder) ?? ''
  } catch (error) {
    if (error instanceof AmbiguousConfig) return `two at ${error.file}`
    throw error
  }
}
