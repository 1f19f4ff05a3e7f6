/** Tests of a story's sentences and of how their letters are set. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'

const BODY = 'The council voted for the plan late on Monday, after a debate that had lasted for nine hours.'

function sentencesOf(text: string) {
  const story = textStory(text)
  const { sentences, words } = story.facts
  return Array.from({ length: sentences.count }, (_, sentence) => ({
    text: sentences.text(sentence),
    block: sentences.block(sentence),
    letterCase: sentences.letterCase(sentence),
    words: Array.from({ length: sentences.endWord(sentence) - sentences.firstWord(sentence) }, (_, word) =>
      words.text(sentences.firstWord(sentence) + word),
    ),
  }))
}
const textsOf = (text: string): readonly string[] => sentencesOf(text).map((sentence) => sentence.text)
const caseOf = (text: string): string => sentencesOf(text)[0]!.letterCase

describe('the sentences of a story', () => {
  it('stand in story order, each with its block and its words', () => {
    expect(sentencesOf('Mayor backs bridge\n\nHe was glad. She wasn’t.\n\n- “Never,” it says')).toEqual([
      { text: 'Mayor backs bridge', block: 0, letterCase: 'sentence', words: ['Mayor', 'backs', 'bridge'] },
      { text: 'He was glad.', block: 1, letterCase: 'sentence', words: ['He', 'was', 'glad'] },
      { text: 'She wasn’t.', block: 1, letterCase: 'sentence', words: ['She', 'wasn’t'] },
      { text: '“Never,” it says', block: 2, letterCase: 'sentence', words: ['Never', 'it', 'says'] },
    ])
  })

  it('are where their spans are', () => {
    const story = textStory(`Mayor backs bridge\n\n${BODY} He was glad.`)
    const { sentences } = story.facts
    for (let sentence = 0; sentence < sentences.count; sentence++) {
      expect(story.slice(sentences.span(sentence))).toBe(sentences.text(sentence))
      expect([sentences.start(sentence), sentences.end(sentence)]).toEqual(Object.values(sentences.span(sentence)))
    }
  })

  it('go over the ends of wrapped lines', () => {
    const [first, second] = textsOf(
      'The council voted for the plan late on Monday, after a debate\nthat had lasted for nine hours. The mayor was glad of it and\nsaid so to those who were still there.\n',
    )
    expect(first).toBe('The council voted for the plan late on Monday, after a debate that had lasted for nine hours.')
    expect(second).toBe('The mayor was glad of it and said so to those who were still there.')
  })

  it('are not broken in a headline behind an abbreviation', () => {
    expect(textsOf(`U.S. The Winner in Talks\n\n${BODY}`)[0]).toBe('U.S. The Winner in Talks')
    expect(textsOf(`${BODY} They flew to the U.S. The talks went on.`)).toHaveLength(3)
  })

  it('are none in a byline or in a story without text', () => {
    expect(textsOf('By Lena Ortiz')).toEqual([])
    expect(textsOf('')).toEqual([])
  })

  it('are asked for within their number', () => {
    const { sentences } = textStory(BODY).facts
    expect(() => sentences.text(1)).toThrow(RangeError)
    expect(() => sentences.start(-1)).toThrow(RangeError)
  })
})

describe('a sentence', () => {
  it.each([
    ['The council voted for the plan late on Monday.', 'sentence'],
    ['Council Votes for Bridge Plan After Long Debate', 'title'],
    ['COUNCIL VOTES FOR BRIDGE PLAN AFTER LONG DEBATE', 'capitals'],
    ['The NATO and EU allies met the WHO in New York.', 'sentence'],
    ['“No,” he said.', 'sentence'],
  ])('is set as it is: %s', (text, letterCase) => {
    expect(caseOf(text)).toBe(letterCase)
  })

  it('is a title with fewer words in a headline', () => {
    expect(caseOf(`Council Backs Bridge\n\n${BODY}`)).toBe('title')
    expect(caseOf(`BRIDGE BACKED\n\n${BODY}`)).toBe('capitals')
    expect(caseOf(`Council backs Leith bridge\n\n${BODY}`)).toBe('sentence')
  })
})
