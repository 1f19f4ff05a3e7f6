/**
 * Finds a link to another story at the end of a paragraph: “… the council said. Also Read: Market hall roof fails its
 * test”.
 */
import type { FurnitureCertainty } from './furniture-line.ts'

const LONGEST = 220
const SHORTEST_TITLE = 12
// What copy never sets before a colon there · what a writer might.
const LABELS = String.raw`(?:also|must) (?:read|watch|see)|(?:read|see|watch) also|read more|read next|don['’]t miss|related(?: (?:story|stories|article|articles|news|coverage))?|you (?:may|might) also like`
const SHORT_LABELS = 'READ|SEE|WATCH|MORE|Read|See|Watch'
const SURE = new RegExp(String.raw`[.!?…]["”’')\]]{0,2} ((?:${LABELS}) ?[:|»–—-] ?["“‘']?[^a-z].*)$`, 'i')
const LIKELY = new RegExp(String.raw`[.!?…]["”’')\]]{0,2} ((?:${SHORT_LABELS}): ["“‘']?[A-Z\d].*)$`)
const STARTS_SMALL = /^[^:|»–—-]*[:|»–—-] ?["“‘']?[a-z]/

/** The link at the end of a stretch, from its label on, and how sure it is. */
export function findLabelledTail(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly certainty: FurnitureCertainty } | undefined {
  const tail = text.slice(Math.max(start, end - LONGEST), end)
  // Nearly every paragraph comes by here.
  if (!/[:|»] ?["“‘']?[A-Z\d]/.test(tail)) return undefined
  const sure = SURE.exec(tail)?.[1]
  if (sure !== undefined && !STARTS_SMALL.test(sure))
    return sure.length < SHORTEST_TITLE ? undefined : { start: end - sure.length, certainty: 'sure' }
  const likely = LIKELY.exec(tail)?.[1]
  if (likely === undefined || likely.length < SHORTEST_TITLE || /[.:;"”’]$/.test(likely)) return undefined
  return { start: end - likely.length, certainty: 'likely' }
}
