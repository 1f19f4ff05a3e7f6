/** Runs a script as a command: what it says goes to stdout, and what the caller can set right is one line on stderr. */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { InputError } from './input-error.ts'

/** Where a script works and speaks. */
export interface ScriptWorld {
  /** The project's root, where verdicts and figures are kept. */
  readonly root: string
  readonly say: (text: string) => void
  /** For what isn't part of the result. */
  readonly remark: (text: string) => void
}

/**
 * Runs a script with the process's arguments, where its module is the one that Node was started with.
 * @param url The module's `import.meta.url`.
 */
export async function runScript(
  name: string,
  url: string,
  script: (argv: readonly string[], surroundings: ScriptWorld) => void | Promise<void>,
): Promise<void> {
  if (url !== pathToFileURL(process.argv[1] ?? '').href) return
  // Whoever reads the output may have seen enough, as `head` has.
  process.stdout.on('error', () => process.exit(0))
  try {
    await script(process.argv.slice(2), {
      root: join(fileURLToPath(import.meta.url), '../..'),
      say: (text) => void process.stdout.write(text),
      remark: (text) => void process.stderr.write(text),
    })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    process.stderr.write(`${name}: ${error.message}\n`)
    process.exitCode = 2
  }
}
