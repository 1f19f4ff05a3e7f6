/** Tests the unified diff: how it looks, and that patch and git make of the old what the edits make of it. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { applyEdits } from '../../src/text/edits.ts'
import { unifiedDiff } from '../../src/reporters/unified-diff.ts'
import { aSource, editsOf } from '../text/edits.ts'
import { duration } from '../duration.ts'
import { runs } from '../runs.ts'

const RUNS = runs(40, 500)
const NUMBERS = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('')

function replace(source: string, from: string, to: string): { start: number; end: number; text: string } {
  const start = source.indexOf(from)
  return { start, end: start + from.length, text: to }
}

describe('a diff', () => {
  test('shows changed lines with three lines around them, and joins what is near', () => {
    const edits = [
      replace(NUMBERS, 'line 5', 'five'),
      replace(NUMBERS, 'line 12\n', ''),
      replace(NUMBERS, 'line 20', 'twenty'),
    ]
    expect(unifiedDiff('news/draft.txt', NUMBERS, edits)).toBe(
      [
        '--- a/news/draft.txt',
        '+++ b/news/draft.txt',
        '@@ -2,14 +2,13 @@',
        ' line 2',
        ' line 3',
        ' line 4',
        '-line 5',
        '+five',
        ' line 6',
        ' line 7',
        ' line 8',
        ' line 9',
        ' line 10',
        ' line 11',
        '-line 12',
        ' line 13',
        ' line 14',
        ' line 15',
        '@@ -17,4 +16,4 @@',
        ' line 17',
        ' line 18',
        ' line 19',
        '-line 20',
        '+twenty',
        '',
      ].join('\n'),
    )
  })

  test('says where a file has no line end', () => {
    expect(unifiedDiff('a.txt', 'one', [{ start: 0, end: 3, text: 'two' }])).toBe(
      '--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+two\n\\ No newline at end of file\n',
    )
  })

  test('is empty where nothing changes', () => {
    expect(unifiedDiff('a.txt', NUMBERS, [])).toBe('')
    expect(unifiedDiff('a.txt', NUMBERS, [{ start: 0, end: 4, text: 'line' }])).toBe('')
  })

  test('of 200,000 edits takes no more than linear time', () => {
    const source = 'the tram\n'.repeat(200_000)
    const edits = Array.from({ length: 200_000 }, (_, index) => ({ start: index * 9, end: index * 9 + 3, text: 'a' }))
    let diff = ''
    expect(duration(() => (diff = unifiedDiff('a.txt', source, edits)))).toBeLessThan(3000)
    expect(diff.split('\n-the tram').length).toBe(200_001)
  })
})

/** A folder that holds one file. */
function folderWith(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-diff-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
  return folder
}

describe.skipIf(spawnSync('patch', ['--version']).status !== 0 || spawnSync('git', ['--version']).status !== 0)(
  'patch and git',
  () => {
    test('make the edits that a diff shows', () => {
      const folder = folderWith('draft.txt', '')
      const cases = fc
        .sample(
          aSource.chain((source) => editsOf(source).map((edits) => ({ source, edits }))),
          { numRuns: RUNS },
        )
        .map(({ source, edits }) => ({
          source,
          edits,
          wanted: applyEdits(source, edits),
          diff: unifiedDiff('draft.txt', source, edits),
        }))
      expect(cases.filter(({ diff, source, wanted }) => (diff === '') !== (source === wanted))).toEqual([])
      let applied = 0
      for (const { source, edits, diff, wanted } of cases.filter((one) => one.diff !== '')) {
        for (const [tool, ...options] of [
          ['patch', '-p1', '--binary', '--quiet', '--fuzz=0', '--posix'],
          ['git', 'apply', '--whitespace=nowarn', '-'],
        ] as const) {
          writeFileSync(join(folder, 'draft.txt'), source)
          execFileSync(tool, options, { cwd: folder, input: diff })
          // A patch that leaves nothing takes the file away.
          expect({ source, edits, now: wanted === '' ? '' : readFileSync(join(folder, 'draft.txt'), 'utf8') }).toEqual({
            source,
            edits,
            now: wanted,
          })
          applied++
        }
      }
      expect(applied).toBeGreaterThan(RUNS * 0.6)
    })

    test.each(['two words.txt', 'news/a\tb "c" \\d.txt', 'line\nend.txt', 'café.txt'])('find the file %j', (name) => {
      const folder = folderWith(name, NUMBERS)
      execFileSync('git', ['apply', '-'], {
        cwd: folder,
        input: unifiedDiff(name, NUMBERS, [replace(NUMBERS, 'line 5', 'five')]),
      })
      expect(readFileSync(join(folder, name), 'utf8')).toBe(NUMBERS.replace('line 5', 'five'))
    })
  },
)
