/** Compares what stands beside two names: a first name that they share, or one each. */
import type { WordForm, WordPlace } from './forms.ts'

/** How the words that stand on one side of two names compare. */
export type Comparison = 'share' | 'share weakly' | 'differ' | 'rare only' | 'usual only' | 'none'

/** Compares the words that stand on one side of two names; `tells` says which of them tell whose name it is. */
export function compareContexts(
  usual: ReadonlySet<string>,
  rare: ReadonlySet<string>,
  tells: (word: string) => boolean,
): Comparison {
  let weak = false
  let ofRare = false
  for (const word of rare) {
    if (usual.has(word)) {
      if (tells(word)) return 'share'
      weak = true
    } else if (tells(word)) ofRare = true
  }
  if (weak) return 'share weakly'
  let ofUsual = false
  for (const word of usual) {
    ofUsual = tells(word)
    if (ofUsual) break
  }
  if (ofRare) return ofUsual ? 'differ' : 'rare only'
  return ofUsual ? 'usual only' : 'none'
}

/** “Winner: Anushka Brandvold … Highly Commended: Anishka Pelkonen”: titles give the rare form a name of its own. */
export function hasItsOwnInTitles(usual: WordForm, rare: WordForm, tells: (word: string) => boolean): boolean {
  for (const word of rare.titled) {
    if (tells(word) && !usual.lefts.has(word) && !usual.rights.has(word) && !usual.titled.has(word)) return true
  }
  return false
}

// So many places tell how a name is used.
const MOST_ASKED = 12

/** How two names’ neighbours compare. */
interface Sides {
  readonly left: Comparison
  readonly right: Comparison
}

/**
 * Whether one is always somebody’s surname or first name, and the other somebody else’s surname: “Roman Reiss” and
 * “João Reis”, “Steven Loomis” and “Thomas Steen”. A first name may be a word, as “Roman” is, so that it tells nothing
 * by itself.
 */
export function haveTwoRoles(usual: WordForm, rare: WordForm, sides: Sides): boolean {
  return sides.left === 'rare only' && (isAlways(usual, hasWordBefore) || isOnlyFirstName(usual, rare, sides))
}

/** Whether one is always a first name, and the other never. */
export function isOnlyFirstName(usual: WordForm, rare: WordForm, { right }: Sides): boolean {
  return right === 'usual only' && isAlways(usual, hasWordBehind) && !rare.places.some(hasWordBehind)
}

/** Whether a word stands in longer names alone. */
export function isInLongerNames(form: WordForm): boolean {
  return isAlways(form, (place) => hasWordBefore(place) || hasWordBehind(place))
}

function isAlways({ places }: WordForm, holds: (place: WordPlace) => boolean): boolean {
  return places.length > 0 && places.slice(0, MOST_ASKED).every(holds)
}

const hasWordBefore = ({ start, mention }: WordPlace): boolean => start > mention.start
const hasWordBehind = ({ end, mention }: WordPlace): boolean => end < mention.end
