/** What a date is that a story names, and a time of day. */
import type { Span } from '../../text/span.ts'

/** A day or a time of day that a story names, whether the calendar and the clock hold it or not. */
export type DateMention = DayMention | TimeMention

/** A number in a date and where it stands; an ordinal's ending belongs to it: “17th”. */
export interface NumberPart extends Span {
  readonly value: number
}

/** A day of a month, as figures or words name it; `month` counts from 1. */
export interface MonthDay {
  readonly month: number
  readonly day: number
}

/** A day that a story names: “Saturday, July 17, 2020”, “the 31st of September”, “July 17-19”, “17/07/2020”. */
export interface DayMention extends Span {
  readonly kind: 'day'
  /** With the month's name, or in figures alone. */
  readonly written: 'words' | 'figures'
  /** 0 for Sunday to 6 for Saturday; its span has no full stop: “Sat”. */
  readonly weekday: NumberPart | undefined
  /** From 1; its span is the name without full stop, or the figures. */
  readonly month: NumberPart
  readonly day: NumberPart
  /**
   * The last day of a range or a list within the month: the 19 of “July 17-19”, the 9th of “the 5th, 7th and 9th of
   * July”.
   */
  readonly lastDay: NumberPart | undefined
  readonly year: NumberPart | undefined
  /**
   * What it may mean: one day, or two where the order of figures doesn't tell (03/04/2020), the American reading first.
   */
  readonly readings: readonly MonthDay[]
}

/** A time of day that a story names: “13:45”, “7.30 p.m.”, “0830 GMT”, “7 p.m.”. */
export interface TimeMention extends Span {
  readonly kind: 'time'
  readonly hour: number
  /** 0 where only the hour is told. */
  readonly minute: number
  readonly second: number | undefined
  readonly half: 'a.m.' | 'p.m.' | undefined
  /** How it is known for a time of day: by “p.m.” or “GMT” behind it, or by nothing but an “at” before it. */
  readonly known: 'by its ending' | 'by a preposition'
}
