/** Takes in what readers made of a sample: stores their verdicts, or what two of them agree on. */
import { writeFileSync } from 'node:fs'
import { readSampleFile, renderSampleFile } from './sample-file.ts'
import { compareReadings, judgedOf } from './two-readings.ts'
import { storeVerdicts } from './verdict-store.ts'

/** The files to take in. */
export interface Readings {
  readonly verdicts: string
  /** A second reader's file on the same sample. */
  readonly second: string | undefined
  /** Where to write what they differ about; left out, it is returned. */
  readonly json: string | undefined
}

/** What came of it. */
export interface ReadingsReport {
  /** For people: what was stored, what was left. */
  readonly said: string
  /** What the readers differ about, in JSON Lines, for a third. */
  readonly disagreed: string
}

/**
 * Stores the verdicts.
 * @throws {InputError} for a line that is no finding with a verdict; nothing is stored then.
 */
export function storeReadings(
  root: string,
  knownRules: readonly string[],
  { verdicts, second, json }: Readings,
): ReadingsReport {
  const first = readSampleFile(verdicts, knownRules)
  if (second === undefined) {
    const judged = judgedOf(first)
    return { said: `${storedLine(root, judged)}${leftLine(first.length - judged.length)}\n`, disagreed: '' }
  }
  const { agreed, disagreed, unread } = compareReadings(first, readSampleFile(second, knownRules))
  const open = renderSampleFile(disagreed)
  if (json !== undefined) writeFileSync(json, open)
  const both = agreed.length + disagreed.length
  const said =
    `The readers agree on ${agreed.length} of ${both}. ${storedLine(root, agreed)}${leftLine(unread)}`
    + `${disagreed.length > 0 ? ` ${disagreed.length} to settle${json === undefined ? '' : `, in ${json}`}.` : ''}\n`
  return { said, disagreed: json === undefined ? open : '' }
}

function storedLine(root: string, judged: Parameters<typeof storeVerdicts>[1]): string {
  const { added, replaced } = storeVerdicts(root, judged)
  return `Verdicts stored: ${added} new, ${replaced} replaced.`
}

function leftLine(unread: number): string {
  return unread > 0 ? ` Not read: ${unread}.` : ''
}
