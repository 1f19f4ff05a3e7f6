/** Finds tags of a web page in plain text: “failed<br>on Monday, <strong>said”. */
import { around, type Around, type Story } from '#rule'
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

/** The tags of a story in plain text. */
export function* findTags({ text, format }: Story): Iterable<Damage> {
  if ((format !== 'text' && format !== 'ninjs') || !text.includes('<')) return
  for (const { 0: tag, 1: name, index } of matchesAt(text, '<', TAG)) {
    const start = index
    const end = index + tag.length
    const near = around(text, { start, end })
    if (SPOKEN_BEFORE.test(near.before()) || SPOKEN_BEHIND.test(near.behind())) continue
    const isDoubtful = LETTER.test(tag) && !text.includes(`</${name}>`)
    yield {
      start,
      end,
      repair: IS_BLOCK.has(name!) && partsWords(near) ? ' ' : '',
      kind: 'tag',
      certain: false,
      ...(isDoubtful ? { severity: 'warning' as const } : {}),
    }
  }
}

/** Whether a tag stands for the space between two words; of two spaces around one, the first is enough. */
function partsWords(near: Around): boolean {
  return /[^\s>]/.test(near.before(1)) && /[^\s.,;:!?]/.test(near.behind(1))
}
