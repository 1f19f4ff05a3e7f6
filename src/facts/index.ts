/** The facts of a story: each worked out by a plain function in a file of its own, once, when first asked for. */
import { isInOtherLanguage } from '../english/words/whole-language.ts'
import type { Copy } from '../copy/copy.ts'
import type { Desk } from '../copy/desk.ts'
import type { AdoptedPlugin } from '../english/parse/adopt.ts'
import type { CopyKind } from '../copy/copy-kind.ts'
import { findAcronyms, type Acronym } from './names/acronyms.ts'
import { inferCopyKind } from './copy-kind.ts'
import { findDates } from './dates.ts'
import type { DateMention } from './dates/date-mention.ts'
import { findForbiddenForms, type ForbiddenForm } from './desk/desk-forms.ts'
import { findDeskSpellings, type DeskSpelling } from './desk/desk-spellings.ts'
import { linkEntities, type Entities } from './names/entities.ts'
import { findFurniture } from './furniture.ts'
import type { FurnitureLine } from './furniture/furniture-line.ts'
import { inferLayout, type Layout } from './layout.ts'
import type { Mention } from './names/mention.ts'
import { findMentions } from './names/mentions.ts'
import { findQuotations, type Quotations } from './quotations.ts'
import { findOwnCopy, type OwnCopy } from './own-copy.ts'
import { readCopy, type Reading } from './reading.ts'
import type { Sentences } from './reading/sentences.ts'
import { collectSpellings, type Spellings } from './names/spellings.ts'
import { weighWords, type WordEvidence } from './names/word-evidence.ts'
import type { Words } from './reading/words.ts'

/** What is known of a story. A fact is not an opinion: thresholds and severities stay in rules. */
export interface Facts {
  /** Leftovers of a page around the story, recognised by their shape: share bars, “Read more” lines, credits. */
  readonly furniture: readonly FurnitureLine[]
  /** What kind of copy the story is, by what was said of it, its fields or its shape. */
  readonly copyKind: CopyKind
  /** What each block is to an editor: headline, dek, byline, dateline, body, furniture. */
  readonly layout: Layout
  /**
   * Whether the story as a whole is in another language than English: what of it is read as English is too short to
   * tell, or quoted.
   */
  readonly isInOtherLanguage: boolean
  /** The sentences of all blocks that are read as English copy. */
  readonly sentences: Sentences
  readonly words: Words
  /** What the adopted plugins said, by the id of the rule that adopts them. */
  readonly adopted: Reading['adopted']
  /** How often each word stands capitalised in mid-sentence, and how often in lower case. */
  readonly wordEvidence: WordEvidence
  /** Every place where a name stands. */
  readonly mentions: readonly Mention[]
  /** Who is who: the mentions of one name together. */
  readonly entities: Entities
  /** How each name is spelled, for names that might be spelled two ways. */
  readonly spellings: Spellings
  /** What the desk’s names file forbids and the story has. */
  readonly forbiddenForms: readonly ForbiddenForm[]
  /** Where the story writes what the desk’s names file has, or nearly. */
  readonly deskSpellings: readonly DeskSpelling[]
  readonly quotations: Quotations
  /** Which stretches are the desk's own English copy, where an edit may be made unseen. */
  readonly ownCopy: OwnCopy
  readonly dates: readonly DateMention[]
  /** Acronyms with the names that the story gives them. */
  readonly acronyms: readonly Acronym[]
  /** What could not be read. */
  readonly notices: Reading['notices']
}

/** What facts are made of besides the copy. */
export interface FactsContext {
  readonly desk: Desk
  readonly plugins: readonly AdoptedPlugin[]
}

/**
 * Makes the facts of a piece of copy. This is their graph: each is made of the copy and of the facts that its function
 * names. Asking for a fact that is being worked out is a mistake in a fact and throws.
 */
export function createFacts(copy: Copy, { desk, plugins }: FactsContext): Facts {
  const reading = once('reading', () => readCopy(copy, known))
  const getters: { readonly [Name in keyof Facts]: () => Facts[Name] } = {
    furniture: once('furniture', () => findFurniture(copy)),
    copyKind: once('copyKind', () => inferCopyKind(copy)),
    layout: once('layout', () => inferLayout(copy, known)),
    isInOtherLanguage: once('isInOtherLanguage', () => isInOtherLanguage(copy.text)),
    sentences: () => reading().sentences,
    words: () => reading().words,
    adopted: () => reading().adopted,
    notices: () => reading().notices,
    wordEvidence: once('wordEvidence', () => weighWords(copy, known)),
    mentions: once('mentions', () => findMentions(copy, known)),
    entities: once('entities', () => linkEntities(copy, known)),
    spellings: once('spellings', () => collectSpellings(copy, known)),
    forbiddenForms: once('forbiddenForms', () => findForbiddenForms(known)),
    deskSpellings: once('deskSpellings', () => findDeskSpellings(known)),
    quotations: once('quotations', () => findQuotations(copy, known)),
    ownCopy: once('ownCopy', () => findOwnCopy(copy, known)),
    dates: once('dates', () => findDates(copy, known)),
    acronyms: once('acronyms', () => findAcronyms(copy, known)),
  }
  const known = { desk, plugins } as Facts & FactsContext
  const facts = {} as Facts
  for (const [name, get] of Object.entries(getters)) {
    Object.defineProperty(facts, name, { get, enumerable: true })
    Object.defineProperty(known, name, { get })
  }
  return Object.freeze(facts)
}

function once<Value>(name: string, compute: () => Value): () => Value {
  let state: 'fresh' | 'computing' | { readonly value: Value } = 'fresh'
  return () => {
    if (typeof state === 'object') return state.value
    if (state === 'computing') throw new Error(`the fact “${name}” depends on itself`)
    state = 'computing'
    try {
      state = { value: compute() }
    } catch (error) {
      state = 'fresh'
      throw error
    }
    return state.value
  }
}
