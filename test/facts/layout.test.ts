/** Tests of what each block of a plain-text story is to an editor. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'

const BODY = 'The council voted for the plan late on Monday, after a debate that had lasted for nine hours.'
const MORE = 'Nobody had thought that it would pass, and the mayor said as much to those who were still in the hall.'

/** The roles of a story's blocks, in order. */
function rolesOf(...paragraphs: readonly string[]): readonly string[] {
  const story = textStory(paragraphs.join('\n\n'))
  return story.blocks.map((block) => story.facts.layout.roleOf(block))
}

function datelineOf(...paragraphs: readonly string[]) {
  const story = textStory(paragraphs.join('\n\n'))
  const { dateline } = story.facts.layout
  return dateline && { at: story.slice(dateline.at), place: story.slice(dateline.place) }
}

describe('the lines on top of a story', () => {
  it('are its headline, where it has one', () => {
    expect(rolesOf('Council backs a new bridge', BODY, MORE)).toEqual(['headline', 'body', 'body'])
  })

  it('are headlines both where two are stacked', () => {
    const story = textStory(`Xiaomi chief counts 140 cars\nCouncil backs a new bridge\n\n${BODY}\n`)
    expect(story.facts.layout.headlines.map((block) => story.slice(block))).toEqual([
      'Xiaomi chief counts 140 cars',
      'Council backs a new bridge',
    ])
  })

  it('are no headline where a story begins with its first sentence', () => {
    expect(rolesOf(BODY, MORE)).toEqual(['body', 'body'])
  })

  it('are no headline where no copy follows', () => {
    expect(rolesOf('Council backs a new bridge')).toEqual(['body'])
    expect(rolesOf('Council backs a new bridge', 'Mayor speaks of luck')).toEqual(['body', 'body'])
  })

  it.each([
    'WILL THE BRIDGE HOLD?',
    'Mayor: “We will win!”',
    'Bridge plan backed by the U.S.',
    '140 cars on one bridge',
    '“Never again,” says the mayor’s aide',
    '£4bn for a bridge',
    'eBridge sales slow in the north',
    '[Updated] Bridge opens',
    'Bridge to close? Not so fast',
    'She Left the Port Authority. Now She Runs It.',
  ])('are a headline as they are: %s', (headline) => {
    expect(rolesOf(headline, BODY)).toEqual(['headline', 'body'])
  })

  it.each([
    'The bridge is closed. Nobody knows why.',
    'The bridge is closed.',
    'and so the bridge was closed',
    'The bridge, they said,',
  ])('are a sentence or a part of one, and no headline: %s', (line) => {
    expect(rolesOf(line, BODY)[0]).toBe('body')
  })

  it('hold a dek, a byline and a dateline under the headline', () => {
    expect(
      rolesOf(
        'Council backs a new bridge',
        'The mayor called it a turning point for the port.',
        'By Lena Ortiz and Sam Roe',
        'LEITH, March 3, 2024',
        BODY,
      ),
    ).toEqual(['headline', 'dek', 'byline', 'dateline', 'body'])
  })

  it('hold no dek where neither byline nor dateline follows', () => {
    expect(rolesOf('Council backs a new bridge', 'The mayor called it a turning point for the port.', BODY)).toEqual([
      'headline',
      'body',
      'body',
    ])
  })

  it.each([
    'By Lena Ortiz',
    'BY LENA ORTIZ',
    'By: Lena Ortiz',
    'by Anne-Marie O’Hara in Leith',
    'Words by Lena Ortiz',
    'Story by Lena Ortiz in Leith',
  ])('hold a byline in any of its forms: %s', (byline) => {
    expect(rolesOf('Council backs a new bridge', byline, BODY)).toEqual(['headline', 'byline', 'body'])
  })

  it.each([
    'By the river they sat and waited for the bridge to open again on Monday.',
    'By nightfall the bridge was open, and the first of the cars went over it.',
  ])('hold no byline in a sentence: %s', (sentence) => {
    expect(rolesOf('Council backs a new bridge', sentence, BODY)).toEqual(['headline', 'body', 'body'])
  })
})

describe('lines further down', () => {
  it('are crossheads where they are short, without a full stop, and stand before a paragraph', () => {
    expect(rolesOf('Council backs a new bridge', BODY, 'A vote in doubt', MORE, 'What comes next?', BODY)).toEqual([
      'headline',
      'body',
      'crosshead',
      'body',
      'crosshead',
      'body',
    ])
  })

  it('are no crosshead at the end', () => {
    expect(rolesOf('Council backs a new bridge', BODY, 'A vote in doubt').at(-1)).toBe('body')
  })

  it('are list items and no crossheads behind a mark, and end the top of the story', () => {
    expect(rolesOf('Council backs a new bridge', '- Nine hours of talk', '• A vote in doubt', BODY)).toEqual([
      'headline',
      'body',
      'body',
      'body',
    ])
  })

  it('are foreign where they are long enough to tell, and then they are no copy', () => {
    const story = textStory(
      [
        'Council backs a new bridge',
        BODY,
        'Der Rat hat am Montag für den Plan gestimmt, und die Brücke wird nun auch mit dem Geld des Bundes gebaut.',
        '市议会周一投票通过了修建新桥的计划，市长说这是港口的转折点。',
        MORE,
      ].join('\n\n'),
    )
    const { layout, sentences } = story.facts
    expect(story.blocks.map((block) => layout.roleOf(block))).toEqual([
      'headline',
      'body',
      'foreign',
      'foreign',
      'body',
    ])
    expect(story.blocks.map((block) => layout.isCopy(block))).toEqual([true, true, false, false, true])
    expect(Array.from({ length: sentences.count }, (_, sentence) => sentences.block(sentence))).toEqual([0, 1, 4])
  })
})

describe('a heading', () => {
  it('is a headline or a crosshead, and copy; a byline is neither', () => {
    const story = textStory(['Council backs a new bridge', 'By Lena Ortiz', BODY, 'A vote in doubt', MORE].join('\n\n'))
    const { layout } = story.facts
    expect(story.blocks.map((block) => layout.isHeading(block))).toEqual([true, false, false, true, false])
    expect(story.blocks.map((block) => layout.isCopy(block))).toEqual([true, false, true, true, true])
  })
})

describe('a dateline', () => {
  it.each([
    ['LONDON (AP) — ', 'LONDON'],
    ['LONDON — ', 'LONDON'],
    ['LONDON—', 'LONDON'],
    ['LONDON -- ', 'LONDON'],
    ['LONDON- ', 'LONDON'],
    ['Hong Kong: ', 'Hong Kong'],
    ['RIO DE JANEIRO: ', 'RIO DE JANEIRO'],
    ['WASHINGTON, March 3 — ', 'WASHINGTON'],
    ['WASHINGTON, March 3 (Reuters) - ', 'WASHINGTON'],
    ['CAIRO, Sept. 3, 2020 (Xinhua) -- ', 'CAIRO'],
    ['New York, Oct. 4 (Reuters) - ', 'New York'],
    ['Paris (AFP) - ', 'Paris'],
    ['ST. LOUIS, Mo. (AP) — ', 'ST. LOUIS'],
    ['WASHINGTON, D.C. — ', 'WASHINGTON'],
    ['WINSTON-SALEM, N.C. (AP) — ', 'WINSTON-SALEM'],
    ['NEW DELHI, India -- ', 'NEW DELHI'],
    ['SAN FRANCISCO/LONDON, April 12, 2024 — ', 'SAN FRANCISCO/LONDON'],
  ])('may be written as in “%s”', (at, place) => {
    expect(datelineOf('Council backs a new bridge', at + BODY, MORE)).toEqual({ at, place })
  })

  it('ends before a quotation that opens the story', () => {
    expect(datelineOf('Council backs a new bridge', `LEITH — “We won,” the mayor said. ${BODY}`)).toEqual({
      at: 'LEITH — ',
      place: 'LEITH',
    })
  })

  it('may stand in a line of its own', () => {
    expect(datelineOf('Council backs a new bridge', 'By Lena Ortiz', 'LEITH, March 3, 2024', BODY)).toEqual({
      at: 'LEITH, March 3, 2024',
      place: 'LEITH',
    })
  })

  it.each([
    'US-led forces crossed the bridge. ',
    'COVID-19 closed the bridge. ',
    'EU–China talks began at the bridge. ',
    'U.S. officials crossed the bridge. ',
    'NATO said that it knew. ',
  ])('is not seen in “%s”', (opening) => {
    expect(datelineOf('Council backs a new bridge', opening + BODY)).toBeUndefined()
  })

  it('is looked for in the first paragraph of the body and no further', () => {
    expect(datelineOf('Council backs a new bridge', BODY, MORE, `LONDON (AP) — ${MORE}`)).toBeUndefined()
  })
})

describe('a long line of capitals', () => {
  it.each([
    ['without a space', 'A'.repeat(240_000)],
    ['with spaces', 'AB '.repeat(80_000)],
    ['with full stops', 'AB.'.repeat(80_000)],
  ])(
    // It took half a minute once, or for ever.
    'is read like any other %s',
    (_, line) => {
      expect(rolesOf('Council backs a new bridge', line, BODY)).toEqual(['headline', 'body', 'body'])
    },
  )
})
