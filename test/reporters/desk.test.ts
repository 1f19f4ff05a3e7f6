/** Tests the desk report. */
import { createColors } from 'picocolors'
import { describe, expect, test } from 'vitest'
import { closingLines } from '../../src/reporters/content/closing.ts'
import { deskReport, type DeskOptions } from '../../src/reporters/desk.ts'
import type { FileReport } from '../../src/check/file-report.ts'
import { PLAIN } from '../../src/reporters/writing/palette.ts'
import { duration } from '../duration.ts'
import { dangersIn, fileReport, finding, hostileReports, note } from './reports.ts'

const OPTIONS: DeskOptions = { show: 'warning', palette: PLAIN, width: 76 }

/** What is said of what such a report doesn't show. */
const closing = (reports: readonly FileReport[], show: DeskOptions['show'] = 'warning'): readonly string[] =>
  closingLines(reports, { show, notices: true, passedOver: new Map() })

/** A draft with a bit of everything. */
const draft = fileReport(
  'harbour.txt',
  [
    finding(1, '“Ferry line adds two boats to its winter fleet” is another story’s headline', {
      rule: 'stacked-headlines',
      related: [note(3, 'this one fits')],
      suggestions: [{ title: 'Delete line 1', grade: 'likely', edits: [{ start: 0, end: 40, text: '' }] }],
    }),
    finding(3, '“U.S.” and “US” stand in one story', {
      rule: 'inconsistent-name',
      severity: 'warning',
      related: [3, 12, 14, 24]
        .map((line) => note(line, 'U.S.'))
        .concat([6, 16, 16, 20].map((line) => note(line, 'US'))),
    }),
    finding(
      16,
      '“remove Portside from Portside” has the same name on both sides; one of the two is probably another name',
      { rule: 'self-reference' },
    ),
    finding(20, 'the tide tables were “avaliable”', {
      rule: 'misspelt-word',
      severity: 'warning',
      suggestions: [
        { title: 'Write the word as line 4 does', grade: 'likely', edits: [{ start: 1, end: 9, text: 'available' }] },
        { title: 'Write “to be had”', grade: 'idea', edits: [{ start: 1, end: 9, text: 'to be had' }] },
      ],
    }),
    finding(22, 'an acronym is never spelled out', { rule: 'undefined-acronym', severity: 'info' }),
    finding(28, '“You may also like” is left over from a page.', { rule: 'leftover-boilerplate' }),
  ],
  { notices: [note(30, 'this stretch is too tangled to be read as sentences and was passed over')] },
)

describe('the desk report', () => {
  test('of one file gives the verdict, what must be fixed, what to look at, and counts what it hides', () => {
    expect(deskReport([draft], { ...OPTIONS, closing: closing([draft]) })).toBe(`\
harbour.txt  337 words  STOP: 3 must-fix, 2 to look at, 1 stretch passed over

MUST FIX
  1  “Ferry line adds two boats to its winter fleet” is another story’s
     headline. Line 3: this one fits. Delete line 1.       stacked-headlines
 16  “remove Portside from Portside” has the same name on both sides; one of
     the two is probably another name.                        self-reference
 28  “You may also like” is left over from a page.      leftover-boilerplate
LOOK
  3  “U.S.” and “US” stand in one story. Lines 12, 14, 24: U.S. Lines 6, 16,
     20: US.                                               inconsistent-name
 20  the tide tables were “avaliable”. Write the word as line 4 does
     (“available”). Or perhaps write “to be had”.              misspelt-word
PASSED OVER
 30  this stretch is too tangled to be read as sentences and was passed
     over.

1 piece of advice hidden; --all shows it
`)
  })

  test('shows advice where it is asked for, and only errors where they are', () => {
    const all = deskReport([draft], { ...OPTIONS, show: 'info', closing: closing([draft], 'info') })
    expect(all).toContain('ADVICE\n 22  an acronym is never spelled out.                      undefined-acronym\n')
    expect(all).not.toContain('hidden')
    const quiet = deskReport([draft], { ...OPTIONS, show: 'error', closing: closing([draft], 'error') })
    expect(quiet).not.toContain('LOOK\n')
    expect(quiet).toContain('\n2 to look at and 1 piece of advice hidden; --all shows them\n')
  })

  test('has a verdict for every draft', () => {
    const verdict = (...args: Parameters<typeof fileReport>): string =>
      deskReport([fileReport(...args)], OPTIONS).split('\n')[0]!
    expect(verdict('a', [finding(1, 'x')])).toBe('a  337 words  STOP: 1 must-fix')
    expect(verdict('a', [finding(1, 'x', { severity: 'warning' })])).toBe(
      'a  337 words  LOOK: no must-fix, 1 to look at',
    )
    expect(verdict('a', [finding(1, 'x', { severity: 'info' })])).toBe('a  337 words  CLEAN')
    expect(verdict('a', [], { words: 12_345 })).toBe('a  12,345 words  CLEAN')
    expect(verdict('a', [], { words: 1, notices: [note(1, 'x'), note(2, 'y')] })).toBe(
      'a  1 word  CLEAN, 2 stretches passed over',
    )
    expect(verdict('a', [], { words: 0 })).toBe('a  0 words  EMPTY: no words to check')
  })

  test('of several files tells of those with something to say and counts the rest', () => {
    const reports = [
      fileReport('clean.txt'),
      fileReport('stop.txt', [finding(1, 'wrong')]),
      fileReport('mild.txt', [finding(1, 'mild', { severity: 'info' })]),
      fileReport('look.md', [finding(2, 'odd', { severity: 'warning' })]),
      fileReport('empty.md', [], { words: 0 }),
    ]
    expect(deskReport(reports, { ...OPTIONS, width: 40, closing: closing(reports) })).toBe(`\
stop.txt  337 words  STOP: 1 must-fix

MUST FIX
  1  wrong.                   stray-word

look.md  337 words  LOOK: no must-fix, 1 to look at

LOOK
  2  odd.                     stray-word

5 files, 1,348 words: 1 stop, 1 to look at, 2 clean, 1 empty
1 piece of advice hidden; --all shows it
`)
    expect(deskReport([fileReport('a'), fileReport('b')], OPTIONS)).toBe(
      '2 files, 674 words: 0 stop, 0 to look at, 2 clean\n',
    )
  })

  test('puts findings in the order of the story, and sets wide line numbers right', () => {
    const report = deskReport([fileReport('a', [finding(12_345, 'late'), finding(7, 'early')])], OPTIONS)
    expect(report).toContain('MUST FIX\n    7  early.')
    expect(report).toContain('\n12345  late.')
  })

  test('fits its width: the rule’s name moves to a line of its own, long words stay whole, and 80 is usual', () => {
    const long = finding(1, `${'a'.repeat(60)} is one word`, { rule: 'a-rule-with-a-long-name' })
    expect(deskReport([fileReport('a', [long])], { ...OPTIONS, width: 20 })).toContain(
      `MUST FIX\n  1  ${'a'.repeat(60)}\n     is one word.\n                 a-rule-with-a-long-name\n`,
    )
    const text = finding(1, 'word '.repeat(60).trim())
    const widest = (width: number | undefined): number =>
      Math.max(
        ...deskReport([fileReport('a', [text])], { ...OPTIONS, width })
          .split('\n')
          .map((line) => line.length),
      )
    expect([40, 80, 97, 500, undefined].map(widest)).toEqual([40, 80, 97, 100, 80])
  })

  test('counts places that it doesn’t show', () => {
    const many = finding(1, 'written many ways', {
      related: Array.from({ length: 60 }, (_, index) => note(index + 1, `form ${index < 54 ? 0 : index}`)),
    })
    const report = deskReport([fileReport('a', [many])], { ...OPTIONS, width: 100 })
    expect(report.replace(/\s+/g, ' ')).toContain(
      'Lines 2, 3, 4, 5, 6, 7, 8, 9 and 45 more: form 0. Line 55: form 54. Line 56: form 55. Line 57: form 56. And 3 more.',
    )
  })

  test('has the colours of its palette, and the same words with and without', () => {
    const coloured = deskReport([draft], { ...OPTIONS, palette: createColors(true) })
    expect(coloured).toContain('\u001b[31mMUST FIX')
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(deskReport([draft], OPTIONS))
  })

  test('keeps hostile text harmless at every width', () => {
    for (const width of [40, 57, 100])
      expect(dangersIn(deskReport(hostileReports(), { ...OPTIONS, show: 'info', width }))).toEqual([])
  })

  test('tells 20,000 findings in under two seconds, each with many places', () => {
    const related = Array.from({ length: 50 }, (_, index) => note(index, 'here'))
    const findings = Array.from({ length: 20_000 }, (_, index) =>
      finding(index + 1, `“word ${index}” is wrong`, { related }),
    )
    let report = ''
    expect(duration(() => (report = deskReport([fileReport('a.txt', findings)], OPTIONS)))).toBeLessThan(2000)
    expect(report).toContain('20000  “word 19999” is wrong.')
  })
})
