/** Tests of acronyms and their meanings. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'

/** The acronyms of a sentence, each with its meaning. */
function acronymsOf(text: string): Readonly<Record<string, string>> {
  const story = textStory(text)
  return Object.fromEntries(story.facts.acronyms.map(({ acronym, meaning }) => [acronym, story.slice(meaning)]))
}

describe('an acronym', () => {
  it.each([
    ['They wrote to the European Central Bank (ECB) about it.', 'ECB', 'European Central Bank'],
    ['They wrote to the Food and Drug Administration (FDA) about it.', 'FDA', 'Food and Drug Administration'],
    ['They wrote to the Federal Bureau of Investigation (FBI) about it.', 'FBI', 'Federal Bureau of Investigation'],
    ['They wrote to the Department of Defense (DOD) about it.', 'DOD', 'Department of Defense'],
    [
      'They wrote to the Bureau of Alcohol, Tobacco, Firearms and Explosives (BATFE) about it.',
      'BATFE',
      'Bureau of Alcohol, Tobacco, Firearms and Explosives',
    ],
    ['They talked about gross domestic product (GDP) at length.', 'GDP', 'gross domestic product'],
    ['They sold sport utility vehicles (SUVs) at home.', 'SUV', 'sport utility vehicles'],
    ['They talked of research and development (R&D) at length.', 'RD', 'research and development'],
    ['They flew to the United States (U.S.) again.', 'US', 'United States'],
    ['They met at the Asia-Pacific Economic Cooperation (APEC) talks.', 'APEC', 'Asia-Pacific Economic Cooperation'],
    ['They asked St. Louis University (SLU) about it.', 'SLU', 'St. Louis University'],
  ])('stands in brackets behind its meaning: %s', (text, acronym, meaning) => {
    expect(acronymsOf(text)).toEqual({ [acronym]: meaning })
  })

  it.each([
    'Shares in the carmaker (NASDAQ) rose on Monday.',
    'They wrote to the European Central Bank, and (ECB) was the answer.',
    'They wrote to the “European” Central Bank (ECB) of all places.',
    'They wrote to the Commerce Ministry (MOFCOM) about it.',
    'He left (A) and came back.',
    'They wrote to the bank (ecb) about it.',
  ])('is none where the letters before it don’t spell it out: %s', (text) => {
    expect(acronymsOf(text)).toEqual({})
  })

  it('stands where its letters stand, without the plural’s s', () => {
    const story = textStory('They sold sport utility vehicles (SUVs) and flew to the United States (U.S.) again.')
    expect(story.facts.acronyms.map((acronym) => story.slice(acronym))).toEqual(['SUV', 'U.S.'])
  })

  it('is explained within one block', () => {
    expect(acronymsOf('They wrote to the European Central\n\nBank (ECB) said no.')).toEqual({})
  })

  it('may be explained twice', () => {
    const story = textStory('The Central Bank (CB) met the City Board (CB) on Monday.')
    expect(story.facts.acronyms.map(({ meaning }) => story.slice(meaning))).toEqual(['Central Bank', 'City Board'])
  })
})
