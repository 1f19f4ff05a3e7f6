/** Tests of who is who in a story. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'
import type { DeskName } from '../../src/copy/index.ts'

/** The entities of a text: of each its name and what it is called. */
function entitiesIn(text: string, names: readonly DeskName[] = []): Readonly<Record<string, readonly string[]>> {
  const story = textStory(text, { names })
  return Object.fromEntries(
    story.facts.entities.all.map(({ name, mentions }) => [name, mentions.map((mention) => story.slice(mention))]),
  )
}
const kindsIn = (text: string) =>
  Object.fromEntries(textStory(text).facts.entities.all.map(({ name, kind }) => [name, kind]))

describe('an entity', () => {
  it('is one name in all its mentions', () => {
    expect(
      entitiesIn('They sold Xiaomi’s shares, said a man who works for Xiaomi. Xiaomi said no more than that.'),
    ).toEqual({ Xiaomi: ['Xiaomi', 'Xiaomi', 'Xiaomi'] })
  })

  it('is one name in all its spellings, and is called by its fullest', () => {
    const story = textStory(
      'They say that JPMorgan, JP Morgan and J.P. Morgan are one bank, and that JP Morgan is how most of us write it.',
    )
    expect(story.facts.entities.all.map(({ name, forms }) => ({ name, forms }))).toEqual([
      { name: 'JP Morgan', forms: ['JP Morgan', 'JPMorgan', 'J.P. Morgan'] },
    ])
  })

  it('is a person in full and by surname, with title and without', () => {
    expect(
      entitiesIn(
        'They asked Sen. Ruth Kessler, and Kessler said no. Then Mrs. Kessler left, with some of Kessler’s aides.',
      ),
    ).toEqual({ 'Ruth Kessler': ['Ruth Kessler', 'Kessler', 'Kessler', 'Kessler'] })
  })

  it('is not a surname that two people share', () => {
    expect(
      entitiesIn('They saw Barack Obama and then Michelle Obama come out on the lawn, and Obama spoke for an hour.'),
    ).toEqual({ 'Barack Obama': ['Barack Obama'], 'Michelle Obama': ['Michelle Obama'], Obama: ['Obama'] })
  })

  it('is not the last word of a company', () => {
    expect(
      entitiesIn('They work for Northern Bank, and on the Bank of all places they met a man from Northern Bank.')[
        'Northern Bank'
      ],
    ).toEqual(['Northern Bank', 'Northern Bank'])
  })

  it('is a country in full and in short', () => {
    expect(
      entitiesIn(
        'They know that the United States is far, said a man in the U.S. who knows the US well. The USA and the U.K. agree with the United Kingdom.',
      ),
    ).toEqual({ 'United States': ['United States', 'U.S.', 'US', 'USA'], 'United Kingdom': ['U.K.', 'United Kingdom'] })
  })

  it('is a name and the acronym that the story gives it', () => {
    expect(
      entitiesIn('They wrote to the European Central Bank (ECB) about it, and the ECB wrote back within a week.'),
    ).toEqual({ 'European Central Bank': ['European Central Bank', 'ECB', 'ECB'] })
  })

  it('is another for an acronym that the story doesn’t explain', () => {
    expect(
      Object.keys(
        entitiesIn('They wrote to the European Central Bank about it, and the ECB wrote back within a week.'),
      ),
    ).toEqual(['European Central Bank', 'ECB'])
  })

  it('is found by each of its mentions, and by no other story’s', () => {
    const story = textStory('They asked Ruth Kessler, and Kessler said no. They asked Gao.')
    const { mentions, entities } = story.facts
    expect(mentions.map((mention) => entities.of(mention).name)).toEqual(['Ruth Kessler', 'Ruth Kessler', 'Gao'])
    expect(() => entities.of(textStory('They asked Huawei about it.').facts.mentions[0]!)).toThrow('no name “Huawei”')
  })

  it('is a person or an organisation where its form tells', () => {
    expect(
      kindsIn(
        'They asked Sen. Ruth Kessler, a man from Acme Corp. and one from the Bank of England about John Roe Jr. and Nokia, and then a man from the European Commission.',
      ),
    ).toEqual({
      'Ruth Kessler': 'person',
      'Acme Corp.': 'organisation',
      'Bank of England': 'organisation',
      'John Roe Jr.': 'person',
      Nokia: undefined,
      'European Commission': 'organisation',
    })
  })
})

describe('the desk’s aliases', () => {
  it('are one entity with their name', () => {
    const names = [{ name: 'Google', aliases: ['Alphabet', 'the search giant'] }]
    expect(
      entitiesIn('They sold some shares in Google and in Alphabet, and the search giant bought them back.', names),
    ).toEqual({ 'the search giant': ['Google', 'Alphabet', 'the search giant'] })
  })

  it('tell whose surname it is', () => {
    const names = [{ name: 'Barack Obama', aliases: ['Obama'] }]
    expect(
      entitiesIn(
        'They saw Barack Obama and then Michelle Obama come out on the lawn, and Obama spoke for an hour.',
        names,
      ),
    ).toEqual({ 'Barack Obama': ['Barack Obama', 'Obama'], 'Michelle Obama': ['Michelle Obama'] })
    expect(entitiesIn('They saw Michelle Obama come out on the lawn, and Obama spoke for an hour.', names)).toEqual({
      'Michelle Obama': ['Michelle Obama'],
      Obama: ['Obama'],
    })
  })

  it('go together with what the story itself links', () => {
    const names = [{ name: 'Gao Feng', aliases: ['Feng Gao'] }]
    expect(
      entitiesIn('They know that Feng Gao wrote the rules. Then Gao left, said Gao Feng of himself.', names),
    ).toEqual({ 'Feng Gao': ['Feng Gao', 'Gao', 'Gao Feng'] })
  })

  it('may turn a common short form round', () => {
    expect(
      entitiesIn('They know that the United States is far, said a man in the U.S. who knows the USA.', [
        { name: 'U.S.', aliases: ['United States'] },
      ]),
    ).toEqual({ 'United States': ['United States', 'U.S.', 'USA'] })
  })

  it('may turn an acronym round', () => {
    const names = [{ name: 'ECB', aliases: ['European Central Bank'] }]
    expect(
      entitiesIn(
        'They wrote to the European Central Bank (ECB) about it, and the ECB wrote back within a week.',
        names,
      ),
    ).toEqual({ 'European Central Bank': ['European Central Bank', 'ECB', 'ECB'] })
  })

  it('may name each other', () => {
    const names = [
      { name: 'Twitter', aliases: ['Chirper'] },
      { name: 'Chirper', aliases: ['Twitter'] },
    ]
    expect(entitiesIn('They say that Twitter is now Chirper to most of us.', names)).toEqual({
      Twitter: ['Twitter', 'Chirper'],
    })
  })

  it.each([
    ['first to last', false],
    ['last to first', true],
  ])('are followed from name to name, listed from %s', (_, reversed) => {
    const names = Array.from({ length: 200 }, (_each, index) => ({
      name: `Firm${index + 1}`,
      aliases: [`Firm${index}`],
    }))
    expect(
      entitiesIn('They say that Firm0 was Firm7 once and is Firm200 now.', reversed ? names.toReversed() : names),
    ).toEqual({ Firm0: ['Firm0', 'Firm7', 'Firm200'] })
  })

  it('may have signs between their words and a possessive at their end', () => {
    const names = [
      { name: 'marks & spencer', aliases: ['M&S'] },
      { name: 'Trader Joe’s', aliases: ['the shop'] },
    ]
    expect(
      entitiesIn(
        "They know that marks & spencer is M&S to most of us, and that Trader Joe's is the shop to them.",
        names,
      ),
    ).toEqual({ 'marks & spencer': ['marks & spencer', 'M&S'], 'Trader Joe': ['Trader Joe', 'the shop'] })
  })
})

describe('the first word of a name', () => {
  it('that tells a part of a country or city is not dropped when it is named again', () => {
    expect(
      entitiesIn(
        'They know that South Korea is rich. Now Korea is two states, and they know New York and they know York.',
      ),
    ).toEqual({ 'South Korea': ['South Korea'], Korea: ['Korea'], 'New York': ['New York'], York: ['York'] })
  })
})

describe('a family name that comes first', () => {
  it('stands for the whole name where it speaks', () => {
    expect(entitiesIn('They met Gao Feng of the ministry on that day. “We know the rules,” Gao said of it.')).toEqual({
      'Gao Feng': ['Gao Feng', 'Gao'],
    })
  })

  it('is a place where somebody is in it', () => {
    expect(entitiesIn('They read the Boston Globe on that day. Boston said no to it. It is cold in Boston.')).toEqual({
      'Boston Globe': ['Boston Globe'],
      Boston: ['Boston', 'Boston'],
    })
  })
})

describe('a department', () => {
  it('is one in both orders, with and without its country, in both spellings', () => {
    expect(
      entitiesIn(
        'They asked the U.S. Defense Department, the Department of Defence and the Defense Department for it.',
      ),
    ).toEqual({ 'U.S. Defense Department': ['U.S. Defense Department', 'Department of Defence', 'Defense Department'] })
    expect(entitiesIn('They asked the Foreign Ministry and then the Ministry of Foreign Affairs for it.')).toEqual({
      'Ministry of Foreign Affairs': ['Foreign Ministry', 'Ministry of Foreign Affairs'],
    })
    expect(
      Object.keys(entitiesIn('They asked the Treasury Department and the Department of the Treasury for it.')),
    ).toHaveLength(1)
  })

  it('is no ministry, no other department and no other country’s', () => {
    const story =
      'They asked the Defense Ministry, the Department of Defense, the Department of Justice, and the Russian Defense Ministry for it.'
    expect(Object.keys(entitiesIn(story))).toHaveLength(4)
  })
})

describe('a country', () => {
  const countriesIn = (text: string) => {
    const { mentions, entities } = textStory(text).facts
    return mentions.map((mention) => entities.country(mention))
  }

  it('is told by its names, and by the adjectives of its people', () => {
    expect(
      countriesIn(
        'They said that Britain, the U.K. and the British agree, and so do the South Koreans, Norvik and the Chinese Government.',
      ),
    ).toEqual([
      { country: 'britain', form: 'name' },
      { country: 'britain', form: 'name' },
      { country: 'britain', form: 'adjective' },
      undefined,
      undefined,
      { country: 'china', form: 'adjective' },
    ])
    expect(
      countriesIn("They said that the Ivory Coast and Côte d'Ivoire are one, and that Hong Kong is Hong Kong.").map(
        (found) => found?.country,
      ),
    ).toEqual(['ivorycoast', 'ivorycoast', 'hongkong', 'hongkong'])
  })
})
