/** What the editor's user has set: taken from its first words, asked for, or told of, whichever the editor does. */
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type Connection } from 'vscode-languageserver'
import type { Rule } from '#rule'
import type { Client } from './client.ts'
import { SOURCE } from './diagnostics.ts'
import { DEFAULT_SETTINGS, readEditorSettings, type EditorSettings } from './editor-settings.ts'

// A names file may have any name.
const WATCHED = ['**/*.{yml,yaml,json}']

/** The settings of the editor's user, as they are now. */
export class EditorConfiguration {
  readonly #connection: Connection
  readonly #rules: readonly Rule[]
  readonly #onChange: () => void
  readonly #told = new Set<string>()
  #settings: EditorSettings = DEFAULT_SETTINGS
  #asked: Promise<void> = Promise.resolve()

  /** @param onChange Called when there are other settings than before. */
  constructor(connection: Connection, rules: readonly Rule[], onChange: () => void) {
    this.#connection = connection
    this.#rules = rules
    this.#onChange = onChange
  }

  get settings(): EditorSettings {
    return this.#settings
  }

  /** Waits for an answer that is on its way: what is checked before it would be checked twice. */
  get settled(): Promise<void> {
    return this.#asked
  }

  /** Takes settings over. What can't be followed counts as not set, and the user is told, once. */
  take(given: unknown): void {
    const { settings, problems } = readEditorSettings(given, this.#rules)
    for (const problem of problems) {
      if (this.#told.has(problem)) continue
      this.#told.add(problem)
      this.#connection.window.showWarningMessage(`Copydesk: ${problem}`)
    }
    this.#settings = settings
    this.#onChange()
  }

  /** Hears that something was set: an editor that can be asked says only that, others say what. */
  changed(given: unknown, client: Client): void {
    if (client.hasSettings) this.ask()
    else this.take(typeof given === 'object' && given !== null && Object.hasOwn(given, SOURCE) ? (given as Record<string, unknown>)[SOURCE] : given)
  }

  /** Asks the editor. */
  ask(): void {
    this.#asked = this.#connection.workspace.getConfiguration(SOURCE).then(
      (given: unknown) => this.take(given),
      (error: unknown) => this.#log(`the editor’s settings could not be asked for: ${messageOf(error)}`),
    )
  }

  /** Asks the editor to watch files and to tell of settings. It may refuse: what is saved is heard of all the same. */
  async register(client: Client): Promise<void> {
    try {
      if (client.watches) await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map((globPattern) => ({ globPattern })) })
      if (client.tellsSettings) await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SOURCE })
    } catch (error) {
      this.#log(`the editor watches nothing for Copydesk: ${messageOf(error)}`)
    }
  }

  #log(message: string): void {
    this.#connection.console.warn(message)
  }
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
