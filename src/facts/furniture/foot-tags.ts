/** Finds a page's own date and tags at its foot, a line each: “2025”, “Partnerships”. */
import type { Copy } from '../../copy/copy.ts'
import type { Line, LineVerdict } from './lines/lines.ts'

const YEAR: LineVerdict = { type: 'page-year', pack: 'timestamps', certainty: 'likely', opens: false }
const TAG: LineVerdict = { type: 'page-tag', pack: 'navigation', certainty: 'likely', opens: false }
const IS_YEAR = /^(?:19|20)\d\d$/
const IS_TAG = /^\p{Lu}[\p{L}\d&’' -]{1,30}$/u
const MOST_WORDS_OF_A_TAG = 3
const MOST_TAGS = 6

/** Gives a bare year under a story's last paragraph its verdict, and the short lines under it. */
export function judgeFoot(copy: Copy, lines: readonly Line[]): void {
  const years = lines.filter(({ at }) => at.end - at.start === 4 && IS_YEAR.test(copy.slice(at)))
  // Several years part a chronicle.
  if (years.length !== 1) return
  const index = lines.indexOf(years[0]!)
  const line = lines[index]!
  const rest = lines.slice(index + 1)
  if (
    line.position !== 'foot'
    || line.verdict
    || line.isSpared
    || rest.length > MOST_TAGS
    || !rest.every((tag) => tag.verdict || isTag(copy, tag))
  )
    return
  if (lines[index - 1]?.block.kind === 'list-item' || line.block.kind === 'field') return
  line.verdict = YEAR
  for (const tag of rest) tag.verdict ??= TAG
}

function isTag(copy: Copy, { at, block }: Line): boolean {
  const text = copy.slice(at)
  return block.kind !== 'code' && IS_TAG.test(text) && text.split(' ').length <= MOST_WORDS_OF_A_TAG
}
