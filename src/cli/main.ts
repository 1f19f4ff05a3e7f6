/** Hands the process to `run` and takes its exit code. */
import { run } from './run.ts'
import { standardInput } from './files/standard-input.ts'

/** Runs the command as this process: its arguments, its streams, its exit code. */
export async function runProcess(): Promise<void> {
  let lost = false
  // A reader that has seen enough, such as `head`, closes the pipe: no fault of anybody's.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    lost = true
    process.exitCode = 2
    process.stderr.write(`copydesk: the report could not be written (${error.code ?? error.message})\n`)
  })
  process.stderr.on('error', () => {})

  const code = await run(process.argv.slice(2), {
    cwd: workingFolder(),
    env: process.env,
    stdin: standardInput,
    stdout: process.stdout,
    stderr: process.stderr,
    // It stands beside the entry in the bundle, and so does this. The sources run without threads, which know no
    // TypeScript.
    ...(import.meta.url.endsWith('.ts') ? {} : { worker: new URL('check-worker.js', import.meta.url) }),
  })
  process.exitCode = lost ? 2 : code
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
