/**
 * Tells which calls of a site to its readers are its author's own: they lead somewhere, or speak in the post's own
 * words.
 */
import type { Span } from '../../text/span.ts'
import type { Copy } from '../../copy/copy.ts'
import { isHandwritten } from './lines/handwritten.ts'
import { isSentence, type Line } from './lines/lines.ts'

// What no author writes, though a link may stand in it.
const PAGE_PACKS: ReadonlySet<string> = new Set(['advertising', 'page-titles', 'market-data'])
// Buttons of a page; a sentence with a link is a call all the same.
const BUTTONS: ReadonlySet<string> = new Set([
  'share-bar',
  'share-bar-short',
  'share',
  'share-button',
  'media-control',
  'media-button',
])
// “Thanks for reading, and take care!”, “First published on the yard's own pages.”
const SPOKEN_TYPES: ReadonlySet<string> = new Set([
  'thanks',
  'thanks-call',
  'appeal',
  'appeal-line',
  'disclaimer',
  'republished',
  'developing',
  'site-line',
])
const SPOKEN_PACKS: ReadonlySet<string> = new Set(['comments', 'contacts', 'related-links'])
// An address that was copied along as text leads nowhere: “Follow her on Twitter @marketwatcher.”
const LIVE = /\]\(|\]\[|\bhref=|<(?:https?:|mailto:)|<[\w.+-]{1,40}@\w/
const STATES_ADDRESS = /\bhttps?:\/\/\S/
const SEE_ALSO = /^See also:? [^.]{1,60}\.$/i
const ADDRESS = 'bare-link'
const ALONE = /(?:^|\n)https?:\/\/\S+(?=\n|$)/g
const FEWEST_ADDRESSES = 3
const DEVELOPING_STORY = /\b(?:developing|breaking|story)\b/i
// “Copyright (c) 2019 Lena Okafor”: who owns what the text is about.
const OWNER = /^(?:copyright|©|\(c\))/i
const RESERVED = /all rights reserved/i
const ENDS_SENTENCE = /[.!?…]["”’)]?$/
const FEWEST_WORDS_OF_A_CALL = 2

// “Want to learn more?”, “We'd also like to thank Lena Okafor”
const OWN_WORDS = /^(?:Want to (?:contribute|get|help|join|know|learn)\b|We(?:['’]d| would) (?:also )?like to thank\b)/
const OWNERSHIP = /^(?:authors?|copyright|credits|licen[cs]e|licensing|legal|about)\b/i
// “Permission is granted to copy this manual.”
const PERMISSION =
  /\b(?:permission is (?:hereby )?granted|(?:is|are) permitted to|licen[cs]ed under|under the terms of the|public licen[cs]e)\b/i
const LICENCE = /^(?:Redistribution and use in source\b|Permission (?:is|to) [^.]{0,30}\b(?:copy|granted)\b)/
const WHOLE_PAGE = /<html\b/i
const FARTHEST_HEADING = 12
const ACTION = /\{\{|\{%/

/**
 * Whether what is worded like a page's call is its author's own: a part of a line that has a link, or one that speaks
 * for itself.
 */
export function isOwnCall(
  copy: Copy,
  lines: readonly Line[],
  index: number,
  { at, type, pack }: { at: Span; type: string; pack: string },
): boolean {
  const text = copy.slice(at)
  const isOwner = pack === 'legal' && OWNER.test(text)
  if (isOwner && (OWNERSHIP.test(headingOver(copy, lines, index)) || isOfDocument(copy, lines, index, text)))
    return true
  if (LICENCE.test(text)) return true
  // The words of a template are its site's.
  if (copy.format === 'html' && ACTION.test(sourceAround(copy, lines[index]!))) return true
  if (pack === 'apps' && isAboutApps(copy, text)) return true
  if (
    copy.format === 'html'
    && ((pack === 'related-links' && STATES_ADDRESS.test(text)) || (type === ADDRESS && isOneOfAddresses(copy)))
  )
    return true
  if (!isHandwritten(copy) || PAGE_PACKS.has(pack)) return false
  if (isOwner) return !RESERVED.test(text) || lines[index]!.block.quoted
  if (isLive(copy, lines[index]!)) return !BUTTONS.has(type) || ENDS_SENTENCE.test(text)
  if (leadsToLinks(copy, lines, index)) return true
  // “See also: https://yard.example/tables”
  if (pack === 'related-links' && (STATES_ADDRESS.test(text) || SEE_ALSO.test(text))) return true
  if (type === 'developing' && DEVELOPING_STORY.test(text)) return false
  if (OWN_WORDS.test(text)) return true
  if (!ENDS_SENTENCE.test(text) || text.split(' ').length < FEWEST_WORDS_OF_A_CALL) return false
  return SPOKEN_TYPES.has(type) || (SPOKEN_PACKS.has(pack) && isSentence(copy.text, at))
}

/** Whether who owns a document is its own word: its page is whole, or what may be done with it is said there, too. */
function isOfDocument({ format, source, slice }: Copy, lines: readonly Line[], index: number, text: string): boolean {
  if (RESERVED.test(text)) return false
  const next = lines[index + 1]
  return (
    (format === 'html' && WHOLE_PAGE.test(source.slice(0, AROUND)))
    || PERMISSION.test(text)
    || (next !== undefined && PERMISSION.test(slice(next.at)))
  )
}

/** Whether addresses stand alone on several lines, as a manual lists them. */
const isOneOfAddresses = ({ text }: Copy): boolean => (text.match(ALONE)?.length ?? 0) >= FEWEST_ADDRESSES

/** Whether a link that works stands in a line, an e-mail’s included. */
function isLive(copy: Copy, { block }: Line): boolean {
  const { start, end } = copy.toSource(block)
  const { source } = copy
  const feed = source.indexOf('\n', end)
  return (
    LIVE.test(source.slice(source.lastIndexOf('\n', start) + 1, feed < 0 ? source.length : feed))
    || isInAnchor(source.slice(Math.max(0, start - AROUND), start))
  )
}

/** Whether a link's element is open where a stretch of source ends: “<a href="…">⏎ <p>Mastodon</p>”. */
const isInAnchor = (before: string): boolean => before.lastIndexOf('<a ') > before.lastIndexOf('</a')

const OUR_APP = /\b(?:our|us|free)\b/i
const FEWEST_APPS = 4

/** Whether a call to get an app stands in a story about one, and doesn't speak for the house. */
const isAboutApps = ({ text }: Copy, call: string): boolean =>
  !OUR_APP.test(call) && (text.match(/\bapps?\b/gi)?.length ?? 0) >= FEWEST_APPS

const AROUND = 600

/** What the source has for a line and shortly before and behind it. */
function sourceAround(copy: Copy, { block }: Line): string {
  const { start, end } = copy.toSource(block)
  return copy.source.slice(Math.max(0, start - AROUND), end + AROUND)
}

/** The words of the heading that a line stands under, if it isn't far. */
function headingOver(copy: Copy, lines: readonly Line[], index: number): string {
  const over = lines
    .slice(Math.max(0, index - FARTHEST_HEADING), index)
    .findLast(({ block }) => block.kind === 'heading')
  return over ? copy.slice(over.at) : ''
}

/** Whether a label stands over a list of links: “**Follow us**:”. */
function leadsToLinks(copy: Copy, lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return next?.block.kind === 'list-item' && lines[index]!.block.kind !== 'list-item' && isLive(copy, next)
}
