/** Tests of what a story shows of its words. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'
import { withoutPossessive } from '../../src/facts/names/word-evidence.ts'

const evidenceOf = (text: string) => textStory(text).facts.wordEvidence

describe('the evidence for a word', () => {
  it('counts where it stands capitalised in mid-sentence, possessives with it', () => {
    const evidence = evidenceOf(
      'They bought shares in Apple on Monday. Some of them said that Apple’s plans and Apple’S phones were sound.',
    )
    expect(evidence.capitalised('Apple')).toBe(3)
    expect(evidence.capitalised('Pear')).toBe(0)
  })

  it('counts where it stands in lower case', () => {
    const evidence = evidenceOf('They ate an apple and then another apple, and the Apple shares fell.')
    expect([evidence.lowerCase('apple'), evidence.capitalised('Apple')]).toEqual([2, 1])
  })

  it('counts no word that opens a sentence, a quotation or a clause, since any word has a capital there', () => {
    const evidence = evidenceOf(
      'Apple fell. “Apple rose,” she said. They said: Apple is up. Shares fell (Apple too) — Apple fell most. ‘Apple’ he said… Apple it was.',
    )
    expect(evidence.capitalised('Apple')).toBe(0)
  })

  it('counts a word behind a slash, which joins and opens nothing', () => {
    expect(evidenceOf('They drew with the team from Leeds/Hull on Monday night.').capitalised('Monday')).toBe(1)
  })

  it('counts nothing in a headline set in title case or capitals', () => {
    const body = 'They ate an apple on the bridge, and then they went home to sleep for nine hours.'
    expect(evidenceOf(`Big Apple Falls Upon Bridge\n\n${body}`).capitalised('Apple')).toBe(0)
    expect(evidenceOf(`BIG APPLE FALLS UPON BRIDGE\n\n${body}`).capitalised('APPLE')).toBe(0)
    expect(evidenceOf(`Big Apple falls upon bridge\n\n${body}`).capitalised('Apple')).toBe(1)
  })

  it('knows which words stand side by side', () => {
    const evidence = evidenceOf(
      'They work for General Motors in Detroit, and not for the General, Motors or Ford Motor’s friends.',
    )
    expect(evidence.pair('General', 'Motors')).toBe(true)
    expect(evidence.pair('Motors', 'General')).toBe(false)
    expect(evidence.pair('Ford', 'Motor')).toBe(true)
    expect(evidenceOf('They met the General, Motors and all.').pair('General', 'Motors')).toBe(false)
  })

  it('knows the ordinary words of English from names', () => {
    const evidence = evidenceOf('')
    expect(['apple', 'china', 'officials', 'the'].map((word) => evidence.isOrdinary(word))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['xiaomi', 'huawei', 'yellen', 'beijing', ''].map((word) => evidence.isOrdinary(word))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('a word without its possessive', () => {
  it.each([
    ['Xiaomi’s', 'Xiaomi'],
    ["Xiaomi's", 'Xiaomi'],
    ['XIAOMI’S', 'XIAOMI'],
    ['workers’', 'workers'],
    ["James'", 'James'],
    ['James’s', 'James'],
    ['U.S.’s', 'U.S.'],
    ['Paris', 'Paris'],
    ['don’t', 'don’t'],
    ['’s', ''],
    ['s', 's'],
    ['', ''],
  ])('is itself: %s', (word, bare) => {
    expect(withoutPossessive(word)).toBe(bare)
  })
})
