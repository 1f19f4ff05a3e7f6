/** An editor for tests: the client's end of a connection to a server in the same process. */
import { PassThrough } from 'node:stream'
import {
  createConnection,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node'
import { vi } from 'vitest'
import type { Rule } from '#rule'
import rules from '../../rules/index.ts'
import { serve } from '../../src/server/language-server.ts'
import { inSameThread, type StartThread } from '../../src/server/thread/threads.ts'

// What a reader needs is loaded with the first document, and the machine may be busy.
const PATIENCE = 100_000
vi.setConfig({ testTimeout: 120_000 })

/** How the editor introduces itself. */
export interface EditorOptions {
  readonly capabilities?: ClientCapabilities
  /** The URIs of the folders that are open. */
  readonly folders?: readonly string[]
  readonly initializationOptions?: unknown
  /** What it answers when it is asked for the settings of `copydesk`; left out, it refuses. */
  readonly settings?: () => unknown
  /** Refuses to watch files. */
  readonly refusesToRegister?: boolean
  /** Has the server check by other rules. */
  readonly rules?: readonly Rule[]
  /** Has it start such threads; left out, it checks in the test's own. */
  readonly startThread?: StartThread
  /** How long a check may take, in milliseconds. */
  readonly limit?: number
}

/** An editor that has said hello. */
export class Editor {
  readonly client: ProtocolConnection
  readonly server: InitializeResult
  /** All that was sent of each document, in order. */
  readonly sent = new Map<string, PublishDiagnosticsParams[]>()
  readonly messages: string[] = []
  readonly log: string[] = []
  readonly registered: string[] = []
  refreshes = 0
  #version = 1
  readonly #versions = new Map<string, number>()

  private constructor(client: ProtocolConnection, server: InitializeResult) {
    this.client = client
    this.server = server
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()]
    const watchDog = { shutdownReceived: false, initialize: () => undefined, exit: () => undefined }
    const connection = createConnection(
      (logger) =>
        createProtocolConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), logger),
      watchDog,
    )
    serve(connection, {
      rules: options.rules ?? rules,
      version: '0.0.0-test',
      cwd: '/',
      startThread: options.startThread ?? inSameThread(options.rules ?? rules),
      ...(options.limit === undefined ? {} : { limit: options.limit }),
    })
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
    const early: (() => void)[] = []
    const arrived: { editor?: Editor } = {}
    const hear = <Params>(method: string, listen: (to: Editor, params: Params) => void): void => {
      client.onNotification(method, (params: Params) => {
        if (arrived.editor) listen(arrived.editor, params)
        else early.push(() => listen(arrived.editor!, params))
      })
    }
    hear<PublishDiagnosticsParams>('textDocument/publishDiagnostics', ({ sent }, params) =>
      sent.set(params.uri, [...(sent.get(params.uri) ?? []), params]),
    )
    hear<{ message: string }>('window/showMessage', ({ messages }, { message }) => messages.push(message))
    hear<{ message: string }>('window/logMessage', ({ log }, { message }) => log.push(message))
    client.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: readonly { method: string }[] }) => {
        if (options.refusesToRegister) throw new Error('no')
        arrived.editor!.registered.push(...registrations.map(({ method }) => method))
        return null
      },
    )
    client.onRequest('workspace/configuration', () => {
      if (!options.settings) throw new Error('no settings here')
      return Promise.resolve(options.settings()).then((given) => [given])
    })
    client.onRequest('workspace/diagnostic/refresh', () => {
      if (arrived.editor) arrived.editor.refreshes++
      return null
    })
    client.listen()
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions,
      ...(options.folders ? { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) } : {}),
    }
    const editor = new Editor(client, await client.sendRequest<InitializeResult>('initialize', params))
    arrived.editor = editor
    for (const listen of early) listen()
    await client.sendNotification('initialized', {})
    return editor
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    await this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: this.#nextVersion(uri), text },
    })
  }

  #nextVersion(uri: string): number {
    this.#versions.set(uri, ++this.#version)
    return this.#version
  }

  async change(uri: string, ...contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    await this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.#nextVersion(uri) },
      contentChanges,
    })
  }

  async save(uri: string): Promise<void> {
    await this.client.sendNotification('textDocument/didSave', { textDocument: { uri } })
  }

  async close(uri: string): Promise<void> {
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  /** The version of a document that was sent last. */
  versionOf(uri: string): number {
    return this.#versions.get(uri)!
  }

  /** Waits for the diagnostics of a document's last version. */
  async diagnostics(
    uri: string,
    isWanted: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    const last = (): PublishDiagnosticsParams | undefined => this.sent.get(uri)?.at(-1)
    const version = this.#versions.get(uri)
    await waitUntil(
      () => last() !== undefined && last()!.version === version && isWanted(last()!.diagnostics),
      () => `no such diagnostics of ${uri} came; the last were ${JSON.stringify(last())}`,
    )
    return last()!.diagnostics
  }

  /** What is published of a document from now on, once something is. */
  async next(uri: string): Promise<readonly Diagnostic[]> {
    const before = this.sent.get(uri)?.length ?? 0
    await waitUntil(
      () => (this.sent.get(uri)?.length ?? 0) > before,
      () => `nothing more of ${uri} came`,
    )
    return this.sent.get(uri)!.at(-1)!.diagnostics
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    })
  }

  async actions(
    uri: string,
    { range }: { readonly range: Range },
    context: Partial<CodeActionContext> = {},
  ): Promise<readonly CodeAction[]> {
    return this.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    })
  }

  async hover(uri: string, position: Position): Promise<Hover | null> {
    return this.client.sendRequest('textDocument/hover', { textDocument: { uri }, position })
  }

  async configure(settings: unknown): Promise<void> {
    await this.client.sendNotification('workspace/didChangeConfiguration', { settings })
  }

  async saved(...uris: readonly string[]): Promise<void> {
    await this.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: uris.map((uri) => ({ uri, type: 2 })),
    })
  }

  async folders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    await this.client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } })
  }

  /** Waits until the server has taken all that was sent to it. */
  async settled(): Promise<void> {
    await this.hover('file:///nowhere', { line: 0, character: 0 })
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown')
    await this.client.sendNotification('exit')
    this.client.dispose()
  }
}

/** Waits a bounded time. */
export async function waitUntil(isDone: () => boolean, whyNot: () => string): Promise<void> {
  for (const start = performance.now(); performance.now() - start < PATIENCE;) {
    if (isDone()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(whyNot())
}
