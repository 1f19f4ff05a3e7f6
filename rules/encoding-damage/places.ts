/**
 * Gathers a story's damage: what stands in addresses or is only spoken of is left out, and a word's damages are one
 * place.
 */
import { around, span, type Block, type Story } from '#rule'
import { witnessOf } from './among-words.ts'
import type { Damage } from './damage.ts'
import { findEntities } from './entities.ts'
import { findEscapes } from './escapes.ts'
import { findGaps } from './gaps.ts'
import { findLost } from './lost.ts'
import { mend, type Mended } from './mend.ts'
import { findMojibake } from './mojibake.ts'
import { findTags } from './tags.ts'

/** A damaged word, or signs between words, and what it should read. */
export interface DamagedPlace extends Mended {
  readonly start: number
  readonly end: number
  readonly damages: readonly Damage[]
}

const LONGEST_HALF = 24
const SPACE = 32
// How far a line of a program is looked for.
const NEAR = 200
const WORD = /[A-Za-z\d\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F’'&-]/
const ADDRESS = /\/\/|^["“(<]?www\.|^[/.](?!\?)|@\w|\w\?[\w-]+=|&\w+=|[a-z]\.[a-z]{2,6}\//
const QUOTATION_MARK = /^["“”‘]$/
const OPENING = '"“‘\'«(['
const CLOSING = '"”’\'»)],.'
// A story about such damage shows it.
const SPEAKS_OF_IT = new RegExp(
  `\\b(?:${[
    'mojibake',
    'character encodings?',
    'character sets?',
    '[Uu]nicode',
    'UTF-8',
    'ASCII',
    'HTML (?:entit(?:y|ies)|codes?)',
    'escape sequences?',
    'replacement characters?',
    'diacritics?',
    'circumflex',
    'tilde',
  ].join('|')})\\b`,
)
// “The sign came out as â€™.”
const SHOWN = new RegExp(
  `\\b(?:${[
    'as',
    'such as',
    'like',
    'into',
    'becomes?',
    'became',
    'called',
    'appears? as',
    'reads?',
    'code',
    'codes',
    'characters?',
    'symbols?',
    'sequence',
    'instead of',
    'sees?',
    'with',
    'by',
    'and',
    'or',
    'replaces?',
    'removes?',
    'escapes?',
  ].join('|')}) $|\uFFFC $`,
)

/** The damaged places of a story, in order; none overlap. */
export function damagedPlaces(story: Story): readonly DamagedPlace[] {
  const { text } = story
  const speaksOfIt = once(() => SPEAKS_OF_IT.test(text))
  const inAddress = addressesOf(text)
  const witness = witnessOf(story)
  const all = [
    ...findMojibake(text, (at) => byteOfSpace(story, at)),
    ...findEllipses(story),
    ...findTags(story),
    ...findEntities(text),
    ...findEscapes(text),
    ...findLost(text, witness),
    ...findGaps(text, inAddress),
  ]
  if (all.length === 0) return []
  const places: DamagedStretch[] = []
  let done = 0
  for (const damage of all.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (damage.start < done) continue
    done = damage.end
    const block = story.blockAt(damage.start)
    if (damage.end > block.end || !mayBeDamaged(story, block, damage)) continue
    const found = asInFrontMatter(story, block, damage)
    // In an address codes and question marks are right, but rubbish isn't.
    if (
      damage.kind !== 'encoding'
      && damage.kind !== 'tag'
      && text[damage.start] !== '\uFFFD'
      && inAddress(damage.start)
    )
      continue
    const isTag = damage.kind === 'tag'
    const [start, end] = isTag ? [damage.start, damage.end] : widen(text, damage, block.start, block.end)
    const last = places.at(-1)
    if (last && start <= last.end && !isTag && last.damages[0]!.kind !== 'tag') {
      last.end = Math.max(last.end, end)
      last.damages.push(found)
    } else {
      places.push({ start, end, damages: [found] })
    }
  }
  return places
    .filter((place) => !isSpokenOf(text, place, speaksOfIt))
    .map(withoutWord)
    .map((place) => {
      if (place.damages[0]!.kind === 'tag') return withoutTag(place)
      const mended = mend(text, place.start, place.end, place.damages, witness)
      return {
        ...place,
        ...mended,
        certain: mended.certain && !mayBeCode(story, place) && !touchesRubbish(text, place),
      }
    })
}

/** A tag is taken out as it stands. */
function withoutTag(place: DamagedStretch): DamagedPlace {
  const [{ start, end, repair }] = place.damages as [Damage]
  return { ...place, repair, certain: false, edits: [{ at: span(start, end), text: repair! }] }
}

const RUBBISH_BEFORE = /[ÂÃÐÑàáâã][^A-Za-z\s]{0,3}$|[ÂÃ] $|[^\x00-\x7F‘’“”–—…«»„]$/
const RUBBISH_BEHIND = /^[^\x00-\x7F‘’“”–—…«»]/

/** Whether what is still damaged stands right beside a place, which then was read in the wrong pieces. */
function touchesRubbish(text: string, place: DamagedStretch): boolean {
  if (place.damages.every(({ kind }) => kind !== 'encoding')) return false
  const near = around(text, place)
  return RUBBISH_BEFORE.test(near.before()) || RUBBISH_BEHIND.test(near.behind())
}

// What stands before a code that is shown and not meant: “Type &eacute; for an é”.
const TYPED =
  /\b(?:types?|typed|typing|uses?|using|used|write|writes|writing|enter|insert|put|add|codes?|entit(?:y|ies)|characters?|strings?|sequences?|called|escaped?|markup|HTML|tags?|with|as|like|by|is|or|and) $/i
// A line of a program or of a page’s source: its codes are right where they stand.
const PROGRAM = /<\/?[a-z][^<>\n]{0,200}>|"[^"\n]{1,60}"\s?:\s?["{[\d]|^\s*[{[]|\{\s*$|=>|\w\(['"]/

/** Whether codes of pages and programs in a place are shown to readers, or stand in a program. */
function mayBeCode(story: Story, place: DamagedStretch): boolean {
  if (place.damages.every(({ kind }) => kind !== 'entity' && kind !== 'escape')) return false
  const near = around(story, place)
  if (isBare(place) && /^(?:$|[\s.,;:)])/.test(near.behind()) && TYPED.test(near.before())) return true
  return PROGRAM.test(near.near(NEAR))
}

/** Whether a place is nothing but damage. */
function isBare({ start, end, damages }: DamagedStretch): boolean {
  return damages[0]!.start === start && damages.at(-1)!.end === end
}

interface DamagedStretch {
  readonly start: number
  end: number
  readonly damages: Damage[]
}

// Marks that mean something in YAML, which writers put into a title by their numbers: “Research Update&#58; …”.
const MARK_OF_YAML = /^[!-/:-@[-`{-~]$/

/** Whether something in a block may be damage: in a slug, an id or a tag only what no system writes there by itself. */
function mayBeDamaged(story: Story, block: Block, { kind, repair, certain }: Damage): boolean {
  const role = story.facts.layout.roleOf(block)
  if (role === 'code' || role === 'page') return false
  if (role === 'field') return kind === 'encoding' && certain
  return !(isInFrontMatter(story, block) && kind === 'entity' && MARK_OF_YAML.test(repair ?? ''))
}

// A page decodes a whole code once. It shows what stood beneath another code, what has lost its “&”, and what was
// rubbish before it was coded.
const DECODED_BY_PAGES = /^&(?!(?:amp|AMP|#0?38|#x26);#?\w+;)(?!(?:#191|iquest|#65533);)#?\w+;$/
const BYTE_BEFORE = /[\u00C0-\u03FF]$/

/**
 * Most generators decode what stands in front matter: a code that they set right is a hint, and any other a warning.
 */
function asInFrontMatter(story: Story, block: Block, damage: Damage): Damage {
  if (damage.kind !== 'entity' || !isInFrontMatter(story, block)) return damage
  const isDecoded =
    DECODED_BY_PAGES.test(story.text.slice(damage.start, damage.end))
    && !BYTE_BEFORE.test(around(story, damage).before(1))
  return { ...damage, severity: isDecoded ? 'info' : 'warning' }
}

function isInFrontMatter(story: Story, { kind }: Block): boolean {
  return kind === 'field' && (story.format === 'markdown' || story.format === 'mdx')
}

/** A quotation mark beside a word is a place without it: “â€œWe” is damaged in “â€œ”. */
function withoutWord(place: DamagedStretch): DamagedStretch {
  const [damage, ...others] = place.damages as [Damage, ...Damage[]]
  if (others.length > 0 || !QUOTATION_MARK.test(damage.repair ?? '')) return place
  return damage.start === place.start || damage.end === place.end
    ? { start: damage.start, end: damage.end, damages: [damage] }
    : place
}

/** The word around a damage. */
function widen(text: string, { start, end }: Damage, from: number, to: number): [start: number, end: number] {
  let first = start
  let last = end
  while (first > from && start - first < LONGEST_HALF && WORD.test(text[first - 1]!)) first--
  while (last < to && last - end < LONGEST_HALF && (WORD.test(text[last]!) || isInNumber(text, last))) last++
  // A quotation mark beside the word isn't part of it.
  while (first < start && /['’-]/.test(text[first]!)) first++
  while (last > end && /['’&-]/.test(text[last - 1]!)) last--
  return [first, last]
}

/** Whether a point or a comma stands between digits: “£40.7m”, “£53,400”. */
function isInNumber(text: string, at: number): boolean {
  return (text[at] === '.' || text[at] === ',') && /^\d.\d$/.test(text.slice(at - 1, at + 2))
}

/** Whether a place shows damage to readers and isn't damaged itself. */
function isSpokenOf(text: string, place: DamagedStretch, speaksOfIt: () => boolean): boolean {
  const near = around(text, place)
  const isEnclosed = near.isBetween(OPENING, CLOSING)
  if (isBare(place) && isEnclosed && place.damages.length === 1 && !'(['.includes(near.before(1))) return true
  if (!isBare(place) && !isEnclosed) return false
  return (isEnclosed || SHOWN.test(near.before())) && speaksOfIt()
}

/** The byte that a space of the text is in the source, where it isn't a plain one. */
function byteOfSpace(story: Story, at: number): number | undefined {
  const { start, end } = story.toSource(span(at, at + 1))
  const source = story.source.slice(start, end)
  if (source === '\u0085') return 0x85
  return /^(?:\u00A0|&nbsp;|&#160;|&#xa0;)$/i.test(source) ? 0xa0 : undefined
}

/**
 * The ellipsis of Windows-1252 came out as a line's end of other systems, which is read as a space: other signs beside
 * it tell.
 */
function* findEllipses(story: Story): Iterable<Damage> {
  // The text is the story's own; a feed of a hundred thousand items is the source of each.
  const isAmongControls = /[\x91-\x97]/.test(story.text)
  if (!isAmongControls && !story.text.includes('  ')) return
  for (const { index } of story.text.matchAll(
    isAmongControls ? /(?<=[A-Za-z,.!?’”"]) /g : /(?<=[A-Za-z]) (?= [a-z])/g,
  )) {
    if (byteOfSpace(story, index) === 0x85)
      yield { start: index, end: index + 1, kind: 'encoding', repair: '…', certain: true }
  }
}

/**
 * Tells whether an offset stands in an address. Each stretch without white space is looked at once, however often it is
 * asked for.
 */
function addressesOf(text: string): (at: number) => boolean {
  let start = 0
  let end = 0
  let isAddress = false
  return (at) => {
    if (at >= start && at < end) return isAddress
    start = at
    end = at
    while (start > 0 && text.charCodeAt(start - 1) > SPACE) start--
    while (end < text.length && text.charCodeAt(end) > SPACE) end++
    isAddress = ADDRESS.test(text.slice(start, end))
    return isAddress
  }
}

function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined
  return () => (kept ??= { value: compute() }).value
}
