/** What each block of a story is to an editor: headline, dek, byline, dateline, sub-head, body, furniture. */
import { isEnglish, showsEnglish } from '../english/words/language.ts'
import { LARGE, LETTERS, SMALL, startsLarge } from '../english/words/letters.ts'
import type { Block } from '../copy/block.ts'
import type { Copy } from '../copy/copy.ts'
import type { FurnitureLine } from './furniture/furniture-line.ts'
import { trimmed } from '../copy/trimmed.ts'
import {
  datelineOfLine,
  datelineOfParagraph,
  isDatelineAlone,
  startsWithDateline,
  type Dateline,
} from './layout/dateline.ts'

/**
 * What a block is to an editor. `furniture` is left over from a page, `page` belongs to the one it stands in, `foreign`
 * isn't English; none is read as copy.
 */
export type Role =
  | 'headline'
  | 'dek'
  | 'byline'
  | 'dateline'
  | 'crosshead'
  | 'body'
  | 'caption'
  | 'field'
  | 'furniture'
  | 'page'
  | 'foreign'
  | 'code'

/** The roles of a story's blocks. */
export interface Layout {
  /** The blocks that are headlines, in story order; more than one where headlines are stacked. */
  readonly headlines: readonly Block[]
  readonly dateline: Dateline | undefined
  roleOf(block: Block): Role
  /** Whether a block is read as English copy: parsed, with names and sentences. */
  isCopy(block: Block): boolean
  /** Whether a block has a heading's grammar: a headline or a sub-head, often without a verb or a full stop. */
  isHeading(block: Block): boolean
}

const NOT_COPY: ReadonlySet<Role> = new Set<Role>(['byline', 'field', 'furniture', 'page', 'foreign', 'code'])

// What publishing systems call the fields that readers see; any other field (tags, slug, weight) is not copy.
const FIELD_ROLES: Readonly<Record<string, Role>> = {
  title: 'headline',
  headline: 'headline',
  heading: 'headline',
  seotitle: 'headline',
  metatitle: 'headline',
  ogtitle: 'headline',
  description: 'dek',
  dek: 'dek',
  deck: 'dek',
  standfirst: 'dek',
  subtitle: 'dek',
  subheading: 'dek',
  subhead: 'dek',
  subheadline: 'dek',
  strapline: 'dek',
  summary: 'dek',
  excerpt: 'dek',
  abstract: 'dek',
  blurb: 'dek',
  teaser: 'dek',
  lede: 'dek',
  lead: 'dek',
  metadescription: 'dek',
  seodescription: 'dek',
  ogdescription: 'dek',
  caption: 'caption',
  alt: 'caption',
  alttext: 'caption',
  imagecaption: 'caption',
  imagealt: 'caption',
  imagealttext: 'caption',
  photocaption: 'caption',
  covercaption: 'caption',
  coveralt: 'caption',
  herocaption: 'caption',
  heroalt: 'caption',
  dateline: 'dateline',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  writer: 'byline',
  reporter: 'byline',
}

// “By Lena Okafor and Jonas Wexley”, but not “By June 31, the plant will close”.
const BYLINE = new RegExp(
  `^(?:By|by|BY)[ :] *(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October`
    + `|November|December|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\\b)[${LARGE}][${LETTERS}.’'-]+(?: |$)|^(?:Words|Text|Reporting|Story) by [${LARGE}]`,
)
const SENTENCE_END = /[.!?…:;,][”"’')\]]*$/
const SENTENCE = /[.!?]$/
const LONGEST_HEADING = 150
const LONGEST_BYLINE_SENTENCE = 40
const LONGEST_TITLE = 120
const LONG_WORDS = new RegExp(`[${LETTERS}][${LETTERS}’'-]{3,}`, 'g')

const QUESTION_END = /[?!…][”"’']?$/
// “iPhone sales slow”, “eBay buys rival”, “[Updated] Bridge opens” start a headline, too.
const HEADING_START = new RegExp(`^(?:["“‘'([#]*[${LARGE}\\d$£€]|[a-z]{1,2}[A-Z][${SMALL}])`)
const INITIALS_END = new RegExp(`(?:\\b[${LARGE}]\\.)+$`)
const SECOND_SENTENCE = new RegExp(`[${SMALL}]{2}[.!?] [${LARGE}]`)
const AFTER_INITIALS = new RegExp(`\\. [${LARGE}][${SMALL}]`)

/** Works out the roles of a story's blocks from their structure, their place and their shape. */
export function inferLayout(
  copy: Copy,
  { furniture: lines }: { readonly furniture: readonly FurnitureLine[] },
): Layout {
  const furniture = new Map(
    lines.flatMap(({ whole, block, belongsToPage }) =>
      whole ? [[block, belongsToPage ? 'page' : 'furniture'] as const] : [],
    ),
  )
  const isOwn = saysOtherLanguage(copy) ? showsEnglish : isEnglish
  const roles: Role[] = copy.blocks.map((block) => structuralRole(copy, block, furniture, isOwn))
  if (copy.format === 'text') inferLines(copy, roles)
  else inferHeadings(copy, roles)
  const role = (block: Block): Role => roles[block.index]!
  return {
    headlines: copy.blocks.filter((block) => role(block) === 'headline'),
    dateline: findDateline(copy, roles),
    roleOf: role,
    isCopy: (block) => !NOT_COPY.has(role(block)),
    isHeading: (block) => role(block) === 'headline' || role(block) === 'crosshead',
  }
}

const LANGUAGE_KEY = /^(?:lang|language|locale|hreflang|inlanguage)$/i

/** Whether a field says that the story is in another language than English: `lang: uk`. */
function saysOtherLanguage(copy: Copy): boolean {
  return copy.blocks.some(
    (block) =>
      block.kind === 'field'
      && LANGUAGE_KEY.test(block.key!)
      && /^[a-z]{2}(?:[-_][A-Za-z\d]{2,8})*$/.test(copy.slice(block))
      && !/^en/.test(copy.slice(block)),
  )
}

function structuralRole(
  copy: Copy,
  block: Block,
  furniture: ReadonlyMap<Block, Role>,
  isOwn: (text: string) => boolean,
): Role {
  if (block.kind === 'code') return 'code'
  const known = furniture.get(block)
  if (known) return known
  const text = copy.slice(block)
  if (block.kind === 'field') return fieldRole(block.key!, isOwn(text))
  if (!isOwn(text)) return 'foreign'
  if (block.kind === 'caption') return 'caption'
  if (isByline(text)) return 'byline'
  return 'body'
}

/**
 * The role of a field by the last part of its key, written small and without “_” and “-”: `image.alt_text`,
 * `coverCaption`.
 */
function fieldRole(key: string, isOwn: boolean): Role {
  const name = key
    .slice(key.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/[-_]/g, '')
  const role = Object.hasOwn(FIELD_ROLES, name) ? FIELD_ROLES[name]! : 'field'
  return isOwn || role === 'field' || role === 'byline' ? role : 'foreign'
}

function isByline(text: string): boolean {
  return (
    text.length < LONGEST_HEADING
    && BYLINE.test(text)
    && (text.length < LONGEST_BYLINE_SENTENCE || !SENTENCE.test(text))
  )
}

/** In marked-up copy the structure tells headings; the first of level 1 is the headline where no field is one. */
function inferHeadings(copy: Copy, roles: Role[]): void {
  let hasHeadline = roles.includes('headline')
  for (const block of copy.blocks) {
    if (block.kind !== 'heading' || roles[block.index] !== 'body') continue
    const isHeadline = !hasHeadline && (block.level ?? 1) === 1
    roles[block.index] = isHeadline ? 'headline' : 'crosshead'
    hasHeadline ||= isHeadline
  }
}

/** In plain text a line's place and shape tell: short, without a full stop, on top or before a paragraph. */
function inferLines(copy: Copy, roles: Role[]): void {
  const looksLikeHeading = copy.blocks.map((block) => isHeadingLike(copy, block))
  // Where the headline is a field, no line of the body is one.
  let top = !roles.includes('headline')
  for (const block of copy.blocks) {
    const { index } = block
    if (block.kind === 'field') continue
    if (roles[index] === 'furniture' || roles[index] === 'byline' || roles[index] === 'foreign') continue
    if (block.kind === 'list-item') {
      top = false
      continue
    }
    const text = copy.slice(block)
    if (isDatelineAlone(text)) {
      roles[index] = 'dateline'
    } else if (
      top
      && (looksLikeHeading[index] || isTitle(text))
      && hasBodyAfter(copy, roles, looksLikeHeading, index)
    ) {
      roles[index] = 'headline'
    } else if (top && isDek(copy, roles, index)) {
      roles[index] = 'dek'
    } else {
      top = false
      const next = copy.blocks[index + 1]
      const precedesCopy = next !== undefined && roles[next.index] === 'body' && !looksLikeHeading[next.index]
      if (looksLikeHeading[index] && precedesCopy && text.length <= 80) roles[index] = 'crosshead'
    }
  }
}

function isHeadingLike(copy: Copy, block: Block): boolean {
  if (block.kind === 'list-item' || block.end - block.start > LONGEST_HEADING) return false
  const { start, end } = trimmed(copy, block)
  const text = copy.text.slice(start, end)
  // A headline may end in “?”, “!” or “…”, or in an abbreviation.
  if (!HEADING_START.test(text)) return false
  if (QUESTION_END.test(text) && text.length <= 110) return !/[.!?] /.test(text)
  if (INITIALS_END.test(text)) return !AFTER_INITIALS.test(text) && text.length <= 90
  return !SENTENCE_END.test(text) && !SECOND_SENTENCE.test(text)
}

/**
 * “She Left the Port. Now She Runs It.”, “Port to close? Not so fast”: on top, two sentences may be a headline, too.
 */
function isTitle(line: string): boolean {
  const text = line.trim()
  if (text.length > LONGEST_TITLE || !HEADING_START.test(text)) return false
  if (!SENTENCE_END.test(text)) return SECOND_SENTENCE.test(text)
  if (!SENTENCE.test(text)) return false
  const long = text.match(LONG_WORDS) ?? []
  return long.length >= 4 && long.every((word) => startsLarge(word))
}

function hasBodyAfter(
  copy: Copy,
  roles: readonly Role[],
  looksLikeHeading: readonly boolean[],
  index: number,
): boolean {
  return copy.blocks
    .slice(index + 1, index + 12)
    .some((block) => roles[block.index] === 'body' && !looksLikeHeading[block.index])
}

/** A dek: a short sentence right under the headline, with a byline or a dateline under it. */
function isDek(copy: Copy, roles: readonly Role[], index: number): boolean {
  const before = copy.blocks[index - 1]
  const after = copy.blocks[index + 1]
  if (
    !before
    || !after
    || roles[before.index] !== 'headline'
    || copy.blocks[index]!.end - copy.blocks[index]!.start > 300
  )
    return false
  return roles[after.index] === 'byline' || isDatelineAlone(copy.slice(after)) || startsWithDateline(copy.slice(after))
}

function findDateline(copy: Copy, roles: readonly Role[]): Dateline | undefined {
  for (const block of copy.blocks) {
    const role = roles[block.index]
    if (role !== 'body' && role !== 'dateline') continue
    const dateline =
      role === 'dateline'
        ? datelineOfLine(copy.text, block.start, block.end)
        : datelineOfParagraph(copy.text, block.start, block.end)
    if (dateline) return dateline
    if (role === 'body') return undefined
  }
  return undefined
}
