/** Tests of how the words of a headline are held against a body. */
import { describe, expect, it } from 'vitest'
import { isOtherThanHeadline } from '../../rules/stacked-headlines/candidates.ts'
import { readBody, weigh } from '../../rules/stacked-headlines/fit.ts'
import { bareWord, stemOf } from '../../rules/stacked-headlines/stems.ts'
import { textStory } from '../stories.ts'

/** The words of a headline that a body has not. */
function absentFrom(body: string, headline: string): readonly string[] {
  return weigh(textStory(`${headline}\n\n${body}`), headline, readBody([body])).absent
}

describe('words of one family', () => {
  it.each([
    ['removal', 'removing', 'removed', 'removes', 'remove'],
    ['China', 'Chinese', 'China’s'],
    ['Belmora', 'Belmoran', 'Belmorans'],
    ['France', 'French'],
    ['benefit', 'beneficial', 'benefits'],
    ['regulator', 'regulation', 'regulating'],
    ['sell', 'sold', 'sales'],
    ['city', 'cities'],
    ['plan', 'planning', 'planned'],
    ['12', 'twelve'],
    ['1,200', '1200'],
    ['cafés', 'cafe'],
  ])('have one stem: %s, %s …', (...words) => {
    expect(new Set(words.map((word) => stemOf(bareWord(word)))).size).toBe(1)
  })

  it.each([
    ['remove', 'remark'],
    ['harbour', 'hardly'],
    ['police', 'polish'],
    ['140', '14'],
    ['ministry', 'minority'],
  ])('are not these two: %s, %s', (one, other) => {
    expect(stemOf(bareWord(one))).not.toBe(stemOf(bareWord(other)))
  })
})

describe('a headline held against a body', () => {
  it('lacks the words of content that stand nowhere in it, common ones last', () => {
    expect(absentFrom('The council approved the harbour.', 'Council market counts wolves near harbour')).toEqual([
      'counts',
      'wolves',
      'market',
    ])
  })

  it('lacks no words that say nothing of a story', () => {
    expect(
      absentFrom('The council approved the harbour.', 'What the council will say about the harbour next week'),
    ).toEqual([])
  })

  it('has an acronym where the body spells it out, and a name where the body has its initials', () => {
    expect(absentFrom('The International Rowing Federation paid.', 'IRF pays')).toEqual([])
    expect(absentFrom('The IRF paid.', 'International Rowing Federation pays')).toEqual([])
    expect(absentFrom('The international federation of rowing clubs paid.', 'IRC pays')).toEqual(['IRC'])
  })

  it('is not held against the name of its outlet', () => {
    expect(absentFrom('The council approved the harbour.', 'Council approves harbour | The Torvia Courier')).toEqual([])
    expect(absentFrom('The council approved the harbour.', 'Council approves harbour - Courier News')).toEqual([])
  })

  it('fits better by what stands in the opening than by what stands far down', () => {
    const filler = 'and so it went on for them '.repeat(40)
    const story = textStory('Wolves seen\n\nWolves.')
    const strangeness = (body: string): number => weigh(story, 'Wolves howl at night', readBody([body])).strangeness
    expect(strangeness(`Wolves howl. ${filler}`)).toBeLessThan(strangeness(`${filler} Wolves howl.`))
    expect(strangeness(`${filler} Wolves howl.`)).toBeLessThan(strangeness(filler))
  })
})

describe('a line on top that is no headline', () => {
  it.each([
    'Swimmers below the lighthouse (Photo: Lena Okafor)',
    'Swimmers below the lighthouse. Picture: Okafor',
    'Mayor Vale (left) and her aides',
    'Rowers on the lake on May 3, 2019',
    'Lena Okafor, Jonas Wexley and Ingrid Vale',
    'Lena Okafor for the Courier',
    'Where: the Lyric, until June',
    'Updated Dec. 3 at 3:15 p.m.',
    '“All the rivers run into the sea” — an old song',
    'www.courier.example/harbour',
    '(Courier archive)',
    'Series: Towns without trains',
  ])('is told by its shape: %s', (line) => {
    expect(isOtherThanHeadline(line)).toBe(true)
  })

  it.each([
    'Council backs new harbour after ten-year wait',
    'Norvik, Halden and the state share the cost of a quay',
    '“We will build,” says mayor',
    'Torvia: two hurt in fire',
    'Photographer sues the Courier',
    'One click away from ruin',
    'Reuters chief warns of cuts',
  ])('is not this headline: %s', (line) => {
    expect(isOtherThanHeadline(line)).toBe(false)
  })
})
