/** A day or a time of day that never comes: “September 31”, “Feb. 29, 2023”, “2020-13-45”, “25:70”. */
import { daysInMonth, defineRule, MONTHS, type Span } from '#rule'
import { isDisowned } from './disowned.ts'
import { faultOfDay, faultOfTime, type Fault } from './faults.ts'

// A date that stands more often than this is no date of a story's.
const MOST_ASKED = 40

export default defineRule({
  id: 'impossible-date',
  title: 'A date that never was',
  summary: 'A date or a time of day isn’t in the calendar or on the clock, as in “September 31” or “25:70 p.m.”.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  messages: {
    noDay: ({ quote, month, days }: { quote: string; month: string; days: number }) =>
      `“${quote}” never comes, since ${month} has ${days} days; check the date`,
    noLeapDay: ({ quote, year }: { quote: string; year: number }) =>
      `“${quote}” never comes, since February ${year} has 28 days; check the date`,
    noMonth: ({ quote, figures }: { quote: string; figures: string }) =>
      `“${quote}” is no date, since there is no month ${figures}; check the figures`,
    noTime: ({ quote, end }: { quote: string; end: string }) =>
      `“${quote}” is no time of day, since ${end}; check the time`,
    noMorning: ({ quote, hour }: { quote: string; hour: number }) =>
      `“${quote}” is no time of day, since hour ${hour} comes after noon; check the time`,
  },
  *check({ story, facts, find }) {
    // One finding a date, however often it stands; where the copy disowns it once, it knows of it everywhere.
    const faults = new Map<string, Fault & { readonly again: Span[] }>()
    for (const date of facts.dates) {
      const fault = date.kind === 'day' ? faultOfDay(story, date) : faultOfTime(story, date)
      if (!fault) continue
      const known = faults.get(fault.key)
      if (known) known.again.push(fault.at)
      else faults.set(fault.key, { ...fault, again: [] })
    }
    for (const fault of faults.values()) {
      const { at, severity, again } = fault
      if ([at, ...again.slice(0, MOST_ASKED)].some((each) => isDisowned(story, each))) continue
      const place = {
        at,
        severity,
        quote: story.slice(at),
        related: again.map((each) => ({ at: each, note: 'the same again' })),
      }
      switch (fault.what) {
        case 'day':
          yield find('noDay', { ...place, month: MONTHS[fault.month - 1]!, days: daysInMonth(fault.month) })
          break
        case 'leap day':
          yield find('noLeapDay', { ...place, year: fault.year })
          break
        case 'month':
          yield find('noMonth', { ...place, figures: fault.figures })
          break
        case 'time':
          yield find('noTime', { ...place, end: fault.end })
          break
        case 'morning':
          yield find('noMorning', { ...place, hour: fault.hour })
      }
    }
  },
})
