/** Keeps the verdicts on findings and on edits in `test/verdicts`: fingerprints, never a word of the articles. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Severity } from '../../src/rule/index.ts'
import { InputError } from '../input-error.ts'
import type { EditGrade } from './edit-grades.ts'
import type { ReaderVerdict } from './sample-file.ts'

/** One verdict, as it is kept. */
export type StoredVerdict = FindingVerdict | EditVerdict

/** A verdict on a finding. */
export interface FindingVerdict extends VerdictRead {
  /** The finding's level at the time. */
  readonly level: Severity
}

/** A verdict on an edit that a finding proposes. */
export interface EditVerdict extends VerdictRead {
  /** The edit's grade at the time. */
  readonly grade: EditGrade
}

interface VerdictRead {
  readonly fingerprint: string
  readonly rule: string
  readonly verdict: ReaderVerdict
  /** The name of the data set that it was read in. */
  readonly set: string
}

/** What verdicts are about. */
export type Subject = 'findings' | 'edits'

/** Where verdicts are kept, from the project's root. */
const VERDICTS_FOLDERS: Readonly<Record<Subject, string>> = {
  findings: 'test/verdicts',
  edits: 'test/verdicts/edits',
}

/** One rule’s verdicts by fingerprint. */
export type VerdictsOfRule = ReadonlyMap<string, StoredVerdict>

/** The verdicts by rule, then by fingerprint. */
export type VerdictsByRule = ReadonlyMap<string, VerdictsOfRule>

/**
 * All verdicts on findings, or on edits, that there are.
 * @throws {InputError} naming the line of a file that isn't a verdict.
 */
export function readVerdicts(root: string, subject: Subject = 'findings'): VerdictsByRule {
  const folder = join(root, VERDICTS_FOLDERS[subject])
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
  return new Map(
    names.map((name) => {
      const rule = name.slice(0, -'.jsonl'.length)
      return [rule, new Map(verdictsOf(root, subject, rule).map((one) => [one.fingerprint, one]))]
    }),
  )
}

/** Adds verdicts; one on what has a verdict replaces it. Returns how many were new, and how many replaced another. */
export function storeVerdicts(
  root: string,
  verdicts: readonly StoredVerdict[],
): { readonly added: number; readonly replaced: number } {
  let added = 0
  let replaced = 0
  for (const subject of ['findings', 'edits'] as const) {
    const about = verdicts.filter((one) => subjectOf(one) === subject)
    for (const rule of new Set(about.map(({ rule }) => rule))) {
      const kept = new Map(verdictsOf(root, subject, rule).map((one) => [one.fingerprint, one]))
      const fresh = new Map(about.flatMap((one) => (one.rule === rule ? [[one.fingerprint, one]] : [])))
      for (const [fingerprint, one] of fresh) {
        if (kept.has(fingerprint)) replaced++
        else added++
        kept.set(fingerprint, one)
      }
      mkdirSync(join(root, VERDICTS_FOLDERS[subject]), { recursive: true })
      writeFileSync(pathOf(root, subject, rule), [...kept.values()].toSorted(byFingerprint).map(lineOf).join(''))
    }
  }
  return { added, replaced }
}

function subjectOf(verdict: StoredVerdict): Subject {
  return 'level' in verdict ? 'findings' : 'edits'
}

function verdictsOf(root: string, subject: Subject, rule: string): readonly StoredVerdict[] {
  const path = pathOf(root, subject, rule)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line === '') return []
      try {
        return [JSON.parse(line) as StoredVerdict]
      } catch {
        throw new InputError(`${VERDICTS_FOLDERS[subject]}/${rule}.jsonl, line ${index + 1}: this isn’t a verdict`)
      }
    })
}

function pathOf(root: string, subject: Subject, rule: string): string {
  return join(root, VERDICTS_FOLDERS[subject], `${rule}.jsonl`)
}

function byFingerprint(one: StoredVerdict, other: StoredVerdict): number {
  return one.fingerprint < other.fingerprint ? -1 : 1
}

/** The fields are named one by one: what else a reader's file holds, the text above all, must not get in. */
function lineOf(stored: StoredVerdict): string {
  const { fingerprint, rule, verdict, set } = stored
  const rank = 'level' in stored ? { level: stored.level } : { grade: stored.grade }
  return `${JSON.stringify({ fingerprint, rule, verdict, set, ...rank })}\n`
}
