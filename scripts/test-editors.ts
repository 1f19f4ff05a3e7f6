/**
 * Tries Copydesk in real editors, one after the other: all, or those that are named (`--only vim`). Those that this
 * machine lacks are skipped, with a line that says what they need.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EditorTest } from '../test/editors/editor-test.ts'
import { InputError } from './input-error.ts'
import { runScript } from './run-script.ts'

const ENDING = '.editor.ts'

await runScript('test-editors', import.meta.url, async (argv, { root, say }) => {
  const folder = join(root, 'test/editors')
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .toSorted()
  const wanted = argv.filter((arg) => arg !== '--only')
  const unknown = wanted.find((name) => !all.includes(name))
  if (unknown !== undefined) throw new InputError(`there is no test of “${unknown}”; there are ${all.join(', ')}`)
  for (const file of wanted.length > 0 ? wanted : all) {
    const { default: editor } = (await import(pathToFileURL(join(folder, file + ENDING)).href)) as {
      readonly default: EditorTest
    }
    const needs = editor.needs()
    if (needs !== undefined) {
      say(`${editor.name}: skipped; it needs ${needs}\n`)
      continue
    }
    const start = performance.now()
    const problems = await problemsOf(editor)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    say(
      problems.length === 0
        ? `${editor.name}: passed in ${seconds} s\n`
        : `${editor.name}: FAILED\n${problems.map((problem) => `  ${problem.replaceAll('\n', '\n  ')}\n`).join('')}`,
    )
    if (problems.length > 0) process.exitCode = 1
  }
})

async function problemsOf(editor: EditorTest): Promise<readonly string[]> {
  try {
    return await editor.run()
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}
