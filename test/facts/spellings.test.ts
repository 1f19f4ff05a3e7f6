/** Tests of how names are spelled. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'
import { spellingKey } from '../../src/facts/names/spellings.ts'

/** The keys that have several spellings, each spelling with the number of its places. */
function variedIn(text: string): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const { varied } = textStory(text).facts.spellings
  return Object.fromEntries(
    varied.map(({ key, spellings }) => [
      key,
      Object.fromEntries(
        spellings.filter(({ places }) => places.length > 0).map((spelling) => [spelling.text, spelling.places.length]),
      ),
    ]),
  )
}

describe('the spellings of a name', () => {
  it.each([
    ['Shares of Tarn-Velka rose. A man from Tarn Velka left.', 'tarnvelka', { 'Tarn-Velka': 1, 'Tarn Velka': 1 }],
    ['He flew to Hong Kong. In HongKong’s harbour he saw Hong Kong.', 'hongkong', { 'Hong Kong': 2, HongKong: 1 }],
    ['He left the U.S. on Monday. A US-born man and a US-Norvik deal.', 'us', { 'U.S.': 1, US: 2 }],
    ['He sold cars in the U.S.. Nobody in the US bought them.', 'us', { 'U.S.': 1, US: 1 }],
    [
      'The J. P. Hadley deal and the J.P. Hadley one, and JP Hadley.',
      'jphadley',
      { 'J. P. Hadley': 1, 'J.P. Hadley': 1, 'JP Hadley': 1 },
    ],
    ['He went to St. Velka and to St Velka.', 'stvelka', { 'St. Velka': 1, 'St Velka': 1 }],
    ['He drank Coca-cola after Coca-Cola.', 'cocacola', { 'Coca-cola': 1, 'Coca-Cola': 1 }],
    ['He has an iPhone, and Iphone is how he writes it.', 'iphone', { iPhone: 1, Iphone: 1 }],
    ['The vote for Lindén and the one for Linden.', 'linden', { Lindén: 1, Linden: 1 }],
  ])('stand under one key: %s', (text, key, spellings) => {
    expect(variedIn(text)[key]).toEqual(spellings)
  })

  it('are one where only a possessive, a hanging word or a sentence’s full stop parts them', () => {
    expect(
      variedIn(
        'The Norvik deal and Norvik’s rise in the Norvik-led talks. It is Norvik. He asked the SEC. The SEC said no.',
      ),
    ).toEqual({})
  })

  it('know their places in story order', () => {
    const story = textStory('He flew to Hong Kong, and Hong Kong’s harbour was full.')
    const [spelling] = story.facts.spellings.byKey.get('hongkong')!
    expect(spelling!.places.map((place) => [place.start, story.slice(place)])).toEqual([
      [11, 'Hong Kong'],
      [26, 'Hong Kong'],
    ])
    expect(spelling!.places.map(({ word }) => story.facts.words.text(word))).toEqual(['Hong', 'Hong'])
  })

  it('can be asked for by any of them', () => {
    const { spellings } = textStory('He drank Coca Cola at noon.').facts
    expect(spellings.byKey.get(spellingKey('Coca-Cola'))!.map(({ text }) => text)).toEqual(['Coca Cola'])
    expect(spellings.byKey.get(spellingKey('Pepsi'))).toBeUndefined()
  })

  it('leave out what is set in capitals, and don’t reach over a comma', () => {
    expect(
      variedIn(
        'Norvik rose\n\nMEN OF NORVIK LEFT THE TOWN TODAY.\n\nThe Norvik deal is done, he said of Tarn, Velka and TarnVelka.',
      ),
    ).toEqual({})
  })
})
