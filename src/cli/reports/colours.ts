/** Decides whether a report has colours, and makes them. */
import { PLAIN, type Palette } from '../../reporters/writing/palette.ts'
import type { Io } from '../io.ts'

/**
 * Whether to colour what goes to stdout: as `--color` says; else not where NO_COLOR is set, always where FORCE_COLOR
 * is (unless to 0 or false), and on a terminal that isn't dumb.
 */
export function wantsColour(choice: 'auto' | 'always' | 'never', { env, stdout }: Io): boolean {
  if (choice !== 'auto') return choice === 'always'
  if (env['NO_COLOR']) return false
  const force = env['FORCE_COLOR']
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  return stdout.isTTY === true && env['TERM'] !== 'dumb'
}

/** The palette of a report. */
export async function paletteFor(coloured: boolean): Promise<Palette> {
  if (!coloured) return PLAIN
  const { default: picocolors } = await import('picocolors')
  // Its own guess looks at the process's arguments and takes “--color never” for a wish for colours.
  return picocolors.createColors(true)
}
