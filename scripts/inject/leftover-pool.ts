/**
 * Reads lines left over from pages, and keeps what is plainly furniture of outlets that no rule's data was made from.
 */
import { createHash } from 'node:crypto'
import { commonWords } from '../../src/english/words/common-words.ts'
import { rowsBelow, type PlacedRow } from '../json-rows.ts'

/** A line of an outlet's pages. */
export interface LeftoverLine {
  readonly outlet: string
  readonly text: string
}

/** Longer, and it may be a sentence of copy. */
const MOST_WORDS = 12
const FEWEST_OUTLETS = 2

/**
 * The lines below a folder, or of one file of JSON Lines, that are left over from pages of outlets held out, in the
 * order of the alphabet. A row gives `outlet` or `source`, and its lines: `leftover_lines`, which somebody has read and
 * which are taken as they are, or `boilerplate_lines` or `boilerplate` (texts, or objects with a `text`), of which only
 * plain furniture is taken.
 */
export function readLeftovers(path: string): LeftoverLine[] {
  const outletsOf = new Map<string, Set<string>>()
  const heldOut = new Map<string, string>()
  const read = new Set<string>()
  for (const { row } of rowsBelow(path)) {
    const outlet = stringOf(row['outlet']) ?? stringOf(row['source'])
    if (outlet === undefined) continue
    for (const text of textsOf(row, 'leftover_lines')) read.add(text)
    for (const text of textsOf(row, 'leftover_lines', 'boilerplate_lines', 'boilerplate')) {
      outletsOf.set(text, (outletsOf.get(text) ?? new Set()).add(outlet))
      if (isHeldOut(outlet) && !heldOut.has(text)) heldOut.set(text, outlet)
    }
  }
  return [...heldOut]
    .map(([text, outlet]) => ({ outlet, text }))
    .filter(({ text }) => read.has(text) || (outletsOf.get(text)!.size >= FEWEST_OUTLETS && isPlainFurniture(text)))
    .toSorted((one, other) => (one.text < other.text ? -1 : 1))
}

/**
 * Whether an outlet is held out: half of them are, by the first byte of their name's MD5. The shapes of furniture were
 * worded from the other half. A line that stands on pages of both halves counts, too, since it was drawn from this one.
 */
export function isHeldOut(outlet: string): boolean {
  return createHash('md5').update(outlet).digest()[0]! % 2 === 1
}

function textsOf(row: PlacedRow['row'], ...keys: readonly string[]): string[] {
  return keys
    .flatMap((key) => (Array.isArray(row[key]) ? (row[key] as unknown[]) : []))
    .flatMap((line) => stringOf(line) ?? stringOf((line as { text?: unknown } | null)?.text) ?? [])
    .map((line) => line.replace(/\s+/g, ' ').trim())
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Sections, topics and languages: copy has such words as crossheads, too. */
const TOPICS = new Set(
  `
  world news national local international us uk asia europe africa americas canada australia india china america politics election elections
  business economy economics money markets market investing finance companies industry banking property housing jobs careers energy
  technology tech science space environment climate nature weather security privacy mobile gaming games computing internet software
  health wellness fitness medicine education schools university religion faith family parenting kids life lifestyle living style fashion beauty
  food drink recipes restaurants wine travel cars autos motoring cities homes home garden culture arts art books music film films movies
  tv television radio theatre theater celebrity celebrities entertainment showbiz media opinion opinions editorial editorials columns
  columnists analysis comment sport sports football soccer cricket rugby tennis golf basketball baseball hockey racing crime law justice
  courts military defense defence immigration history people society women men real estate states city state nation region guides quizzes
  success english español deutsch français text issues events ideas trends research data reviews features photos video videos audio
  blog blogs press magazine report reports special corrections awards obituaries history good talk copy status edit general other current
  affairs united kingdom kingdoms states south north east west middle latin new york london washington san francisco los angeles
  january february march april may june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday transportation solutions false true flash royals pets design white house insider investigations cartoons why matters what happened
  it the and of in a an to for on at by with from as is am pm est
`
    .trim()
    .split(/\s+/),
)
const NETWORKS = new Set(
  'facebook twitter linkedin instagram pinterest reddit whatsapp telegram youtube tumblr flipboard rss disqus tweet'.split(
    ' ',
  ),
)
/** Credits and notes that desks print on purpose. */
const CREDIT =
  /\b(?:photo|photograph|image|credit|getty|reuters|ap|afp|associated press|shutterstock|courtesy|illustration|contributed|reporting)\b|^by\b/i
const NOTE =
  /^\W*(?:editors?\b|update|correction|clarification|disclosure|this (?:story|article|post|piece|report) (?:has|was|is|originally)\b)/i
/** Code of a page, addresses and figures are other rules' matter. */
const CODE = /[[\]{}<>#=_]|https?:|\bwww\.|[^\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\s]/u

/** No topic, no name, no credit, no date, no headline of another story that two outlets ran. */
function isPlainFurniture(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}’'+-]+/gu) ?? []
  if (
    words.length === 0
    || text.split(' ').length > MOST_WORDS
    || CODE.test(text)
    || CREDIT.test(text)
    || NOTE.test(text)
  )
    return false
  if (words.every((word) => TOPICS.has(word) || word.length < 2)) return false
  const known = words.filter((word) => commonWords.has(word) || NETWORKS.has(word))
  return known.length * 2 > words.length && known.some((word) => !TOPICS.has(word))
}
