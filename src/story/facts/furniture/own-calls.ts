/** Tells which calls of a site to its readers are its author's own in Markdown: they lead somewhere, or speak in the post's own words. */
import type { Span } from '../../span.ts'
import type { Story } from '../../story.ts'
import { isHandwritten } from './handwritten.ts'
import { isSentence, type Line } from './lines.ts'

// What no author writes, though a link may stand in it.
const PAGE_PACKS: ReadonlySet<string> = new Set(['advertising', 'page-titles', 'market-data'])
// Buttons of a page; a sentence with a link is a call all the same.
const BUTTONS: ReadonlySet<string> = new Set(['share-bar', 'share-bar-short', 'share', 'share-button', 'media-control', 'media-button'])
// “Thanks for reading, and take care!”, “First published on the yard's own pages.”
const SPOKEN_TYPES: ReadonlySet<string> = new Set(['thanks', 'thanks-call', 'appeal', 'appeal-line', 'disclaimer', 'republished', 'developing', 'site-line'])
const SPOKEN_PACKS: ReadonlySet<string> = new Set(['comments', 'contacts', 'related-links'])
// An address that was copied along as text leads nowhere: “Follow her on Twitter @marketwatcher.”
const LIVE = /\]\(|\]\[|\bhref=|<(?:https?:|mailto:)|<[\w.+-]{1,40}@\w/
const STATES_ADDRESS = /\bhttps?:\/\/\S/
const DEVELOPING_STORY = /\b(?:developing|breaking|story)\b/i
// “Copyright (c) 2019 Lena Okafor”: who owns what the text is about.
const OWNER = /^(?:copyright|©|\(c\))/i
const RESERVED = /all rights reserved/i
const ENDS_SENTENCE = /[.!?…]["”’)]?$/
const FEWEST_WORDS_OF_A_CALL = 2

/** Whether what is worded like a page's call is its author's own: a part of a line that has a link, or one that speaks for itself. */
export function isOwnCall(story: Story, lines: readonly Line[], index: number, { at, type, pack }: { at: Span; type: string; pack: string }): boolean {
  if (!isHandwritten(story) || PAGE_PACKS.has(pack)) return false
  const text = story.slice(at)
  if (pack === 'legal' && OWNER.test(text)) return !RESERVED.test(text)
  if (isLive(story, lines[index]!)) return !BUTTONS.has(type) || ENDS_SENTENCE.test(text)
  if (leadsToLinks(story, lines, index)) return true
  // “See also: https://yard.example/tables”
  if (pack === 'related-links' && STATES_ADDRESS.test(text)) return true
  if (type === 'developing' && DEVELOPING_STORY.test(text)) return false
  if (!ENDS_SENTENCE.test(text) || text.split(' ').length < FEWEST_WORDS_OF_A_CALL) return false
  return SPOKEN_TYPES.has(type) || (SPOKEN_PACKS.has(pack) && isSentence(story.text, at))
}

/** Whether a link that works stands in a line, an e-mail’s included. */
function isLive(story: Story, { block }: Line): boolean {
  const { start, end } = story.toSource(block)
  const { source } = story
  const feed = source.indexOf('\n', end)
  return LIVE.test(source.slice(source.lastIndexOf('\n', start) + 1, feed < 0 ? source.length : feed))
}

/** Whether a label stands over a list of links: “**Follow us**:”. */
function leadsToLinks(story: Story, lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return next?.block.kind === 'list-item' && lines[index]!.block.kind !== 'list-item' && isLive(story, next)
}
