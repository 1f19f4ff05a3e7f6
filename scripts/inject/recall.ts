/** Decides whether an injected error was found: by the rule meant for it, at the place, and not before. */
import { byGravity } from '#rule'
import type { Finding } from '../../src/check/finding.ts'
import type { Severity } from '../../src/rule/index.ts'
import type { TextStretch } from '../measure/context.ts'
import type { Replacement, ErrorKind } from './kind.ts'

const WORDS_AROUND = 2

/** What is judged. */
export interface Trial {
  readonly kind: Pick<ErrorKind, 'rule' | 'twoPlaces'>
  readonly change: Replacement
  /** The draft with the error. */
  readonly text: string
  /** Where the error stands in it. */
  readonly at: TextStretch
  readonly before: readonly Finding[]
  readonly after: readonly Finding[]
}

/**
 * The highest level at which the kind's rule speaks of the error; nothing where it doesn't. A finding speaks of it
 * where its place, or for a kind of two places one of its related places, lies within two words of the error on its
 * line, and that place wasn't spoken of before.
 */
export function levelFound({ kind, change, text, at, before, after }: Trial): Severity | undefined {
  const zone = withWordsAround(text, at)
  const known = before.filter(({ rule }) => rule === kind.rule)
  const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint))
  const oldPlaces = new Set(
    known.flatMap((finding) => placesOf(finding, true)).flatMap((place) => keyOf(moved(place, change)) ?? []),
  )
  const isNew = (place: TextStretch): boolean => touches(place, zone) && !oldPlaces.has(keyOf(place)!)
  const levels = after
    .filter((finding) => {
      if (finding.rule !== kind.rule) return false
      const [own, ...related] = placesOf(finding, kind.twoPlaces === true)
      return (isNew(own!) && !fingerprints.has(finding.fingerprint)) || related.some(isNew)
    })
    .map(({ severity }) => severity)
  return levels.toSorted(byGravity)[0]
}

/** Whether the rule spoke of the place before there was an error: such a place shows nothing. */
export function isSpokenOf(
  { rule, twoPlaces }: Trial['kind'],
  change: Replacement,
  before: readonly Finding[],
): boolean {
  return before.some(
    (finding) => finding.rule === rule && placesOf(finding, twoPlaces === true).some((place) => touches(place, change)),
  )
}

/** A finding's own place, and its related ones where they count. */
function placesOf({ start, end, related }: Finding, withRelated: boolean): TextStretch[] {
  return [{ start, end }, ...(withRelated ? related : [])].map((place) => ({
    start: place.start.offset,
    end: place.end.offset,
  }))
}

/** Where a place of the draft stands after the change; nothing where the change touched it. */
function moved({ start, end }: TextStretch, change: Replacement): TextStretch | undefined {
  if (end <= change.start) return { start, end }
  const by = change.words.length - (change.end - change.start)
  return start >= change.end ? { start: start + by, end: end + by } : undefined
}

function keyOf(place: TextStretch | undefined): string | undefined {
  return place && `${place.start}–${place.end}`
}

function touches(one: TextStretch, other: TextStretch): boolean {
  return one.start <= other.end && one.end >= other.start
}

/** A stretch with up to two words on either side, none of them on another line. */
export function withWordsAround(text: string, { start, end }: TextStretch): TextStretch {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const before = new RegExp(`(?:[^\\s]+[^\\S\\n]+){0,${WORDS_AROUND}}[^\\s]*$`).exec(text.slice(lineStart, start))![0]
  const lineEnd = text.indexOf('\n', end)
  const after = new RegExp(`^[^\\s]*(?:[^\\S\\n]+[^\\s]+){0,${WORDS_AROUND}}`).exec(
    text.slice(end, lineEnd < 0 ? undefined : lineEnd),
  )![0]
  return { start: start - before.length, end: end + after.length }
}
