/** Tries Copydesk in real editors, one after the other; those that this machine lacks are skipped, with a line that says what they need. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EditorTest } from '../test/editors/editor-test.ts'
import { InputError } from './input-error.ts'
import { runScript } from './run-script.ts'

const ENDING = '.editor.ts'

await runScript('test-editors', import.meta.url, async (argv, { root, say }) => {
  const folder = join(root, 'test/editors')
  const all = readdirSync(folder).filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length)).toSorted()
  const unknown = argv.find((name) => !all.includes(name))
  if (unknown !== undefined) throw new InputError(`there is no test of “${unknown}”; there are ${all.join(', ')}`)
  for (const file of argv.length > 0 ? argv : all) {
    const { default: editor } = await import(pathToFileURL(join(folder, file + ENDING)).href) as { readonly default: EditorTest }
    const needs = editor.needs()
    if (needs !== undefined) {
      say(`${editor.name}: skipped; it needs ${needs}\n`)
      continue
    }
    const problems = await problemsOf(editor)
    say(problems.length === 0 ? `${editor.name}: passed\n` : `${editor.name}: FAILED\n${problems.map((problem) => `  ${problem.replaceAll('\n', '\n  ')}\n`).join('')}`)
    if (problems.length > 0) process.exitCode = 1
  }
})

async function problemsOf(editor: EditorTest): Promise<readonly string[]> {
  try {
    return await editor.run()
  } catch (error) {
    return [error instanceof Error ? error.stack ?? error.message : String(error)]
  }
}
