/** Gathers a story's damage: what stands in addresses or is only spoken of is left out, and a word's damages are one place. */
import type { Story } from '#story'
import type { Damage } from './damage.ts'
import { findEntities } from './entities.ts'
import { findEscapes } from './escapes.ts'
import { findGaps } from './gaps.ts'
import { findLost } from './lost.ts'
import { findMojibake } from './mojibake.ts'

/** A damaged word, or signs between words. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly damages: readonly Damage[]
}

const LONGEST_HALF = 24
const SPACE = 32
const WORD = /[A-Za-z\d\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F’'&-]/
const ADDRESS = /\/\/|^["“(<]?www\.|^[/.]|@\w|\w\?[\w-]+=|&\w+=|[a-z]\.[a-z]{2,6}\//
const QUOTATION_MARK = /^["“”‘]$/
const OPENS = /["“‘'«([]/
const CLOSES = /["”’'»)\],.]/
// A story about such damage shows it.
const SPEAKS_OF_IT = new RegExp(`\\b(?:${[
  'mojibake', 'character encodings?', 'character sets?', '[Uu]nicode', 'UTF-8', 'ASCII', 'HTML (?:entit(?:y|ies)|codes?)',
  'escape sequences?', 'replacement characters?', 'diacritics?', 'circumflex', 'tilde',
].join('|')})\\b`)
// “The sign came out as â€™.”
const SHOWN = new RegExp(`\\b(?:${[
  'as', 'such as', 'like', 'into', 'becomes?', 'became', 'called', 'appears? as', 'reads?', 'code', 'codes', 'characters?', 'symbols?',
  'sequence', 'instead of', 'sees?', 'with', 'by', 'and', 'or',
].join('|')}) $`)

/** The damaged places of a story, in order; none overlap. */
export function damagedPlaces(story: Story): readonly Place[] {
  const { text } = story
  const speaksOfIt = once(() => SPEAKS_OF_IT.test(text))
  const inAddress = addressesOf(text)
  const all = [
    ...findMojibake(text, (at) => isNoBreak(story, at)),
    ...findEntities(text), ...findEscapes(text), ...findLost(text), ...findGaps(text, inAddress),
  ]
  if (all.length === 0) return []
  const places: { start: number; end: number; damages: Damage[] }[] = []
  let done = 0
  for (const damage of all.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (damage.start < done) continue
    done = damage.end
    const block = story.blockAt(damage.start)
    if (block.kind === 'code' || damage.end > block.end) continue
    // In an address codes and question marks are right, but rubbish isn't.
    if (damage.kind !== 'encoding' && text[damage.start] !== '\uFFFD' && inAddress(damage.start)) continue
    const [start, end] = widen(text, damage, block.start, block.end)
    const last = places.at(-1)
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end)
      last.damages.push(damage)
    } else {
      places.push({ start, end, damages: [damage] })
    }
  }
  return places.filter((place) => !isSpokenOf(text, place, speaksOfIt)).map(withoutWord)
}

/** A quotation mark beside a word is a place without it: “â€œWe” is damaged in “â€œ”. */
function withoutWord(place: Place): Place {
  const [damage, ...others] = place.damages as [Damage, ...Damage[]]
  if (others.length > 0 || !QUOTATION_MARK.test(damage.repair ?? '')) return place
  return damage.start === place.start || damage.end === place.end ? { start: damage.start, end: damage.end, damages: [damage] } : place
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
function isSpokenOf(text: string, { start, end, damages }: Place, speaksOfIt: () => boolean): boolean {
  const isBare = damages[0]!.start === start && damages.at(-1)!.end === end
  const isEnclosed = OPENS.test(text[start - 1] ?? '') && CLOSES.test(text[end] ?? '')
  if (isBare && isEnclosed && damages.length === 1 && /["“‘'«]/.test(text[start - 1]!)) return true
  if (!isBare && !isEnclosed) return false
  return (isEnclosed || SHOWN.test(text.slice(Math.max(0, start - 14), start))) && speaksOfIt()
}

/** Whether a space of the text is a no-break space in the source. */
function isNoBreak(story: Story, at: number): boolean {
  const place = { start: at, end: at + 1 } as unknown as Parameters<Story['toSource']>[0]
  const { start, end } = story.toSource(place)
  return /^(?:\u00A0|&nbsp;|&#160;|&#xa0;)$/i.test(story.source.slice(start, end))
}

/** Tells whether an offset stands in an address. Each stretch without white space is looked at once, however often it is asked for. */
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
