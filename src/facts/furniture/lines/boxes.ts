/**
 * Joins what stands between the lines of one box: a lone “and” between two buttons, the middle of a newsletter's plug.
 */
import type { Copy } from '../../../copy/copy.ts'
import { endsSentence, type Line, type LineVerdict } from './lines.ts'

const LINK_WORD = /^(?:and|or|[&|·•/—–-])$/i
const LONGEST_JOINT = 3
const LONGEST_PLUG = 120
const PLUGS: ReadonlySet<string> = new Set(['newsletter', 'subscription'])

/** Gives the lines between the parts of a box their verdict. */
export function joinBoxes(copy: Copy, lines: readonly Line[]): void {
  for (let index = 1; index < lines.length - 1; index++) {
    const line = lines[index]!
    const next = lines[index + 1]!.verdict
    if (line.verdict || line.isSpared || !next) continue
    if (isJoint(copy, line)) {
      if (isOver(copy, lines[index - 1]!)) line.verdict = { ...within(next), type: 'joint' }
    } else if (isMiddleOfPlug(copy, line, lines[index - 1]!, next)) line.verdict = within(next)
    else if (isTitleInPlayer(copy, line, lines[index - 1]!, next))
      line.verdict = { ...within(next), type: 'boxed-title' }
  }
}

/** “and” or “|” on a line of its own. */
function isJoint(copy: Copy, { at }: Line): boolean {
  return at.end - at.start <= LONGEST_JOINT && LINK_WORD.test(copy.slice(at))
}

/** Whether a line's sentence is over, so that the “and” under it can't belong to it. */
function isOver(copy: Copy, { verdict, at }: Line): boolean {
  return verdict !== undefined || /[\p{L}\p{N}.!?…"”’')\]➜»→]$/u.test(copy.slice(at).slice(-2))
}

/** A short line between two of a sign-up box: “Politics, made plain.” */
function isMiddleOfPlug(copy: Copy, { at, block }: Line, before: Line, next: LineVerdict): boolean {
  if (!before.verdict || !PLUGS.has(before.verdict.pack) || !PLUGS.has(next.pack) || at.end - at.start > LONGEST_PLUG)
    return false
  return (block.kind === 'line' || block.kind === 'paragraph') && !/["“”]|\b(?:said|says|told)\b/.test(copy.slice(at))
}

const PLAYER = 'player-box'
const LONGEST_TITLE = 150

/** The title that stands between the labels of a player: “JUST WATCHED”, “Inside the tunnel”, “Replay”. */
function isTitleInPlayer(copy: Copy, { at, block }: Line, before: Line, next: LineVerdict): boolean {
  if (before.verdict?.type !== PLAYER || next.pack !== 'media' || at.end - at.start > LONGEST_TITLE) return false
  return (block.kind === 'line' || block.kind === 'paragraph') && !endsSentence(copy.text, at.start, at.end)
}

const within = ({ type, pack }: LineVerdict): LineVerdict => ({ type, pack, certainty: 'likely', opens: false })
