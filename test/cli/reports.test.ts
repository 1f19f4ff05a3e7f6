/** Tests the reports as the command writes them: to the standard output, to a file, and to GitHub's page of a step. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { REPORT_FORMATS } from '../../src/cli/arguments/arguments.ts'
import { HELP } from '../../src/cli/arguments/usage.ts'
import shippedRules from '../../rules/index.ts'
import { ruleHelp } from '../../src/cli/reports/rule-help.ts'
import { needsSource } from '../../src/cli/reports/write-report.ts'
import { readXml } from '../strict-xml.ts'
import { checkout } from './checkout.ts'

const DOCS = readFileSync(new URL('../../docs/reports.md', import.meta.url), 'utf8')
const CLEAN = 'Council backs tram line\n\nThe council backed the new tram line on Monday.\n'
const WRONG = 'Shop sells a widget\n\nThe shop sold one widget and was very PROUD of it.\n'

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
      readonly results: readonly {
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }
          }
        }[]
      }[]
    },
  ]
}
const sarifPaths = (text: string): readonly string[] =>
  (JSON.parse(text) as Sarif).runs[0].results.map(
    ({ locations: [location] }) => location!.physicalLocation.artifactLocation.uri,
  )

describe('every format', () => {
  test.each(REPORT_FORMATS)('%s is written, told of by --help, and changes no exit code', async (format) => {
    const { run } = checkout({ 'wrong.txt': WRONG, 'clean.txt': CLEAN })
    const { code, stdout, stderr } = await run([`--format=${format}`, 'wrong.txt', 'clean.txt'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('widget')
    expect(await run([`--format=${format}`, '--fail-on=never', 'wrong.txt'])).toMatchObject({ code: 0 })
    expect(await run([`--format=${format}`, 'clean.txt'])).toMatchObject({ code: 0, stderr: '' })
    expect(HELP).toMatch(new RegExp(`\\b${format}\\b`))
    expect(DOCS).toMatch(new RegExp(`^\\|.* ?\`${format}\`.*\\|.*\\|$`, 'm'))
  })

  test.each(REPORT_FORMATS)('%s shows errors alone with --quiet', async (format) => {
    const { run } = checkout({ 'loud.txt': 'A LOUD and very odd word.\n' })
    expect((await run([`--format=${format}`, '--quiet', 'loud.txt'])).stdout).not.toMatch(/“LOUD” |“very” /)
    expect((await run([`--format=${format}`, '--all', 'loud.txt'])).stdout).toMatch(/“very” /)
  })

  test('with the story in it has the story of the standard input, too', async () => {
    const { run } = checkout()
    const { stdout } = await run(['-', '--format=html'], { stdin: `\uFEFF${WRONG}` })
    expect(stdout).toContain('<h2 id="s1-path"><bdi>&lt;stdin&gt;</bdi></h2>')
    expect(stdout).toContain('<p dir="auto">Shop sells a <mark class="error" id="s1-m1">widget<sup>')
  })

  test('keeps the text of the files only where the report is made from it', () => {
    expect(REPORT_FORMATS.filter(needsSource)).toEqual(['sarif', 'rdjson', 'rdjsonl', 'html'])
  })

  test('JUnit fails what --fail-on names', async () => {
    const { run } = checkout({ 'wrong.txt': WRONG })
    const failures = async (...argv: string[]): Promise<string> =>
      readXml((await run(['--format=junit', 'wrong.txt', ...argv])).stdout).attributes['failures']!
    expect([await failures(), await failures('--fail-on=warning'), await failures('--fail-on=never')]).toEqual([
      '2',
      '3',
      '0',
    ])
  })

  test('tells of a file that could not be checked where its reader sees no stderr', async () => {
    const { run } = checkout({ 'clean.txt': CLEAN })
    for (const format of ['sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'rdjsonl', 'html']) {
      const { code, stdout } = await run([`--format=${format}`, 'gone.txt', 'clean.txt'])
      expect(code).toBe(2)
      expect(stdout).toMatch(/gone\.txt[\s\S]*does not exist|does not exist[\s\S]*gone\.txt/)
    }
  })
})

describe('paths', () => {
  test('for code hosts count from the repository’s root, wherever the command stands', async () => {
    const { run } = checkout({ 'news/desk 1/wrong.txt': WRONG })
    const world = { cwd: 'news/desk 1' }
    expect(new Set(sarifPaths((await run(['--format=sarif', 'wrong.txt'], world)).stdout))).toEqual(
      new Set(['news/desk%201/wrong.txt']),
    )
    expect((await run(['--format=github', '.'], world)).stdout).toMatch(
      /^::error file=news\/desk 1\/wrong\.txt,line=1,/,
    )
    expect(JSON.parse((await run(['--format=gitlab', '../desk 1/wrong.txt'], world)).stdout)).toMatchObject([
      { location: { path: 'news/desk 1/wrong.txt' } },
      {},
      {},
      {},
    ])
    expect((await run(['--format=unix', 'wrong.txt'], world)).stdout).toMatch(/^wrong\.txt:1:14: /)
  })

  test('of files outside it are absolute, and the standard input keeps its name', async () => {
    const { run, root } = checkout({ 'repository/.git/HEAD': '', 'wrong.txt': WRONG }, { repository: false })
    const world = { cwd: 'repository' }
    expect(new Set(sarifPaths((await run(['--format=sarif', '../wrong.txt'], world)).stdout))).toEqual(
      new Set([`file://${root}/wrong.txt`]),
    )
    expect(new Set(sarifPaths((await run(['--format=sarif', '-'], { ...world, stdin: WRONG })).stdout))).toEqual(
      new Set(['%3Cstdin%3E']),
    )
    expect(
      new Set(
        sarifPaths((await run(['--format=sarif', '-', '--stdin-filename=a/b.txt'], { ...world, stdin: WRONG })).stdout),
      ),
    ).toEqual(new Set(['a/b.txt']))
  })
})

describe('the rules of a SARIF report', () => {
  test('are all there are, with help from their pages', async () => {
    const { run } = checkout({ 'clean.txt': CLEAN })
    const { stdout } = await run(['--format=sarif', 'clean.txt'], { rules: shippedRules })
    expect((JSON.parse(stdout) as Sarif).runs[0].tool.driver.rules.map(({ id }) => id)).toEqual(
      shippedRules.map(({ id }) => id),
    )
    for (const rule of shippedRules) {
      const { why, summary } = ruleHelp(rule)
      expect(summary).toMatch(/\.$/)
      expect(why, rule.id).toMatch(/^\S[^\n]*[.:]$/)
    }
  })

  test('do without a page where there is none', async () => {
    const { run } = checkout({ 'wrong.txt': WRONG })
    expect((await run(['--format=sarif', 'wrong.txt'])).stdout).toContain('"help"')
  })
})

describe('--output', () => {
  test('writes the report to a file and nothing to the standard output; the exit code stays', async () => {
    const { run, path } = checkout({ 'wrong.txt': WRONG, 'out/keep.txt': '' })
    expect(await run(['--format=json', '-o', 'out/report.json', 'wrong.txt'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '',
    })
    expect(JSON.parse(readFileSync(path('out/report.json'), 'utf8'))).toMatchObject({ summary: { errors: 2 } })
    expect(
      await run(['--format=compact', '--output=out/report.json', '--fail-on=never', 'wrong.txt'], { isTTY: true }),
    ).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(path('out/report.json'), 'utf8')).toMatch(/^wrong\.txt:1:14: error/)
    expect(readdirSync(path('out')).toSorted()).toEqual(['keep.txt', 'report.json'])
  })

  test('writes no colours and no desk report for a terminal, unless asked', async () => {
    const { run, path } = checkout({ 'wrong.txt': WRONG })
    const written = async (...argv: string[]): Promise<string> => {
      await run(['-o', 'r', 'wrong.txt', ...argv], { isTTY: true, columns: 200, env: { FORCE_COLOR: '1' } })
      return readFileSync(path('r'), 'utf8')
    }
    expect(await written()).toContain('✖ 2 errors')
    expect(await written('--format=desk')).toContain('STOP: 2 must-fix')
    expect(await written('--format=desk')).not.toContain('\u001b')
    expect(await written('--format=desk', '--color=always')).toContain('\u001b')
  })

  test('writes an empty report, too, and “-” is the standard output', async () => {
    const { run, path } = checkout({ 'clean.txt': CLEAN, r: 'old' })
    expect(await run(['--format=compact', '-o', 'r', 'clean.txt'])).toMatchObject({ code: 0 })
    expect(readFileSync(path('r'), 'utf8')).toBe('')
    expect((await run(['--format=json', '-o', '-', 'clean.txt'])).stdout).toMatch(/^\{/)
  })

  test('never writes over what is to be checked, through links, or to what is no file, and says so before it checks', async () => {
    const { run, path, link } = checkout({ 'wrong.txt': WRONG, 'folder/a.txt': WRONG })
    link('link.json', 'elsewhere.json')
    link('to-draft.txt', 'wrong.txt')
    const refused = async (output: string, ...inputs: string[]): Promise<string> => {
      const { code, stdout, stderr } = await run(['--format=json', '-o', output, ...inputs])
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      return stderr
    }
    expect(await refused('wrong.txt', 'wrong.txt')).toBe(
      'copydesk: --output wrong.txt is one of the files to check; name another\n',
    )
    expect(await refused('./folder/../folder/a.txt', 'folder')).toBe(
      'copydesk: --output ./folder/../folder/a.txt is one of the files to check; name another\n',
    )
    expect(await refused('to-draft.txt', 'wrong.txt')).toBe(
      'copydesk: --output to-draft.txt is one of the files to check; name another\n',
    )
    expect(await refused('link.json', 'wrong.txt')).toBe(
      'copydesk: --output link.json is a link; name the file itself\n',
    )
    expect(await refused('folder', 'wrong.txt')).toBe('copydesk: --output folder is a folder; name a file in it\n')
    expect(await refused('nowhere/r.json', 'wrong.txt')).toBe(
      'copydesk: --output nowhere/r.json lies in a folder that does not exist\n',
    )
    expect(readFileSync(path('wrong.txt'), 'utf8')).toBe(WRONG)
    expect(readdirSync(path('')).toSorted()).toEqual(['.git', 'folder', 'link.json', 'to-draft.txt', 'wrong.txt'])
  })

  test.skipIf(process.platform === 'win32')('leaves a device a device', async () => {
    const { run } = checkout({ 'wrong.txt': WRONG })
    expect((await run(['-o', '/dev/null', 'wrong.txt'])).stderr).toBe(
      'copydesk: --output /dev/null is no file; leave --output out and send the standard output there\n',
    )
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('fails the run in one line where the file can’t be written, and leaves it as it was', async () => {
    const { run, path, write } = checkout({ 'clean.txt': CLEAN })
    write('r.json', 'old')
    const { chmodSync } = await import('node:fs')
    chmodSync(path('r.json'), 0o444)
    const { code, stderr } = await run(['--format=json', '-o', 'r.json', 'clean.txt'])
    expect(code).toBe(2)
    expect(stderr).toBe('copydesk: r.json: the report was not written: the file is read-only\n')
    expect(readFileSync(path('r.json'), 'utf8')).toBe('old')
  })
})

describe('the summary of a GitHub step', () => {
  test('is added to the file that the environment names, for the format of GitHub alone', async () => {
    const { run, path, write } = checkout({ 'wrong.txt': WRONG })
    write('summary.md', 'before\n')
    const env = { GITHUB_STEP_SUMMARY: path('summary.md') }
    await run(['--format=json', 'wrong.txt'], { env })
    expect(readFileSync(path('summary.md'), 'utf8')).toBe('before\n')
    const { stdout, stderr } = await run(['--format=github', 'wrong.txt'], { env })
    expect(stdout.match(/^::error /gm)).toHaveLength(2)
    expect(stderr).toBe('')
    expect(readFileSync(path('summary.md'), 'utf8')).toMatch(
      /^before\n### Copydesk\n\n1 file, 15 words: 1 stop, 0 to look at, 0 clean\n\n\| \| where/,
    )
  })

  test('is left out where there is none, and its loss is one line and no failure', async () => {
    const { run, path } = checkout({ 'clean.txt': CLEAN })
    expect(await run(['--format=github', 'clean.txt'])).toEqual({ code: 0, stdout: '', stderr: '' })
    const { code, stderr } = await run(['--format=github', 'clean.txt'], {
      env: { GITHUB_STEP_SUMMARY: path('no/where.md') },
    })
    expect(code).toBe(0)
    expect(stderr).toMatch(/^copydesk: \S*no\/where\.md: the summary of the step could not be written\n$/)
  })

  test('and the annotations put the newest story first', async () => {
    const story = (date: string): string => `---\ntitle: Shop\ndate: ${date}\n---\n\nA widget here.\n`
    const { run } = checkout({ 'a.md': story('2019-01-05'), 'b.md': story('2024-06-01'), 'c.md': 'A widget here.\n' })
    expect([...(await run(['--format=github', '.'])).stdout.matchAll(/file=([^,]+)/g)].map(([, path]) => path)).toEqual(
      ['b.md', 'a.md', 'c.md'],
    )
  })
})
