/** Tests of quoted speech. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'

/** The quotations of a story, with their marks. */
function quotationsOf(text: string): readonly string[] {
  const story = textStory(text)
  return story.facts.quotations.all.map((quotation) => story.slice(quotation))
}

describe('a quotation', () => {
  it('stands between curly marks', () => {
    expect(quotationsOf('“We go,” she said. “We stay,” said he.')).toEqual(['“We go,”', '“We stay,”'])
  })

  it('stands between straight marks, also in brackets', () => {
    expect(quotationsOf('"We go," she said. He said "we stay" ("for now") and left.')).toEqual([
      '"We go,"',
      '"we stay"',
      '"for now"',
    ])
  })

  it('stands between single curly marks, with the double ones inside', () => {
    expect(quotationsOf('‘We go,’ she said. ‘He said “stay”,’ she added.')).toEqual(['‘We go,’', '‘He said “stay”,’'])
  })

  it('holds the single ones inside double marks', () => {
    expect(quotationsOf('“She said ‘go’ and ‘stay’,” he said. "He said \'go\'," she said.')).toEqual([
      '“She said ‘go’ and ‘stay’,”',
      '"He said \'go\',"',
    ])
  })

  it('stands between the marks of other countries', () => {
    expect(quotationsOf('He read „Der Spiegel“ and «Le Monde» on the train.')).toEqual(['„Der Spiegel“', '«Le Monde»'])
  })

  it('runs over paragraphs of which each opens again, and only the last closes', () => {
    expect(quotationsOf('“We came here for work.\n\n“We found none,” she said. “So we left.”')).toEqual([
      '“We came here for work.',
      '“We found none,”',
      '“So we left.”',
    ])
    expect(quotationsOf('"We came here for work.\n\n"We found none," she said.')).toEqual([
      '"We came here for work.',
      '"We found none,"',
    ])
  })

  it('that isn’t closed runs through the next one in its paragraph', () => {
    expect(quotationsOf('“We go. “We stay,” he said.')).toEqual(['“We go. “We stay,”'])
  })

  it('may end with the wrong curly mark', () => {
    expect(quotationsOf('The “so-called“ plan, and “more“.')).toEqual(['“so-called“', '“more“'])
  })

  it('does not begin with inches', () => {
    expect(quotationsOf('He is 6\'2" tall and 12" wide, and she calls him "huge" at times.')).toEqual(['"huge"'])
  })

  it('does not begin or end with an apostrophe', () => {
    expect(quotationsOf('The ’90s weren’t the workers’ decade, and the Joneses’ car didn’t go.')).toEqual([])
    expect(quotationsOf('‘We don’t know,’ she said.')).toEqual(['‘We don’t know,’'])
  })

  it('is seen behind an apostrophe that is turned the wrong way', () => {
    expect(quotationsOf('In the ‘90s, she said, “we had nothing” and “lost it”.')).toEqual([
      '“we had nothing”',
      '“lost it”',
    ])
    expect(quotationsOf('Rock ‘n roll, she said, “never dies')).toEqual(['“never dies'])
  })

  it('is not looked for in what is no copy', () => {
    expect(quotationsOf('By Lena “Len” Ortiz')).toEqual([])
  })
})

describe('an offset', () => {
  it('stands in a quotation from its first mark to its last, and nowhere else', () => {
    const { quotations } = textStory('x “ab” y “c”').facts
    expect(Array.from({ length: 13 }, (_, offset) => offset).filter((offset) => quotations.holds(offset))).toEqual([
      2, 3, 4, 5, 9, 10, 11,
    ])
  })

  it('stands in none where a story has none', () => {
    expect(textStory('No words were said.').facts.quotations.holds(3)).toBe(false)
  })
})
