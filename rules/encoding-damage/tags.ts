/** Finds tags of a web page in plain text: “failed<br>on Monday, <strong>said”. */
import type { Story } from '#rule'
import { matchesAt, type Damage } from './damage.ts'

// What publishing systems set copy with. Not among them: what a story names as such (“the <script> tag”), and what a
// page is built of.
const INLINE = 'a abbr b big cite del em font i img ins mark q s small span strike strong sub sup tt u'
const BLOCKS =
  'blockquote br center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul'
const TAG = new RegExp(
  `</?(${[...INLINE.split(' '), ...BLOCKS.split(' ')].join('|')})(?: [a-z-]{1,30}=[^<>\\n]{0,400})? ?/?>`,
  'y',
)
const IS_BLOCK: ReadonlySet<string> = new Set(BLOCKS.split(' '))
// “<a> and <b>” may be two places to be filled in.
const LETTER = /^<[abipqsu]>$/
// “The <br> tag ends a line”, “he typed <b>”: what is spoken of.
const SPOKEN_BEFORE =
  /\b(?:HTML|XSS|markup|tags?|elements?|codes?|typed?|typing|inserts?|Markdown|strings?|payloads?)(?: such as| like| named| called)? ["“‘'(]?$/
const SPOKEN_BEHIND = /^["”’')]?,? (?:(?:is|was) (?:an?|the) )?(?:HTML|tags?|elements?|codes?|attributes?|markup)\b/
const NEAR = 24

/** The tags of a story in plain text. */
export function* findTags({ text, format }: Story): Iterable<Damage> {
  if ((format !== 'text' && format !== 'ninjs') || !text.includes('<')) return
  for (const { 0: tag, 1: name, index } of matchesAt(text, '<', TAG)) {
    const start = index
    const end = index + tag.length
    if (
      SPOKEN_BEFORE.test(text.slice(Math.max(0, start - NEAR), start))
      || SPOKEN_BEHIND.test(text.slice(end, end + NEAR))
    )
      continue
    const isDoubtful = LETTER.test(tag) && !text.includes(`</${name}>`)
    yield {
      ...around(text, start, end, IS_BLOCK.has(name!)),
      kind: 'tag',
      certain: false,
      ...(isDoubtful ? { severity: 'warning' as const } : {}),
    }
  }
}

/** What to put there: a line’s end is a space between words, and of two spaces around a tag one goes with it. */
function around(text: string, start: number, end: number, isBlock: boolean): Pick<Damage, 'start' | 'end' | 'repair'> {
  const before = text[start - 1] ?? '\n'
  const after = text[end] ?? '\n'
  return { start, end, repair: isBlock && /\S/.test(before) && /[^\s.,;:!?]/.test(after) && before !== '>' ? ' ' : '' }
}
