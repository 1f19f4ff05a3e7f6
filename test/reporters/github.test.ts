/** Tests the annotations and the summary for GitHub Actions. */
import { describe, expect, test } from 'vitest'
import { githubSummary } from '../../src/reporters/github-summary.ts'
import { githubReport } from '../../src/reporters/github.ts'
import { dangersIn, fileReport, finding, hostileReportsWithSource, HOSTILE, manyFindings, note } from './reports.ts'
import { sampleReports } from './sample-reports.ts'

const OPTIONS = { show: 'info', failures: [] } as const

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** A line as the runner reads it: a command where it begins with “::”, behind white space or not. */
function commandIn(line: string): Command | undefined {
  const match = /^\s*::([^:]*?)(?: ([^:]*))?::(.*)$/.exec(line)
  if (!match) return undefined
  const data = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  const properties = (match[2] ?? '')
    .split(',')
    .filter((one) => one !== '')
    .map((one) => {
      const equals = one.indexOf('=')
      return [
        one.slice(0, equals),
        data(
          one
            .slice(equals + 1)
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ','),
        ),
      ] as const
    })
  return { name: match[1]!, properties: Object.fromEntries(properties), message: data(match[3]!) }
}

const commandsOf = (report: string): readonly Command[] => report.split('\n').flatMap((line) => commandIn(line) ?? [])
const errors = (count: number, path = 'a.txt'): ReturnType<typeof fileReport> =>
  fileReport(
    path,
    Array.from({ length: count }, (_, index) => finding(index + 1, `error ${index + 1}`)),
  )

describe('the report for GitHub', () => {
  test('is a command each finding, with columns where it stays on its line', () => {
    const reports = [
      fileReport(
        'news, 50%: a.txt',
        [
          finding(3, '100 % “wrong”', { related: [note(6, 'here')] }),
          finding(12, 'look', { severity: 'warning', end: { line: 13, column: 1, offset: 13_000 } }),
          finding(14, 'mild', { severity: 'info' }),
        ],
        { notices: [note(9, 'passed over')] },
      ),
    ]
    expect(githubReport(reports, { ...OPTIONS, failures: [{ path: 'gone.txt', message: 'does not exist' }] })).toBe(`\
::error file=gone.txt,title=unchecked-file::could not be checked: does not exist
::error file=news%2C 50%25%3A a.txt,line=3,endLine=3,col=5,endColumn=9,title=A stray word (stray-word)::100 %25 “wrong”. Line 6: here.
::warning file=news%2C 50%25%3A a.txt,line=12,endLine=13,title=A stray word (stray-word)::look.
::notice file=news%2C 50%25%3A a.txt,line=14,endLine=14,col=5,endColumn=9,title=A stray word (stray-word)::mild.
::notice file=news%2C 50%25%3A a.txt,line=9,endLine=9,col=1,endColumn=2,title=passed-over::passed over
`)
    expect(githubReport([fileReport('clean')], OPTIONS)).toBe('')
    expect(githubReport(reports, { ...OPTIONS, show: 'error' })).not.toContain('::warning')
  })

  test('puts the worst first, of those the newest story’s, and else keeps the order', () => {
    const day = (year: number, month: number): { date: { year: number; month: number; day: number } } => ({
      date: { year, month, day: 1 },
    })
    const warning = finding(1, 'look', { severity: 'warning' })
    const reports = [
      fileReport('undated', [warning, finding(2, 'x'), finding(3, 'y')]),
      fileReport('old', [finding(1, 'x')], day(2019, 12)),
      fileReport('new', [warning, finding(1, 'x')], day(2024, 2)),
      fileReport('later', [finding(1, 'x')], day(2024, 11)),
    ]
    expect(
      commandsOf(githubReport(reports, OPTIONS)).map(
        ({ name, properties: { file, line } }) => `${name} ${file}:${line}`,
      ),
    ).toEqual([
      'error later:1',
      'error new:1',
      'error old:1',
      'error undated:2',
      'error undated:3',
      'warning new:1',
      'warning undated:1',
    ])
  })

  test('makes ten annotations of each kind and no more; a notice counts the rest, and the log lists it', () => {
    const report = githubReport([manyFindings(300)], OPTIONS)
    const commands = commandsOf(report)
    const count = (name: string): number => commands.filter((command) => command.name === name).length
    expect([count('error'), count('warning'), count('notice'), count('group'), count('endgroup')]).toEqual([
      10, 10, 10, 1, 1,
    ])
    const last = commands.findLast(({ name }) => name === 'notice')!
    expect(last.message).toBe(
      '90 more errors, 90 more warnings, 91 more notices than GitHub shows; the log of this step lists them',
    )
    const lines = report.trimEnd().split('\n')
    expect(lines[30]).toBe('::group::Copydesk: 90 more errors, 90 more warnings, 91 more notices')
    expect(lines.slice(31, -1)).toHaveLength(271)
    expect(lines[31]).toBe('many.txt:31:5: error stray-word: “word 30” is wrong.')
    expect(lines.at(-1)).toBe('::endgroup::')
  })

  test('keeps within the limits at their edges', () => {
    expect(
      githubReport([errors(10)], OPTIONS)
        .trimEnd()
        .split('\n'),
    ).toHaveLength(10)
    const eleven = githubReport([errors(11)], OPTIONS)
      .trimEnd()
      .split('\n')
    expect(eleven.slice(10)).toEqual([
      '::notice title=Copydesk::1 more error than GitHub shows; the log of this step lists them',
      '::group::Copydesk: 1 more error',
      'a.txt:11:5: error stray-word: error 11.',
      '::endgroup::',
    ])
    const notices = fileReport(
      'n',
      Array.from({ length: 10 }, (_, index) => finding(index + 1, 'mild', { severity: 'info' })),
    )
    expect(commandsOf(githubReport([notices], OPTIONS))).toHaveLength(10)
    expect(
      commandsOf(githubReport([notices, errors(11)], OPTIONS)).filter(({ name }) => name === 'notice'),
    ).toHaveLength(10)
  })

  test('is obeyed only in what it commands, whatever a path or a message holds', () => {
    for (const [index, hostile] of hostileReportsWithSource().entries()) {
      const report = githubReport([hostile], {
        ...OPTIONS,
        failures: [{ path: HOSTILE[index]!, message: HOSTILE[index]! }],
      })
      const lines = report.trimEnd().split('\n')
      expect(lines).toHaveLength(5)
      for (const line of lines) {
        const command = commandIn(line)!
        expect(['error', 'warning', 'notice']).toContain(command.name)
        expect(
          Object.keys(command.properties).filter(
            (key) => !['file', 'line', 'endLine', 'col', 'endColumn', 'title'].includes(key),
          ),
        ).toEqual([])
        expect(command.properties['title']).toMatch(/^(?:A stray word \(stray-word\)|passed-over|unchecked-file)$/)
        expect(command.message).not.toMatch(/[\r\n]/)
        expect(dangersIn(line.replace(/^::/, ''))).toEqual([])
      }
    }
    const log = githubReport([...hostileReportsWithSource(), manyFindings(30)], OPTIONS).split('\n')
    expect(
      log
        .filter((line) => /^\s*::/.test(line))
        .map((line) => commandIn(line)!.name)
        .toSorted(),
    ).toEqual([
      ...Array.from({ length: 1 }, () => 'endgroup'),
      ...Array.from({ length: 10 }, () => 'error'),
      'group',
      ...Array.from({ length: 10 }, () => 'notice'),
      ...Array.from({ length: 10 }, () => 'warning'),
    ])
  })

  test('tells each finding of the samples, in an annotation or in the log', () => {
    const reports = sampleReports()
    const report = githubReport(reports, OPTIONS)
    for (const { path, findings } of reports)
      for (const { start, rule } of findings) {
        expect(report).toMatch(
          new RegExp(
            `file=${path},line=${start.line},.*title=[^:]+ \\(${rule}\\)::|^${path}:${start.line}:${start.column}: \\w+ ${rule}: `,
            'm',
          ),
        )
      }
  })
})

describe('the summary of a step', () => {
  test('is the verdict and a table, the worst first', () => {
    const reports = [
      fileReport('a_b.txt', [finding(2, 'look at *this*', { severity: 'warning' }), finding(3, '“x” is wrong')]),
      fileReport('clean.md'),
    ]
    expect(githubSummary(reports, OPTIONS)).toBe(`\
### Copydesk

2 files, 674 words: 1 stop, 0 to look at, 1 clean

| | where | what | rule |
| --- | --- | --- | --- |
| must fix | a&#95;b.txt&#58;3 | “x” is wrong. | stray-word |
| look | a&#95;b.txt&#58;2 | look at &#42;this&#42;. | stray-word |

`)
    expect(githubSummary([fileReport('clean.md')], OPTIONS)).toBe(
      '### Copydesk\n\n1 file, 337 words: 0 stop, 0 to look at, 1 clean\n\n',
    )
  })

  test('stays under a megabyte and counts what it leaves out', () => {
    const findings = Array.from({ length: 10_000 }, (_, index) => finding(index + 1, `東京${'。'.repeat(200)}`))
    const summary = githubSummary([fileReport('a.txt', findings)], OPTIONS)
    expect(Buffer.byteLength(summary)).toBeLessThan(700_000)
    const rows = summary.match(/^\| must fix/gm)!.length
    expect(summary).toContain(
      `\nAnd ${String(10_000 - rows).replace(/(?=\d{3}$)/, ',')} more findings; the log of the step lists them.\n`,
    )
  })

  test('shows hostile text as it is: no markup, no link, no HTML, no mention, no cell of its own', () => {
    const rows = githubSummary(hostileReportsWithSource(), OPTIONS)
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
    expect(rows).toHaveLength(HOSTILE.length * 4)
    for (const row of rows) {
      expect(row.split('|')).toHaveLength(6)
      expect(row).not.toMatch(/[<>`*_[\]\\@:]|www\.|&(?!#\d+;)|#(?!\d+;)/)
    }
  })
})
