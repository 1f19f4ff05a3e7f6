/** The world as the command sees it, where it runs as a process of its own. */
import { standardInput } from './files/standard-input.ts'
import type { Io } from './io.ts'

/** The process’s streams, folder and environment. A report that can’t be written makes the process’s exit code 2. */
export function ioOfProcess(): Io {
  // A reader that has seen enough, such as `head`, closes the pipe: no fault of anybody's.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = 2
    process.stderr.write(`copydesk: the report could not be written (${error.code ?? error.message})\n`)
  })
  process.stderr.on('error', () => {})
  return {
    cwd: workingFolder(),
    env: process.env,
    stdin: standardInput,
    stdout: process.stdout,
    stderr: process.stderr,
    // It stands beside the entry in the bundle, and so does this. The sources run without threads, which know no
    // TypeScript.
    ...(import.meta.url.endsWith('.ts') ? {} : { worker: new URL('check-worker.js', import.meta.url) }),
  }
}

/** The working folder. Where somebody has deleted it, relative names find nothing; absolute ones are still good. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch {
    // VFile, too, asks for the working folder and would fail.
    process.chdir('/')
    return process.env['PWD'] ?? '/'
  }
}
