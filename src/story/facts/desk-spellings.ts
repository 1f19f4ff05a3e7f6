/** Where a story writes a form of the desk's names file, or nearly: other spaces, hyphens, stops, capitals or accents. */
import type { DeskName } from '../desk-name.ts'
import type { Story } from '../story.ts'
import { spellingKey, type Spelling } from './spellings.ts'

/** A spelling of the story's, and a form of the desk's that it shares a key with. */
export interface DeskSpelling {
  readonly name: DeskName
  /** The form as the names file has it: the name, or an alias. */
  readonly right: string
  readonly spelling: Spelling
}

interface Entry {
  readonly name: DeskName
  readonly right: string
  /** The form's place in the names file. */
  readonly order: number
}

/** The spellings that share a key with one of the desk's forms, in the order of the names file. */
export function findDeskSpellings(story: Story): readonly DeskSpelling[] {
  const index = story.desk.as(indexSpellings)
  if (index.size === 0) return []
  const found: (DeskSpelling & { readonly order: number })[] = []
  for (const [key, spellings] of story.facts.spellings.byKey) {
    for (const entry of index.get(key) ?? []) {
      for (const spelling of spellings) if (spelling.places.length > 0) found.push({ ...entry, spelling })
    }
  }
  return found.sort((one, other) => one.order - other.order)
}

function indexSpellings(names: readonly DeskName[]): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>()
  let order = 0
  for (const name of names) {
    for (const right of [name.name, ...(name.aliases ?? [])]) {
      const entry = { name, right, order: order++ }
      const key = spellingKey(right)
      const same = index.get(key)
      if (same) same.push(entry)
      else index.set(key, [entry])
    }
  }
  return index
}
