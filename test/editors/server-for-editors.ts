/** The command as an editor finds it: bundled from the sources as they are now. */
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { bundleCommand } from '../../scripts/command-bundle.mjs'

const ROOT = join(fileURLToPath(import.meta.url), '../../..')

/**
 * Puts a `copydesk` into a folder’s `bin` that runs the command and writes down the conversation.
 * @param log The file for it: a line of JSON for each thing that was said or happened.
 * @returns The folder with the command.
 */
export async function installServer(folder: string, log: string): Promise<string> {
  const [home, bin] = [join(folder, 'copydesk'), join(folder, 'bin')]
  await bundleCommand(esbuild, join(home, 'dist/bin'))
  writeFileSync(join(home, 'package.json'), '{"name": "copydesk", "version": "0.0.0-bundled", "type": "module"}')
  cpSync(join(ROOT, 'rules'), join(home, 'rules'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
  mkdirSync(bin)
  const words = [
    process.execPath,
    fileURLToPath(new URL('recorded-server.mjs', import.meta.url)),
    join(home, 'dist/bin/copydesk.js'),
    log,
  ].map((word) => `'${word}'`)
  writeFileSync(join(bin, 'copydesk'), `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`)
  chmodSync(join(bin, 'copydesk'), 0o755)
  return bin
}
