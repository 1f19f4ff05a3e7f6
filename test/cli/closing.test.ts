/**
 * Tests what a run says beside its findings: what is known, what was passed over in files and among them, and its
 * figures.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { renderReportSchema } from '../../scripts/generate/report-schema.ts'
import { schemaProblems } from '../json-schema.ts'
import { checkout, type Checkout } from './checkout.ts'

const WRONG = 'A widget was LOUD.\n'
const REMARK = '<!-- copydesk-disable stray-wigdet -->\n\nCopy.\n'
const FOR_PEOPLE = ['desk', 'vfile', 'html']
const FOR_MACHINES = ['compact', 'unix', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'rdjsonl']

/** A folder whose baseline knows one file, and in which something is passed over. */
async function desk(): Promise<Checkout> {
  const made = checkout({
    'a.md': WRONG,
    'known.md': WRONG,
    'remark.md': REMARK,
    'b.json': '{}',
    'c.JSON': '{}',
    'd.docx': 'x',
    'package.json': '{}',
    'e.js': '',
    'f.png': '',
    '.g.rst': '',
    'gone/h.rst': '',
    '.copydeskignore': 'gone/\ni.rst\n',
    'i.rst': '',
    'copydesk.yml': 'ignore: ["*.adoc"]\n',
    'j.adoc': '',
  })
  await made.run(['--baseline=known.json', '--update-baseline', 'known.md'])
  return made
}

const LINES = [
  '2 hidden by the baseline',
  '1 remark on what hides findings; --notices shows it',
  'passed over 3 files: 2 .json, 1 .docx',
]

describe('what isn’t shown', () => {
  test.each(FOR_PEOPLE)('is told once in the report for people, as %s', async (format) => {
    const { stdout, stderr } = await (await desk()).run(['.', '--baseline=known.json', `--format=${format}`])
    expect(stderr).toBe('')
    for (const line of LINES) expect(stdout.split(line)).toHaveLength(2)
    expect(stdout).not.toContain('wigdet')
  })

  test.each(FOR_MACHINES)('is told on stderr beside a report for machines, as %s', async (format) => {
    const { stdout, stderr } = await (await desk()).run(['.', '--baseline=known.json', `--format=${format}`])
    expect(stderr).toBe(LINES.map((line) => `copydesk: ${line}\n`).join(''))
    expect(stdout).not.toMatch(/wigdet|passed over/)
  })

  test('is told in the summary of a GitHub step, too, and no notice else', async () => {
    const made = await desk()
    await made.run(['.', '--baseline=known.json', '--format=github'], {
      env: { GITHUB_STEP_SUMMARY: made.path('summary') },
    })
    const summary = readFileSync(made.path('summary'), 'utf8')
    expect(summary).toContain('\n\n2 hidden by the baseline\n\n')
    expect(summary).not.toContain('wigdet')
  })

  test('stands in JSON as members, the notices as they are', async () => {
    const { stdout, stderr } = await (await desk()).run(['.', '--baseline=known.json', '--format=json', '--statistics'])
    expect(stderr).toBe('')
    const report = JSON.parse(stdout) as { files: { path: string; notices: { message: string }[] }[]; summary: object }
    expect(schemaProblems(JSON.parse(renderReportSchema()) as Record<string, unknown>, report)).toEqual([])
    expect(report.files.flatMap(({ notices }) => notices.map(({ message }) => message))).toEqual([
      'there is no rule “stray-wigdet”; did you mean “stray-widget”?',
    ])
    expect(report.summary).toEqual({
      files: 3,
      words: 9,
      errors: 1,
      warnings: 1,
      infos: 0,
      suppressed: 2,
      passedOver: { '.json': 2, '.docx': 1 },
      rules: {
        'loud-word': { errors: 0, warnings: 1, infos: 0, suppressed: 1 },
        'stray-widget': { errors: 1, warnings: 0, infos: 0, suppressed: 1 },
      },
    })
  })

  test.each([...FOR_PEOPLE, ...FOR_MACHINES])('is each notice with --notices and with --all, as %s', async (format) => {
    const { run } = await desk()
    for (const option of ['--notices', '--all']) {
      const { stdout, stderr } = await run(['remark.md', option, `--format=${format}`])
      expect({ told: stdout.includes('wigdet'), stderr }).toEqual({ told: true, stderr: '' })
    }
  })

  test.each(['vfile', ...FOR_MACHINES])('is nothing with --quiet, as %s', async (format) => {
    const { stdout, stderr } = await (await desk()).run(['.', '--baseline=known.json', '--quiet', `--format=${format}`])
    expect(stderr).toBe('')
    for (const line of LINES) expect(stdout).not.toContain(line)
  })

  test('contradicts --quiet', async () => {
    expect(await (await desk()).run(['.', '--quiet', '--notices'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: --quiet and --notices contradict each other\n',
    })
  })

  test('is nothing where all is told', async () => {
    const { run } = checkout({ 'a.md': 'Copy.\n' })
    expect(await run(['a.md'])).toEqual({ code: 0, stdout: 'a.md: no issues found\n', stderr: '' })
  })

  test('is never called “no issues found”', async () => {
    const { run } = await desk()
    expect(await run(['known.md', '--baseline=known.json'])).toEqual({
      code: 0,
      stdout: 'known.md: no new issues found\n\n2 hidden by the baseline\n',
      stderr: '',
    })
  })
})

describe('notices in a baseline', () => {
  test('are hidden and counted; more of them are told', async () => {
    const { run, write } = checkout({ 'a.md': REMARK })
    expect((await run(['--baseline=known.json', '--update-baseline', 'a.md'])).stderr).toBe(
      'copydesk: known.json: holds 0 findings and 1 notice of 1 file now\n',
    )
    expect((await run(['--baseline=known.json', 'a.md', '--notices'])).stdout).toBe(
      'a.md: no issues found\n\n1 notice hidden by the baseline\n',
    )
    write('a.md', `${REMARK}\n${REMARK}`)
    const { stdout } = await run(['--baseline=known.json', 'a.md', '--notices'])
    expect(stdout.match(/wigdet/g)).toHaveLength(1)
    write('a.md', 'Copy.\n')
    expect((await run(['--baseline=known.json', 'a.md'])).stderr).toBe(
      'copydesk: known.json: 1 entry in it is gone; --update-baseline takes it out\n',
    )
    // Where rules are left out, a remark that isn't made isn't gone.
    expect((await run(['--baseline=known.json', 'a.md', '--rule=loud-word'])).stderr).toBe('')
  })
})

describe('--statistics', () => {
  const TABLE = `\
Rule          errors  warnings  advice  hidden
loud-word          0         1       0       1
stray-widget       1         0       0       1
all                1         1       0       2
3 files, 9 words: 3 markdown
passed over 3 files: 2 .json, 1 .docx
`

  test.each(['desk', 'vfile', 'compact', 'unix'])(
    'ends the report with the figures of the run, as %s',
    async (format) => {
      const { stdout } = await (await desk()).run(['.', '--baseline=known.json', '--statistics', `--format=${format}`])
      expect(stdout.endsWith(`\n\n${TABLE}`)).toBe(true)
    },
  )

  test.each(['sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'rdjsonl'])(
    'says them on stderr where the report is for machines, as %s',
    async (format) => {
      const made = await desk()
      const { stdout, stderr } = await made.run(['.', '--baseline=known.json', '--statistics', `--format=${format}`])
      expect(stderr.endsWith(`\n${TABLE}`)).toBe(true)
      expect(stdout).toBe((await made.run(['.', '--baseline=known.json', `--format=${format}`])).stdout)
    },
  )

  test('is a table of the page', async () => {
    const { stdout } = await (await desk()).run(['.', '--statistics', '--format=html'])
    expect(stdout).toContain(
      '<tr><th scope="row">stray-widget</th><td class="count">2</td><td class="count">0</td><td class="count">0</td></tr>',
    )
  })

  test('counts nothing where nothing was found', async () => {
    expect((await checkout({ 'a.txt': 'Copy.\n' }).run(['a.txt', '--statistics', '--format=compact'])).stdout).toBe(
      'nothing found\n1 file, 1 word: 1 text\n',
    )
  })
})
