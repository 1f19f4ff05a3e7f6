/** Tests of the word lists that are asked by binary search. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import lines from '../../../src/english/words/common-words.generated.ts'
import { commonWords } from '../../../src/english/words/common-words.ts'
import { WordList } from '../../../src/english/words/word-list.ts'

describe('the common words', () => {
  const all = lines.split('\n')
  const set = new Set(all)

  it('are tens of thousands, sorted, without doubles', () => {
    expect(all.length).toBeGreaterThan(30_000)
    expect(set.size).toBe(all.length)
    expect(all.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(all)
  })

  it('are all found', () => {
    expect(all.filter((word) => !commonWords.has(word))).toEqual([])
  })

  it('are told from their neighbours', () => {
    const neighboursOf = (word: string): readonly string[] => [
      `${word}a`,
      `${word}s`,
      word.slice(0, -1),
      word.slice(1),
      `${word.slice(0, -1)}~`,
      ` ${word}`,
      word.toUpperCase(),
      `${word}\u0301`,
    ]
    const wrong = all.flatMap(neighboursOf).filter((word) => commonWords.has(word) !== set.has(word))
    expect(wrong).toEqual([])
  })

  it('are told from stretches of the list that are no single word', () => {
    const pairs = [0, 1, 20_000, all.length - 2].map((at) => `${all[at]}\n${all[at + 1]}`)
    expect(pairs.filter((pair) => commonWords.has(pair))).toEqual([])
  })
})

describe('a list', () => {
  it('of one word holds that word', () => {
    const list = new WordList('xiaomi')
    expect(['xiaomi', 'xiaom', 'xiaomis', 'a', 'z', ''].map((word) => list.has(word))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(list.toArray()).toEqual(['xiaomi'])
  })

  it('of nothing holds nothing', () => {
    const list = new WordList('')
    expect([list.has('a'), list.has('')]).toEqual([false, false])
    expect(list.toArray()).toEqual([])
  })

  it('holds what a set of its words holds, whatever they are', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '’', '-', '中', '😀', 'Z'),
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(word), (some, asked) => {
        const sorted = some.toSorted((one, other) => (one < other ? -1 : 1))
        const list = new WordList(sorted.join('\n'))
        expect(list.toArray()).toEqual(sorted)
        for (const each of [...some, ...asked]) expect(list.has(each)).toBe(some.includes(each))
      }),
    )
  })
})
