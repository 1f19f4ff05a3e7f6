/** Reads what WordPress exports (WXR): each post and page is a story, with its blocks or without. */
import { CopyBuilder, type Copy } from '#copy'
import type { SourceSpan } from '#text'
import { findItems, writeTo, type ItemMember } from './feed/items.ts'
import { maskShortcodes } from './feed/shortcodes.ts'
import { findPublicationDate } from './publication-date.ts'
import { readInlineMarkup, readMarkup, type MarkupTarget } from './markup/markup-text.ts'
import { Notices } from './notices.ts'
import type { Reader, ReadOptions } from './reader.ts'

const MEMBERS: ReadonlySet<string> = new Set([
  'title',
  'excerpt:encoded',
  'content:encoded',
  'wp:post_type',
  'wp:status',
  'wp:post_date',
  'pubdate',
])
// What a site keeps beside its copy: menus, earlier versions, styles, templates.
const NO_COPY =
  /^(?:nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_(?:global_styles|navigation|template|template_part|font_\w+))$/
const GONE: ReadonlySet<string> = new Set(['trash', 'auto-draft'])

/**
 * Reads an export of WordPress. A post's title is its headline, its excerpt its dek, its content is read as HTML: block
 * by block, or, where it was written without blocks, a paragraph between two blank lines. Drafts and pages are stories,
 * too; of an attachment its caption and description are read, whose title is a file's name. Menus, revisions, what is
 * in the trash, comments and shortcodes aren't read.
 */
export const readWordpress: Reader = (source, options = {}) => {
  const { items, endless } = findItems(source, MEMBERS)
  const stories = items
    .map((members) => readItem(source, members, endless, options))
    .filter(({ blocks }) => blocks.length > 0)
  if (stories.length > 0) return stories
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  if (items.length === 0) notices.unread('holds no post or page as WordPress exports them')
  return [copy.finish({ ...options, format: 'wordpress', notices: notices.all })]
}

function readItem(
  source: string,
  members: readonly ItemMember[],
  endless: readonly number[],
  options: ReadOptions,
): Copy {
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  const said = (name: string): string => members.find((member) => member.name === name)?.text.text.trim() ?? ''
  const type = said('wp:post_type')
  const isAttachment = type === 'attachment'
  for (const member of NO_COPY.test(type) || GONE.has(said('wp:status')) ? [] : members) {
    const target: MarkupTarget = {
      copy,
      notices,
      write: withoutBrackets(source, writeTo(source, member.writing, endless)),
    }
    if (member.name === 'title' && !isAttachment) readInlineMarkup(member.text, { kind: 'field', key: 'title' }, target)
    else if (member.name === 'excerpt:encoded')
      readInlineMarkup(member.text, { kind: 'field', key: isAttachment ? 'image.caption' : 'description' }, target)
    else if (member.name === 'content:encoded' && isAttachment)
      readInlineMarkup(member.text, { kind: 'field', key: 'image.description' }, target)
    else if (member.name === 'content:encoded') readContent(member, target)
  }
  const date =
    findPublicationDate(
      new Map([
        ['published', said('pubdate')],
        ['date', said('wp:post_date')],
      ]),
    ) ?? options.date
  return copy.finish({ ...options, date, format: 'wordpress', notices: notices.all })
}

function readContent({ text }: ItemMember, target: MarkupTarget): void {
  readMarkup(text, target, { mask: maskShortcodes, partsAtBlankLines: !text.text.includes('<!-- wp:') })
}

/** No edit makes a shortcode, or takes one's bracket. */
function withoutBrackets(source: string, write: MarkupTarget['write']): MarkupTarget['write'] {
  return (text: string, at: SourceSpan) =>
    /[[\]]/.test(text + source.slice(at.start, at.end)) ? undefined : write(text, at)
}
