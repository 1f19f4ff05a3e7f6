/** The ninjs reader: members as blocks, with places through the escapes of JSON. */
import { describe, expect, it } from 'vitest'
import { readNinjs } from '../../src/readers/ninjs.ts'
import { duration } from '../duration.ts'
import { blocksOf, edited, noticesOf, sourceOf } from './read.ts'

describe('an item of ninjs', () => {
  const source =
    '{"uri":"x","firstcreated":"2024-05-01T10:00:00Z","versioncreated":"2024-05-02T10:00:00Z","headline":"R\\u0026D “row”","byline":"By Lena Okafor",'
    + '"description_text":"A dek","body_html":"<p>The \\"old\\" qu\\u0061y &amp; pier\\ud83d\\ude42.<\\/p>\\n<ul><li>One</ul>","body_text":"The old","associations":{"main":{"description_text":"At sea","headline":"No"}}}'

  it('has fields, and a body in HTML where it has one', () => {
    const [story, ...others] = readNinjs(source)
    expect(blocksOf(story!)).toEqual([
      'field headline: R&D “row”',
      'field byline: By Lena Okafor',
      'field description: A dek',
      'paragraph: The "old" quay & pier🙂.',
      'list-item: One',
      'field image.caption: At sea',
    ])
    expect(others).toEqual([])
    expect(story!.date).toEqual({ year: 2024, month: 5, day: 1 })
    expect(sourceOf(story!, '"old" quay & pier🙂')).toBe('\\"old\\" qu\\u0061y &amp; pier\\ud83d\\ude42')
  })

  it('is edited with escapes of HTML and of JSON', () => {
    const [story] = readNinjs(source)
    expect(edited(story!, 'quay', '"<b>" \\ R&D')).toContain('\\"old\\" \\"&lt;b&gt;\\" \\\\ R&amp;D &amp; pier')
    expect(edited(story!, 'row', '"R&D"')).toContain('"R\\u0026D “\\"R&D\\"”"')
    expect(edited(story!, 'The "old" quay & pier🙂.', '')).toBe(source.replace(/<p>.*?<\\\/p>\\n/, ''))
  })

  it('may be of ninjs 2 or 3, have its body in plain text, or stand in a list', () => {
    const item =
      '{"headlines":[{"role":"main","value":"Row"}],"by":"Ann","bodies":[{"contentType":"text/plain","value":"One\\n\\nTwo"}]}'
    const wanted = ['field headline: Row', 'field byline: Ann', 'paragraph: One', 'paragraph: Two']
    expect(readNinjs(item).map(blocksOf)).toEqual([wanted])
    expect(readNinjs(`[${item}, {}, ${item}]`).map(blocksOf)).toEqual([wanted, wanted])
    expect(readNinjs(`{"_items": [${item}]}`).map(blocksOf)).toEqual([wanted])
    expect(
      blocksOf(readNinjs('{"headline":"A","bodies":[{"contentType":"text/html","value":"<h2>B</h2>"}]}')[0]!),
    ).toEqual(['field headline: A', 'heading 2: B'])
  })

  it('may name its members as it likes, as ninjs 1 lets it', () => {
    const prose =
      'The harbour of Ostby reopened on Monday after a storm that lasted two days, its master said, and six ferries left before noon.'
    const item = {
      headline_main: 'Row',
      headline_short: 'R',
      description_caption: 'At sea',
      description_summary: 'It is over.',
      dateline: 'OSTBY, May 2',
      body_main: prose,
      body_richtext: `<p>${prose}</p>`,
      body_sidebar: 'How to get there: take the tram.',
      associations: [{ descriptions: [{ role: 'caption', value: 'A boat' }], headlines: [{ value: 'No' }] }],
    }
    expect(blocksOf(readNinjs(JSON.stringify(item))[0]!)).toEqual([
      'field headline: Row',
      'field headline: R',
      'field image.caption: At sea',
      'field description: It is over.',
      'field dateline: OSTBY, May 2',
      `paragraph: ${prose}`,
      'paragraph: How to get there: take the tram.',
      'field image.caption: A boat',
    ])
    expect(blocksOf(readNinjs(JSON.stringify({ headline_main: 'Row', body_main: '<p>One</p>' }))[0]!)).toEqual([
      'field headline: Row',
      'paragraph: One',
    ])
  })

  it('tells text that stands in members of its own', () => {
    const content = 'The harbour of Ostby reopened on Monday after a storm. Six ferries left.'
    const aboutOf = (item: object): readonly unknown[] =>
      readNinjs(JSON.stringify(item))[0]!.notices.map(({ about }) => about)
    expect(aboutOf({ title: 'Row', content })).toEqual(['unread'])
    expect(aboutOf({ title: 'Row', body: `${content} ${content}`, content })).toEqual([])
    expect(
      aboutOf({ headline: 'Row', body_text: 'One.', usageterms: content, ednote: content, copyrightnotice: content }),
    ).toEqual([])
  })

  it('gives a notice where it is no JSON, or no news', () => {
    expect(noticesOf(readNinjs('{"headline":"Row","byline')[0]!)).toEqual([
      'this is not valid JSON; what could be made out was read: {"headline":"Row","byline',
    ])
    expect(noticesOf(readNinjs('{"a":[1,{"b":"c"}]}')[0]!)[0]).toMatch(/^holds no headline and no body/)
    expect(noticesOf(readNinjs('')[0]!)[0]).toMatch(/^is not valid JSON/)
  })

  it.each(['[', '{"a":', '"', '\\', '{"headline":"a"},', '"a",'])(
    'made of nothing but %j is read all the same',
    (unit) => {
      expect(duration(() => readNinjs(`[${unit.repeat(Math.ceil(240_000 / unit.length))}`))).toBeLessThan(5000)
    },
  )
})
