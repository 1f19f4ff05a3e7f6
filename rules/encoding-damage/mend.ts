/**
 * Mends a damaged word to its end: what the first repair uncovers may be damage as well, as in “10Î&frac14;s” or
 * “&amp;lt;”.
 */
import { around, span, type Edit } from '#rule'
import type { Witness } from './among-words.ts'
import type { Damage } from './damage.ts'
import { findEntities } from './entities.ts'
import { findEscapes } from './escapes.ts'
import { findGaps } from './gaps.ts'
import { findLost } from './lost.ts'
import { findMojibake } from './mojibake.ts'

/** What a damaged word should read, and whether that is certain. */
export interface Mended {
  /** Nothing where nobody can tell. */
  readonly repair: string | undefined
  readonly certain: boolean
  /** What to write where: each damage by itself, or the words as a whole where it took several turns. */
  readonly edits: readonly Edit[]
}

// Copy that has seen three systems takes three turns.
const MOST_TURNS = 4
const CONTEXT = 48
// What no part of the rule takes for damage: most words are whole after one turn, and need no second look.
const WHOLE = /^[A-Za-zéèêëàáäåçöôøüÉÖÜÄ’“”‘–—….,-]*$/
// “The council&#8216;s”: the sign was the wrong one before it was damaged.
const OPENS_IN_WORD = /\p{L}[‘“]\p{L}/u
const UNKNOWN: Mended = { repair: undefined, certain: false, edits: [] }

/** The words from `start` to `end` with their damages mended, again and again until nothing in them is damaged. */
export function mend(text: string, start: number, end: number, damages: readonly Damage[], witness: Witness): Mended {
  const near = around(text, { start, end })
  const [before, after] = [near.before(CONTEXT), near.behind(CONTEXT)]
  let repair = repaired(text.slice(start, end), start, damages)
  let certain = damages.every((damage) => damage.certain) && !OPENS_IN_WORD.test(repair ?? '')
  if (repair !== undefined && WHOLE.test(repair)) return { repair, certain, edits: editsOf(damages) }
  for (let turn = 1; repair !== undefined; turn++) {
    const probe = before + repair + after
    const stop = before.length + repair.length
    const left = [
      ...findMojibake(probe, () => undefined),
      ...findEntities(probe),
      ...findEscapes(probe),
      ...findLost(probe, witness),
      ...findGaps(probe, () => false),
    ]
      .filter((damage) => damage.start < stop && damage.end > before.length && damage.severity === undefined)
      .toSorted((one, other) => one.start - other.start || other.end - one.end)
    if (left.length === 0)
      return {
        repair,
        certain: certain && isPlausible(repair),
        edits: turn === 1 ? editsOf(damages) : [{ at: span(start, end), text: repair }],
      }
    // A second turn reads what the first has written, and so is as sure only where it decodes.
    certain &&= left.every((damage) => damage.certain)
    if (turn === MOST_TURNS || left.some((damage) => damage.start < before.length || damage.end > stop)) return UNKNOWN
    repair = repaired(repair, before.length, left)
  }
  return UNKNOWN
}

// What is left of damage, and what copy never has.
const RUBBISH =
  /[ÂÃ](?![A-Z])|[ÄÅ][ƒŠŒŽšœžŸ]|[\u0430-\u045F][\u0400-\u042F]|[РС][\u0402-\u040F\u0452-\u045F][РС]|[\u0080-\u009F\uFFFD\uE000-\uF8FF]|&#|[\u00C0-\u00F4\u0400-\u04FF][\u00A1-\u00BA\u00BC-\u00BF‘“€‚ƒ„†‡ˆ‰‹•™]/
// “μ”, “Ω” and “π” stand beside figures and Latin letters.
const MIXED =
  /[A-Za-z\u00C0-\u024F][\u0370-\u03A8\u03AA-\u03BB\u03BD-\u03BF\u03C1-\u1CFF]|[\u0370-\u03A8\u03AA-\u03BB\u03BD-\u03BF\u03C1-\u1CFF][A-Za-z\u00C0-\u024F]/

/** Whether words that were mended are such as copy has: no rubbish is left, and no word is of two scripts. */
function isPlausible(words: string): boolean {
  return !RUBBISH.test(words) && !MIXED.test(words)
}

function editsOf(damages: readonly Damage[]): readonly Edit[] {
  return damages.map(({ start, end, repair }) => ({ at: span(start, end), text: repair! }))
}

/** Words that start at `start` with each of their damages mended; nothing where one can't be. */
function repaired(words: string, start: number, damages: readonly Damage[]): string | undefined {
  let text = ''
  let from = 0
  for (const damage of damages) {
    if (damage.repair === undefined) return undefined
    if (damage.start - start < from) continue
    text += words.slice(from, damage.start - start) + damage.repair
    from = damage.end - start
  }
  return text + words.slice(from)
}
