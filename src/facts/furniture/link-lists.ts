/** Joins the lines of a list of links to the heading over it: “Related stories” and the headlines that follow. */
import type { Copy } from '../../copy/copy.ts'
import type { Line, LineVerdict } from './lines/lines.ts'

const LISTED: LineVerdict = { type: 'listed-link', pack: 'related-links', certainty: 'likely', opens: false }
const MOST_LINKS = 12
const LONGEST_LINK = 150
const FEWEST_WORDS = 3
const NO_LINKS: ReadonlySet<Line['block']['kind']> = new Set(['heading', 'field', 'code', 'table-cell'])
const STARTS_LINK = /^["“‘'\d$£€]|^\p{Lu}/u
// Where a lone line under “Learn more” might be a crosshead, it is a link if it is as long as a headline.
const WORDS_OF_A_HEADLINE = 5

/** Gives the links under a heading their verdict, and a weak heading (“Related”) its own where two links follow. */
export function joinLinkLists(copy: Copy, lines: readonly Line[]): void {
  for (let index = 0; index < lines.length; index++) {
    const heading = lines[index]!
    const opener = heading.verdict ?? heading.shapes.find(({ opens }) => opens)
    if (!opener?.opens || heading.position === 'top') continue
    const links = linksAfter(copy, lines, index)
    if (heading.verdict?.type === 'learn-more' && links.length === 1 && !isAsLongAsHeadline(copy, links[0]!)) continue
    if (!heading.verdict) {
      if (links.length < 2 || heading.block.index === 0) continue
      heading.verdict = { type: opener.type, pack: opener.pack, certainty: 'likely', opens: true }
    }
    for (const link of links) link.verdict = LISTED
    index += links.length
  }
}

function linksAfter(copy: Copy, lines: readonly Line[], heading: number): readonly Line[] {
  const links: Line[] = []
  for (let index = heading + 1; index < lines.length && links.length < MOST_LINKS; index++) {
    const line = lines[index]!
    if (
      line.verdict
      || !(line.position === 'foot' && links.length > 0 ? isFurtherLink(copy, line) : isLink(copy, line))
    )
      break
    links.push(line)
  }
  return links
}

/** Worded like a headline: a few words, a capital, no full stop; a question is one, too. */
function isLink(copy: Copy, { at, block }: Line): boolean {
  if (NO_LINKS.has(block.kind)) return false
  const text = copy.slice(at)
  return (
    text.length <= LONGEST_LINK
    && text.split(' ').length >= FEWEST_WORDS
    && STARTS_LINK.test(text)
    && !/[.…]["”’')\]]*$|[.!?] \p{Lu}/u.test(text)
  )
}

const isAsLongAsHeadline = (copy: Copy, { at }: Line): boolean =>
  copy.slice(at).split(' ').length >= WORDS_OF_A_HEADLINE

/** Where the story is over, a list's next line is a link, however short it is: “Port strike”, “Who pays? A guide”. */
function isFurtherLink(copy: Copy, { at, block }: Line): boolean {
  if (NO_LINKS.has(block.kind)) return false
  const text = copy.slice(at)
  return text.length <= LONGEST_LINK && text.includes(' ') && STARTS_LINK.test(text) && !/[.…]["”’')\]]*$/.test(text)
}
