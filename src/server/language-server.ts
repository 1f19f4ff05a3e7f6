/** The language server: what it answers an editor, over any connection. */
import { readFileSync } from 'node:fs'
import {
  CodeActionKind, DiagnosticRefreshRequest, DocumentDiagnosticReportKind, ErrorCodes, LSPErrorCodes, ResponseError, TextDocumentSyncKind,
  type CancellationToken, type CodeAction, type CodeActionParams, type Connection, type Diagnostic, type DocumentDiagnosticReport, type Hover, type HoverParams,
  type InitializeParams, type InitializeResult, type WorkspaceFolder,
} from 'vscode-languageserver'
import type { Rule } from '#rule'
import { decodeBytes } from '../readers/decode-bytes.ts'
import { Checks, isCurrent, type Check } from './checks.ts'
import { readClient, type Client } from './client.ts'
import { codeActions, FIX_ALL } from './code-actions.ts'
import { diagnosticsOf, SOURCE } from './diagnostics.ts'
import { pathOf } from './document-place.ts'
import { EditorConfiguration, messageOf } from './editor-configuration.ts'
import { hoverAt } from './hover.ts'
import { OpenDocument } from './open-document.ts'
import { Project } from './project.ts'
import { RulePages } from './rule-pages.ts'

/** What a server is made with. */
export interface ServerOptions {
  readonly rules: readonly Rule[]
  readonly version: string
  /** The folder from which paths count where the editor has opened none. */
  readonly cwd: string
}

/** Makes a server answer a connection that doesn't listen yet. It lives as long as the connection. */
export function serve(connection: Connection, options: ServerOptions): void {
  new LanguageServer(connection, options).listen()
}

class LanguageServer {
  readonly #connection: Connection
  readonly #options: ServerOptions
  readonly #documents = new Map<string, OpenDocument>()
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #checks: Checks
  readonly #pages = new RulePages()
  readonly #configuration: EditorConfiguration
  #client: Client = readClient({ capabilities: {}, processId: null, rootUri: null })
  #folders: readonly string[] = []
  #project: Project

  constructor(connection: Connection, options: ServerOptions) {
    this.#connection = connection
    this.#options = options
    this.#checks = new Checks((error) => this.#log(error instanceof Error ? error.stack ?? error.message : String(error)))
    this.#configuration = new EditorConfiguration(connection, options.rules, () => this.#renew())
    this.#project = this.#createProject()
  }

  listen(): void {
    const connection = this.#connection
    connection.onInitialize((params) => this.#initialize(params))
    connection.onInitialized(() => this.#initialized())
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      assertTexts(uri, languageId, text)
      this.#documents.set(uri, new OpenDocument(uri, languageId, version, text, this.#client.encoding))
      this.#publishIn(0, uri)
    })
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      assertTexts(...contentChanges.map(({ text }) => text))
      this.#documents.get(uri)?.change(contentChanges, version)
      this.#publishIn(this.#configuration.settings.debounce, uri)
    })
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      // An editor that watches no files still says which it has saved.
      if (/\.(?:ya?ml|json)$/i.test(uri)) this.#checkAgain()
      else this.#publishIn(0, uri)
    })
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => this.#close(uri))
    connection.onDidChangeWatchedFiles(() => this.#checkAgain())
    connection.onDidChangeConfiguration(({ settings }) => this.#configuration.changed(settings, this.#client))
    connection.onCodeAction((params, token) => this.#codeActions(params, token))
    connection.onHover((params, token) => this.#hover(params, token))
    connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) => this.#pulled(uri, previousResultId, token))
    connection.onShutdown(() => {
      for (const timer of this.#timers.values()) clearTimeout(timer)
    })
    connection.listen()
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = readClient(params)
    this.#folders = foldersOf(params)
    this.#configuration.take(params.initializationOptions)
    const { encoding, takesActions, pulls, hasFolders } = this.#client
    return {
      serverInfo: { name: SOURCE, version: this.#options.version },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        ...(takesActions ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } } : {}),
        ...(pulls ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        ...(hasFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
      },
    }
  }

  #initialized(): void {
    if (this.#client.hasFolders) this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => this.#changeFolders(added, removed))
    if (this.#client.hasSettings) this.#configuration.ask()
    void this.#configuration.register(this.#client)
  }

  #changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(pathsOf(removed))
    this.#folders = [...this.#folders.filter((folder) => !gone.has(folder)), ...pathsOf(added)]
    this.#renew()
  }

  #createProject(age?: number): Project {
    return new Project(this.#options.rules, this.#configuration.settings, this.#folders[0] ?? this.#options.cwd, age)
  }

  /** Forgets all configs, and has all documents checked again. */
  #renew(): void {
    this.#project = this.#createProject(this.#project.age + 1)
    this.#checkAgain()
  }

  /** Has all open documents checked again: sends what is found, or asks the editor to ask. */
  #checkAgain(): void {
    for (const uri of this.#documents.keys()) this.#publishIn(0, uri)
    if (!this.#client.pulls || !this.#client.refreshes || this.#documents.size === 0) return
    this.#connection.sendRequest(DiagnosticRefreshRequest.type).catch((error: unknown) => this.#log(`the editor doesn’t refresh: ${messageOf(error)}`))
  }

  #publishIn(delay: number, uri: string): void {
    if (this.#client.pulls || !this.#documents.has(uri)) return
    clearTimeout(this.#timers.get(uri))
    this.#timers.set(uri, setTimeout(() => {
      this.#timers.delete(uri)
      void this.#publish(uri)
    }, delay))
  }

  async #publish(uri: string): Promise<void> {
    const check = await this.#check(uri)
    // A document that has changed meanwhile is on the way again; one that was closed has been cleared.
    if (!check || !isCurrent(check) || this.#documents.get(uri) !== check.document) return
    await this.#connection.sendDiagnostics({ uri, version: check.document.version, diagnostics: this.#diagnostics(check) })
  }

  async #pulled(uri: string, previous: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const check = await this.#check(uri, token)
    if (!check) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
    if (!isCurrent(check)) throw new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed meanwhile', { retriggerRequest: true })
    const resultId = `${check.edition}.${check.age}`
    if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.#diagnostics(check) }
  }

  async #codeActions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const check = await this.#check(params.textDocument.uri, token)
    if (!check || !('report' in check.result)) return []
    const actions = await codeActions(params, {
      document: check.document, check: check.result, client: this.#client, level: this.#configuration.settings.level,
      readFile: (path) => this.#readFile(path), rules: this.#options.rules.map(({ id }) => id), folder: this.#folders[0],
    })
    return isCurrent(check) ? actions : []
  }

  async #hover({ textDocument: { uri }, position }: HoverParams, token: CancellationToken): Promise<Hover | null> {
    const check = await this.#check(uri, token)
    if (!check || !isCurrent(check) || !('report' in check.result)) return null
    return hoverAt(position, check.document, check.result, { client: this.#client, pages: this.#pages, level: this.#configuration.settings.level })
  }

  async #check(uri: string, token?: CancellationToken): Promise<Check | undefined> {
    await this.#configuration.settled
    return this.#checks.of(() => this.#documents.get(uri), () => this.#project, () => this.#folders[0], token)
  }

  #diagnostics({ document, result }: Check): Diagnostic[] {
    return diagnosticsOf(result, document, { client: this.#client, pages: this.#pages, level: this.#configuration.settings.level })
  }

  #close(uri: string): void {
    clearTimeout(this.#timers.get(uri))
    this.#timers.delete(uri)
    if (this.#documents.delete(uri) && !this.#client.pulls) void this.#connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  /** A file as it is in the editor, else on the disk; nothing where there is none. */
  #readFile(path: string): string | undefined {
    for (const { uri, text } of this.#documents.values()) if (pathOf(uri) === path) return text
    try {
      return decodeBytes(readFileSync(path)).text
    } catch {
      return undefined
    }
  }

  #log(message: string): void {
    this.#connection.console.warn(message)
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (Array.isArray(workspaceFolders) && workspaceFolders.length > 0) return pathsOf(workspaceFolders)
  return typeof rootUri === 'string' ? pathsOf([{ uri: rootUri, name: '' }]) : []
}

function pathsOf(folders: readonly WorkspaceFolder[]): readonly string[] {
  return folders.flatMap(({ uri }) => pathOf(uri) ?? [])
}

/** A message from outside is looked at before it is believed. @throws {ResponseError} */
function assertTexts(...values: readonly unknown[]): void {
  if (!values.every((value) => typeof value === 'string')) throw new ResponseError(ErrorCodes.InvalidParams, 'a text is missing')
}
