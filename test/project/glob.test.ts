/**
 * Tests the one notation of patterns: what each sign means, that a name which is there goes before, and that no pattern
 * takes long.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { globParts, means } from '../../src/project/glob.ts'
import { matches } from '../../src/project/patterns.ts'
import { duration } from '../duration.ts'

const NOWHERE = join(tmpdir(), 'no-such-folder-of-copydesk')

/** Those of some names that a part means, in a folder where there is nothing. */
function meant(part: string, names: readonly string[], folder = NOWHERE): readonly string[] {
  const [pattern] = globParts(part)
  return names.filter((name) => pattern !== undefined && pattern !== '**' && means(pattern, name, folder))
}

test.each([
  ['*.md', ['a.md', '.md', 'a.mdx', 'md'], ['a.md', '.md']],
  ['a*b*c', ['abc', 'aXbYc', 'ab', 'acb', 'abcabc'], ['abc', 'aXbYc', 'abcabc']],
  ['?.txt', ['a.txt', '𝒂.txt', 'ab.txt', '.txt'], ['a.txt', '𝒂.txt']],
  ['[ab-d]x', ['ax', 'bx', 'cx', 'dx', 'ex', '-x'], ['ax', 'bx', 'cx', 'dx']],
  ['[!ab]x', ['ax', 'cx'], ['cx']],
  ['[^ab]x', ['ax', 'cx'], ['cx']],
  ['[]x]', [']', 'x', 'a'], [']', 'x']],
  ['[x', ['[x', 'x'], ['[x']],
  ['{news,sport}-*', ['news-1', 'sport-2', 'x-1', 'news'], ['news-1', 'sport-2']],
  ['a{b,{c,d}e}f', ['abf', 'acef', 'adef', 'af'], ['abf', 'acef', 'adef']],
  ['{a}', ['a', '{a}'], ['{a}']],
  ['{a,b', ['a', '{a,b'], ['{a,b']],
  ['(news)', ['news', '(news)'], ['(news)']],
  ['(a|b)', ['a', '(a|b)'], ['(a|b)']],
  ['@(a|b)*', ['a1', 'b2', 'c3'], ['a1', 'b2']],
  ['x?(y)', ['x', 'xy', 'xyy'], ['x', 'xy']],
  ['+(ab|c)', ['ab', 'abc', 'cabab', '', 'a'], ['ab', 'abc', 'cabab']],
  ['*(ab)x', ['x', 'ababx', 'aax'], ['x', 'ababx']],
  ['!(README).md', ['README.md', 'a.md', 'README2.md'], ['a.md', 'README2.md']],
  ['!(README|a)*', ['README', 'b'], ['README', 'b']],
  ['\\*\\[\\(', ['*[(', 'a'], ['*[(']],
])('%s means %j: %j', (part, names, expected) => {
  expect(meant(part, names)).toEqual(expected)
})

describe('a part that is the name of something there', () => {
  test('means that alone; where there is nothing of that name, it is a pattern', () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    for (const name of ['[city]', '{a,b}', '@(x)', 'c', 'a', 'x']) mkdirSync(join(folder, name))
    expect(
      ['[city]', '{a,b}', '@(x)', '[x]'].map((part) => meant(part, ['[city]', '{a,b}', '@(x)', 'c', 'a', 'x'], folder)),
    ).toEqual([['[city]'], ['{a,b}'], ['@(x)'], ['x']])
  })
})

test.each([
  ['stories/(news)/**', 'stories/(news)/a.md', true],
  ['stories/(news)/**', 'stories/news/a.md', false],
  ['stories/[ab]/**', 'stories/a/b.md', true],
  ['**/drafts', 'x/y/drafts/a.md', true],
  ['drafts/**', 'drafts', false],
  ['a/**/b.md', 'a/b.md', true],
  ['a/**/b.md', 'a/x/y/b.md', true],
  ['/a.md', 'x/a.md', false],
  ['a.md', 'x/a.md', true],
  ['./a.md', 'x/a.md', false],
  ['x/', 'x', false],
  ['{x/y,z}/a.md', 'x/y/a.md', true],
  ['{x/y,z}/a.md', 'z/a.md', true],
  ['{x,{y/z,w}}/a.md', 'y/z/a.md', true],
  ['#x', '#x', false],
  ['\\#x', '#x', true],
  ['a\\ ', 'a ', true],
  ['a ', 'a', true],
  ['!(a).md', 'b.md', true],
])('the pattern %s of a config and %s: %s', (pattern, path, expected) => {
  expect(matches([pattern], NOWHERE, join(NOWHERE, path))).toBe(expected)
})

test('the last pattern that means a file counts, and a folder that is meant takes all in it along', () => {
  const patterns = ['*.md', '!keep.md', 'old/', '!old/keep.md']
  expect(
    ['a.md', 'keep.md', 'x/keep.md', 'old/keep.md', 'old/a.txt', '../a.md'].map((path) =>
      matches(patterns, NOWHERE, join(NOWHERE, path)),
    ),
  ).toEqual([true, false, false, true, true, false])
})

test.each([
  ...[
    '*a'.repeat(120),
    '!('.repeat(300),
    '+(a|aa|aaa)b'.repeat(20),
    '{'.repeat(400),
    `${'{a,'.repeat(200)}${'}'.repeat(200)}`,
    '[a'.repeat(400),
    '**/'.repeat(300),
  ].entries(),
])('pattern %i of those that make others slow takes no time', (_, pattern) => {
  const name = 'a'.repeat(255)
  expect(duration(() => matches([`${pattern}c`, `x/${pattern}`], NOWHERE, join(NOWHERE, name, name)))).toBeLessThan(
    1000,
  )
})
