/** Tests of the forms that the desk's names file forbids. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'
import type { DeskName } from '../../src/copy/index.ts'

const KYIV: DeskName = { name: 'Kyiv', forbidden: ['Kiev'], aliases: ['chicken Kiev'] }

/** Each forbidden form with its places as they stand. */
function forbiddenIn(text: string, ...names: readonly DeskName[]): readonly string[] {
  const story = textStory(text, { names })
  return story.facts.forbiddenForms.map(
    ({ form, name, places }) => `${form} → ${name.name}: ${places.map((place) => story.slice(place)).join(' ')}`,
  )
}

describe('a forbidden form', () => {
  it('is found wherever it stands, without possessive and without what a hyphen hangs on it', () => {
    expect(forbiddenIn('Kiev was quiet. He left Kiev’s suburbs for a Kiev-based firm in Kiev.', KYIV)).toEqual([
      'Kiev → Kyiv: Kiev Kiev Kiev Kiev',
    ])
  })

  it('is none within a longer form that is fine', () => {
    expect(forbiddenIn('The menu in Kyiv had chicken Kiev on it.', KYIV)).toEqual([])
  })

  it('is none in other letters, or within a word', () => {
    expect(forbiddenIn('He left kiev for Kievan lands.', KYIV)).toEqual([])
  })

  it('may have several words and signs between them', () => {
    const name: DeskName = { name: 'Brellan Inc.', forbidden: ['Brellan, Incorporated', 'Brellan & Sons'] }
    expect(
      forbiddenIn(
        'He left Brellan, Incorporated. He had joined Brellan & Sons in May, and Brellan and Sons never.',
        name,
      ),
    ).toEqual([
      'Brellan, Incorporated → Brellan Inc.: Brellan, Incorporated',
      'Brellan & Sons → Brellan Inc.: Brellan & Sons',
    ])
  })

  it('that is allowed as well is fine', () => {
    expect(forbiddenIn('He left Kiev.', KYIV, { name: 'Kiev' })).toEqual([])
  })
})
