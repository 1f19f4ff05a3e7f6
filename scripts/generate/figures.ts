/** The measured figures that are kept in `test/figures`: their shape, and how they are read. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Grade, Severity } from '#rule'

/** Whether rules were tuned on the data, or never saw it. */
export type Use = 'development' | 'held out'

type FilesByUse = Readonly<Record<Use, string>>

/**
 * Where `npm run measure -- --record` writes, from the project's root: figures of copy held out stand beside the
 * others.
 */
export const PUBLISHED_COPY: FilesByUse = {
  development: 'test/figures/published-copy.json',
  'held out': 'test/figures/held-out-copy.json',
}
/** Where `npm run measure -- --edits --record` writes. */
export const PROPOSED_EDITS: FilesByUse = {
  development: 'test/figures/edits.json',
  'held out': 'test/figures/held-out-edits.json',
}
/** Where `npm run inject -- --record` writes. */
export const INJECTED_ERRORS: FilesByUse = {
  development: 'test/figures/injected-errors.json',
  'held out': 'test/figures/held-out-errors.json',
}
/** Where `npm run unseen -- --record` writes. */
export const UNSEEN_SENTENCES = 'test/figures/unseen.json'
/** Where `npm run measure -- --against --record` writes. */
export const MARKED_DRAFTS = 'test/figures/marked-drafts.json'

/** What was read of some findings or edits, and what of it is right. */
export interface Precision {
  /** How many there are when those that stand word for word in several articles count once: these are read. */
  readonly distinct: number
  /** How many have a verdict, and which. */
  readonly read: number
  readonly right: number
  readonly wrong: number
  readonly debatable: number
  /** Right of read, from 0 to 1; debatable counts as not right. Null where none has been read. */
  readonly share: number | null
  /** The bounds of the share's Wilson interval at 95 %. */
  readonly low: number | null
  readonly high: number | null
}

/** How a rule does at one level on published copy. */
export interface LevelFigures extends Precision {
  readonly alarms: number
  readonly per100k: number
  /** How many articles hold at least one. */
  readonly articles: number
  /** The alarms that are not right, estimated: `per100k` × (1 − share). */
  readonly falsePer100k: number | null
}

/** What was measured on published copy. */
export interface PublishedFigures {
  /** The day, `2026-03-01`. */
  readonly date: string
  readonly use: Use
  readonly articles: number
  readonly words: number
  readonly sets: readonly { readonly name: string; readonly articles: number; readonly words: number }[]
  /** By the ids of all rules that ran; a level at which a rule never fired is left out. */
  readonly rules: Readonly<Record<string, Readonly<Partial<Record<Severity, LevelFigures>>>>>
}

/** How a rule’s edits of one grade do. */
export interface EditFigures extends Precision {
  readonly edits: number
}

/** What was measured of the edits that findings propose. */
export interface ProposedEditFigures extends Pick<PublishedFigures, 'date' | 'use' | 'articles' | 'words' | 'sets'> {
  /** By the ids of all rules that ran; a grade at which a rule never proposed anything is left out. */
  readonly rules: Readonly<Record<string, Readonly<Partial<Record<Exclude<Grade, 'idea'>, EditFigures>>>>>
}

/** How many of the errors of one kind are found, by the rule that is meant for them. */
export interface RecallFigures {
  /** What was done to a story: “misspelt name, alone”. */
  readonly kind: string
  readonly rule: string
  /** Set where the errors are made from words that the rule itself knows: that it finds them says little of others. */
  readonly closed?: true
  readonly injected: number
  /** Found at any level. */
  readonly any: number
  /** Found at warning or above. */
  readonly warning: number
  readonly error: number
}

/** What was measured with errors injected into published copy. */
export interface InjectedFigures {
  readonly articles: number
  readonly words: number
  readonly seed: number
  readonly sets: readonly string[]
  readonly use?: Use
  readonly kinds: readonly RecallFigures[]
}

/** What a rule does with sentences that were written from its page by somebody who had not seen its code. */
export interface UnseenFigures extends UnseenTally {
  /** Of those whose misses nobody who writes the rule has read. */
  readonly heldOut?: UnseenTally | undefined
}

/** How many of such sentences a rule gets right. */
export interface UnseenTally {
  readonly found: number
  /** How many hold what is to be found. */
  readonly faulty: number
  readonly quiet: number
  /** How many hold nothing that may be spoken of. */
  readonly sound: number
}

/** How many errors that somebody marked there are, and how many are touched at each level or above it. */
export interface TouchedFigures {
  readonly errors: number
  readonly error: number
  readonly warning: number
  readonly any: number
}

/** How one version of the checker did on drafts whose errors a careful reader had marked. */
export interface MarkedFigures {
  /** The day, `2026-03-01`. */
  readonly date: string
  /** The git revision of the checker. */
  readonly revision: string
  readonly drafts: number
  readonly words: number
  readonly findings: number
  /** How many of the findings touch an error. */
  readonly touching: number
  /** By how many desks would change it, such as “3 (any desk)”. */
  readonly certainties: Readonly<Record<string, TouchedFigures>>
}

/** What was measured on one kind of copy. */
export interface CopyFigures {
  readonly published?: PublishedFigures | undefined
  readonly edits?: ProposedEditFigures | undefined
  readonly injected?: InjectedFigures | undefined
}

/**
 * All figures there are: those of copy that rules were tuned on, and beside them those of copy held out; what was never
 * recorded is left out.
 */
export interface Figures extends CopyFigures {
  readonly heldOut?: CopyFigures | undefined
  /** By the rules' ids. */
  readonly unseen?: Readonly<Record<string, UnseenFigures | undefined>> | undefined
  /** The first one first. */
  readonly marked?: readonly MarkedFigures[] | undefined
}

/**
 * Reads a project's figures.
 * @throws {Error} naming a file that isn't JSON.
 */
export function readFigures(root: string): Figures {
  return {
    ...readUse(root, 'development'),
    heldOut: readUse(root, 'held out'),
    unseen: readUnseen(root),
    marked: readMarked(root),
  }
}

function readUse(root: string, use: Use): CopyFigures {
  return {
    published: readJson<PublishedFigures>(root, PUBLISHED_COPY[use]),
    edits: readJson<ProposedEditFigures>(root, PROPOSED_EDITS[use]),
    injected: readJson<InjectedFigures>(root, INJECTED_ERRORS[use]),
  }
}

/** The recorded figures of strangers' sentences; none where nothing is on record. */
export function readUnseen(root: string): NonNullable<Figures['unseen']> {
  return readJson<NonNullable<Figures['unseen']>>(root, UNSEEN_SENTENCES) ?? {}
}

/** The recorded figures of marked drafts; none where nothing is on record. */
export function readMarked(root: string): readonly MarkedFigures[] {
  return readJson<readonly MarkedFigures[]>(root, MARKED_DRAFTS) ?? []
}

function readJson<Shape>(root: string, path: string): Shape | undefined {
  if (!existsSync(join(root, path))) return undefined
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')) as Shape
  } catch {
    throw new Error(`${path} isn’t JSON; record it again`)
  }
}
