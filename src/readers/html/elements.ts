/** What the elements of HTML are to a reader of copy: which start a block and of what kind, which aren't read. */
import { TokenizerMode } from 'parse5'
import type { BlockKind } from '#copy'
import { wordSet, type WordSet } from '../../english/words/word-set.ts'

/** Elements that a block of text can't go across. */
export const BLOCK_LEVEL = wordSet(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form '
    + 'h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th '
    + 'thead tr ul',
)

/** Elements that say what kind of block the text in them is; text in any other is a paragraph. */
export const KINDS: ReadonlyMap<string, { readonly kind: BlockKind; readonly level?: number }> = new Map(
  Object.entries({
    h1: { kind: 'heading', level: 1 },
    h2: { kind: 'heading', level: 2 },
    h3: { kind: 'heading', level: 3 },
    h4: { kind: 'heading', level: 4 },
    h5: { kind: 'heading', level: 5 },
    h6: { kind: 'heading', level: 6 },
    li: { kind: 'list-item' },
    dt: { kind: 'list-item' },
    dd: { kind: 'list-item' },
    td: { kind: 'table-cell' },
    th: { kind: 'table-cell' },
    figcaption: { kind: 'caption' },
    caption: { kind: 'caption' },
  }),
)

/**
 * Elements that stay open around others and that those don't inherit a kind from: text right in a `<ul>` is no list
 * item.
 */
export const CONTAINERS = wordSet('blockquote ul ol menu dl table')

/** Elements whose end tags writers leave out: the next of the group ends the one before. */
export const SIBLINGS: ReadonlyMap<string, WordSet> = new Map([
  ['li', wordSet('li')],
  ['dt', wordSet('dt dd')],
  ['dd', wordSet('dt dd')],
  ['td', wordSet('td th')],
  ['th', wordSet('td th')],
  ['tr', wordSet('td th')],
])

/** Elements that show no copy: code, pictures, what a page hides, a form offers or a writer has struck out. */
export const UNREAD = wordSet(
  'script style template svg math pre listing xmp textarea select datalist noscript noembed noframes iframe object audio video canvas '
    + 'title del s strike',
)

/** Elements that stand in a sentence and aren't copy: a placeholder is read for the whole of them. */
export const CODE = wordSet('code kbd samp var tt')

/** Elements without content. */
export const VOID = wordSet('area base br col embed hr img input link meta param source track wbr')

/** Elements in which `<` and `&` mean something else, and how parse5's tokenizer reads them. */
export const RAW_TEXT: ReadonlyMap<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [name, TokenizerMode.RAWTEXT] as const),
])
