/** Sentences that test a rule: read from YAML, tried, and told by kind. */
import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument, isMap, isSeq } from 'yaml'
import { SEVERITIES, isAbove, type Rule, type Severity } from '#rule'
import { checkCopies } from '../../src/check/check-source.ts'
import { activeRules } from '../../src/check/config/config.ts'
import type { Finding } from '../../src/check/finding.ts'
import { readText } from '../../src/readers/text.ts'
import { readMarks, type Mark } from '../../src/rule-kit/marks.ts'
import { dayOf } from '../articles.ts'
import type { UnseenTally } from '../generate/figures.ts'
import { InputError } from '../input-error.ts'

/** Where, in the folder of sentences, those stand that nobody who writes a rule reads. */
export const HELD_OUT = 'held-out'

/** One sentence or short draft, and what a rule is to say of it. */
export interface Sentence {
  /** In plain words, the same for all sentences of a kind. */
  readonly kind: string
  /** The line of the file on which it stands, from 1. */
  readonly line: number
  /** As it was written, with its marks. */
  readonly marked: string
  readonly text: string
  /** What a finding must touch; nothing where the copy is sound. */
  readonly marks: readonly Mark[]
  /**
   * For a faulty one the least level at which it is to be found; for a sound one the least level at which nothing may
   * be said.
   */
  readonly level: Severity
  readonly date: string | undefined
}

/** A sentence, whether the rule does with it as it should, and what it says. */
export interface Tried {
  readonly sentence: Sentence
  readonly holds: boolean
  readonly said: readonly string[]
}

/**
 * Reads a file of sentences: a list of entries with `kind`, `copy` in which `[[…]]` marks what is wrong, and, where
 * needed, `level`, `quiet`, `date`.
 * @throws {InputError} for a file that is no such list, with the line.
 */
export function readSentences(path: string): readonly Sentence[] {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  const fault = (offset: number, message: string): InputError =>
    new InputError(`${path}:${lines.linePos(offset).line}: ${message}`)
  for (const error of document.errors) throw fault(error.pos[0], error.message.split('\n')[0]!)
  if (!isSeq(document.contents)) throw fault(0, 'not a list of sentences')
  return document.contents.items.map((item) => {
    const at = item.range[0]
    if (!isMap(item)) throw fault(at, 'not a sentence with “kind” and “copy”')
    const { kind, copy, level, quiet, date, ...rest } = item.toJS(document) as Record<string, unknown>
    if (typeof kind !== 'string' || typeof copy !== 'string') throw fault(at, '“kind” and “copy” must be text')
    const [other] = Object.keys(rest)
    if (other !== undefined) throw fault(at, `“${other}” is nothing that a sentence has`)
    const { text, marks } = readMarks(copy)
    const least = marks.length > 0 ? (level ?? 'warning') : (quiet ?? 'info')
    if (!SEVERITIES.includes(least as Severity)) throw fault(at, `“${String(least)}” is no level`)
    return {
      kind,
      line: lines.linePos(at).line,
      marked: copy,
      text,
      marks,
      level: least as Severity,
      date: date === undefined ? undefined : String(date).slice(0, 10),
    }
  })
}

/**
 * Checks a sentence with one rule alone: each mark must be touched by a finding or a place it names, or nothing may be
 * said.
 */
export function tried(rule: Rule, sentence: Sentence): Tried {
  const active = activeRules([rule], { rules: { [rule.id]: 'on' } })
  const date = dayOf(sentence)
  const { findings } = checkCopies([readText(sentence.text, { date })], { active })
  const loud = findings.filter(({ severity }) => !isAbove(sentence.level, severity))
  const holds =
    sentence.marks.length === 0
      ? loud.length === 0
      : sentence.marks.every((mark) => loud.some((finding) => touches(finding, mark)))
  return {
    sentence,
    holds,
    said: findings.map(
      ({ severity, message, start, end }) =>
        `${severity}: ${message} [${sentence.text.slice(start.offset, end.offset)}]`,
    ),
  }
}

/** What was tried, by kind, in the order of the file. */
export function tallyByKind(all: readonly Tried[]): ReadonlyMap<string, readonly Tried[]> {
  const kinds = new Map<string, Tried[]>()
  for (const one of all) kinds.set(one.sentence.kind, [...(kinds.get(one.sentence.kind) ?? []), one])
  return kinds
}

/** How many are faulty and found, sound and left in peace. */
export function tallyOf(all: readonly Tried[]): UnseenTally {
  const faulty = all.filter(({ sentence }) => sentence.marks.length > 0)
  const good = (some: readonly Tried[]): number => some.filter(({ holds }) => holds).length
  return {
    found: good(faulty),
    faulty: faulty.length,
    quiet: good(all) - good(faulty),
    sound: all.length - faulty.length,
  }
}

function touches({ start, end, related }: Finding, mark: Mark): boolean {
  return [{ start, end }, ...related].some((place) => place.start.offset < mark.end && place.end.offset > mark.start)
}
