/** Stories in fields: read as one story, and each place tells its field and counts in it. */
import { describe, expect, it } from 'vitest'
import { check, type StoryFields } from '../../src/index.ts'
import { readStoryFields } from '../../src/readers/story-fields.ts'
import { createStory } from '../../src/story/index.ts'
import { wordRule } from './word-rule.ts'

const STORY: StoryFields = {
  headline: 'Norvik closes the the port',
  dek: 'Its owner says that it was lost',
  body: 'Norvik closed its port.\n\nThe owner put off the the vote & left on Monday.\n',
  captions: ['The port at night', 'The the port by day'],
}

describe('a story in fields', () => {
  it('is told in the coordinates of each field', () => {
    const { findings, words } = check(STORY)
    expect(
      findings.map(({ field, quote, start: { line, column, offset } }) => [field, quote, line, column, offset]),
    ).toEqual([
      ['headline', 'the the', 1, 15, 14],
      ['body', 'the the', 3, 19, 43],
      ['captions[1]', 'The the', 1, 1, 0],
    ])
    expect(words).toBe(35)
  })

  it('has edits of its fields, in their formats', () => {
    const body = '<p>Norvik &amp; Ostby put off the the vote on Monday.</p>'
    const { findings } = check({ ...STORY, body }, { format: 'html' })
    const edits = findings.flatMap(({ suggestions }) => suggestions.flatMap((one) => one.edits))
    const applied = edits.map(({ field, start, end, text }) => {
      const source = field === 'body' ? body : field === 'headline' ? STORY.headline! : STORY.captions![1]!
      return source.slice(0, start) + text + source.slice(end)
    })
    expect(applied).toEqual([
      'Norvik closes the port',
      '<p>Norvik &amp; Ostby put off the vote on Monday.</p>',
      'The port by day',
    ])
  })

  it('points at other places in their fields, and at the same places in the file', () => {
    const rule = wordRule(/owner says/g, { id: 'owner', related: /port by day/g })
    const { findings, file } = check(STORY, { customRules: [rule], rules: { 'repeated-word': 'off' } })
    expect(findings[0]).toMatchObject({ field: 'dek', related: [{ field: 'captions[1]', start: { offset: 8 } }] })
    const { offset } = (file.messages[0]!.place as { start: { offset: number } }).start
    expect(String(file).slice(offset, offset + 10)).toBe('owner says')
  })

  it('has its roles by its fields, whatever the body’s first line looks like', () => {
    const fields = {
      ...STORY,
      body: 'A long evening\n\nThe council put off its vote on Monday, after residents asked it to.\n',
    }
    const { copy } = readStoryFields(fields, { format: 'text' })
    const { facts, blocks } = createStory(copy)
    expect(blocks.map((block) => [copy.slice(block).slice(0, 10), facts.layout.roleOf(block)])).toEqual([
      ['Norvik clo', 'headline'],
      ['Its owner ', 'dek'],
      ['A long eve', 'crosshead'],
      ['The counci', 'body'],
      ['The port a', 'caption'],
      ['The the po', 'caption'],
    ])
  })

  it('follows directives, and tells notices where they stand', () => {
    const body =
      '<!-- copydesk-disable repeated-word -->\n\nIt put off the the vote.\n\n<!-- copydesk-enable impossible-date -->\n'
    const { findings, hidden, notices } = check({ headline: 'Port closes', body }, { format: 'markdown' })
    expect(findings).toEqual([])
    expect(hidden).toMatchObject([{ by: 'comment', finding: { field: 'body', start: { line: 3, offset: 52 } } }])
    expect(notices).toMatchObject([{ field: 'body', about: 'suppression', start: { line: 5, column: 1 } }])
  })

  it('may be empty', () => {
    expect(check({})).toMatchObject({ findings: [], words: 0, notices: [{ about: 'empty' }] })
    expect(check({ headline: '', body: '' }).findings).toEqual([])
    expect(check({ captions: [] }).words).toBe(0)
  })

  it.each([
    [{ title: 'Port' }, 'check: there is no option “text.title”; known are headline, dek, body, captions'],
    [{ body: 7 }, 'check: “text.body” takes a string, not 7'],
    [{ captions: 'Port' }, "check: “text.captions” takes a list of strings, not 'Port'"],
  ])('is refused where it is none: %j', (fields, said) => {
    expect(() => check(fields as never)).toThrow(new TypeError(said))
  })
})
