/** Tests of a story's words. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'

const wordsOf = (text: string): readonly string[] => {
  const { words } = textStory(text).facts
  return Array.from({ length: words.count }, (_, word) => words.text(word))
}

describe('the words of a story', () => {
  it('are what a reader calls words, with their dots, hyphens, apostrophes and ampersands', () => {
    expect(wordsOf('He sold China’s U.S. shares in AT&T and the Beijing-based J.P. Morgan for 2.9 percent.')).toEqual([
      'He',
      'sold',
      'China’s',
      'U.S.',
      'shares',
      'in',
      'AT&T',
      'and',
      'the',
      'Beijing-based',
      'J.P.',
      'Morgan',
      'for',
      '2.9',
      'percent',
    ])
  })

  it('are free of the marks around them', () => {
    expect(wordsOf('“Never,” she said (twice); “don’t!”')).toEqual(['Never', 'she', 'said', 'twice', 'don’t'])
  })

  it('are whole though an invisible character stands in them', () => {
    expect(wordsOf('He met Xiao\u200Bmi\u00A0there.')).toEqual(['He', 'met', 'Xiaomi', 'there'])
  })

  it('know their place and their sentence', () => {
    const story = textStory('He was glad.\n\nShe was not.')
    const { words } = story.facts
    expect(Array.from({ length: words.count }, (_, word) => words.sentence(word))).toEqual([0, 0, 0, 1, 1, 1])
    for (let word = 0; word < words.count; word++) {
      expect(story.slice(words.span(word))).toBe(words.text(word))
      expect([words.start(word), words.end(word)]).toEqual(Object.values(words.span(word)))
    }
  })

  it('know what stands between them', () => {
    const { words } = textStory('Smith & Co, he said—twice. Then she left.').facts
    const gaps = Array.from({ length: words.count - 1 }, (_, word) => words.gapAfter(word))
    expect(gaps).toEqual([' & ', ', ', ' ', '—', '. ', ' ', ' '])
    expect(gaps.map((_, word) => words.joinsNext(word))).toEqual([false, false, true, false, false, true, true])
  })

  it('join over an odd space, and not over two blocks', () => {
    const { words } = textStory('New\u00A0York\n\nand more').facts
    expect([0, 1, 2].map((word) => words.joinsNext(word))).toEqual([true, false, true])
  })

  it('are asked for within their number', () => {
    const { words } = textStory('He left.').facts
    expect(words.count).toBe(2)
    expect(() => words.text(2)).toThrow(RangeError)
    expect(() => words.gapAfter(1)).toThrow(RangeError)
  })

  it('are as many as there are, past the room that was made for them', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `word${index}`).join(' ')
    expect(wordsOf(text).join(' ')).toBe(text)
  })
})
