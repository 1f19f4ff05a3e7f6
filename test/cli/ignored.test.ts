/**
 * Tests that a .gitignore means to a search what it means to git, however often folders of any depth stand in its
 * lines.
 */
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISK } from '../../src/cli/files/file-tree.ts'
import { Ignored } from '../../src/cli/files/ignored.ts'
import { gitCheckout } from './git-checkout.ts'
import { runs } from '../runs.ts'

const NAMES = ['a', 'b', 'old', 'x(1)', '{n}'] as const
const path = fc
  .tuple(fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }), fc.constantFrom('1.txt', '2.txt', '3.md'))
  .map(([folders, name]) => [...folders, name].join('/'))
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '!'),
    fc.array(fc.constantFrom('**', '**', '*', '*.txt', '[12].txt', '1.*', ...NAMES), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('', '', '/'),
  )
  .map(([sign, parts, end]) => `${sign}${parts.join('/')}${end}`)

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('a .gitignore', () => {
  test.each([
    ['a folder that a later line takes back', ['a/1.txt', 'b/a/2.txt'], ['**/**', '!**/']],
    [
      'a note, a blank and a letter that is escaped beside folders of any depth',
      ['a/1.txt', '#b/1.txt', '!c/1.txt', 'd/1.txt'],
      ['# **/** **', '', '\\#b', '\\!c  ', '**/x/**/y'],
    ],
  ])('leaves out what git would: %s', (_, paths, lines) => {
    const { own, ofGit } = leftOut(paths, lines)
    expect(own).toEqual(ofGit)
  })

  test('leaves out what git would', () => {
    const kept = new Set<boolean>()
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { minLength: 5, maxLength: 12 }),
        fc.array(line, { minLength: 1, maxLength: 4 }),
        (paths, lines) => {
          const { own, ofGit } = leftOut(paths, lines)
          for (const one of paths) kept.add(own.includes(one))
          expect(own).toEqual(ofGit)
        },
      ),
      { numRuns: runs(20, 400) },
    )
    expect(kept.size).toBe(2)
  })
})

/** What a checkout with one .gitignore leaves out, by our own reading and by git’s. */
function leftOut(
  paths: readonly string[],
  lines: readonly string[],
): { readonly own: readonly string[]; readonly ofGit: readonly string[] } {
  const made = gitCheckout()
  for (const one of paths) made.write(one, 'Copy.\n')
  made.write('.gitignore', `${lines.join('\n')}\n`)
  const { stdout } = spawnSync('git', ['check-ignore', '--no-index', '--stdin'], {
    cwd: made.root,
    input: paths.join('\n'),
    encoding: 'utf8',
  })
  const ignored = new Ignored(made.root, made.root, DISK)
  return {
    own: paths.filter((one) => ignored.has(made.path(one), 'file')),
    ofGit: paths.filter((one) => stdout.split('\n').includes(one)),
  }
}
