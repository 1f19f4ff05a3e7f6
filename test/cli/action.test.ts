/** Checks the GitHub Action: its shape, that no input can become shell, and its steps, run here as a runner would. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../rule-folders.ts'
import { bundledCommand } from './bundled-command.ts'
import { checkout } from './checkout.ts'
import { gitCheckout, type GitCheckout } from './git-checkout.ts'

interface Step {
  readonly name: string
  readonly shell: string
  readonly run: string
  readonly env?: Readonly<Record<string, string>>
}

const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly [Step, Step] }
}
const [setUp, check] = action.runs.steps
const command = bundledCommand()

const BAD = 'The mayor said that that bridge would would close.\n'
const GOOD = 'The mayor said that the bridge would close.\n'

/** Runs the step that checks, with inputs filled in as a runner does it. */
function runCheck(
  made: GitCheckout,
  inputs: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly stdout: string; readonly stderr: string; readonly summary: string } {
  const filledIn = (value: string): string =>
    value.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, (_, name: string) => inputs[name] ?? action.inputs[name]!.default)
  const summary = made.path('.git/summary.md')
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', check.run],
    {
      cwd: made.root,
      encoding: 'utf8',
      env: {
        SHLVL: '1',
        PATH: process.env['PATH'] ?? '',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GITHUB_ACTION_PATH: dirname(dirname(dirname(command.path))),
        GITHUB_STEP_SUMMARY: summary,
        ...Object.fromEntries(Object.entries(check.env!).map(([name, value]) => [name, filledIn(value)])),
      },
    },
  )
  return { code: status, stdout, stderr, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' }
}

describe('the action', () => {
  test('is a composite one whose inputs are described, have defaults, and are all used', () => {
    expect(action.runs.using).toBe('composite')
    expect(Object.keys(action.inputs)).toEqual(['files', 'config', 'since', 'fail-on', 'baseline', 'format', 'output'])
    for (const { description, default: value } of Object.values(action.inputs))
      expect([typeof description, typeof value]).toEqual(['string', 'string'])
    expect(Object.values(check.env!)).toEqual(Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`))
    for (const name of Object.keys(check.env!)) expect(check.run).toContain(`$${name}"`)
  })

  test('has no expression in its scripts, and quotes each variable', () => {
    for (const { run, shell } of action.runs.steps) {
      expect(shell).toBe('bash')
      expect(run).not.toContain('${{')
      // What is left without the quoted parts holds no variable.
      expect(run.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '')).not.toMatch(/\$(?!')/)
      expect(run).not.toMatch(/\beval\b/)
    }
  })
})

describe.skipIf(process.platform === 'win32' || spawnSync('bash', ['--version']).status !== 0)(
  'the action’s steps',
  () => {
    test('annotate what is wrong and write the step’s summary', () => {
      const made = gitCheckout({ 'articles/bad.md': BAD, 'articles/good.md': GOOD })
      const { code, stdout, stderr, summary } = runCheck(made, { 'fail-on': 'info' })
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      expect(stdout).toMatch(/^::(?:error|warning|notice) .*file=articles\/bad\.md/m)
      expect(summary).toContain('repeated-word')
      expect(runCheck(made, { files: 'articles/good.md' })).toMatchObject({ code: 0 })
      expect(runCheck(made, { 'fail-on': 'never' })).toMatchObject({ code: 0 })
    })

    test('take files a line each, a config, a baseline and a file for the report', () => {
      const made = gitCheckout({
        'a b/bad.md': BAD,
        'other/good.md': GOOD,
        'quiet.yml': 'rules: {repeated-word: off}\n',
        'known.json': '',
      })
      expect(runCheck(made, { files: 'other\r\n\na b/bad.md\n', 'fail-on': 'info', format: 'compact' })).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/^a b\/bad\.md:1:/) as string,
      })
      expect(runCheck(made, { config: 'quiet.yml', 'fail-on': 'info' })).toMatchObject({ code: 0 })
      spawnSync(process.execPath, [command.path, '--baseline', 'base.json', '--update-baseline', '.'], {
        cwd: made.root,
      })
      expect(runCheck(made, { baseline: 'base.json', 'fail-on': 'info' })).toMatchObject({ code: 0 })
      expect(runCheck(made, { format: 'sarif', output: 'report.sarif' }).stdout).toBe('')
      expect(JSON.parse(readFileSync(made.path('report.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
    })

    test('tell only what is new since a branch', () => {
      const made = gitCheckout({ 'articles/old.md': BAD })
      made.git('checkout', '--quiet', '-b', 'edit')
      expect(runCheck(made, { since: 'main', 'fail-on': 'info' })).toMatchObject({ code: 0 })
      made.write('articles/new.md', BAD)
      made.commit()
      expect(runCheck(made, { since: 'main', 'fail-on': 'info', format: 'compact' }).stdout).toMatch(
        /^articles\/new\.md:/,
      )
    })

    test.each(['files', 'config', 'since', 'fail-on', 'baseline', 'format', 'output'])(
      'read nothing in “%s” as shell or as an option',
      (input) => {
        for (const hostile of [
          '$(touch pwned)',
          '`touch pwned`',
          '"; touch pwned; "',
          "'; touch pwned; '",
          'x\ntouch pwned',
          '--fix',
          '-o pwned',
          '${PATH}',
          '*',
        ]) {
          const made = gitCheckout({ 'articles/bad.md': BAD })
          runCheck(made, { [input]: hostile, ...(input === 'files' ? {} : { files: 'articles' }) })
          expect({
            hostile,
            pwned: existsSync(made.path('pwned')),
            copy: readFileSync(made.path('articles/bad.md'), 'utf8'),
          }).toEqual({ hostile, pwned: false, copy: BAD })
        }
      },
    )

    test('build once, in the action’s own folder', () => {
      const made = checkout({
        'bin/npm': '#!/bin/sh\necho "$PWD: npm $*"\nmkdir -p dist/bin && : > dist/bin/copydesk.js\n',
        'desk/copydesk.md': GOOD,
      })
      chmodSync(made.path('bin/npm'), 0o755)
      mkdirSync(made.path('action'))
      const run = (): unknown => {
        const { status, stdout, stderr } = spawnSync(
          'bash',
          ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', setUp.run],
          {
            cwd: made.path('desk'),
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'pipe'],
            env: {
              SHLVL: '1',
              PATH: `${made.path('bin')}:${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
              GITHUB_ACTION_PATH: made.path('action'),
            },
          },
        )
        return { status, stdout, stderr }
      }
      expect(run()).toEqual({
        status: 0,
        stdout: `${made.path('action')}: npm ci --no-audit --no-fund --loglevel=error\n`,
        stderr: '',
      })
      expect(run()).toEqual({ status: 0, stdout: '', stderr: '' })
    })

    test('say so where Node is too old', () => {
      const made = checkout({ 'bin/node': '#!/bin/sh\nexit 1\n' })
      chmodSync(made.path('bin/node'), 0o755)
      const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', setUp.run], {
        cwd: made.root,
        encoding: 'utf8',
        env: { SHLVL: '1', PATH: `${made.path('bin')}:/usr/bin:/bin`, GITHUB_ACTION_PATH: made.root },
      })
      expect({ status, stdout }).toEqual({
        status: 2,
        stdout: '::error::Copydesk needs Node 20 or later; put actions/setup-node before it\n',
      })
    })
  },
)
