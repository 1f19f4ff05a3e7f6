/** Draws findings at random, so that those who read them read a fair share. */
import { createHash } from 'node:crypto'
import type { Severity } from '../../src/rule/index.ts'
import type { Alarm } from './run-checker.ts'

/** What to draw. */
export interface Draw {
  /** How many of each rule and level. */
  readonly size: number
  readonly seed: number
  /** Only findings of this level. */
  readonly level?: Severity | undefined
  /** Leaves a finding out, as one that has been read. */
  readonly leaveOut?: (alarm: Alarm) => boolean
}

/**
 * Draws so many findings of each rule and level, in the order of the draw. A finding's place in that order depends on
 * the seed and its fingerprint alone: when a rule is changed, what still fires keeps its order, and those drawn before
 * are drawn first again. A finding that stands word for word in several articles is drawn once.
 */
export function drawSample(alarms: readonly Alarm[], { size, seed, level, leaveOut }: Draw): readonly Alarm[] {
  const drawable = alarms.filter(
    (alarm) => (level === undefined || alarm.finding.severity === level) && !leaveOut?.(alarm),
  )
  return drawFromEach(
    drawable,
    ({ finding: { rule, severity, fingerprint } }) => ({ group: `${rule} ${severity}`, fingerprint }),
    { size, seed },
  )
}

/**
 * Draws so many things of each group, by their fingerprints, as `drawSample` does; the groups are in the order of their
 * names.
 */
export function drawFromEach<Thing>(
  things: readonly Thing[],
  describe: (thing: Thing) => { readonly group: string; readonly fingerprint: string },
  { size, seed }: Pick<Draw, 'size' | 'seed'>,
): readonly Thing[] {
  const groups = new Map<string, Map<string, Thing>>()
  for (const thing of things) {
    const { group: name, fingerprint } = describe(thing)
    const group = groups.get(name) ?? new Map<string, Thing>()
    if (!group.has(fingerprint)) group.set(fingerprint, thing)
    groups.set(name, group)
  }
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) =>
      [...group]
        .map(([fingerprint, thing]) => ({ thing, lot: lotOf(fingerprint, seed) }))
        .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
        .slice(0, size)
        .map(({ thing }) => thing),
    )
}

/** A finding's lot: as good as random, and the same every time. */
export function lotOf(fingerprint: string, seed: number): string {
  return createHash('sha256').update(`${seed} ${fingerprint}`).digest('hex')
}
