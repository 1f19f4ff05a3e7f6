/** The language server on the process's standard input and output. */
import { createConnection, type Connection, type InitializeParams, type WatchDog } from 'vscode-languageserver'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import rules from '../../rules/index.ts'
import { version } from '../project/package-files.ts'
import { FrameGuard } from './frame-guard.ts'
import { serve } from './language-server.ts'

const LOOK_AFTER_PARENT = 3000

/**
 * Serves until the editor says so, hangs up, dies, or sends what is no message: then the process ends, with 0 where the
 * editor had asked for it and 1 otherwise. A fault in a document ends nothing.
 * @param args What the editor's settings put behind `lsp`: nothing, or `--stdio`, which many put there of habit.
 */
export function serveStdio(args: readonly string[]): void {
  const unknown = args.find((arg) => arg !== '--stdio' && !arg.startsWith('--clientProcessId'))
  if (unknown !== undefined) {
    process.stderr.write(`copydesk lsp: there is no “${unknown}” here; it talks over its standard input and output\n`)
    process.exitCode = 2
    return
  }
  let isAskedToEnd = false
  const end = (code = isAskedToEnd ? 0 : 1): never => process.exit(code)
  const watchDog: WatchDog = {
    get shutdownReceived() {
      return isAskedToEnd
    },
    set shutdownReceived(value) {
      isAskedToEnd = value
    },
    initialize: ({ processId }: InitializeParams) => {
      if (typeof processId === 'number') setInterval(() => isAlive(processId) || end(), LOOK_AFTER_PARENT).unref()
    },
    exit: end,
  }
  const fail = (error: unknown): void => {
    process.stderr.write(`copydesk lsp: ${error instanceof Error ? error.message : String(error)}\n`)
    end(1)
  }
  const input = process.stdin.pipe(new FrameGuard())
  input.on('error', fail)
  input.on('end', () => end())
  process.stdout.on('error', () => end(1))
  const connection: Connection = createConnection((logger) => {
    const reader = new StreamMessageReader(input)
    reader.onError(fail)
    return createProtocolConnection(reader, new StreamMessageWriter(process.stdout), logger)
  }, watchDog)
  serve(connection, { rules, version: version(), cwd: process.cwd() })
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // Somebody else's process is alive, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
