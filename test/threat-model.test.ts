/** Checks that a test stands behind every line of the page on threats. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './rule-folders.ts'

const PAGE = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8')
const ROWS = PAGE.split('\n').filter((line) => /^\| (?!threat |---)/.test(line))
const NAMED = /^\| [^|]+ \| [^|]+ \| `(test\/[a-z/-]+\.test\.ts)`: “([^”]+)” \|$/

/** The first words of the names that a file gives to its tests and groups. */
function namesIn(file: string): readonly string[] {
  if (!existsSync(join(ROOT, file))) return []
  const code = readFileSync(join(ROOT, file), 'utf8')
  return [
    ...code.matchAll(
      /(?<![\w.])(?:test|it|describe)\b(?:\.(?:each|skipIf|runIf|for))?[^\n]*?\(\s*'((?:[^'\\\n]|\\.)*)'\s*,|\)\(\s*'((?:[^'\\\n]|\\.)*)'/g,
    ),
  ].map(([, plain, each]) => (plain ?? each!).replaceAll("\\'", "'"))
}

test('every line names one test that exists', () => {
  expect(ROWS.length).toBeGreaterThan(25)
  const missing = ROWS.filter((row) => {
    const [, file, name] = NAMED.exec(row) ?? []
    return file === undefined || name === undefined || !namesIn(file).some((one) => one.startsWith(name))
  })
  expect(missing).toEqual([])
})

test('a test that isn’t there would be missed', () => {
  expect(namesIn('test/threat-model.test.ts')).toEqual([
    'every line names one test that exists',
    'a test that isn’t there would be missed',
  ])
  expect(namesIn('test/no-such.test.ts')).toEqual([])
})
