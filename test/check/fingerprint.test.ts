/** Tests of the names that findings keep. */
import { span } from '#rule'
import { describe, expect, it } from 'vitest'
import { checkStory } from '../stories.ts'
import { Fingerprints } from '../../src/check/fingerprint.ts'
import { active, storyOf, wordRule } from './word-rule.ts'

const STORY =
  'The plan was adopted late.\n\nShares in the widget maker rose by a tenth in Leith on Monday.\n\nNobody had seen it come.'

/** The fingerprints of the findings of “widget” in a text. */
function fingerprintsOf(text: string, id = 'stray-word'): readonly string[] {
  return checkStory(storyOf(text), active(wordRule(/widget/g, { id }))).findings.map(({ fingerprint }) => fingerprint)
}
const [usual] = fingerprintsOf(STORY)

describe('a fingerprint', () => {
  it.each([
    ['lines come before it', `A headline\n\nAnd a line.\n\n${STORY}`],
    ['lines move behind it', STORY.replace('Nobody had seen it come.', 'All of them had.\n\nNobody had seen it come.')],
    ['the line ends of its file change', STORY.replaceAll('\n', '\r\n')],
    ['its paragraph is wrapped', STORY.replace('rose by', 'rose\u00A0by')],
    [
      'words change further than four away',
      STORY.replace('Monday', 'Tuesday').replace('The plan was adopted late.', 'It was late.'),
    ],
    ['marks between the words change', STORY.replace('widget maker', '“widget” maker,')],
  ])('stays where %s', (_, text) => {
    expect(fingerprintsOf(text)).toEqual([usual])
  })

  it.each([
    ['a word within four of it changes', STORY.replace('maker', 'seller')],
    ['a word within four before it changes', STORY.replace('Shares in', 'Sales of')],
  ])('changes where %s', (_, text) => {
    expect(fingerprintsOf(text)).not.toEqual([usual])
  })

  it('is another for another rule and for other words', () => {
    expect(fingerprintsOf(STORY, 'other-word')).not.toEqual([usual])
    const fingerprints = new Fingerprints()
    const story = storyOf(STORY)
    const at = story.text.indexOf('widget')
    expect(fingerprints.of(story, 'stray-word', span(at, at + 6))).toBe(usual)
    expect(fingerprints.of(story, 'stray-word', span(at, at + 12))).not.toBe(usual)
  })

  it('tells equals apart by their order', () => {
    const twice = fingerprintsOf(`${STORY}\n\n${STORY}\n\n${STORY}`)
    expect(new Set(twice).size).toBe(3)
    expect(fingerprintsOf(`One more.\n\n${STORY}\n\nYet one more.\n\n${STORY}\n\n${STORY}`).length).toBe(3)
    expect(twice[0]).toBe(fingerprintsOf(`${STORY}\n\n${STORY}`)[0])
    expect(twice[1]).toBe(fingerprintsOf(`${STORY}\n\n${STORY}`)[1])
  })

  it('is made for an empty span and at the ends of a story', () => {
    const story = storyOf('widget')
    const fingerprints = new Fingerprints()
    const all = [span(0, 0), span(6, 6), span(0, 6), span(0, 0)].map((at) => fingerprints.of(story, 'stray-word', at))
    expect(new Set(all).size).toBe(4)
    for (const each of all) expect(each).toMatch(/^[0-9a-f]{16}$/)
  })

  it('hardly ever is that of another finding', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `Part ${index} of the widget number ${index}.`).join('\n\n')
    expect(new Set(fingerprintsOf(text)).size).toBe(5000)
  })
})
