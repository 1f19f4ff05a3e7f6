/**
 * Says where leftover lines come from and what they are, in words that are true of each of them, or else in fewer
 * words.
 */
import type { Facts } from '#rule'

type FurnitureLine = Facts['furniture'][number]

const PAGE = 'a web page'
// An agency's line of 1996 never was on a page.
const WIRE = 'a wire service: its desk’s contact'
const OF_WIRE: ReadonlySet<string> = new Set(['newsroom', 'desk-contact'])

/** What lines of each pack are; a pack that isn't here holds lines of several kinds. */
const BY_PACK: Readonly<Record<string, string>> = {
  'related-links': 'a link to other stories',
  newsletter: 'a newsletter sign-up',
  subscription: 'a line for subscribers',
  sharing: 'a sharing or follow button',
  advertising: 'an advertising label',
  comments: 'the comments under a story',
  media: 'a player or gallery label',
  apps: 'a plug for an app',
  legal: 'a legal notice',
  timestamps: 'a time stamp',
  contacts: 'a call to readers',
  'page-titles': 'the site’s name',
  'market-data': 'a stock ticker',
  'wire-credits': 'a wire credit',
  'photo-credits': 'a photo credit',
}

/** What lines of each type are, where that isn't what their pack says; empty where it can't be told for sure. */
const BY_TYPE: Readonly<Record<string, string>> = {
  'story-highlights': 'a summary box',
  plug: '',
  'reader-offer': '',
  'newsletter-likely': 'a call to sign up',
  subscribe: 'a call to subscribe or sign in',
  wall: 'a pay wall',
  appeal: 'an appeal to readers',
  'appeal-line': 'an appeal to readers',
  thanks: '',
  'thanks-call': '',
  invitation: 'a call to follow or join',
  'follow-offer': 'a call to follow or join',
  follow: 'a call to follow or join',
  'form-answer': 'a form',
  'story-continues': 'a break in the page',
  'continue-below': 'a break in the page',
  commerce: 'a note on shop links',
  tags: 'a list of tags',
  'section-word': 'a menu or a tag',
  'menu-word': 'a menu or a tag',
  'page-tag': 'a menu or a tag',
  footer: 'a menu',
  'link-label': 'a label of its links',
  'byline-role': 'its author’s job',
  'foreign-title': '',
  'site-maker': 'who made the site',
  podcast: 'a plug for a podcast',
  'video-title': 'a video’s title',
  'buttoned-title': 'a title with its buttons',
  'ai-button': 'an AI button',
  'picture-desk': 'a note to picture desks',
  'photo-title': 'a link to a picture',
  caption: 'a picture’s caption',
  'image-label': 'a picture’s label',
  disclaimer: 'a disclaimer',
  republished: 'a note on where it ran',
  developing: 'a note on updates',
  'stamp-word': '',
  hour: '',
  'feed-date': 'a feed’s date',
  'page-year': 'its date',
  address: 'a contact line',
  embed: 'an embedded post',
  'post-address': 'an embedded post',
  'bare-link': 'a web address',
  'quote-marks': 'a quotation’s markup',
}
// They are of the kind of the line beside them.
const FOLLOWERS: ReadonlySet<string> = new Set(['joint', 'listed-link', 'boxed-title'])
// A newsletter's box is one though it holds a plug and ends in small print.
const BOX = 'newsletter'
const PLUG = 'plug'
const OF_BOX: ReadonlySet<string> = new Set(['legal', 'subscription'])

/** Where lines come from: “a web page: a link to other stories”; “a web page” where they are of several kinds. */
export function sourceOf(lines: readonly FurnitureLine[]): string {
  const leaders = lines.filter(({ type }) => !FOLLOWERS.has(type))
  if (leaders.length > 0 && leaders.every(({ type }) => OF_WIRE.has(type))) return WIRE
  const isBox = leaders.some(({ type, pack }) => pack === BOX && type !== PLUG)
  const labels = new Set(
    leaders.filter(({ type, pack }) => !isBox || !(OF_BOX.has(pack) || type === PLUG)).map(labelOf),
  )
  const [label = ''] = labels
  return labels.size === 1 && label !== '' ? `${PAGE}: ${label}` : PAGE
}

const labelOf = ({ type, pack }: FurnitureLine): string => BY_TYPE[type] ?? BY_PACK[pack] ?? ''
