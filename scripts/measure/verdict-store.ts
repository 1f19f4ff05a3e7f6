/** Keeps the verdicts on findings in `test/verdicts`: fingerprints, never a word of the articles. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Severity } from '../../src/rule/index.ts'
import { InputError } from '../input-error.ts'
import type { Verdict } from './sample-file.ts'

/** One verdict, as it is kept. */
export interface StoredVerdict {
  readonly fingerprint: string
  readonly rule: string
  readonly verdict: Verdict
  /** The name of the data set that the finding was read in. */
  readonly set: string
  /** The finding's level at the time. */
  readonly level: Severity
}

/** Where verdicts are kept, from the project's root. */
export const VERDICTS_FOLDER = 'test/verdicts'

/** The verdicts by rule, then by fingerprint. */
export type VerdictsByRule = ReadonlyMap<string, ReadonlyMap<string, StoredVerdict>>

/**
 * All verdicts there are.
 * @throws {InputError} naming the line of a file that isn't a verdict.
 */
export function readVerdicts(root: string): VerdictsByRule {
  const folder = join(root, VERDICTS_FOLDER)
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl')).toSorted()
  return new Map(names.map((name) => {
    const rule = name.slice(0, -'.jsonl'.length)
    return [rule, new Map(verdictsOf(root, rule).map((one) => [one.fingerprint, one]))]
  }))
}

/** Adds verdicts; one on a finding that has a verdict replaces it. Returns how many were new, and how many replaced another. */
export function storeVerdicts(root: string, verdicts: readonly StoredVerdict[]): { readonly added: number; readonly replaced: number } {
  let added = 0
  let replaced = 0
  for (const rule of new Set(verdicts.map(({ rule }) => rule))) {
    const kept = new Map(verdictsOf(root, rule).map((one) => [one.fingerprint, one]))
    const fresh = new Map(verdicts.flatMap((one) => (one.rule === rule ? [[one.fingerprint, one]] : [])))
    for (const [fingerprint, one] of fresh) {
      if (kept.has(fingerprint)) replaced++
      else added++
      kept.set(fingerprint, one)
    }
    mkdirSync(join(root, VERDICTS_FOLDER), { recursive: true })
    writeFileSync(pathOf(root, rule), [...kept.values()].toSorted(byFingerprint).map(lineOf).join(''))
  }
  return { added, replaced }
}

function verdictsOf(root: string, rule: string): readonly StoredVerdict[] {
  const path = pathOf(root, rule)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8').split(/\r?\n/).flatMap((line, index) => {
    if (line === '') return []
    try {
      return [JSON.parse(line) as StoredVerdict]
    } catch {
      throw new InputError(`${VERDICTS_FOLDER}/${rule}.jsonl, line ${index + 1}: this isn’t a verdict`)
    }
  })
}

function pathOf(root: string, rule: string): string {
  return join(root, VERDICTS_FOLDER, `${rule}.jsonl`)
}

function byFingerprint(one: StoredVerdict, other: StoredVerdict): number {
  return one.fingerprint < other.fingerprint ? -1 : 1
}

/** The fields are named one by one: what else a reader's file holds, the text above all, must not get in. */
function lineOf({ fingerprint, rule, verdict, set, level }: StoredVerdict): string {
  return `${JSON.stringify({ fingerprint, rule, verdict, set, level })}\n`
}
