/**
 * Where a story writes a form of the desk's names file, or nearly: other spaces, hyphens, stops, capitals or accents.
 */
import type { DeskName } from '../../copy/desk-name.ts'
import type { Desk } from '../../copy/desk.ts'
import { spellingKey, type Spelling, type Spellings } from '../names/spellings.ts'

/** A spelling of the story's, and a form of the desk's that it shares a key with. */
export interface DeskSpelling {
  readonly name: DeskName
  /** The form as the names file has it: the name, or an alias. */
  readonly right: string
  readonly spelling: Spelling
}

interface RightSpelling {
  readonly name: DeskName
  readonly right: string
  /** The form's place in the names file. */
  readonly order: number
}

/** The spellings that share a key with one of the desk's forms, in the order of the names file. */
export function findDeskSpellings({
  desk,
  spellings: all,
}: {
  readonly desk: Desk
  readonly spellings: Spellings
}): readonly DeskSpelling[] {
  const { byKey: index } = desk.as(indexSpellings, indexMoreSpellings)
  if (index.size === 0) return []
  const found: (DeskSpelling & { readonly order: number })[] = []
  for (const [key, spellings] of all.byKey) {
    for (const entry of index.get(key) ?? []) {
      for (const spelling of spellings) if (spelling.places.length > 0) found.push({ ...entry, spelling })
    }
  }
  return found.sort((one, other) => one.order - other.order)
}

/** The desk's forms by their keys, and how many there are. */
interface SpellingIndex {
  readonly byKey: ReadonlyMap<string, readonly RightSpelling[]>
  readonly count: number
}

const indexSpellings = (names: readonly DeskName[]): SpellingIndex =>
  indexMoreSpellings({ byKey: new Map(), count: 0 }, names)

function indexMoreSpellings({ byKey: before, count: first }: SpellingIndex, more: readonly DeskName[]): SpellingIndex {
  const own = new Map<string, RightSpelling[]>()
  let count = first
  for (const name of more) {
    for (const right of [name.name, ...(name.aliases ?? [])]) {
      const key = spellingKey(right)
      const same = own.get(key) ?? [...(before.get(key) ?? [])]
      same.push({ name, right, order: count++ })
      own.set(key, same)
    }
  }
  if (before.size === 0) return { byKey: own, count }
  const byKey = new Map(before)
  for (const [key, same] of own) byKey.set(key, same)
  return { byKey, count }
}
