/** Joins what stands between the lines of one box: a lone “and” between two buttons, the middle of a newsletter's plug. */
import type { Story } from '../../story.ts'
import { endsSentence, type Line, type Verdict } from './lines.ts'

const LINK_WORD = /^(?:and|or|[&|·•/—–-])$/i
const LONGEST_JOINT = 3
const LONGEST_PLUG = 120
const PLUGS: ReadonlySet<string> = new Set(['newsletter', 'subscription'])

/** Gives the lines between the parts of a box their verdict. */
export function joinBoxes(story: Story, lines: readonly Line[]): void {
  for (let index = 1; index < lines.length - 1; index++) {
    const line = lines[index]!
    const next = lines[index + 1]!.verdict
    if (line.verdict || line.isSpared || !next) continue
    if (isJoint(story, line)) {
      if (isOver(story, lines[index - 1]!)) line.verdict = { ...within(next), type: 'joint' }
    } else if (isMiddleOfPlug(story, line, lines[index - 1]!, next)) line.verdict = within(next)
    else if (isTitleInPlayer(story, line, lines[index - 1]!, next)) line.verdict = { ...within(next), type: 'boxed-title' }
  }
}

/** “and” or “|” on a line of its own. */
function isJoint(story: Story, { at }: Line): boolean {
  return at.end - at.start <= LONGEST_JOINT && LINK_WORD.test(story.slice(at))
}

/** Whether a line's sentence is over, so that the “and” under it can't belong to it. */
function isOver(story: Story, { verdict, at }: Line): boolean {
  return verdict !== undefined || /[\p{L}\p{N}.!?…"”’')\]➜»→]$/u.test(story.slice(at).slice(-2))
}

/** A short line between two of a sign-up box: “Politics, made plain.” */
function isMiddleOfPlug(story: Story, { at, block }: Line, before: Line, next: Verdict): boolean {
  if (!before.verdict || !PLUGS.has(before.verdict.pack) || !PLUGS.has(next.pack) || at.end - at.start > LONGEST_PLUG) return false
  return (block.kind === 'line' || block.kind === 'paragraph') && !/["“”]|\b(?:said|says|told)\b/.test(story.slice(at))
}

const PLAYER = 'player-box'
const LONGEST_TITLE = 150

/** The title that stands between the labels of a player: “JUST WATCHED”, “Inside the tunnel”, “Replay”. */
function isTitleInPlayer(story: Story, { at, block }: Line, before: Line, next: Verdict): boolean {
  if (before.verdict?.type !== PLAYER || next.pack !== 'media' || at.end - at.start > LONGEST_TITLE) return false
  return (block.kind === 'line' || block.kind === 'paragraph') && !endsSentence(story.text, at.start, at.end)
}

const within = ({ type, pack }: Verdict): Verdict => ({ type, pack, certainty: 'likely', opens: false })
