/** The language server on the process's standard input and output. */
import { createConnection } from 'vscode-languageserver/node'
import rules from '../../rules/index.ts'
import { version } from '../project/package-files.ts'
import { serve } from './language-server.ts'
import { messageOf } from './session/editor-configuration.ts'
import { inSameThread, threadsOf } from './thread/threads.ts'

/**
 * Serves until the editor says so, hangs up or dies: then the process ends, with 0 where the editor had asked for it
 * and 1 otherwise. A fault in a document ends nothing.
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
  // An editor that is gone reads nothing more.
  process.stdout.on('error', () => process.exit(1))
  // A promise that nobody waited for leaves the server sound.
  process.on('unhandledRejection', (error) => process.stderr.write(`copydesk lsp: ${messageOf(error)}\n`))
  serve(createConnection(process.stdin, process.stdout), {
    rules,
    version: version(),
    cwd: workingFolder(),
    startThread: threads ? threadsOf(threads) : inSameThread(rules),
  })
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
