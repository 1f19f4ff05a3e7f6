/** Tests of the parse of one block. */
import { toString } from 'nlcst-to-string'
import { describe, expect, it } from 'vitest'
import { parseBlock } from '../../../src/english/parse/parser.ts'

function sentencesOf(text: string, heading = false): readonly string[] {
  const parsed = parseBlock(text, { heading })
  if ('overflow' in parsed) throw new Error('overflow')
  return parsed.tree.children.flatMap((child) =>
    child.type === 'ParagraphNode'
      ? child.children.filter(({ type }) => type === 'SentenceNode').map((sentence) => toString(sentence))
      : [],
  )
}

describe('a block', () => {
  it('is parsed with the ends of news copy mended', () => {
    expect(sentencesOf('He flew to the U.S. The trip was No. 2 of them.')).toEqual([
      'He flew to the U.S.',
      'The trip was No. 2 of them.',
    ])
  })

  it('is parsed with a heading’s grammar where it is one', () => {
    expect(sentencesOf('He Flies to the U.S. The Trip Is Short', true)).toHaveLength(1)
  })

  it('of nothing has no sentence', () => {
    expect(sentencesOf('')).toEqual([])
    expect(sentencesOf('   ')).toEqual([])
  })

  it('that would overflow the stack is told of, and nothing is thrown', () => {
    expect(parseBlock('a_'.repeat(62_000), { heading: false })).toEqual({ overflow: true })
    expect(sentencesOf('He left. She stayed.')).toHaveLength(2)
  })

  it('that holds half a surrogate pair or a null is parsed like any other', () => {
    expect(sentencesOf('He \uD83D left. \0 She \uDE00 stayed.').join(' ')).toContain('stayed.')
  })
})
