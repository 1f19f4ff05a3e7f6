/** An editor for tests: the client's end of a connection to a server in the same process. */
import { PassThrough } from 'node:stream'
import { createConnection, type ClientCapabilities, type CodeAction, type Diagnostic, type DocumentDiagnosticReport, type InitializeParams, type InitializeResult, type PublishDiagnosticsParams, type TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ProtocolConnection } from 'vscode-languageserver-protocol/node'
import rules from '../../rules/index.ts'
import { serve } from '../../src/server/language-server.ts'

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

  private constructor(client: ProtocolConnection, server: InitializeResult) {
    this.client = client
    this.server = server
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()]
    const watchDog = { shutdownReceived: false, initialize: () => undefined, exit: () => undefined }
    const connection = createConnection((logger) => createProtocolConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), logger), watchDog)
    serve(connection, { rules, version: '0.0.0-test', cwd: '/' })
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
    const early: (() => void)[] = []
    const arrived: { editor?: Editor } = {}
    const hear = <Params>(method: string, listen: (to: Editor, params: Params) => void): void => {
      client.onNotification(method, (params: Params) => {
        if (arrived.editor) listen(arrived.editor, params)
        else early.push(() => listen(arrived.editor!, params))
      })
    }
    hear<PublishDiagnosticsParams>('textDocument/publishDiagnostics', ({ sent }, params) => sent.set(params.uri, [...(sent.get(params.uri) ?? []), params]))
    hear<{ message: string }>('window/showMessage', ({ messages }, { message }) => messages.push(message))
    hear<{ message: string }>('window/logMessage', ({ log }, { message }) => log.push(message))
    client.onRequest('client/registerCapability', ({ registrations }: { registrations: readonly { method: string }[] }) => {
      if (options.refusesToRegister) throw new Error('no')
      arrived.editor?.registered.push(...registrations.map(({ method }) => method))
      return null
    })
    client.onRequest('workspace/configuration', () => {
      if (!options.settings) throw new Error('no settings here')
      return [options.settings()]
    })
    client.onRequest('workspace/diagnostic/refresh', () => {
      if (arrived.editor) arrived.editor.refreshes++
      return null
    })
    client.listen()
    const params: InitializeParams = {
      processId: null, rootUri: null, capabilities: options.capabilities ?? {}, initializationOptions: options.initializationOptions,
      ...(options.folders ? { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) } : {}),
    }
    const editor = new Editor(client, await client.sendRequest<InitializeResult>('initialize', params))
    arrived.editor = editor
    for (const listen of early) listen()
    await client.sendNotification('initialized', {})
    return editor
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    await this.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: ++this.#version, text } })
  }

  async change(uri: string, ...contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    await this.client.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++this.#version }, contentChanges })
  }

  async save(uri: string): Promise<void> {
    await this.client.sendNotification('textDocument/didSave', { textDocument: { uri } })
  }

  async close(uri: string): Promise<void> {
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  /** The version that was sent last. */
  get version(): number {
    return this.#version
  }

  /** Waits for the diagnostics of a document's last version. */
  async diagnostics(uri: string, isWanted: (diagnostics: readonly Diagnostic[]) => boolean = () => true): Promise<readonly Diagnostic[]> {
    for (let waited = 0; waited < 400; waited++) {
      const last = this.sent.get(uri)?.at(-1)
      if (last?.version === this.#version && isWanted(last.diagnostics)) return last.diagnostics
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error(`no such diagnostics of ${uri} came; the last were ${JSON.stringify(this.sent.get(uri)?.at(-1))}`)
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) })
  }

  async actions(uri: string, diagnostic: Diagnostic, only?: readonly string[]): Promise<readonly CodeAction[]> {
    return this.client.sendRequest('textDocument/codeAction', { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic], ...(only ? { only } : {}) } })
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown')
    await this.client.sendNotification('exit')
    this.client.dispose()
  }
}
