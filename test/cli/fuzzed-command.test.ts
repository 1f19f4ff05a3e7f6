/**
 * Whatever the arguments and the files: the command says in one line each what it can't follow, and never that it
 * failed itself.
 */
import { mkdirSync, rmSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import rules from '../../rules/index.ts'
import type { Outcome } from './checkout.ts'
import { gitCheckout } from './git-checkout.ts'
import { randomRuns, type RandomRun } from './random-command.ts'
import { runs } from '../runs.ts'

const RUNS = runs(100, 2500)

/** Whether a report goes to stderr, since the mended copy or a report for machines takes the standard output. */
function reportsToStderr(argv: readonly string[]): boolean {
  return (
    argv.includes('--statistics')
    || (argv.some((one) => one.startsWith('--fix')) && (argv.includes('-') || argv.includes('--stdin')))
  )
}

/** What is wrong with how a run ended. */
function problemsOf({ argv }: RandomRun, { code, stdout, stderr }: Outcome): readonly string[] {
  const remarks = reportsToStderr(argv) ? [] : stderr.split('\n').filter((line) => line !== '')
  const said = `${stdout}\n${stderr}`
  return [
    ...([0, 1, 2].includes(code) ? [] : [`exit code ${code}`]),
    ...(code === 2 && said.trim() === '' ? ['it failed without a word'] : []),
    ...(/a bug in Copydesk/.test(said) ? ['it says that it has a bug'] : []),
    ...(/^\s+at \S.*:\d+:\d+\)?$|\bTypeError\b|\bRangeError\b/m.test(said)
      ? ['it shows a stack, or an error of the engine']
      : []),
    ...(/\[object Object\]/.test(said) ? ['it shows an object'] : []),
    ...remarks
      .filter((line) => !line.startsWith('copydesk: '))
      .map((line) => `a line on stderr doesn’t say who speaks: ${line.slice(0, 100)}`),
  ]
}

describe('the command', () => {
  test('with any arguments on any files ends with a code and its reasons', async () => {
    const made = gitCheckout({ 'work/a.txt': 'The council met on Monday.\n', 'work/b.md': '# Council meets\n' })
    const codes = new Map<number, number>()
    const runIn = async ({ argv, files, stdin }: RandomRun): Promise<Outcome> => {
      rmSync(made.path('work'), { recursive: true, force: true })
      mkdirSync(made.path('work'))
      for (const [name, content] of Object.entries(files)) made.write(`work/${name}`, content)
      return made.run(argv, { cwd: 'work', stdin, rules, columns: 80, env: { PATH: process.env['PATH'] ?? '' } })
    }
    await fc.assert(
      fc.asyncProperty(randomRuns, async (run) => {
        const outcome = await runIn(run)
        expect({ argv: run.argv, problems: problemsOf(run, outcome) }).toEqual({ argv: run.argv, problems: [] })
        codes.set(outcome.code, (codes.get(outcome.code) ?? 0) + 1)
      }),
      { numRuns: RUNS },
    )
    // Most arguments are wrong, but not all.
    for (const code of [0, 1, 2]) expect(codes.get(code)).toBeGreaterThan(RUNS / 50)
  }, 3_600_000)
})
