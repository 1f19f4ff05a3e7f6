/** What the elements of NITF, of the XHTML that agencies send and of NewsML-G2 are to a reader of copy. */
import type { BlockStart } from '#copy'

/** What an element does to the text in it. */
export type ElementRole =
  /**
   * Its text is a block of this kind; `keeps` where an element around it has said so already, a paragraph in a list
   * item.
   */
  | { readonly as: 'block'; readonly start: Omit<BlockStart, 'encode'>; readonly keeps?: boolean }
  /** It parts the blocks around it, and holds some. */
  | { readonly as: 'flow' }
  /** Its blocks are somebody else's words. */
  | { readonly as: 'quotation' }
  | { readonly as: 'break' }
  /** Nothing in it is copy. */
  | { readonly as: 'skipped' }
  /** It stands in the middle of a text. */
  | { readonly as: 'inline' }

const FLOW: ElementRole = { as: 'flow' }
const SKIPPED: ElementRole = { as: 'skipped' }
const INLINE: ElementRole = { as: 'inline' }
const block = (kind: BlockStart['kind'], more: Partial<BlockStart> = {}): ElementRole => ({
  as: 'block',
  start: { kind, ...more },
})
const field = (key: string): ElementRole => block('field', { key })

const NAMES: readonly (readonly [string, ElementRole])[] = [
  ['p', { as: 'block', start: { kind: 'paragraph' }, keeps: true }],
  ['li dt dd fn', block('list-item')],
  ['td th', block('table-cell')],
  ['caption figcaption media-caption', block('caption')],
  ['h1', block('heading', { level: 1 })],
  ['h2 hl2', block('heading', { level: 2 })],
  ['h3', block('heading', { level: 3 })],
  ['h4', block('heading', { level: 4 })],
  ['h5', block('heading', { level: 5 })],
  ['h6', block('heading', { level: 6 })],
  ['hl1', field('headline')],
  ['byline', field('byline')],
  ['dateline', field('dateline')],
  ['abstract', field('abstract')],
  ['bq blockquote', { as: 'quotation' }],
  ['br', { as: 'break' }],
  [
    'nitf html body body.head body.content body.end hedline block byttl tagline credit media nitf-table table thead tbody tfoot tr ul ol dl div section article '
      + 'main figure header footer aside hr inlinexml',
    FLOW,
  ],
  [
    'head note pre code script style distributor series rights copyrite media-producer media-metadata media-object media-reference alt-code datasource '
      + 'nitf-table-metadata custom-table bibliography nav form object video audio iframe svg',
    SKIPPED,
  ],
]
const ROLES = new Map(NAMES.flatMap(([names, role]) => names.split(' ').map((name) => [name, role] as const)))

/** What an element of NITF or XHTML is, by its name in small letters, without its prefix. */
export function copyRole(name: string, parent: string | undefined): ElementRole {
  // Under the headline it is the second deck of it; in the text a crosshead.
  if (name === 'hl2' && parent === 'hedline') return field('subheadline')
  if (name === 'head' && parent === 'nitf without headline') return FLOW
  if (parent === 'head without headline') return name === 'title' ? field('title') : SKIPPED
  return ROLES.get(name) ?? INLINE
}

const NEWS: ReadonlySet<string> = new Set([
  'newsmessage',
  'itemset',
  'newsitem',
  'packageitem',
  'contentmeta',
  'contentset',
  'inlinexml',
  'inlinedata',
  'groupset',
  'group',
  'itemref',
])
const OF_META: ReadonlyMap<string, ElementRole> = new Map([
  ['headline', field('headline')],
  ['by', field('byline')],
  ['dateline', field('dateline')],
  ['description', field('description')],
  ['creator', FLOW],
])
const OF_REFERENCE: ReadonlyMap<string, ElementRole> = new Map(
  ['title', 'headline', 'description'].map((name) => [name, block('list-item')]),
)

/** What an element of NewsML-G2 is, outside of what an item holds as its content. */
export function newsRole(name: string, parent: string | undefined): ElementRole {
  if (parent === 'contentmeta') return OF_META.get(name) ?? SKIPPED
  if (parent === 'itemref') return OF_REFERENCE.get(name) ?? SKIPPED
  if (parent === 'creator') return name === 'name' ? field('author') : SKIPPED
  return NEWS.has(name) ? FLOW : SKIPPED
}

/** Whether an element may be the first of what an item holds as its content. */
export function isCopyRoot(name: string): boolean {
  const role = ROLES.get(name)
  return role !== undefined && role !== SKIPPED
}

/** An element's name in small letters, without its prefix. */
export function localName(written: string): string {
  return written.slice(written.indexOf(':') + 1).toLowerCase()
}

/** Whether an element parts the texts on its two sides. */
export function partsBlocks({ as }: ElementRole): boolean {
  return as !== 'inline' && as !== 'break'
}

/** The same of an element of NITF or XHTML, by its name as written. */
export function partsText(written: string): boolean {
  return partsBlocks(copyRole(localName(written), undefined))
}

/** What a text in an element is, in an element around it whose text is `start`. */
export function startIn(role: ElementRole, start: Omit<BlockStart, 'encode'>): Omit<BlockStart, 'encode'> {
  if (role.as === 'quotation') return { ...start, quoted: true }
  if (role.as !== 'block') return start
  if (role.keeps && start.kind !== 'paragraph') return start
  return start.quoted ? { ...role.start, quoted: true } : role.start
}
