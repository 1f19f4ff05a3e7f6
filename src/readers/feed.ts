/** Reads feeds: each item of RSS and each entry of Atom is a story. */
import { CopyBuilder, type Copy } from '#copy'
import type { DecodedText } from './markup/decoded-text.ts'
import { findItems, writeTo, type ItemMember } from './feed/items.ts'
import { findPublicationDate } from './publication-date.ts'
import { readInlineMarkup, readLines, readMarkup, type MarkupTarget } from './markup/markup-text.ts'
import { Notices } from './notices.ts'
import type { Reader, ReadOptions } from './reader.ts'

const MEMBERS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'content:encoded',
  'summary',
  'content',
  'dc:creator',
  'author',
  'name',
  'pubdate',
  'published',
  'updated',
  'dc:date',
  'dcterms:created',
  'media:description',
])
const DATES: Readonly<Record<string, string>> = {
  pubdate: 'pubdate',
  published: 'published',
  'dc:date': 'date',
  'dcterms:created': 'date',
  updated: 'date',
}

/**
 * Reads RSS 0.9 to 2.0 and Atom. An item's title is its headline, its description its dek where the item has a body as
 * well; HTML in a member is read as HTML, whether it stands there escaped, in CDATA or as XHTML. Of the channel nothing
 * is read.
 */
export const readFeed: Reader = (source, options = {}) => {
  const { items, endless } = findItems(source, MEMBERS)
  const stories = items
    .map((members) => readItem(source, members, endless, options))
    .filter(({ blocks }) => blocks.length > 0)
  if (stories.length > 0) return stories
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  notices.unread('holds no item or entry of a feed with anything to read in it')
  return [copy.finish({ ...options, format: 'feed', notices: notices.all })]
}

const BODIES: ReadonlySet<string> = new Set(['content:encoded', 'content'])

function readItem(
  source: string,
  members: readonly ItemMember[],
  endless: readonly number[],
  options: ReadOptions,
): Copy {
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  const hasBody = members.some(({ name }) => BODIES.has(name))
  const dates = new Map<string, string>()
  for (const member of members) {
    const { name, text } = member
    const target: MarkupTarget = { copy, notices, write: writeTo(source, member.writing, endless) }
    if (Object.hasOwn(DATES, name)) {
      if (!dates.has(DATES[name]!)) dates.set(DATES[name]!, text.text)
    } else if (name === 'title') {
      readTitle(member, target, source)
    } else if (name === 'dc:creator' || name === 'author' || name === 'name') {
      readLines(text, { kind: 'field', key: 'author' }, target)
    } else if (name === 'media:description') {
      readLines(text, { kind: 'field', key: 'image.caption' }, target)
    } else if (hasBody && !BODIES.has(name)) {
      readInlineMarkup(text, { kind: 'field', key: 'description' }, target)
    } else if (isMarkup(member)) {
      readMarkup(text, marked(target, member, source))
    } else {
      readLines(text, { kind: 'paragraph' }, unmarked(target, text))
    }
  }
  return copy.finish({
    ...options,
    date: findPublicationDate(dates) ?? options.date,
    format: 'feed',
    notices: notices.all,
  })
}

/** A target of text that would be taken for HTML, were there a tag or a reference in it. */
function unmarked(target: MarkupTarget, whole: DecodedText): MarkupTarget {
  const holdsMarks = /[<&]/.test(whole.text)
  return { ...target, write: (text, at) => (holdsMarks || /[<>&;]/.test(text) ? undefined : target.write(text, at)) }
}

const TAG = /<\/?[a-z][^<>]*>/
const REFERENCE = /&(?:#\d+|#[xX][\dA-Fa-f]+|[a-zA-Z]{2,8});/

/** A target of text that is taken for HTML for the references in it alone: none of them is edited away. */
function marked(target: MarkupTarget, { type, text: whole }: ItemMember, source: string): MarkupTarget {
  if (/html/.test(type) || TAG.test(whole.text)) return target
  const isInReference = (start: number, end: number): boolean =>
    /[&;]/.test(source.slice(start, end)) || /&(?:amp;)?[#\w]{0,8}$/.test(source.slice(Math.max(0, start - 20), start))
  return { ...target, write: (text, at) => (isInReference(at.start, at.end) ? undefined : target.write(text, at)) }
}

/** Titles are plain text by the rules of both; many feeds escape them twice all the same. */
function readTitle(member: ItemMember, target: MarkupTarget, source: string): void {
  const { text, type } = member
  const isMarked = type === 'html' || type === 'xhtml' || REFERENCE.test(text.text) || TAG.test(text.text)
  if (isMarked) readInlineMarkup(text, { kind: 'field', key: 'title' }, marked(target, member, source))
  else readLines(text, { kind: 'field', key: 'title' }, unmarked(target, text))
}

function isMarkup({ name, type, text }: ItemMember): boolean {
  if (type !== '' && name !== 'description') return /html/.test(type)
  return name === 'content:encoded' || /<\/?[a-zA-Z][^<>]*>|&[a-zA-Z#]\w{1,8};/.test(text.text)
}
