/** Tests of sets of words made from running text. */
import { expect, it } from 'vitest'
import { wordSet } from '../../../src/english/words/word-set.ts'

it('a set holds the words of one list or of several, whatever white space parts them', () => {
  expect([...wordSet('\n  of the\n  and  the ')]).toEqual(['of', 'the', 'and'])
  expect([...wordSet(['has have', 'had', 'has'])]).toEqual(['has', 'have', 'had'])
})
