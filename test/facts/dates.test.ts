/** Tests of the fact `dates`: which days and times of day a story names, and where their parts stand. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'
import type { DayMention, TimeMention } from '../../src/facts/dates/date-mention.ts'
import type { Story } from '../../src/story/index.ts'

const BEFORE = 'The council met in the old hall and talked about the harbour for two hours.\n\n'

function read(text: string): Story {
  return textStory(BEFORE + text)
}

function days(story: Story): readonly DayMention[] {
  return story.facts.dates.filter((date) => date.kind === 'day')
}

/** Every day of a text: the whole as written, then weekday, year, month and day as numbers, “-” for what isn't said. */
function daysOf(text: string): readonly string[] {
  const story = read(text)
  return days(story).map((date) => {
    const { weekday, year, month, day, lastDay } = date
    const dayOrDays = lastDay ? `${day.value}..${lastDay.value}` : day.value
    return `${story.slice(date)} = ${weekday?.value ?? '-'} ${year?.value ?? '-'} ${month.value} ${dayOrDays}`
  })
}

function timesOf(text: string): readonly string[] {
  const story = read(text)
  const times = story.facts.dates.filter((date): date is TimeMention => date.kind === 'time')
  return times.map((time) => `${story.slice(time)} = ${time.hour} ${time.minute} ${time.half ?? '-'} ${time.known}`)
}

describe('dates in words', () => {
  it.each([
    ['It opened on Saturday, July 17, 2020, at noon.', 'Saturday, July 17, 2020 = 6 2020 7 17'],
    ['It opens Saturday July 17 at noon.', 'Saturday July 17 = 6 - 7 17'],
    ['It opened Sat., Jul. 17 2020 at noon.', 'Sat., Jul. 17 2020 = 6 2020 7 17'],
    ['It opened on 17 July 2020 at noon.', '17 July 2020 = - 2020 7 17'],
    ['It opens on Friday 17th July at noon.', 'Friday 17th July = 5 - 7 17'],
    ['It opened on Friday, the 17th of July, 2020, at noon.', 'Friday, the 17th of July, 2020 = 5 2020 7 17'],
    ['It opens on July 17th.', 'July 17th = - - 7 17'],
    ['It opens on Sept. 31.', 'Sept. 31 = - - 9 31'],
    ['It opens on Sept.11 or later.', 'Sept.11 = - - 9 11'],
    ['It opens on the 31st of September.', '31st of September = - - 9 31'],
    ['It closed on Feb. 29, 2023.', 'Feb. 29, 2023 = - 2023 2 29'],
    ['It closed on July 17, of 2020, at noon.', 'July 17, of 2020 = - 2020 7 17'],
    ['SATURDAY, JULY 17, 2020, WAS THE DAY.', 'SATURDAY, JULY 17, 2020 = 6 2020 7 17'],
    ['we open on saturday, july 17.', 'saturday, july 17 = 6 - 7 17'],
    ['It opened on Saturday evening, July 17, with a song.', 'Saturday evening, July 17 = 6 - 7 17'],
    ['It opens on Saturday (17 July) at noon.', 'Saturday (17 July) = 6 - 7 17'],
    ['It opened on July 17, 2020 (Saturday) at noon.', 'July 17, 2020 (Saturday) = 6 2020 7 17'],
    ['It opened on July 17, 2020, a Saturday, at noon.', 'July 17, 2020, a Saturday = 6 2020 7 17'],
    ['The day was July 17, 2020, Saturday.', 'July 17, 2020, Saturday = 6 2020 7 17'],
    ['It opened on Weds, July 15, 2020 — a Wednesday.', 'Weds, July 15, 2020 = 3 2020 7 15'],
    ['It opened on July 17, 2020 — a Friday — at noon.', 'July 17, 2020 — a Friday = 5 2020 7 17'],
    ['It opened on July 17, 2020, a Friday newspaper said.', 'July 17, 2020 = - 2020 7 17'],
    ['It opened on Tues 21 Jul ’20.', 'Tues 21 Jul ’20 = 2 2020 7 21'],
    ['It opened on Tuesday, 21-Jul-2020.', 'Tuesday, 21-Jul-2020 = 2 2020 7 21'],
    ['The Nov. 31 $10,000 withdrawal was a mistake.', 'Nov. 31 = - - 11 31'],
    ['It opens this Thursday, on the 21st of March, at noon.', 'Thursday, on the 21st of March = 4 - 3 21'],
  ])('are read in “%s”', (text, expected) => {
    expect(daysOf(text)).toEqual([expected])
  })

  it.each([
    ['It runs July 17-19, 2020, by the pier.', 'July 17-19, 2020 = - 2020 7 17..19'],
    ['It runs July 17–19 by the pier.', 'July 17–19 = - - 7 17..19'],
    ['It runs from Sept. 28 to 31.', 'Sept. 28 to 31 = - - 9 28..31'],
    ['It runs on April 2, 7, 8 and 21.', 'April 2, 7, 8 and 21 = - - 4 2..21'],
    ['It runs from 9-15 January by the pier.', '9-15 January = - - 1 9..15'],
    ['It runs on the 22nd and 24th of March.', '22nd and 24th of March = - - 3 22..24'],
  ])('keep the last day of several: “%s”', (text, expected) => {
    expect(daysOf(text)).toEqual([expected])
  })

  it('stand apart where a range runs over a month’s end', () => {
    expect(daysOf('It runs from July 30-Aug. 2, 2020, by the pier.')).toEqual([
      'July 30 = - - 7 30',
      'Aug. 2, 2020 = - 2020 8 2',
    ])
  })

  it('have spans for each of their parts', () => {
    const story = read('It opened on Sat., the 17th of Sept., 2020, at noon.')
    const [date] = days(story)
    const parts = [date!.weekday!, date!.day, date!.month, date!.year!]
    expect(parts.map((part) => story.slice(part))).toEqual(['Sat', '17th', 'Sept', '2020'])
  })

  it('are found wherever copy is read, in story order, but not in a byline', () => {
    const story = textStory(
      'Fair opens July 17\n\nBy Ada Holm, Saturday, July 18\n\nThe fair opens on July 17. It closes on 2020-07-19.\n\nAt 9:30 p.m. on July 18 the lights go out.',
    )
    expect(story.facts.dates.map((date) => story.slice(date))).toEqual([
      'July 17',
      'July 17',
      '2020-07-19',
      '9:30 p.m.',
      'July 18',
    ])
  })

  it('never reach into the next block', () => {
    expect(
      daysOf('The fair opens in July\n\n17 stalls were let, and on Saturday\n\nJuly 18 will be the last day.'),
    ).toEqual(['July 18 = - - 7 18'])
  })
})

describe('numbers that are no days of a month', () => {
  it.each([
    'In May 40 people came, and in March 80 percent of the seats stayed empty.',
    'In June 31 people were hurt, and the rest went home.',
    'Prices rose in June 31 percent, the office said.',
    'Halden won in June 31-14, its best score in years.',
    'The office is at 31 September Street, next to September 31 Street.',
    'A map stood on page 31 June readers will remember.',
    'The paper of October 4231 was a joke by its editor.',
    'The rate was 3.50 in May 10,000 and in June 7.25 times that.',
    'The May 17-year-old winner comes from Halden.',
    'It may 17 times have happened, and they march 20 miles.',
    'Prices ran from Oct 95 to June 97 without a break.',
    'At 31 April Jones became mayor of the town.',
    'The top 31 June songs were played, and all 31 November deaths were counted.',
  ])('stay unread: “%s”', (text) => {
    expect(daysOf(text)).toEqual([])
  })

  it('give way to the reading that the calendar has', () => {
    expect(daysOf('On 4 June 31 people were held.')).toEqual(['4 June = - - 6 4'])
    expect(daysOf('All 31 September 11 runners came.')).toEqual(['September 11 = - - 9 11'])
  })

  it('are days all the same where a preposition, a weekday or a year says so', () => {
    expect(daysOf('It was signed on August 32 at noon.')).toEqual(['August 32 = - - 8 32'])
    expect(daysOf('It was signed Friday, August 45, at noon.')).toEqual(['Friday, August 45 = 5 - 8 45'])
    expect(daysOf('It was signed August 45, 2020, at noon.')).toEqual(['August 45, 2020 = - 2020 8 45'])
  })

  it('are no years where they count or tell the time', () => {
    expect(daysOf('On July 17, 2000 people marched.')).toEqual(['July 17 = - - 7 17'])
    expect(daysOf('It passed on March 9, 2000 GMT, unseen.')).toEqual(['March 9 = - - 3 9'])
  })
})

describe('weekdays beside a date', () => {
  it.each([
    ['a newspaper', 'It stood in the Edmonton Sun, August 16, and in the Sun, August 17.'],
    ['a football club', 'Norvik met Sheffield Wednesday, July 15, in the rain.'],
    ['one of several', 'It runs Friday and Saturday, July 17 and 18, by the pier.'],
    ['one of a range', 'It runs Friday-Sunday, July 17-19, by the pier.'],
    ['another clause', 'He said on Sunday that by Oct. 17 it will be over.'],
    ['a programme', 'On July 4, 2020, Saturday Night Live was off the air.'],
    ['a small word', 'They sat, July 17, in the sun, May 3, and wed June 1.'],
  ])('aren’t taken where they are %s', (_name, text) => {
    expect(days(read(text)).map(({ weekday }) => weekday)).not.toContainEqual(expect.anything())
  })

  it('may be abbreviated behind a preposition', () => {
    expect(daysOf('Posted on Sun Aug 16 by the desk.')).toEqual(['Sun Aug 16 = 0 - 8 16'])
  })
})

describe('dates in figures', () => {
  it.each([
    ['The log of 2020-07-17 is lost.', '2020-07-17 = - 2020 7 17'],
    ['The log of Friday, 2020/7/17 is lost.', 'Friday, 2020/7/17 = 5 2020 7 17'],
    ['The log of 17/07/2020 is lost.', '17/07/2020 = - 2020 7 17'],
    ['The log of 7/17/2020 is lost.', '7/17/2020 = - 2020 7 17'],
    ['The log of Friday 17.07.2020 is lost.', 'Friday 17.07.2020 = 5 2020 7 17'],
    ['The log of Friday 17/07/20 is lost.', 'Friday 17/07/20 = 5 2020 7 17'],
    ['The log dated 17.07.2020 is lost.', '17.07.2020 = - 2020 7 17'],
    ['The log of 2020-13-45 is lost.', '2020-13-45 = - 2020 13 45'],
    ['The log of 2020-07-17T10:00 is lost.', '2020-07-17 = - 2020 7 17'],
  ])('are read in “%s”', (text, expected) => {
    expect(daysOf(text)).toEqual([expected])
  })

  it('have two readings where the order can’t be told, and one where it can', () => {
    expect(days(read('The log of 03/04/2020 is lost.'))[0]!.readings).toEqual([
      { month: 3, day: 4 },
      { month: 4, day: 3 },
    ])
    expect(days(read('The log of 03/03/2020 is lost.'))[0]!.readings).toEqual([{ month: 3, day: 3 }])
    expect(days(read('The log of 23/04/2020 is lost.'))[0]!.readings).toEqual([{ month: 4, day: 23 }])
  })

  it('are no paths, models, seasons, cases, shares or versions', () => {
    expect(
      daysOf(
        'See https://example.org/2020/07/17/page, model x-2020-07-17, the 2019-20-21 seasons, Case No. 2020-13-45, a 30/70/2000 mix, release 2020-07-17.3.',
      ),
    ).toEqual([])
  })
})

describe('times of day', () => {
  it.each([
    ['Doors open at 9:05 and close late.', '9:05 = 9 5 - by a preposition'],
    ['Doors close 13:75 p.m. or later.', '13:75 p.m. = 13 75 p.m. by its ending'],
    ['Doors close 7.30pm or later.', '7.30pm = 7 30 p.m. by its ending'],
    ['It passed at 0830 GMT unseen.', '0830 GMT = 8 30 - by its ending'],
    ['Doors open at about 25:70 tonight.', '25:70 = 25 70 - by a preposition'],
  ])('are read in “%s”', (text, expected) => {
    expect(timesOf(text)).toEqual([expected])
  })

  it('are no scores, ratios, verses, prices, records or years', () => {
    expect(
      timesOf(
        'They split 12:61, read John 3:16, ran 2:17:18, paid at $7.75 pm, lost at 1.2:30 and cited the 1987 GMT study.',
      ),
    ).toEqual([])
  })
})
