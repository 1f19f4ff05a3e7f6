/** The counts of structures, the levels that they earn, and the table of them. */

/** A structure as structures.yml keeps it. */
export interface StructureRow {
  readonly name: string
  /** `none`: it joins names with themselves in sound copy, too, or is too rare to tell. */
  readonly level: 'error' | 'warning' | 'none'
  /** How often it joined two different names. */
  readonly different: number
  /** How often it joined a name with itself, outside and inside quotation marks. */
  readonly same: number
  readonly quoted: number
  /** How many of those outside were read, and are mistakes of the copy. */
  readonly mistaken?: number
}

type What = 'different' | 'same' | 'quoted'

/** How often each structure stands in each set of articles. */
export class StructureCounts {
  readonly #bySet = new Map<string, Map<string, Record<What, number>>>()
  readonly #words = new Map<string, number>()

  get sets(): readonly string[] {
    return [...this.#words.keys()]
  }

  get words(): number {
    return [...this.#words.values()].reduce((sum, words) => sum + words, 0)
  }

  addWords(set: string, words: number): void {
    this.#words.set(set, (this.#words.get(set) ?? 0) + words)
  }

  add(name: string, set: string, what: What): void {
    const counts = this.#bySet.get(set) ?? new Map<string, Record<What, number>>()
    this.#bySet.set(set, counts)
    const count = counts.get(name) ?? { different: 0, same: 0, quoted: 0 }
    counts.set(name, count)
    count[what]++
  }

  /** How often a structure stands in one set, or in all but one. */
  count(name: string, isCounted: (set: string) => boolean): Record<What, number> {
    const sum = { different: 0, same: 0, quoted: 0 }
    for (const [set, counts] of this.#bySet) {
      const count = isCounted(set) ? counts.get(name) : undefined
      if (!count) continue
      sum.different += count.different
      sum.same += count.same
      sum.quoted += count.quoted
    }
    return sum
  }

  /** The structures with their levels, commonest first; those that never stood are left out. */
  rows(mistaken: ReadonlyMap<string, number>): readonly StructureRow[] {
    const names = new Set([...this.#bySet.values()].flatMap((counts) => [...counts.keys()]))
    return [...names]
      .map((name) => {
        const count = this.count(name, () => true)
        const wrong = mistaken.get(name) ?? 0
        return {
          name,
          level: levelOfCount(name, count.different, count.same - wrong),
          ...count,
          ...(wrong > 0 ? { mistaken: wrong } : {}),
        }
      })
      .toSorted((one, other) => other.different - one.different || (one.name < other.name ? -1 : 1))
  }
}

const FOR_ERROR = 500
// A false alarm may be the price of this many pairs that the structure reaches.
const REACH = 270

/** The level that a structure earns by its counts. */
export function levelOfCount(name: string, different: number, sound: number): StructureRow['level'] {
  const isSure = different >= FOR_ERROR && sound <= 0
  // A long way leads back too easily, “from Norvik to Norvik” may be one, “police of Norvik in Norvik” may tell where,
  // “Norvik’s lawyers told Norvik” and “Norvik sued Norvik’s owner” may be meant, and “Norvik, Norvik and” may be a
  // place in a country of its name. Three words, and words with “of”, joined one name to itself in sound copy until
  // exceptions were written for the very kinds of it.
  const isAtMostWarning = /^to$|^many|^2 or more|\bin$|^possessive|of it$|^list|^3 words$|^1–3 words \+ of$/.test(name)
  if (isSure) return isAtMostWarning ? 'warning' : 'error'
  if (name.endsWith('of it') && different < FOR_ERROR) return 'none'
  return (sound + 1 / 3) * REACH <= different ? 'warning' : 'none'
}

/** What each set would bring in false alarms, with levels counted on the others alone. */
export interface HeldOut {
  readonly errors: number
  readonly warnings: number
}

/** Levels from all sets but one, tried on that one, for each in turn. */
export function levelsWithoutEach(counts: StructureCounts, rows: readonly StructureRow[]): HeldOut {
  let errors = 0
  let warnings = 0
  for (const set of counts.sets) {
    for (const { name } of rows) {
      const others = counts.count(name, (each) => each !== set)
      const own = counts.count(name, (each) => each === set)
      const level = levelOfCount(name, others.different, others.same)
      if (level === 'error') [errors, warnings] = [errors + own.same, warnings + own.quoted]
      if (level === 'warning') warnings += own.same
    }
  }
  return { errors, warnings }
}

const RAREST = 50

/** The table, without structures too rare to tell anything. */
export function renderStructures(
  rows: readonly StructureRow[],
  counts: StructureCounts,
  { errors, warnings }: HeldOut,
): string {
  const lines = rows
    .filter(({ different }) => different >= RAREST)
    .map(
      ({ name, level, different, same, quoted, mistaken }) =>
        `  - {name: '${name}', level: ${level}, different: ${different}, same: ${same}, quoted: ${quoted}${mistaken === undefined ? '' : `, mistaken: ${mistaken}`}}`,
    )
  return `# Which structures join two names, and how often in published copy: two different ones, and one with itself (\`quoted\`: between quotation marks).
# Written by \`npm run count-structures\` over ${counts.words.toLocaleString('en')} words of ${counts.sets.length} sets. An error joined ${FOR_ERROR} different pairs and none that is
# one name; a warning ${REACH} for each that is (a third of a pair added). \`mistaken\`: so many of the same pairs were read and are errors of the copy.
# With levels counted on all sets but one and tried on that one, all sets in turn: ${errors} pairs at error, ${warnings} at warning, mistakes of the copy included.
structures:
${lines.join('\n')}
`
}
