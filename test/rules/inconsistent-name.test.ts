/**
 * The parts of inconsistent-name that a page can't show: what it suggests, how sure it is of that, and the name it
 * shows.
 */
import { describe, expect, it } from 'vitest'
import { mayBeTheRightOne } from '../../rules/inconsistent-name/right-form.ts'
import rule from '../../rules/inconsistent-name/rule.ts'
import { textStory } from '../stories.ts'

function suggestionsIn(text: string): readonly string[] {
  return [...rule.run(textStory(text), {})].flatMap(({ suggestions }) =>
    suggestions.map(({ title, grade, edits }) => `${grade}: ${title} (${edits.length})`),
  )
}

describe('what is suggested for a name written two ways', () => {
  it('is the usual form, where it stands more often', () => {
    expect(suggestionsIn('He left the U.S. in May. The U.S. was glad, and the US said so.')).toEqual([
      'likely: Write “U.S.” throughout (1)',
    ])
  })

  it('is either form as an idea, where both stand equally often', () => {
    expect(suggestionsIn('The shop is run by Tarn Velka. A man from Tarn-Velka left it.')).toEqual([
      'idea: Write “Tarn Velka” throughout (1)',
      'idea: Write “Tarn-Velka” throughout (1)',
    ])
  })

  it('is either form as an idea, where the rarer one may be the right one', () => {
    expect(suggestionsIn('He bought Quaystone in May. He sold Quaystone in June, when QuayStone had doubled.')).toEqual(
      ['idea: Write “Quaystone” throughout (1)', 'idea: Write “QuayStone” throughout (2)'],
    )
  })

  it('is the usual form alone, where it stands five times as often, and never a form that has only lost a space', () => {
    expect(
      suggestionsIn(
        'Quaystone fell. Quaystone rose. Then Quaystone fell, and Quaystone rose. Who owns Quaystone? QuayStone is owned by Hadley.',
      ),
    ).toEqual(['idea: Write “Quaystone” throughout (1)'])
    expect(suggestionsIn('He came to St. Norvik. He left St. Norvik in May. Nobody in St.Norvik saw him.')).toEqual([
      'likely: Write “St. Norvik” throughout (1)',
    ])
  })

  it('is never the rarer form alone, though two capitals may be a slip of the shift key: “XInclude” is none', () => {
    expect(suggestionsIn('A plant of BRellandt was shut. Then Brellandt sold it.')).toEqual([
      'idea: Write “BRellandt” throughout (1)',
      'idea: Write “Brellandt” throughout (1)',
    ])
    expect(suggestionsIn('A plant of BRellandt was shut. Then Brellandt sold it, and BRellandt was sad.')).toEqual([
      'idea: Write “BRellandt” throughout (1)',
      'idea: Write “Brellandt” throughout (2)',
    ])
    expect(suggestionsIn('A plant of Brellandt was shut. Then BRellandt sold it, and Brellandt was sad.')).toEqual([
      'likely: Write “Brellandt” throughout (1)',
    ])
    expect(
      suggestionsIn(
        'BRellandt shut a plant. Then Brellandt sold it. BRellandt was sad. BRellandt wept. BRellandt left.',
      ),
    ).toEqual(['likely: Write “BRellandt” throughout (1)'])
  })
})

describe('a rarer form', () => {
  it.each([
    ['TechQuay', 'Techquay', true],
    ['Tech Quay', 'Techquay', true],
    ['Tarn-Velka', 'Tarn Velka', true],
    ['RECs', 'RECS', true],
    ['Techquay', 'TechQuay', false],
    ['Tarn Velka', 'Tarn-Velka', false],
    ['RECS', 'RECs', false],
    ['HIgh', 'High', false],
    ['US', 'U.S.', false],
  ])('such as “%s” beside “%s” may be the right one: %s', (rare, usual, answer) => {
    expect(mayBeTheRightOne(rare, usual)).toBe(answer)
  })
})

describe('the name that is shown', () => {
  it('has no more around it than what stands by every place', () => {
    const named = (text: string): readonly string[] => [...rule.run(textStory(text), {})].map(({ message }) => message)
    expect(named('The paper is led by Lena J. Hadley. Its owner says Lena J Hadley will stay.')[0]).toContain(
      '“Lena J. Hadley” (once) is also “Lena J Hadley”',
    )
    expect(named('The paper is led by Lena J. Hadley. Its owner says J Hadley will stay.')[0]).toContain(
      '“J. Hadley” (once) is also “J Hadley”',
    )
  })
})
