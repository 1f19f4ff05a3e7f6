/**
 * How far the tests look: by default a short way, from the same seeds each time, so that a red test is the change's
 * doing; `npm run test:long` looks much further, from new seeds. RUNS and SEED say it for once: RUNS=50000 SEED=7.
 */

/** Whether all is tried that takes long: more runs, all formats, each moment to be killed at. */
export const IS_LONG = process.env['TEST_LENGTH'] === 'long'

/** The seed of all that is random: always the same, but in a long run a new one, which fast-check tells of a failure. */
export const SEED: number | undefined =
  process.env['SEED'] === undefined ? (IS_LONG ? undefined : 1) : Number(process.env['SEED'])

/** How many runs of a property: so many, or in a long run so many more. */
export function runs(short: number, long: number): number {
  return Number(process.env['RUNS'] ?? (IS_LONG ? long : short))
}

/** All there is in a long run; else the first few, which stand for the rest. */
export function someOf<T>(all: readonly T[], count: number): readonly T[] {
  return IS_LONG ? all : all.slice(0, count)
}
