/** Tests of how stock retext plugins are asked about a block. */
import type { Root } from 'nlcst'
import retextIndefiniteArticle from 'retext-indefinite-article'
import retextRepeatedWords from 'retext-repeated-words'
import { describe, expect, it } from 'vitest'
import type { VFile } from 'vfile'
import { adopt, type AdoptedPlugin } from '../../../src/english/parse/adopt.ts'
import { parseBlock } from '../../../src/english/parse/parser.ts'

/** What a plugin says of a block that stands at an offset. */
function ask(
  plugin: AdoptedPlugin['plugin'],
  text: string,
  { offset = 0, options }: { offset?: number; options?: unknown } = {},
) {
  const parsed = parseBlock(text, { heading: false })
  if ('overflow' in parsed) throw new Error('overflow')
  return adopt({ id: 'adopted', plugin, options })(parsed.tree, text, offset)
}

describe('a message of an adopted plugin', () => {
  it('stands where its words stand', () => {
    const text = 'He flew to the the U.S. The trip was was short.'
    expect(ask(retextRepeatedWords, text).map(({ at }) => text.slice(at.start, at.end))).toEqual(['the the', 'was was'])
  })

  it('counts its offsets from the block’s place in the story', () => {
    const [first, ...more] = ask(retextRepeatedWords, 'to the the end', { offset: 1000 })
    expect(more).toEqual([])
    expect(first!.at).toEqual({ start: 1003, end: 1010 })
  })

  it('brings its reason, its id and what it would put there', () => {
    const text = 'It was a hour of an day.'
    expect(
      ask(retextIndefiniteArticle, text).map(({ at, ...rest }) => ({ words: text.slice(at.start, at.end), ...rest })),
    ).toEqual([
      {
        words: 'a',
        reason: 'Unexpected article `a` before `hour`, expected `an`',
        ruleId: 'retext-indefinite-article',
        expected: ['an'],
      },
      {
        words: 'an',
        reason: 'Unexpected article `an` before `day`, expected `a`',
        ruleId: 'retext-indefinite-article',
        expected: ['a'],
      },
    ])
  })

  it('may stand at a point, and is passed over where it stands nowhere', () => {
    const plugin =
      () =>
      (_tree: Root, file: VFile): undefined => {
        file.message('here', { line: 1, column: 4, offset: 3 })
        file.message('nowhere')
        file.message('on a line', { line: 1, column: 4 })
      }
    expect(ask(plugin, 'one two', { offset: 10 })).toEqual([
      { at: { start: 13, end: 13 }, reason: 'here', ruleId: undefined, expected: [] },
    ])
  })
})

describe('an adopted plugin', () => {
  it('gets its options', () => {
    const plugin =
      (options: { readonly word: string }) =>
      (tree: Root, file: VFile): undefined => {
        file.message(options.word, tree)
      }
    expect(ask(plugin, 'one two', { options: { word: 'hello' } }).map(({ reason }) => reason)).toEqual(['hello'])
  })

  it('is asked about each block anew', () => {
    const asked = adopt({ id: 'adopted', plugin: retextRepeatedWords })
    const say = (text: string) => {
      const parsed = parseBlock(text, { heading: false })
      return 'tree' in parsed ? asked(parsed.tree, text, 0).length : undefined
    }
    expect([say('the the'), say('the end'), say('and and or or')]).toEqual([1, 0, 2])
  })
})
