/** Which lines on top of a story may be headlines that somebody stacked, and which are captions, bylines and labels. */
import type { Block, Story } from '#rule'
import { isByline } from './bylines.ts'

// No headline is longer; a paragraph set as a heading is none.
const LONGEST = 200
// “(Photo: Lena Okafor)”, “Okafor/Agency”: who took the picture above. “Mayor Vale (left)”, “Above: the bridge”: who is
// on it.
const CREDIT =
  /^(?:photos?|photographs?)\b|\b(?:photos?|photographs?)(?: ?[:/|)]| (?:by|from|courtesy|credit)\b|$(?<!s))|\b(?:file|handout|undated|agency|staff) (?:photos?|pictures?)\b|\b(?:getty|pictured|illustration|courtesy|screenshot|autoplay)\b|\b(?:pictures?|images?|credits?|video) ?: |\([^()]{0,60}\/[^()]{0,60}\)|\((?:AP|PA|EPA|AFP|Reuters|Pixabay|Unsplash|Shutterstock|iStock|file)\)|\((?:\w+ ){0,2}(?:left|right|centre|center)\)|^(?:above|below|left|right|top|embed)\b ?:|^enlarge\b|©|\p{L}\/\p{Lu}\p{L}+$/iu
// “The old oak near Salden, seen from the air”: what is on a picture.
const SHOWN =
  /, (?:as )?(?:seen|shown|photographed|viewed|drawn|pictured)\b|\b(?:aerial|archive|file) (?:view|photo|picture)\b/i
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?'
// “Rowers on the lake on May 3, 2019”: a caption's date, or an event's.
const FULL_DATE = new RegExp(`\\b${MONTH} \\d{1,2},? \\d{4}\\b|\\b\\d{1,2} ${MONTH},? \\d{4}\\b`)
const ADDRESS = /https?:|www\.|@\w|\bclick (?:here|on|to)\b|^to read\b/i
// “Where: the Lyric, until June”, “Updated Dec. 3 at noon”, “Key points: …”: a label, and what it labels.
// What stands over a press release, whoever sends it.
const RELEASE =
  /^(?:for (?:immediate )?release\b|(?:press|news|media) release\b|(?:under )?embargo(?:ed)?\b|not for (?:publication|release)\b)/i
const LABEL =
  /^(?:(?:who|what|where|when|why|price|tickets?|venue|dates?|time|result|score|genre|author(?:ed by)?|reviewed by|publisher|directors?|writers?|starring|stars|cast|repo|team news)\b *:|(?:last |first )?(?:updated|posted|published|modified)\b|in response to\b|series:|[^/]{3,40} \/ |(?:this|the) (?:article|story) (?:is|was)\b)/i
// “Story highlights”: what follows sums the story up, a line a point.
const POINTS = /^(?:story )?highlights\b|^key (?:points|takeaways|facts)\b|^in (?:brief|short|summary)\b/i
// A motto above a column, with or without its source.
const QUOTATION = /^["“‘'][^"“”]*["”’'](?:\s*[-–—(].*)?$/
const NOTE = /^\(.*\)$|^\[.*\]$/

/** The lines on top of a story that may each be its headline, in story order. */
export function findCandidates(story: Story): readonly Block[] {
  const { layout } = story.facts
  if (story.format === 'text') return withoutPoints(story, layout.headlines)
  const top: Block[] = []
  for (const block of story.blocks) {
    const role = layout.roleOf(block)
    if (role === 'headline' || (role === 'crosshead' && block.kind === 'heading')) top.push(block)
    else if (role === 'body') break
  }
  return withoutPoints(story, top)
}

/** The lines down to the first of a list of points; and none that is too long for a headline. */
function withoutPoints(story: Story, headings: readonly Block[]): readonly Block[] {
  const blocks = headings.filter(({ start, end }) => end - start <= LONGEST)
  const first = blocks.findIndex((block) => POINTS.test(story.slice(block).trim()))
  return first < 0 ? blocks : blocks.slice(0, first)
}

/** Whether a line's shape tells that it is no headline: a caption with its credit, a byline, a label, a motto. */
export function isOtherThanHeadline(line: string): boolean {
  return (
    [CREDIT, SHOWN, FULL_DATE, ADDRESS, LABEL, RELEASE, QUOTATION, NOTE].some((shape) => shape.test(line))
    || isByline(line)
  )
}

// “Ferry strike ends (Torvia Courier) - Harbour News”: who had the story, behind its headline.
const OUTLET = /(?: ?\([^()]{2,30}\))? (?:[-–—] |\| ?)(?:(?:The )?\p{Lu}[\p{L}.!&’'-]*!? ?){1,4}$/u

// “Storm closes pier, (Tue, Feb 3rd)”: the date that a feed hangs on it.
const FEED_DATE = /,? \((?:Sun|Mon|Tues?|Wed|Thu|Fri|Sat)[a-z]{0,6},? [^()]{3,20}\)$/

/** A headline without the name of the outlet that a page hangs on it, and without a feed's date. */
export function withoutOutlet(headline: string): string {
  const line = headline.replace(FEED_DATE, '')
  const bare = line.replace(OUTLET, '')
  return / \S+ /.test(bare) || bare === '' ? bare : line
}

/** Whether the next block goes on with the line: a sentence that a lost link or a tag has cut. */
export function goesOn(story: Story, block: Block): boolean {
  const next = story.blocks[block.index + 1]
  return next !== undefined && /^(?:[,;:.!?)]|\p{Ll}[\p{Ll}’' ])/u.test(story.text.slice(next.start, next.start + 2))
}
