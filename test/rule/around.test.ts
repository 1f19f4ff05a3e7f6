/** Tests what a rule sees around a place. */
import { describe, expect, it } from 'vitest'
import { around, span } from '#rule'
import { textStory } from '../stories.ts'

/** Looks around the first place of some words. */
function at(words: string, text: string) {
  const story = textStory(text)
  const start = story.text.indexOf(words)
  return around(story, span(start, start + words.length))
}

describe('the text around a place', () => {
  it('is as long as asked for', () => {
    const near = at('Ostby', 'Mayor Ostby of Norvik resigned.')
    expect(near.before(4)).toBe('yor ')
    expect(near.behind(4)).toBe(' of ')
    expect(near.near(4)).toBe('yor Ostby of ')
  })

  it('ends with the block', () => {
    const near = at('Ostby', 'She left.\n\nOstby\n\nHe stayed.')
    expect([near.before(), near.near(), near.behind()]).toEqual(['', 'Ostby', ''])
  })

  it('of a text by itself ends with the text, and an offset is a place', () => {
    const near = around('Ostby left', 5)
    expect([near.before(), near.behind(), near.near()]).toEqual(['Ostby', ' left', 'Ostby left'])
  })
})

describe('the words beside a place', () => {
  it('are parted from it by one space', () => {
    const near = at('Ostby', 'the (acting) Mr. Ostby so-called resigned')
    expect([near.wordBefore, near.wordBehind]).toEqual(['Mr.', 'so-called'])
  })

  it('stand behind no mark and in no other block', () => {
    const near = at('Ostby', 'resigned\n\nOstby, mayor')
    expect([near.wordBefore, near.wordBehind]).toEqual(['', ''])
    expect(at('Ostby', 'said “old Ostby year-olds').wordBefore).toBe('old')
  })
})

describe('a sentence', () => {
  it.each(['Ostby left.', 'She came. Ostby left.', 'OSLO (AP) - Ostby left.', 'Update: Ostby left.', '1) Ostby left.'])(
    'may open in “%s”',
    (text) => expect(at('Ostby', text).opensSentence).toBe(true),
  )

  it.each(['The Ostby deal.', 'A re-Ostby.', 'She, Ostby said, left.'])('does not in “%s”', (text) =>
    expect(at('Ostby', text).opensSentence).toBe(false),
  )
})

describe('marks around a place', () => {
  it.each(['“Ostby”', '‘Ostby,’', '"Ostby"', '«Ostby»'])('set %s apart', (text) =>
    expect(at('Ostby', `It said ${text} there.`).isSetApart).toBe(true),
  )

  it.each(['“Ostby left”', 'the Ostby’s', '‘Ostby’s'])('do not set “Ostby” apart in %s', (text) =>
    expect(at('Ostby', `It said ${text} there.`).isSetApart).toBe(false),
  )

  it('are those asked for', () => {
    const near = at('Ostby', 'As [Ostby) said')
    expect(near.isBetween('([', ')]')).toBe(true)
    expect(near.isBetween('(', ')')).toBe(false)
    expect(at('Ostby', 'Ostby').isBetween('', '')).toBe(false)
  })
})

describe('a place that the copy disowns', () => {
  it.each(['Ostby [sic]', 'Ostby’s (sic)', '“Ostby” [SIC]'])('has “sic” behind it: %s', (text) =>
    expect(at('Ostby', text).isSic).toBe(true),
  )

  it.each(['Osby, not Ostby', 'Osby instead of the Ostby', 'Sunday rather than on Ostby'])('is rejected: %s', (text) =>
    expect(at('Ostby', text).isRejected).toBe(true),
  )

  it('is no other', () => {
    const near = at('Ostby', 'It did not suit Ostby [a mayor]')
    expect([near.isSic, near.isRejected]).toEqual([false, false])
  })
})
