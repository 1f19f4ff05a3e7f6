#!/usr/bin/env node
/** The command’s entry: `copydesk lsp` serves an editor, all else is a run. */
import { ioOfProcess } from '../cli/process-io.ts'
import { runCommand } from '../cli/run-command.ts'

// A draft of that name is `./lsp`.
if (process.argv[2] === 'lsp') {
  // It stands beside this one in the bundle. The sources run without threads, which know no TypeScript.
  const threads = import.meta.url.endsWith('.ts') ? undefined : new URL('check-thread.js', import.meta.url)
  const { serveStdio } = await import('../server/stdio.ts')
  serveStdio(process.argv.slice(3), threads)
} else {
  const code = await runCommand(process.argv.slice(2), ioOfProcess())
  // A report that could not be written has set it.
  process.exitCode ??= code
}
