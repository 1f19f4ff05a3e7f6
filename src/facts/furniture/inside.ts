/**
 * Furniture inside a sentence: what a page had set between or behind its words, as a share's price or a link's label
 * for screen readers.
 */
import { span } from '../../text/span.ts'
import type { Copy } from '../../copy/copy.ts'
import type { FoundFurniture, FurnitureCertainty } from './furniture-line.ts'
import { isHandwritten } from './lines/handwritten.ts'
import type { Line } from './lines/lines.ts'

/** A kind of such words. */
interface Chip {
  readonly type: string
  readonly pack: string
  readonly certainty: FurnitureCertainty
  /** What every text that holds one has. */
  readonly sign: string
  /** Its words. */
  readonly words: RegExp
  /** Whether the words are one where they stand. */
  readonly fits?: (before: string, after: string) => boolean
}

const TICKER = String.raw`\b[A-Z][A-Z0-9]{0,8}(?:[.:][A-Z0-9]{1,4})?`
const CHANGE = String.raw`[+−–-]\d{1,3}\.\d{1,2}%`
// “the CAC, +0.4%” is a writer's; a ticker is set behind the name that it repeats.
const NAME_BEFORE = /[\p{L}\p{N}’')]\s$/u
const NO_NAME_BEFORE = /\b(?:a|an|and|as|at|by|for|from|in|of|on|or|than|the|to|with)\s$/i
const SENTENCE_AFTER = /^(?:\s?[,.;)]|\s(?:[\p{Ll}\d]|\p{Lu}\p{Ll})|\s?$)/u
const isBehindName = (before: string, after: string): boolean =>
  NAME_BEFORE.test(before) && !NO_NAME_BEFORE.test(before) && SENTENCE_AFTER.test(after)

const CHIPS: readonly Chip[] = [
  // “Norvik’s shares NRVK, +0.21% have risen”
  {
    type: 'ticker',
    pack: 'market-data',
    certainty: 'sure',
    sign: '%',
    words: new RegExp(`${TICKER}, ${CHANGE}`, 'g'),
    fits: isBehindName,
  },
  // “Norvik NRVK 1.23%increase; green up pointing triangle said”
  {
    type: 'ticker',
    pack: 'market-data',
    certainty: 'sure',
    sign: 'pointing triangle',
    words: new RegExp(
      `(?:${TICKER} )?-?\\d{1,3}\\.\\d{1,2}% ?(?:in|de)crease; (?:green|red|gray) (?:up|down) pointing triangle`,
      'g',
    ),
  },
  // “Norvik (NRVK - Get Free Report)”
  {
    type: 'ticker',
    pack: 'market-data',
    certainty: 'sure',
    sign: 'Report)',
    words: /(?:Quick Quote [A-Z.]{1,6} )?[-–—] (?:Get )?Free Report(?=\))/g,
  },
  // “the harbour’s site (opens in a new window)”
  {
    type: 'link-label',
    pack: 'navigation',
    certainty: 'sure',
    sign: 'new ',
    words:
      /\((?:this |the )?(?:link |external link,? |page )?(?:will )?opens? (?:up )?(?:in )?(?:a |an )?new (?:browser )?(?:window|tab)(?: or tab)?\)/gi,
  },
  {
    type: 'link-label',
    pack: 'navigation',
    certainty: 'sure',
    sign: ', opens new ',
    words: /, opens new (?:window|tab)\b/g,
  },
  {
    type: 'link-label',
    pack: 'navigation',
    certainty: 'sure',
    sign: 'link ',
    words: /\(link (?:is external|sends e-?mail|opens e-?mail)\)/gi,
  },
  { type: 'link-label', pack: 'navigation', certainty: 'sure', sign: 'xternal link)', words: /\(external link\)/gi },
  // “he wrote. https://t.co/… — Lena Okafor (@lenaokafor) June 27, 2018”
  {
    type: 'post-address',
    pack: 'embeds',
    certainty: 'likely',
    sign: 't.co/',
    words: /https?:\/\/t\.co\/\w{4,12}(?: ?[—–-]{1,2} [^()\n]{2,60} \(@\w{1,20}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4})?/g,
  },
  {
    type: 'post-address',
    pack: 'embeds',
    certainty: 'likely',
    sign: 'pic.twitter.com/',
    words: /pic\.twitter\.com\/\w{4,12}(?: ?[—–-]{1,2} [^()\n]{2,60} \(@\w{1,20}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4})?/g,
  },
  // “(Credit too long, see caption)”
  {
    type: 'picture-desk',
    pack: 'media',
    certainty: 'sure',
    sign: 'redit ',
    words: /\((?:photo )?credit (?:line )?(?:too long|(?:must|should) read)\b[^()\n]{0,80}\)/gi,
  },
]
// A quotation’s marks as mail and Markdown set them: “… is low. > > […] > > A second test …”
const QUOTE_MARKS: Chip = {
  type: 'quote-marks',
  pack: 'embeds',
  certainty: 'sure',
  sign: '> >',
  words: /(?<=[.!?…:;"”\])] )(?:> ){1,8}>(?= |$)/g,
}

/** Finds the furniture inside a story's sentences, in story order. */
export function findInside(copy: Copy, lines: readonly Line[]): readonly FoundFurniture[] {
  const chips = (copy.format === 'text' ? [...CHIPS, QUOTE_MARKS] : CHIPS).filter(({ sign }) =>
    copy.text.includes(sign),
  )
  if (chips.length === 0) return []
  return lines.flatMap((line) => chips.flatMap((chip) => chipsIn(copy, line, chip)))
}

function chipsIn(
  copy: Copy,
  { block, at, verdict }: Line,
  { type, pack, certainty, sign, words, fits }: Chip,
): readonly FoundFurniture[] {
  if (verdict || block.kind === 'field' || block.kind === 'code') return []
  const text = copy.slice(at)
  if (!text.includes(sign)) return []
  return [...text.matchAll(words)].flatMap(({ 0: chip, index }) => {
    const start = at.start + index
    const end = start + chip.length
    const before = text.slice(Math.max(0, index - CONTEXT), index)
    if (fits && !fits(before, text.slice(index + chip.length, index + chip.length + CONTEXT))) return []
    // In Markdown a post in a blockquote is embedded, and an address that is a link was made one.
    if (type === 'post-address' && isHandwritten(copy) && (block.quoted || LINK_END.test(sourceBehind(copy, end))))
      return []
    // What a link says to those who hear it is its author's.
    if (type === 'link-label' && copy.format !== 'text' && LINK_END.test(sourceBehind(copy, end))) return []
    return [{ at: span(start, end), block, whole: false, type, pack, position: 'inside', certainty }]
  })
}

const CONTEXT = 12
const LINK_END = /^(?:\]\(|\]\[|<\/a>|<\/span>)/
const FARTHEST_LINK = 12

/** What the source has right behind a place of the text. */
function sourceBehind(copy: Copy, at: number): string {
  const { end } = copy.toSource(span(at - 1, at))
  return copy.source.slice(end, end + FARTHEST_LINK)
}
