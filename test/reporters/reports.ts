/** Makes reports of invented findings, and texts that try to break a terminal or a build server. */
import type { FileReport } from '../../src/check/file-report.ts'
import type { Finding, FindingNote } from '../../src/check/finding.ts'

/** A finding on one line; `words` is what it quotes. */
export function finding(
  line: number,
  message: string,
  more: Partial<Finding> & { readonly words?: string } = {},
): Finding {
  const { words = 'word', ...rest } = more
  const offset = line * 1000
  return {
    rule: 'stray-word',
    title: 'A stray word',
    kind: 'slip',
    severity: 'error',
    message,
    start: { line, column: 5, offset },
    end: { line, column: 5 + words.length, offset: offset + words.length },
    quote: words,
    related: [],
    suggestions: [],
    fingerprint: '0123456789abcdef',
    url: 'rules/stray-word/rule.md',
    ...rest,
  }
}

/** A few words about the beginning of a line. */
export function note(line: number, message: string): FindingNote {
  return { message, start: { line, column: 1, offset: line * 1000 }, end: { line, column: 2, offset: line * 1000 + 1 } }
}

export function fileReport(
  path: string,
  findings: readonly Finding[] = [],
  more: Partial<FileReport> = {},
): FileReport {
  return { path, format: 'text', words: 337, notices: [], findings, ...more }
}

/** What a hostile path, message or quotation may hold. */
export const HOSTILE: readonly string[] = [
  '::error file=x::forged',
  'fine\n::error file=x::forged',
  'fine\r::warning::forged',
  'fine \u2028::set-output name=x::forged',
  'fine\u0085::error::forged',
  ' \u00A0::error::forged',
  'fine ##[error]forged',
  '##vso[task.setvariable variable=x]forged',
  "##teamcity[message text='forged']",
  '###[error]forged ##[set-env name=x]y',
  '\u001b[2J\u001b[31mforged\u001b]0;title\u0007',
  '\u009b2Jforged',
  '\u202eforged\u202c \u2066x\u2069 \u061c \u200f',
  'lone \ud800 and \udfff halves',
  'nul \0, delete \u007f, backspace \b\b\b\b',
  'zero\u200bwidth \ufeff soft\u00adhyphen \u2060 tag \u{e0041}',
  `${'flood '.repeat(5000)}`,
  `${'x'.repeat(100_000)}`,
  '```` `tick` ``',
  'ends ]]> the data',
  '</script><script>alert(1)</script>',
  '--> <!-- </title></style></textarea> <img src=x onerror=alert(1)>',
  '" onmouseover="x" \' & &lt; &#60; &amp;',
  '100% of %0A::error::forged%0D%25',
  'file=x,line=1::warning::forged',
  '[link](https://example.com/x) ![image](x) <https://example.com> www.example.com @somebody {0} | cell | **bold** #1 :tada:',
  'not for XML: \uFFFE \uFFFF \u0001 \v',
  'مرحبا 😀 𐐀 naïve',
  '',
]

/** A report in which everything that can hold text holds each hostile text. */
export function hostileReports(): readonly FileReport[] {
  return HOSTILE.map((text) =>
    fileReport(
      text === '' ? 'empty' : text,
      [
        finding(1, text, {
          quote: text,
          related: [note(2, text), note(3, `${text} `)],
          suggestions: [
            { title: text, grade: 'idea', edits: [{ start: 0, end: 1, text }] },
            { title: 'Write it', grade: 'safe', edits: [{ start: 1000, end: 1004, text }] },
          ],
        }),
        finding(2, `a: ${text}`, { severity: 'warning' }),
        finding(3, `“${text}” ${text}`, { severity: 'info' }),
      ],
      { notices: [note(4, text)] },
    ),
  )
}

/**
 * How a printed report is unsafe, a line each: what would command a build server, move the cursor or reorder a line.
 */
export function dangersIn(report: string): readonly string[] {
  return report
    .split('\n')
    .flatMap((line) => [
      ...(/^\s*::/.test(line) ? [`a command at a line's start: ${JSON.stringify(line.slice(0, 80))}`] : []),
      ...(/##\[|##[a-z]+\[/i.test(line) ? [`a command in a line: ${JSON.stringify(line.slice(0, 80))}`] : []),
      ...(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u.test(line)
        ? [`a control character: ${JSON.stringify(line.slice(0, 80))}`]
        : []),
      ...(/\p{Cs}/u.test(line) ? [`half a character: ${JSON.stringify(line.slice(0, 80))}`] : []),
    ])
}

/** The hostile reports, each with a source that holds the hostile text on every line. */
export function hostileReportsWithSource(): readonly FileReport[] {
  return hostileReports().map((report, index) => ({
    ...report,
    source: `${HOSTILE[index]!.slice(0, 900).padEnd(999)}\n`.repeat(6),
  }))
}

/**
 * 10,000 findings in one file, each with a related place and a suggestion; the source is one long line where that is
 * asked for.
 */
export function manyFindings(count = 10_000, oneLine = false): FileReport {
  const line = (index: number): number => (oneLine ? 1 : index + 1)
  const point = (index: number, column: number): Finding['start'] => ({
    line: line(index),
    column: oneLine ? index * 20 + column : column,
    offset: index * 20 + column - 1,
  })
  const findings = Array.from({ length: count }, (_, index) =>
    finding(line(index), `“word ${index}” is wrong`, {
      start: point(index, 5),
      end: point(index, 9),
      severity: index % 3 === 0 ? 'error' : index % 3 === 1 ? 'warning' : 'info',
      fingerprint: index.toString(16).padStart(16, '0'),
      related: [{ message: 'here', start: point(index, 1), end: point(index, 4) }],
      suggestions: [
        { title: 'Write it', grade: 'safe', edits: [{ start: index * 20 + 4, end: index * 20 + 8, text: 'wörd' }] },
      ],
    }),
  )
  return fileReport('many.txt', findings, { source: `one word ö and more${oneLine ? ' ' : '\n'}`.repeat(count) })
}
