/** Tests of the one pass over a story's copy, and of the facts that hang on it. */
import retextRepeatedWords from 'retext-repeated-words'
import { describe, expect, it, vi } from 'vitest'
import type { Copy } from '../../src/copy/index.ts'
import { deskOf } from '../../src/copy/desk.ts'
import { textStory } from '../stories.ts'
import { createFacts } from '../../src/facts/index.ts'
import { readCopy, type Reading } from '../../src/facts/reading.ts'
import type { Story } from '../../src/story/index.ts'

const BODY = 'The council voted for the plan late on Monday, after a debate that had lasted for nine hours.'

// What overflows the stack depends on the machine, so here it is a word that does; with a “_” its sentence isn’t plain.
vi.mock(import('../../src/english/parse/parser.ts'), async (importOriginal) => {
  const { parseBlock } = await importOriginal()
  return {
    parseBlock: (text, options) => (text.includes('overflowing') ? { overflow: true } : parseBlock(text, options)),
  }
})

const CONTEXT = { desk: deskOf([]), plugins: [] }
const readStory = (story: Story): Reading => readCopy(story, { layout: story.facts.layout, plugins: [] })

describe('the reading of a story', () => {
  it('passes over what is no copy', () => {
    const { sentences, words } = readStory(textStory(`Council backs bridge\n\nBy Lena Ortiz\n\n${BODY}`))
    expect(Array.from({ length: sentences.count }, (_, sentence) => sentences.block(sentence))).toEqual([0, 2])
    expect(words.count).toBe(3 + 18)
  })

  it('asks every adopted plugin about every block, in the story’s offsets', () => {
    const story = textStory(`Mayor backs the the bridge\n\nBy the the river\n\n${BODY} He had had enough of of it.`, {
      plugins: [
        { id: 'repeated-word', plugin: retextRepeatedWords },
        { id: 'again', plugin: retextRepeatedWords },
      ],
    })
    const { adopted } = story.facts
    expect([...adopted.keys()]).toEqual(['repeated-word', 'again'])
    for (const messages of adopted.values()) {
      expect(messages.map(({ at }) => story.slice(at))).toEqual(['the the', 'the the', 'of of'])
    }
  })

  it('asks a plugin that can say nothing else only about blocks with a word twice', () => {
    const asked: string[] = []
    const plugin =
      () =>
      (_tree: unknown, file: { readonly value: unknown }): undefined =>
        void asked.push(String(file.value))
    const twice = 'He had enough of Of it, by far.'
    textStory(`Mayor backs bridge\n\n${BODY}\n\n${twice}`, {
      plugins: [{ id: 'one', plugin, onlyWhere: 'doubled-word' }],
    }).facts.adopted.get('one')
    expect(asked).toEqual([twice])
  })

  it('reads a long block in parts, and loses no sentence and no word', () => {
    const sentence = 'The vote of Gov. Dale Whitcomb was the last of them, and so the plan was adopted in the end. '
    const { sentences, words } = textStory(sentence.repeat(500)).facts
    expect(sentences.count).toBe(500)
    expect(words.count).toBe(500 * 20)
    const texts = new Set(Array.from({ length: sentences.count }, (_, index) => sentences.text(index)))
    expect([...texts]).toEqual([sentence.trim()])
  })

  it('passes over what would overflow with a notice of where it stands', () => {
    const story = textStory(
      `Council backs bridge\n\n${BODY}\n\nHis overflowing_joy was there for all to see.\n\n${BODY}`,
    )
    const { sentences, notices } = story.facts
    expect(Array.from({ length: sentences.count }, (_, sentence) => sentences.block(sentence))).toEqual([0, 1, 3])
    expect(notices.map(({ at }) => story.slice(at))).toEqual(['His overflowing_joy was there for all to see.'])
    expect(notices[0]!.message).toContain('passed over')
  })

  it('passes over no more of a long block than the part that would overflow', () => {
    const story = textStory(
      `${'The vote was the last of them. '.repeat(300)}His overflowing_joy was seen. ${'The plan was adopted in the end. '.repeat(600)}`,
    )
    const [notice, ...more] = story.facts.notices
    expect(more).toEqual([])
    expect(story.slice(notice!.at)).toContain('overflowing')
    expect(notice!.at.end - notice!.at.start).toBeLessThanOrEqual(8000)
    const { sentences } = story.facts
    expect(sentences.text(0)).toBe('The vote was the last of them.')
    expect(sentences.text(sentences.count - 1)).toBe('The plan was adopted in the end.')
  })

  it('says nothing of a block that is read', () => {
    expect(textStory(BODY).facts.notices).toEqual([])
  })

  it('reads what is joined without end, since a part of it is short enough', () => {
    const { facts } = textStory(`${BODY}\n\n${'a_'.repeat(62_000)}\n\n${BODY}`)
    expect(facts.sentences.text(0)).toBe(BODY)
    expect(facts.sentences.text(facts.sentences.count - 1)).toBe(BODY)
  })
})

describe('a fact', () => {
  it('is worked out once', () => {
    const { facts } = textStory(BODY)
    expect(facts.mentions).toBe(facts.mentions)
    expect(facts.words).toBe(facts.words)
    expect(facts.layout).toBe(facts.layout)
  })

  it('is every time the same for the same source, and another story’s own', () => {
    const [one, other] = [textStory(BODY), textStory(BODY)]
    expect(one.facts.mentions).toEqual(other.facts.mentions)
    expect(one.facts.words).not.toBe(other.facts.words)
  })

  it('that depends on itself throws', () => {
    const story = textStory(BODY)
    // A story whose blocks hang on its own layout.
    const ring: Copy = Object.create(story, { blocks: { get: () => facts.layout.headlines } })
    const facts = createFacts(ring, CONTEXT)
    expect(() => facts.layout).toThrow(/the fact “(?:layout|furniture)” depends on itself/)
    expect(() => facts.words).toThrow('depends on itself')
  })

  it('that could not be worked out is tried again', () => {
    const story = textStory(BODY)
    let broken = true
    const flaky: Copy = Object.create(story, {
      blocks: {
        get: () => {
          if (broken) throw new Error('not yet')
          return story.blocks
        },
      },
    })
    const facts = createFacts(flaky, CONTEXT)
    expect(() => facts.layout).toThrow('not yet')
    broken = false
    expect(facts.layout.headlines).toEqual([])
  })
})
