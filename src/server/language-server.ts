/** The language server: what it answers an editor, over any connection. */
import {
  CodeActionKind,
  DiagnosticRefreshRequest,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import { checkDocument } from './check-document.ts'
import { Checks, yieldToOthers, isCurrent, type Check } from './checks.ts'
import { readClient, type Client } from './session/client.ts'
import { codeActions, FIX_ALL } from './answers/code-actions.ts'
import { diagnosticsOf, SOURCE } from './answers/diagnostics.ts'
import { placeOfDocument } from './documents/document-place.ts'
import { EditorConfiguration, messageOf } from './session/editor-configuration.ts'
import { hoverAt } from './answers/hover.ts'
import { OpenDocument } from './documents/open-document.ts'
import { findFile } from './documents/other-files.ts'
import { Project } from './project.ts'
import { Publisher } from './publisher.ts'
import { RulePages } from './answers/rule-pages.ts'
import type { ServerOptions } from './server-options.ts'
import { CheckThreads } from './thread/check-threads.ts'
import { foldersOf, pathsOf } from './documents/workspace-folders.ts'

/** Makes a server answer a connection that doesn't listen yet. It lives as long as the connection. */
export function serve(connection: Connection, options: ServerOptions): void {
  new LanguageServer(connection, options).listen()
}

class LanguageServer {
  readonly #connection: Connection
  readonly #options: ServerOptions
  readonly #documents = new Map<string, OpenDocument>()
  readonly #pages = new RulePages()
  readonly #configuration: EditorConfiguration
  readonly #checks: Checks
  readonly #publisher: Publisher
  readonly #threads: CheckThreads
  #client: Client = readClient({ capabilities: {}, processId: null, rootUri: null })
  #folders: readonly string[] = []
  #project: Project
  /** Names texts and settings; no two have the same number. */
  #count = 0

  constructor(connection: Connection, options: ServerOptions) {
    this.#connection = connection
    this.#options = options
    this.#threads = new CheckThreads(options.startThread, options.limit)
    this.#configuration = new EditorConfiguration(connection, options.rules, () => this.#renew())
    this.#checks = new Checks({
      find: (uri) => this.#documents.get(uri),
      generationOf: (document) => this.#project.refresh(this.#pathOf(document)),
      check: (document) =>
        checkDocument(document, {
          project: this.#project,
          threads: this.#threads,
          folder: this.#folders[0],
          isOpen: () => this.#isOpen(document),
          onBug: (bug) => this.#log(bug),
        }),
    })
    this.#publisher = new Publisher({
      check: (uri) => this.#check(uri),
      isOpen: ({ document }) => this.#isOpen(document),
      send: (check) =>
        connection.sendDiagnostics({
          uri: check.document.uri,
          version: check.document.version,
          diagnostics: this.#diagnostics(check),
        }),
      onError: (error) => this.#log(messageOf(error)),
    })
    this.#project = this.#createProject()
  }

  listen(): void {
    const connection = this.#connection
    connection.onInitialize((params) => this.#initialize(params))
    connection.onInitialized(() => this.#initialized())
    connection.onDidOpenTextDocument(({ textDocument }) => {
      this.#documents.set(textDocument.uri, new OpenDocument(textDocument, this.#client.encoding, () => ++this.#count))
      this.#publishIn(0, textDocument.uri)
    })
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      this.#documents.get(uri)?.change(contentChanges, version)
      this.#threads.review()
      this.#publishIn(this.#configuration.settings.debounce, uri)
    })
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      // An editor that watches no files still says which it has saved; of many only the drafts, so a config may have
      // changed before.
      this.#lookAgain()
      if (this.#publisher.isDue(uri)) this.#publishIn(0, uri)
    })
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => this.#close(uri))
    connection.onDidChangeWatchedFiles(() => this.#lookAgain())
    connection.onDidChangeConfiguration(({ settings }) => this.#configuration.changed(settings, this.#client))
    connection.onCodeAction((params, token) => this.#codeActions(params, token))
    connection.onHover((params, token) => this.#hover(params, token))
    connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
      this.#pulled(uri, previousResultId, token),
    )
    connection.onShutdown(() => {
      this.#publisher.stop()
      this.#threads.stop()
    })
    connection.listen()
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = readClient(params)
    this.#folders = foldersOf(params)
    this.#configuration.begin(params.initializationOptions)
    this.#renew()
    this.#threads.warmUp()
    const { encoding, takesActions, pulls, hasFolders } = this.#client
    return {
      serverInfo: { name: SOURCE, version: this.#options.version },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        ...(takesActions ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } } : {}),
        ...(pulls
          ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
        ...(hasFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
      },
    }
  }

  #initialized(): void {
    if (this.#client.hasFolders)
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        this.#changeFolders(added, removed),
      )
    if (this.#client.hasSettings) this.#configuration.ask()
    void this.#configuration.register(this.#client)
  }

  #changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(pathsOf(removed))
    this.#folders = [...this.#folders.filter((folder) => !gone.has(folder)), ...pathsOf(added)]
    this.#renew()
  }

  #createProject(): Project {
    return new Project({
      rules: this.#options.rules,
      editor: this.#configuration.settings,
      folder: this.#folders[0] ?? this.#options.cwd,
      nextGeneration: () => ++this.#count,
      onRenewed: () => this.#checkAgain(),
    })
  }

  /** Forgets all configs, and has all documents checked again. */
  #renew(): void {
    this.#project = this.#createProject()
    this.#checkAgain()
  }

  /**
   * Has all documents checked again where any of their files was saved; in a big folder, most that are saved are no
   * business of theirs.
   */
  #lookAgain(): void {
    if (this.#project.isStale()) this.#renew()
  }

  /** Has all open documents checked again: sends what is found, or asks the editor to ask. */
  #checkAgain(): void {
    for (const uri of this.#documents.keys()) this.#publishIn(0, uri)
    if (!this.#client.pulls || !this.#client.refreshes || this.#documents.size === 0) return
    this.#connection
      .sendRequest(DiagnosticRefreshRequest.type)
      .catch((error: unknown) => this.#log(`the editor doesn’t refresh: ${messageOf(error)}`))
  }

  #publishIn(delay: number, uri: string): void {
    if (!this.#client.pulls && this.#documents.has(uri)) this.#publisher.in(delay, uri)
  }

  async #pulled(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const check = await this.#check(uri, token)
    if (!check) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
    if (!isCurrent(check))
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed meanwhile', {
        retriggerRequest: true,
      })
    const resultId = `${check.edition}.${check.generation}`
    if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.#diagnostics(check) }
  }

  async #codeActions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const check = await this.#check(params.textDocument.uri, token)
    if (!check || !isCurrent(check) || !('report' in check.result)) return []
    const assertCurrent = (): void => {
      if (!isCurrent(check))
        throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed meanwhile')
    }
    const actions = await codeActions(params, {
      document: check.document,
      check: check.result,
      client: this.#client,
      level: this.#configuration.settings.level,
      findFile: (path) => findFile(path, this.#documents.values()),
      rules: this.#options.rules.map(({ id }) => id),
      folder: this.#folders[0],
      yieldToOthers: async () => {
        await yieldToOthers(token)
        assertCurrent()
      },
    })
    assertCurrent()
    return actions
  }

  async #hover({ textDocument: { uri }, position }: HoverParams, token: CancellationToken): Promise<Hover | null> {
    const check = await this.#check(uri, token)
    if (!check || !isCurrent(check) || !('report' in check.result)) return null
    return hoverAt(position, check.document, check.result, {
      client: this.#client,
      pages: this.#pages,
      level: this.#configuration.settings.level,
    })
  }

  async #check(uri: string, token?: CancellationToken): Promise<Check | undefined> {
    await this.#configuration.settled
    return this.#checks.of(uri, token)
  }

  #diagnostics({ document, result }: Check): Diagnostic[] {
    return diagnosticsOf(result, document, {
      client: this.#client,
      pages: this.#pages,
      level: this.#configuration.settings.level,
    })
  }

  #close(uri: string): void {
    this.#publisher.forget(uri)
    const document = this.#documents.get(uri)
    if (!document) return
    this.#documents.delete(uri)
    this.#threads.review()
    const path = this.#pathOf(document)
    if (path !== undefined) this.#project.forget(path)
    if (!this.#client.pulls)
      this.#connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error: unknown) => this.#log(messageOf(error)))
  }

  #isOpen(document: OpenDocument): boolean {
    return this.#documents.get(document.uri) === document
  }

  #pathOf({ uri }: OpenDocument): string | undefined {
    return placeOfDocument(uri, this.#folders[0]).absolute
  }

  #log(message: string): void {
    this.#connection.console.warn(message)
  }
}
