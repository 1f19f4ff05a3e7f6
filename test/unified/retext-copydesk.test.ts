/** Tests of Copydesk in somebody's retext pipeline. */
import type { Root } from 'nlcst'
import { retext } from 'retext'
import retextEnglish from 'retext-english'
import retextIndefiniteArticle from 'retext-indefinite-article'
import retextRepeatedWords from 'retext-repeated-words'
import retextStringify from 'retext-stringify'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { VFile } from 'vfile'
import { retextCopydesk, SettingError } from '../../src/index.ts'

const STORY = `Court orders Xiaomi off a list

The court told the Pentagon to remove Xiaomi from Xiaomi, and said that it would hear both sides.

Shares in Xiaomi rose by a tenth in a hour after the the ruling.
`

/** The rule of each of a file's messages and the words that it stands on. */
function said(file: VFile): readonly string[] {
  const text = String(file)
  return file.messages.map(
    ({ ruleId, place }) =>
      `${ruleId}: ${place && 'start' in place ? text.slice(place.start.offset, place.end.offset) : ''}`,
  )
}

describe('in a retext pipeline', () => {
  it('findings are messages of their rules, at their places', async () => {
    const file = await retext().use(retextCopydesk).process(STORY)
    expect(said(file)).toEqual(['self-reference: Xiaomi', 'repeated-word: the the'])
    expect(file.messages[0]).toMatchObject({
      source: 'copydesk',
      fatal: true,
      line: 3,
      column: 51,
      actual: 'Xiaomi',
      place: { start: { line: 3, column: 51, offset: 82 }, end: { line: 3, column: 57, offset: 88 } },
    })
  })

  it('the text comes out as it went in', async () => {
    expect(String(await retext().use(retextCopydesk).process(STORY))).toBe(STORY)
  })

  it('other plugins speak beside it, before it and behind', async () => {
    const file = await unified()
      .use(retextEnglish)
      .use(retextIndefiniteArticle)
      .use(retextCopydesk)
      .use(retextRepeatedWords)
      .use(retextStringify)
      .process(STORY)
    expect(said(file)).toEqual([
      'retext-indefinite-article: a',
      'self-reference: Xiaomi',
      'repeated-word: the the',
      'the: the the',
    ])
    expect(file.messages.map(({ source }) => source)).toEqual([
      'retext-indefinite-article',
      'copydesk',
      'copydesk',
      'retext-repeated-words',
    ])
  })

  it('rules are set, and levels tell by `fatal`', async () => {
    const fatal = async (severity: 'error' | 'warning' | 'info') =>
      (
        await retext()
          .use(retextCopydesk, { rules: { 'self-reference': severity, 'repeated-word': 'off' } })
          .process(STORY)
      ).messages.map((message) => message.fatal)
    expect([await fatal('error'), await fatal('warning'), await fatal('info')]).toEqual([[true], [false], [undefined]])
  })

  it('names and plugins of the caller come along', () => {
    const text = 'They told the label to remove black midi from black midi in a hour, said a man who knows them.'
    const file = retext()
      .use(retextCopydesk, {
        names: [{ name: 'black midi' }],
        plugins: [{ id: 'article', plugin: retextIndefiniteArticle }],
      })
      .processSync(text)
    expect(said(file)).toEqual(['self-reference: black midi', 'article: a'])
  })

  it('a file is plain text whatever its name, and its path is kept', async () => {
    const text = 'They met in `the the` hall, said a man who was there at the time.'
    const file = await retext()
      .use(retextCopydesk)
      .process(new VFile({ value: text, path: 'draft.md' }))
    expect(said(file)).toEqual(['repeated-word: the the'])
    expect(String(file.messages[0]!.file ?? file.path)).toBe('draft.md')
  })

  it('places are right with CRLF, invisible characters and bytes', async () => {
    const text = 'One line.\r\n\r\nThe\u200B court of\u00A0the\u2009the Pentagon — “the 😀 one” — sat sat there.\r\n'
    expect(said(await retext().use(retextCopydesk).process(text))).toEqual([
      'repeated-word: the\u2009the',
      'repeated-word: sat sat',
    ])
    expect(said(await retext().use(retextCopydesk).process(new TextEncoder().encode(text)))).toHaveLength(2)
  })

  it('a tree without a file is read from the tree', async () => {
    const processor = retext().use(retextCopydesk)
    const file = new VFile()
    await processor.run(processor.parse(STORY) as Root, file)
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['self-reference', 'repeated-word'])
  })

  it('what can’t be followed is thrown when a file is processed', async () => {
    const processor = retext().use(retextCopydesk, { rules: { 'self-refrence': 'on' } })
    await expect(processor.process(STORY)).rejects.toThrow(SettingError)
    await expect(processor.process(STORY)).rejects.toThrow('did you mean “self-reference”?')
  })

  it('nothing is said of clean copy or of none', async () => {
    expect((await retext().use(retextCopydesk).process('The court sat for an hour.')).messages).toEqual([])
    expect((await retext().use(retextCopydesk).process('')).messages).toEqual([])
  })
})
