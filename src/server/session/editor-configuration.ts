/** What the editor's user has set: taken from its first words, asked for, or reported, whichever the editor does. */
import { isDeepStrictEqual } from 'node:util'
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  type Connection,
  type ProtocolNotificationType,
} from 'vscode-languageserver'
import type { Rule } from '#rule'
import type { Client } from './client.ts'
import { SOURCE } from '../answers/diagnostics.ts'
import { DEFAULT_SETTINGS, readEditorSettings, type EditorSettings } from './editor-settings.ts'

// A names file may have any name.
const WATCHED = ['**/*.{yml,yaml,json}']
// An editor that can be asked may still never answer.
const PATIENCE = 2000

/** The settings of the editor's user, as they are now. */
export class EditorConfiguration {
  readonly #connection: Connection
  readonly #rules: readonly Rule[]
  readonly #onChange: () => void
  readonly #warned = new Set<string>()
  /** What the editor said in the beginning: it holds where nothing else is said later. */
  #first: unknown
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

  /** Takes the editor's first words over. */
  begin(given: unknown): void {
    this.#first = given
    this.#take(given)
  }

  /** Hears that something was set: an editor that can be asked says only that, others say what. */
  changed(given: unknown, client: Client): void {
    if (client.hasSettings) this.ask()
    else this.#take(this.#joined(isRecord(given) && Object.hasOwn(given, SOURCE) ? given[SOURCE] : given))
  }

  /** Asks the editor. */
  ask(): void {
    const answered = this.#connection.workspace.getConfiguration(SOURCE).then(
      (given: unknown) => this.#take(this.#joined(given)),
      (error: unknown) => this.#log(`the editor’s settings could not be asked for: ${messageOf(error)}`),
    )
    this.#asked = Promise.race([answered, new Promise<void>((resolve) => void setTimeout(resolve, PATIENCE).unref())])
  }

  /** Asks the editor to watch files and to tell of settings. It may refuse: what is saved is heard of all the same. */
  async register(client: Client): Promise<void> {
    if (client.watches)
      await this.#register(DidChangeWatchedFilesNotification.type, {
        watchers: WATCHED.map((globPattern) => ({ globPattern })),
      })
    if (client.tellsSettings) await this.#register(DidChangeConfigurationNotification.type, { section: SOURCE })
  }

  async #register<Params, Options>(type: ProtocolNotificationType<Params, Options>, options: Options): Promise<void> {
    try {
      await this.#connection.client.register(type, options)
    } catch (error) {
      this.#log(`the editor refuses ${type.method}: ${messageOf(error)}`)
    }
  }

  /** What can't be followed counts as not set, and the user is warned, once. */
  #take(given: unknown): void {
    const { settings, problems } = readEditorSettings(given, this.#rules)
    for (const problem of problems) {
      if (this.#warned.has(problem)) continue
      this.#warned.add(problem)
      // The library's own way asks for an answer, which nobody may ask for yet while the editor says hello.
      this.#connection
        .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: `Copydesk: ${problem}` })
        .catch((error: unknown) => this.#log(messageOf(error)))
    }
    if (isDeepStrictEqual(settings, this.#settings)) return
    this.#settings = settings
    this.#onChange()
  }

  /** Many an editor answers with nothing where its user has set nothing, and has said all in the beginning. */
  #joined(given: unknown): unknown {
    if (given === null || given === undefined) return this.#first
    return isRecord(given) && isRecord(this.#first) ? { ...this.#first, ...given } : given
  }

  #log(message: string): void {
    this.#connection.console.warn(message)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
