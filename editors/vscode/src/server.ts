/**
 * The language server as VS Code runs it: which one, for which documents, and what happens where it can't be started.
 */
import { commands, window, workspace, type LogOutputChannel, type Uri } from 'vscode'
import { LanguageClient, RevealOutputChannelOn, type DocumentSelector } from 'vscode-languageclient/node'
import { debounced } from './debounced.ts'
import { findingsOf } from './findings.ts'
import { serverCommand } from './server-command.ts'
import { withoutMessages } from './short-hover.ts'

// A file's ending tells MDX, ninjs and feeds apart where VS Code has no language for them; what is data and no copy,
// the server leaves alone.
const LANGUAGES = ['plaintext', 'markdown', 'mdx', 'html', 'json', 'xml']
// Not the left half of a comparison, nor what other extensions show: a finding there is none of the writer's.
const SCHEMES = ['file', 'untitled', 'vscode-vfs']
const DOCUMENTS: DocumentSelector = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })))

/** Starts and stops the server. Each order waits for the one before it. */
export class Server {
  readonly #folder: string
  readonly #output: LogOutputChannel
  readonly #onChecked: (uri: Uri) => void
  #client: LanguageClient | undefined
  #orders: Promise<void> = Promise.resolve()

  /**
   * @param folder The extension's folder.
   * @param onChecked Hears which document has been checked.
   */
  constructor(folder: string, output: LogOutputChannel, onChecked: (uri: Uri) => void) {
    this.#folder = folder
    this.#output = output
    this.#onChecked = onChecked
  }

  /** Starts it. Where that fails, the user is told; nothing is thrown. */
  start(): Promise<void> {
    return this.#enqueue(() => this.#start())
  }

  stop(): Promise<void> {
    return this.#enqueue(() => this.#stop())
  }

  restart(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#stop()
      await this.#start()
    })
  }

  #enqueue(order: () => Promise<void>): Promise<void> {
    this.#orders = this.#orders.then(order)
    return this.#orders
  }

  async #start(): Promise<void> {
    const { options, name } = serverCommand(this.#folder, workspace.getConfiguration('copydesk').get('server.path', ''))
    this.#output.info(`Starting ${name}`)
    const client = (this.#client = new LanguageClient('copydesk', 'Copydesk', options, {
      documentSelector: DOCUMENTS,
      outputChannel: this.#output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticPullOptions: { onChange: true },
      middleware: {
        provideDiagnostics: debounced(
          () => workspace.getConfiguration('copydesk').get('debounce', 200),
          this.#onChecked,
        ),
        provideHover: async (document, position, token, next) => {
          const hover = await next(document, position, token)
          return hover && withoutMessages(hover, findingsOf(document.uri))
        },
      },
    }))
    try {
      await client.start()
    } catch (error) {
      this.#output.error(error instanceof Error ? error : String(error))
      void this.#tell(`Copydesk can’t start ${name}.`)
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    try {
      await client?.dispose()
    } catch (error) {
      // It is gone already, or never was there.
      this.#output.warn(error instanceof Error ? error.message : String(error))
    }
  }

  async #tell(message: string): Promise<void> {
    const show = 'Show the Output'
    if ((await window.showErrorMessage(message, show)) === show) await commands.executeCommand('copydesk.showOutput')
  }
}
