/** What weekday-mismatch proposes: both ways out, written as the writer writes. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'
import weekdayMismatch from '../../rules/weekday-mismatch/rule.ts'

/** The text after each suggestion of its one finding. */
function waysOut(text: string): readonly string[] {
  const story = textStory(text)
  const [finding] = weekdayMismatch.run(story, {})
  return finding!.suggestions.map(({ edits, grade }) => {
    expect(grade).toBe('idea')
    return edits
      .toReversed()
      .reduce((copy, { at, text: put }) => copy.slice(0, at.start) + put + copy.slice(at.end), story.text)
  })
}

describe('what weekday-mismatch proposes', () => {
  it.each([
    [
      'It began on Saturday, July 17, 2020.',
      ['It began on Friday, July 17, 2020.', 'It began on Saturday, July 18, 2020.'],
    ],
    ['It began on Sat., Jul. 17, 2020.', ['It began on Fri., Jul. 17, 2020.', 'It began on Sat., Jul. 18, 2020.']],
    ['It began on Fri, Sept 3, 2020.', ['It began on Thu, Sept 3, 2020.', 'It began on Fri, Sept 4, 2020.']],
    ['It began on Tues., July 17, 2020.', ['It began on Fri., July 17, 2020.', 'It began on Tues., July 14, 2020.']],
    [
      'IT BEGAN ON SUNDAY, JULY 17, 2020.',
      ['IT BEGAN ON FRIDAY, JULY 17, 2020.', 'IT BEGAN ON SUNDAY, JULY 19, 2020.'],
    ],
    [
      'It began on Thursday 3rd July 2020.',
      ['It began on Friday 3rd July 2020.', 'It began on Thursday 2nd July 2020.'],
    ],
    [
      'It began on Friday 11th July 2020.',
      ['It began on Saturday 11th July 2020.', 'It began on Friday 10th July 2020.'],
    ],
    ['It began on Thursday, 2020-07-10.', ['It began on Friday, 2020-07-10.', 'It began on Thursday, 2020-07-09.']],
  ])('for “%s”', (text, expected) => {
    expect(waysOut(text)).toEqual(expected)
  })

  it('mends every place where the date stands', () => {
    expect(waysOut('It began on Saturday, July 17, 2020.\n\nOn Sat., July 17, 2020, it rained.')).toEqual([
      'It began on Friday, July 17, 2020.\nOn Fri., July 17, 2020, it rained.',
      'It began on Saturday, July 18, 2020.\nOn Sat., July 18, 2020, it rained.',
    ])
  })

  it('keeps to the month: of a wrong last day only the weekday is proposed, or an earlier day', () => {
    expect(waysOut('It began on Sunday, July 31, 2020.')).toEqual(['It began on Friday, July 31, 2020.'])
    expect(waysOut('It began on Thursday, July 31, 2020.')).toEqual([
      'It began on Friday, July 31, 2020.',
      'It began on Thursday, July 30, 2020.',
    ])
  })

  it('leaves the days of a range alone', () => {
    expect(waysOut('It ran Sunday, July 17-18, 2020.')).toEqual(['It ran Friday, July 17-18, 2020.'])
  })
})
