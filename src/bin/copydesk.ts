#!/usr/bin/env node
/** The command’s entry: `copydesk lsp` serves an editor, all else is a run. */
import { runProcess } from '../cli/main.ts'

// A draft of that name is `./lsp`.
if (process.argv[2] === 'lsp') (await import('../server/stdio.ts')).serveStdio(process.argv.slice(3))
else await runProcess()
