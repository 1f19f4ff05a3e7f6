/** The language server on the process's standard input and output. */
import type { InitializeParams, WatchDog } from 'vscode-languageserver'
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import rules from '../../rules/index.ts'
import { version } from '../project/package-files.ts'
import { connect } from './session/connect.ts'
import { FrameGuard } from './session/frame-guard.ts'
import { serve } from './language-server.ts'
import { inSameThread, threadsOf } from './thread/threads.ts'

const LOOK_AFTER_PARENT = 3000

/**
 * Serves until the editor says so, hangs up, dies, or sends what is no message: then the process ends, with 0 where the
 * editor had asked for it and 1 otherwise. A fault in a document ends nothing.
 * @param threads The module of the threads that check documents (src/server/thread/check-thread.ts); left out, they are
 * checked in this one.
 * @param args What the editor's settings put behind `lsp`: nothing, or `--stdio`, which many put there of habit.
 */
export function serveStdio(args: readonly string[], threads?: URL): void {
  const unknown = args.find((arg) => arg !== '--stdio' && !arg.startsWith('--clientProcessId'))
  if (unknown !== undefined) {
    process.stderr.write(`copydesk lsp: there is no “${unknown}” here; it talks over its standard input and output\n`)
    process.exitCode = 2
    return
  }
  let isAskedToEnd = false
  const end = (code = isAskedToEnd ? 0 : 1): never => process.exit(code)
  const say = (error: unknown): void => void process.stderr.write(`copydesk lsp: ${oneLine(error)}\n`)
  const fail = (error: unknown): void => {
    say(error)
    end(1)
  }
  const watchDog: WatchDog = {
    get shutdownReceived() {
      return isAskedToEnd
    },
    set shutdownReceived(value) {
      isAskedToEnd = value
    },
    initialize: ({ processId }: InitializeParams) => {
      if (Number.isInteger(processId) && processId! > 0)
        setInterval(() => isAlive(processId!) || end(), LOOK_AFTER_PARENT).unref()
    },
    exit: end,
  }
  const input = process.stdin.pipe(new FrameGuard())
  let read = 0
  // What came last is still on its way through the reader when the input ends, and may be “shutdown”.
  const endOnceRead = (): unknown => (read < input.frames ? setImmediate(endOnceRead) : end())
  input.on('error', fail)
  input.on('end', endOnceRead)
  process.stdin.on('error', fail)
  // An editor that is gone reads nothing more.
  process.stdout.on('error', () => end(1))
  process.stderr.on('error', () => undefined)
  // What nobody foresaw is told. A promise that nobody waited for leaves the server sound, an exception may not.
  process.on('unhandledRejection', say)
  process.on('uncaughtException', fail)
  const reader = new StreamMessageReader(input)
  reader.onError(fail)
  const connection = connect(reader, new StreamMessageWriter(process.stdout), watchDog, () => read++)
  serve(connection, {
    rules,
    version: version(),
    cwd: workingFolder(),
    startThread: threads ? threadsOf(threads) : inSameThread(rules),
  })
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.slice(0, 300)
}

/** Where somebody has deleted the working folder, nothing is relative to it. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch {
    process.chdir('/')
    return '/'
  }
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
