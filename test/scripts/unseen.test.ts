/**
 * The sentences of strangers: that they are read and tried as their file says, and that no rule does worse on them than
 * it once did.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import rules from '../../rules/index.ts'
import { readUnseen, type UnseenFigures, type UnseenTally } from '../../scripts/generate/figures.ts'
import { HELD_OUT, readSentences, tallyOf, tried } from '../../scripts/unseen/sentences.ts'
import { ROOT } from '../rule-folders.ts'
import { temporaryFolder } from './temporary-folder.ts'

const recorded = readUnseen(ROOT)
const repeatedWord = rules.find(({ id }) => id === 'repeated-word')!

describe('a sentence of a stranger', () => {
  test('is found where a finding of its level touches each of its marks', () => {
    expect(triedAll('- kind: a\n  copy: It is [[the the]] end.\n').map(({ holds }) => holds)).toEqual([true])
    expect(triedAll('- kind: a\n  copy: It is the the [[end]] of it.\n').map(({ holds }) => holds)).toEqual([false])
    expect(triedAll('- kind: a\n  copy: It is [[the the]] end of [[it]].\n').map(({ holds }) => holds)).toEqual([false])
  })

  test('is left in peace where nothing is said, or nothing of the level that is asked for', () => {
    expect(
      triedAll('- kind: a\n  copy: It is the end.\n- kind: a\n  copy: It is the the end.\n').map(({ holds }) => holds),
    ).toEqual([true, false])
  })

  test('that is written wrong is told with its line', () => {
    expect(() => triedAll('- kind: a\n  copy: It is.\n- kind: b\n')).toThrow(
      /sentences\.yml:3: “kind” and “copy” must be text/,
    )
    expect(() => triedAll('- kind: a\n  copy: It is.\n  levle: error\n')).toThrow(
      /sentences\.yml:1: “levle” is nothing that a sentence has/,
    )
    expect(() => triedAll('- kind: a\n  copy: It is.\n  quiet: loud\n')).toThrow(/sentences\.yml:1: “loud” is no level/)
    expect(() => triedAll('kind: a\n')).toThrow(/sentences\.yml:1: not a list of sentences/)
  })
})

describe.each(rules.filter(({ id }) => existsSync(fileOf(id))))('$id', (rule) => {
  const { heldOut, ...read }: Partial<UnseenFigures> = recorded[rule.id] ?? {}
  const halves: readonly (readonly [string, string, Partial<UnseenTally> | undefined])[] = [
    ['read', fileOf(rule.id), read],
    ['held out', fileOf(rule.id, HELD_OUT), heldOut],
  ]

  test.each(halves)('does no worse on the sentences of strangers than it is on record for: %s', (_, file, then) => {
    expect(existsSync(file)).toBe(then !== undefined)
    if (then === undefined) return
    const now = tallyOf(readSentences(file).map((sentence) => tried(rule, sentence)))
    for (const count of ['found', 'faulty', 'quiet', 'sound'] as const)
      expect(now[count], count).toBeGreaterThanOrEqual(then[count] ?? Number.NaN)
  })
})

function fileOf(id: string, folder = ''): string {
  return join(ROOT, 'test/unseen', folder, `${id}.yml`)
}

function triedAll(yaml: string): readonly { readonly holds: boolean }[] {
  using folder = temporaryFolder()
  return readSentences(folder.write('sentences.yml', yaml)).map((sentence) => tried(repeatedWord, sentence))
}
