/** Tests how arguments are read. */
import { describe, expect, test } from 'vitest'
import { readArguments, UsageError } from '../../src/cli/arguments/arguments.ts'

describe('arguments', () => {
  test('have defaults that fail on errors only', () => {
    expect(readArguments(['draft.txt'])).toEqual({
      inputs: ['draft.txt'],
      stdinFilename: undefined,
      format: undefined,
      output: undefined,
      failOn: 'error',
      maxWarnings: undefined,
      quiet: false,
      all: false,
      notices: false,
      statistics: false,
      rules: new Map(),
      config: undefined,
      noConfig: false,
      color: 'auto',
      fix: undefined,
      fixDryRun: false,
      baseline: undefined,
      updateBaseline: false,
      since: undefined,
      staged: false,
      workers: undefined,
      cache: undefined,
      task: { name: 'check' },
    })
  })

  test('may stand before and behind files, with a space or an equals sign', () => {
    const args = readArguments([
      'a.txt',
      '--format=json',
      'b.md',
      '--fail-on',
      'warning',
      '--max-warnings=0',
      '--',
      '--odd-name.txt',
    ])
    expect(args).toMatchObject({
      inputs: ['a.txt', 'b.md', '--odd-name.txt'],
      format: 'json',
      failOn: 'warning',
      maxWarnings: 0,
    })
  })

  test('name rules, with a level or without, more than once', () => {
    expect(readArguments(['--rule', 'self-reference', '--rule=impossible-date=warning', '-']).rules).toEqual(
      new Map([
        ['self-reference', undefined],
        ['impossible-date', 'warning'],
      ]),
    )
  })

  test('take the standard input by --stdin and by a dash, and only once', () => {
    expect(readArguments(['--stdin', 'a.txt']).inputs).toEqual(['-', 'a.txt'])
    expect(readArguments(['--stdin', 'a.txt', '-']).inputs).toEqual(['a.txt', '-'])
  })

  test('ask questions that need no file', () => {
    expect(readArguments(['-h']).task).toEqual({ name: 'help' })
    expect(readArguments(['-v']).task).toEqual({ name: 'version' })
    expect(readArguments(['--list-rules']).task).toEqual({ name: 'list-rules' })
    expect(readArguments(['--explain', 'self-reference']).task).toEqual({ name: 'explain', of: 'self-reference' })
    expect(readArguments(['--print-config', 'a.md']).task).toEqual({ name: 'print-config', of: 'a.md' })
  })

  const refused: readonly (readonly [string, readonly string[], string])[] = [
    ['an unknown option', ['--formt', 'json', 'a'], 'there is no option --formt; did you mean “--format”?'],
    [
      'an unknown option that resembles none',
      ['--frobnicate-it-all', 'a'],
      'there is no option --frobnicate-it-all; --help lists them',
    ],
    ['an unknown short option', ['-q', 'a'], 'there is no option -q; --help lists them'],
    ['a text option without its text', ['a', '--format'], '--format needs a value'],
    ['a text option that would swallow the next option', ['--config', '--quiet', 'a'], '--config needs a value'],
    ['an empty text', ['--config=', 'a'], '--config needs a value'],
    ['a flag with a value', ['--quiet=yes', 'a'], '--quiet takes no value'],
    [
      'an unknown format',
      ['--format', 'jsn', 'a'],
      '--format takes desk, vfile, compact, unix, json, sarif, github, gitlab, junit, checkstyle, rdjson, rdjsonl or html, not “jsn”; did you mean “json”?',
    ],
    [
      'an unknown level',
      ['--fail-on', 'errors', 'a'],
      '--fail-on takes error, warning, info or never, not “errors”; did you mean “error”?',
    ],
    ['an unknown time for colours', ['--color', 'draft.txt'], '--color takes auto, always or never, not “draft.txt”'],
    ['a number that is none', ['--max-warnings', '3.5', 'a'], '--max-warnings takes a whole number, not “3.5”'],
    ['a negative number', ['--max-warnings=-1', 'a'], '--max-warnings takes a whole number, not “-1”'],
    [
      'a rule that is to run and be off',
      ['--rule', 'x=off', 'a'],
      '--rule ID= takes on, error, warning or info, not “off”; did you mean “on”?',
    ],
    [
      'two files for one report',
      ['-o', 'a.json', '--output=b.json', 'a'],
      '--output can be given once; run again for another report',
    ],
    ['no input at all', [], 'name a file, a folder or a glob, or use --stdin; --help says more'],
    [
      'a name for a standard input that is not read',
      ['--stdin-filename', 'a.md', 'b.md'],
      '--stdin-filename needs --stdin',
    ],
    ['quiet and all', ['--quiet', '--all', 'a'], '--quiet and --all contradict each other'],
    ['a config and none', ['--config', 'c.yml', '--no-config', 'a'], '--config and --no-config contradict each other'],
  ]
  test.each(refused)('refuse %s in one line', (_, argv, message) => {
    expect(() => readArguments(argv)).toThrow(new UsageError(message))
  })
})
