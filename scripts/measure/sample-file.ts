/** A sample as JSON Lines, of findings or of edits: it goes to a reader, who fills in the verdicts, and comes back. */
import { readFileSync } from 'node:fs'
import type { Severity } from '../../src/rule/index.ts'
import { InputError } from '../input-error.ts'
import { contextOf } from './context.ts'
import { isEditGrade, type EditGrade } from './edit-grades.ts'
import { isLevel } from './levels.ts'
import type { Alarm } from './run-checker.ts'

/**
 * What somebody who has read a finding, or an edit, says of it: right, wrong, or `debatable` where editors would
 * differ.
 */
export type ReaderVerdict = 'true' | 'false' | 'debatable'

/** The verdicts there are. */
export const VERDICTS: readonly ReaderVerdict[] = ['true', 'false', 'debatable']

/** One finding or edit to read. */
export type SampleLine = FindingLine | EditLine

/** One finding to read. */
export interface FindingLine extends LineToRead {
  readonly level: Severity
}

/** One edit to read. */
export interface EditLine extends LineToRead {
  readonly grade: EditGrade
}

interface LineToRead {
  readonly fingerprint: string
  readonly rule: string
  /** The data set's name. */
  readonly set: string
  /** Whatever else the line holds for the reader: message, context, related places, suggestions, the edit as a diff. */
  readonly [field: string]: unknown
  /** Empty until somebody has read it. */
  readonly verdict: ReaderVerdict | ''
}

const WORDS_AROUND = 40
const WORDS_AROUND_RELATED = 15

/** What a reader gets of a finding. */
export function sampleLine({ article, finding }: Alarm): FindingLine {
  const { fingerprint, rule, severity: level, message, related, suggestions } = finding
  const around = ({ start, end }: Pick<typeof finding, 'start' | 'end'>, words: number): string =>
    contextOf(article.text, { start: start.offset, end: end.offset }, words)
  return {
    fingerprint,
    rule,
    level,
    set: article.folder,
    article: article.id,
    ...(article.date === undefined ? {} : { date: article.date }),
    message,
    context: around(finding, WORDS_AROUND),
    related: related.map((place) => ({ message: place.message, context: around(place, WORDS_AROUND_RELATED) })),
    suggestions: suggestions.map(({ title, grade }) => `${title} (${grade})`),
    verdict: '',
  }
}

/** The lines of a sample’s file. */
export function renderSampleFile(lines: readonly SampleLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** The findings to read on a terminal. */
export function renderSample(alarms: readonly Alarm[]): string {
  return alarms
    .map((alarm, index) => {
      const { fingerprint, rule, level, set, article, date, message, context, related, suggestions } = sampleLine(alarm)
      return [
        `${index + 1}. ${rule}, ${level} · ${set}, ${String(article)}${typeof date === 'string' ? `, ${date}` : ''} · ${fingerprint}`,
        `   ${String(message)}`,
        `   ${String(context)}`,
        ...(related as readonly { message: string; context: string }[]).map(
          (place) => `   ~ ${place.message}: ${place.context}`,
        ),
        ...(suggestions as readonly string[]).map((title) => `   → ${title}`),
      ].join('\n')
    })
    .join('\n\n')
}

/**
 * Reads a sample that has been judged. A line whose verdict is empty has not been read; more fields don't matter.
 * @param knownRules The ids that a line's rule may have.
 * @throws {InputError} naming the first line that isn't a finding or an edit with a verdict.
 */
export function readSampleFile(path: string, knownRules: readonly string[]): readonly SampleLine[] {
  return linesOfFile(path).flatMap((line, index) =>
    line.trim() === '' ? [] : [judgedLine(line, `${path}, line ${index + 1}`, knownRules)],
  )
}

function linesOfFile(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    throw new InputError(`there is no file “${path}” to read`)
  }
}

function judgedLine(line: string, place: string, knownRules: readonly string[]): SampleLine {
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch {
    throw new InputError(`${place}: this line isn’t JSON`)
  }
  if (typeof data !== 'object' || data === null) throw new InputError(`${place}: this line isn’t a finding`)
  const { fingerprint, rule, level, grade, set, verdict = '' } = data as Record<string, unknown>
  if (typeof fingerprint !== 'string' || !/^[0-9a-f]{16}$/.test(fingerprint))
    throw new InputError(`${place}: “fingerprint” is not one`)
  if (typeof rule !== 'string' || !knownRules.includes(rule))
    throw new InputError(`${place}: there is no rule “${String(rule)}”`)
  if (typeof set !== 'string') throw new InputError(`${place}: “set” is missing`)
  const known = { ...data, fingerprint, rule, set, verdict: verdictFrom(verdict, place) }
  if (isLevel(level)) return { ...known, level }
  if (level !== undefined) throw new InputError(`${place}: “${String(level)}” is no level`)
  if (isEditGrade(grade)) return { ...known, grade }
  throw new InputError(
    `${place}: ${grade === undefined ? 'a finding’s “level” or an edit’s “grade” is missing' : `“${String(grade)}” is no grade of an edit`}`,
  )
}

/** A verdict as readers write it: a word, or JSON's own true and false. */
function verdictFrom(given: unknown, place: string): ReaderVerdict | '' {
  const word = String(given).trim().toLowerCase()
  if (word === '' || (VERDICTS as readonly string[]).includes(word)) return word as ReaderVerdict | ''
  throw new InputError(`${place}: “${String(given)}” is none of ${VERDICTS.join(', ')}`)
}
