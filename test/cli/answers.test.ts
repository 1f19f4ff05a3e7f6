/** Tests what the command answers to questions that need no copy. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import rules from '../../rules/index.ts'
import { HELP } from '../../src/cli/arguments/usage.ts'
import { checkout } from './checkout.ts'

const packageJson = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

describe('the command', () => {
  test('says its version', async () => {
    expect(await checkout().run(['--version'])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' })
  })

  test('gives help on 80 columns that names each of its options', async () => {
    const { code, stdout } = await checkout().run(['--help', 'whatever.txt'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: HELP })
    for (const option of [
      'stdin',
      'stdin-filename',
      'format',
      'quiet',
      'all',
      'color',
      'fail-on',
      'max-warnings',
      'rule',
      'config',
      'no-config',
      'print-config',
      'list-rules',
      'explain',
      'help',
      'version',
    ]) {
      expect(stdout).toContain(`--${option}`)
    }
    expect(HELP.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('lists the rules, a line each', async () => {
    expect((await checkout().run(['--list-rules'])).stdout).toBe(
      [
        'stray-widget  error    default  A stray widget  A widget.',
        'loud-word     warning  default  loud-word       The rule loud-word.',
        'mild-word     info     default  mild-word       The rule mild-word.',
        'strict-word   warning  strict   strict-word     The rule strict-word.',
        'trial-word    warning  trial    trial-word      The rule trial-word.',
        '',
      ].join('\n'),
    )
  })

  test('lists the levels that a rule really gives, and fits the terminal', async () => {
    const { stdout } = await checkout().run(['--list-rules'], { rules })
    expect(stdout).toMatch(/^repeated-word +error, warning(?:, info)? +default {2}\S/m)
    expect(stdout.match(/^inconsistent-name +(\w.*?) {2}/m)![1]).toBe('error, warning, info')
    for (const columns of [40, 80]) {
      const lines = (await checkout().run(['--list-rules'], { rules, isTTY: true, columns })).stdout.split('\n')
      expect(lines.filter((line) => line.length > columns)).toEqual([])
      expect(lines.filter((line) => line.startsWith('  ')).join(' ').length).toBeGreaterThan(500)
    }
  })

  test('explains each rule that ships with its page', async () => {
    expect(rules.length).toBeGreaterThan(0)
    for (const { id } of rules) {
      const { code, stdout } = await checkout().run(['--explain', id], { rules })
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: readFileSync(new URL(`../../rules/${id}/rule.md`, import.meta.url), 'utf8'),
      })
    }
  })

  test('explains no rule that isn’t there, and says which was meant', async () => {
    const { run } = checkout()
    expect(await run(['--explain', 'loudword'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: there is no rule “loudword”; did you mean “loud-word”?\n',
    })
    expect(await run(['--explain', '../../package.json'])).toMatchObject({ code: 2, stdout: '' })
    expect(await run(['--explain', 'loud-word'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: this installation lacks the page of “loud-word”\n',
    })
  })
})
