/** Tests of the one pass over a story's copy, and of the facts that hang on it. */
import retextRepeatedWords from 'retext-repeated-words'
import { describe, expect, it, vi } from 'vitest'
import { readText } from '../../../src/readers/text.ts'
import { createFacts } from '../../../src/story/facts/index.ts'
import { readCopy } from '../../../src/story/facts/reading.ts'
import type { Story } from '../../../src/story/story.ts'

const BODY = 'The council voted for the plan late on Monday, after a debate that had lasted for nine hours.'

// What overflows the stack depends on the machine, so here it is a word that does; with a “_” its sentence isn’t plain.
vi.mock(import('../../../src/parse/parser.ts'), async (importOriginal) => {
  const { parseBlock } = await importOriginal()
  return { parseBlock: (text, options) => (text.includes('overflowing') ? { overflow: true } : parseBlock(text, options)) }
})

describe('the reading of a story', () => {
  it('passes over what is no copy', () => {
    const { sentences, words } = readCopy(readText(`Council backs bridge\n\nBy Lena Ortiz\n\n${BODY}`))
    expect(Array.from({ length: sentences.count }, (_, sentence) => sentences.block(sentence))).toEqual([0, 2])
    expect(words.count).toBe(3 + 18)
  })

  it('asks every adopted plugin about every block, in the story’s offsets', () => {
    const story = readText(`Mayor backs the the bridge\n\nBy the the river\n\n${BODY} He had had enough of of it.`, {
      plugins: [{ id: 'repeated-word', plugin: retextRepeatedWords }, { id: 'again', plugin: retextRepeatedWords }],
    })
    const { adopted } = story.facts
    expect([...adopted.keys()]).toEqual(['repeated-word', 'again'])
    for (const messages of adopted.values()) {
      expect(messages.map(({ at }) => story.slice(at))).toEqual(['the the', 'the the', 'of of'])
    }
  })

  it('asks a plugin that can say nothing else only about blocks with a word twice', () => {
    const asked: string[] = []
    const plugin = () => (_tree: unknown, file: { readonly value: unknown }): undefined => void asked.push(String(file.value))
    const twice = 'He had enough of Of it, by far.'
    readText(`Mayor backs bridge\n\n${BODY}\n\n${twice}`, { plugins: [{ id: 'one', plugin, onlyWhere: 'doubled-word' }] }).facts.adopted.get('one')
    expect(asked).toEqual([twice])
  })

  it('reads a long block in parts, and loses no sentence and no word', () => {
    const sentence = 'The vote of Gov. Dale Whitcomb was the last of them, and so the plan was adopted in the end. '
    const { sentences, words } = readText(sentence.repeat(500)).facts
    expect(sentences.count).toBe(500)
    expect(words.count).toBe(500 * 20)
    const texts = new Set(Array.from({ length: sentences.count }, (_, index) => sentences.text(index)))
    expect([...texts]).toEqual([sentence.trim()])
  })

  it('passes over what would overflow with a notice of where it stands', () => {
    const story = readText(`Council backs bridge\n\n${BODY}\n\nHis overflowing_joy was there for all to see.\n\n${BODY}`)
    const { sentences, notices } = story.facts
    expect(Array.from({ length: sentences.count }, (_, sentence) => sentences.block(sentence))).toEqual([0, 1, 3])
    expect(notices.map(({ at }) => story.slice(at))).toEqual(['His overflowing_joy was there for all to see.'])
    expect(notices[0]!.message).toContain('passed over')
  })

  it('passes over no more of a long block than the part that would overflow', () => {
    const story = readText(`${'The vote was the last of them. '.repeat(300)}His overflowing_joy was seen. ${'The plan was adopted in the end. '.repeat(600)}`)
    const [notice, ...more] = story.facts.notices
    expect(more).toEqual([])
    expect(story.slice(notice!.at)).toContain('overflowing')
    expect(notice!.at.end - notice!.at.start).toBeLessThanOrEqual(8000)
    const { sentences } = story.facts
    expect(sentences.text(0)).toBe('The vote was the last of them.')
    expect(sentences.text(sentences.count - 1)).toBe('The plan was adopted in the end.')
  })

  it('says nothing of a block that is read', () => {
    expect(readText(BODY).facts.notices).toEqual([])
  })

  it('reads what is joined without end, since a part of it is short enough', () => {
    const { facts } = readText(`${BODY}\n\n${'a_'.repeat(62_000)}\n\n${BODY}`)
    expect(facts.sentences.text(0)).toBe(BODY)
    expect(facts.sentences.text(facts.sentences.count - 1)).toBe(BODY)
  })
})

describe('a fact', () => {
  it('is worked out once', () => {
    const { facts } = readText(BODY)
    expect(facts.mentions).toBe(facts.mentions)
    expect(facts.words).toBe(facts.words)
    expect(facts.layout).toBe(facts.layout)
  })

  it('is every time the same for the same source, and another story’s own', () => {
    const [one, other] = [readText(BODY), readText(BODY)]
    expect(one.facts.mentions).toEqual(other.facts.mentions)
    expect(one.facts.words).not.toBe(other.facts.words)
  })

  it('that depends on itself throws', () => {
    const story = readText(BODY)
    // A story whose blocks hang on its own layout.
    const ring: Story = Object.create(story, { facts: { get: () => facts }, blocks: { get: () => facts.layout.headlines } })
    const facts = createFacts(ring)
    expect(() => facts.layout).toThrow(/the fact “(?:layout|furniture)” depends on itself/)
    expect(() => facts.words).toThrow('depends on itself')
  })

  it('that could not be worked out is tried again', () => {
    const story = readText(BODY)
    let broken = true
    const flaky: Story = Object.create(story, {
      facts: { get: () => facts },
      blocks: {
        get: () => {
          if (broken) throw new Error('not yet')
          return story.blocks
        },
      },
    })
    const facts = createFacts(flaky)
    expect(() => facts.layout).toThrow('not yet')
    broken = false
    expect(facts.layout.headlines).toEqual([])
  })
})
