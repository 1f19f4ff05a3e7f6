/**
 * Tells what a page's title has behind the headline: the site's name, as in “Bridge opens - Norvik! News”, or a feed's
 * date.
 */
import { wordSet } from '../../english/words/word-set.ts'
import type { Block } from '../../copy/block.ts'
import { span } from '../../text/span.ts'
import type { Copy } from '../../copy/copy.ts'
import type { FoundFurniture, FurnitureCertainty } from './furniture-line.ts'
import data from './outlet-words.generated.ts'

const LONGEST = 200
const LONGEST_NAME = 60
const MARKS = [' | ', ' ｜ ', ' – ', ' — ', ' - '] as const
const BARS: ReadonlySet<string> = new Set([' | ', ' ｜ '])
// “Bridge opens, (Sun, Jan 4th)”
const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}'
const DATE = String.raw`(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?)`
const FEED_DATE = new RegExp(
  String.raw`,? [(\[]${WEEKDAY},? ${DATE}(?:,? \d{4})?(?:,? \d{1,2}:\d\d)?[)\]]$| [-–|] ${WEEKDAY},? ${DATE},? \d{4}$`,
)
const SOURCE_IN_BRACKETS = / \([^()]{2,40}\)$/

// What outlets are called.
const OUTLET_WORDS = wordSet(data.outletWords)
const DOMAIN = /^(?:[\p{L}\d-]{1,40}\.){1,3}(?:com|org|net|co|news|io|tv|info)(?:\.[a-z]{2})?$/iu
const PORTAL = /^(?:yahoo\b|msn\b|google news\b|aol\b)/i
const SMALL_WORDS = wordSet('a and at de del des for in la le of on the')
const MOST_WORDS = 7

interface PageTitle {
  readonly headline: string
  readonly mark: string
  readonly name: string
  /** Where what stands behind the headline starts. */
  readonly from: number
}

/**
 * The words behind a story's headline that are no part of it; a field's, `title: Bridge opens | Norvik Post`, are there
 * on purpose.
 */
export function findPageTitle(copy: Copy): readonly FoundFurniture[] {
  const block = copy.blocks.find(({ kind, level }) => kind === 'heading' && level === 1) ?? copy.blocks[0]
  if (
    !block
    || copy.blocks.length < 2
    || (block.kind !== 'line' && block.kind !== 'heading')
    || block.end - block.start > LONGEST
  )
    return []
  const text = copy.slice(block).trimEnd()
  const date = FEED_DATE.exec(text)
  if (date)
    return [
      behind(
        block,
        'feed-date',
        block.start + date.index + (date[0].startsWith(',') ? 0 : 1),
        block.start + text.length,
        'sure',
      ),
    ]
  const title = readTitle(text)
  const certainty = title && certaintyOf(copy, block, title)
  return certainty ? [behind(block, 'site-name', block.start + title.from, block.start + text.length, certainty)] : []
}

function behind(block: Block, type: string, start: number, end: number, certainty: FurnitureCertainty): FoundFurniture {
  return { at: span(start, end), block, whole: false, type, pack: 'page-titles', position: 'tail', certainty }
}

/**
 * Parts a page's title at its last mark; a source in brackets, “Bridge opens (Harbour Web) - Norvik! News”, goes with
 * the site.
 */
function readTitle(text: string): PageTitle | undefined {
  const at = Math.max(...MARKS.map((mark) => text.lastIndexOf(mark)))
  if (at <= 0) return undefined
  const headline = text.slice(0, at)
  const from = SOURCE_IN_BRACKETS.exec(headline)?.index ?? at
  return {
    headline: headline.slice(0, from),
    mark: text.slice(at, at + 3),
    name: text.slice(at + 3).trim(),
    from: from + 1,
  }
}

function certaintyOf(
  copy: Copy,
  block: Block,
  { headline, mark, name, from }: PageTitle,
): FurnitureCertainty | undefined {
  if (name.length > LONGEST_NAME || !isName(name)) return undefined
  const body = copy.text.slice(block.end)
  const isInBody = body.includes(name)
  if (isOutlet(name)) {
    if (BARS.has(mark) || PORTAL.test(name) || DOMAIN.test(name) || copy.text[block.start + from] === '(') return 'sure'
    // “Storm kills nine – Harbour Radio” names its source, which its story does, too.
    return isInBody ? undefined : 'likely'
  }
  if (name.includes(' ') || /["“”‘’']/.test(headline) || headline === headline.toUpperCase()) return undefined
  // A firm's own page: “Norvik opens a yard - Norvik”
  const isRepeated = body.indexOf(name) < body.lastIndexOf(name)
  return wordsOf(headline).includes(name) || (isRepeated && !speaks(body, name)) ? 'likely' : undefined
}

const wordsOf = (text: string): readonly string[] => text.split(/[\s,;:?!]+/)

/** A few words, all capitalised: “Valley Courier”, “The Post of Ostby”. */
function isName(text: string): boolean {
  const words = text.split(' ')
  return (
    words.length <= MOST_WORDS
    && words.every((word) => SMALL_WORDS.has(word) || DOMAIN.test(word) || /^\p{Lu}/u.test(word))
  )
}

function isOutlet(name: string): boolean {
  return DOMAIN.test(name) || wordsOf(name).some((word) => OUTLET_WORDS.has(word.toLowerCase()))
}

const SPEECH =
  'said|says|told|tells|added|adds|warned|warns|argued|argues|claimed|claims|insisted|insists|believes|urged|urges|reported'
const SPEAKS = new RegExp(String.raw`^(?: [^ ]+){0,3} (?:${SPEECH})\b`)
const SPOKEN_OF = /(?:\b(?:said|says|told)|Mr|Mrs|Ms|Dr|Lord|Sir) $/
const NEAR = 60
const BEFORE = 8

/** Whether somebody of a name speaks in a story: then its headline names him as its source. */
function speaks(body: string, name: string): boolean {
  for (let at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
    const end = at + name.length
    if (SPEAKS.test(body.slice(end, end + NEAR)) || SPOKEN_OF.test(body.slice(Math.max(0, at - BEFORE), at)))
      return true
  }
  return false
}
