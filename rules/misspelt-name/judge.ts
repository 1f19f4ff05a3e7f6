/** Weighs whether two words a slip apart are one name, and which of them is the slip. */
import { WordList, wordSet, type Facts, type Severity, type Story } from '#rule'
import {
  compareContexts,
  hasItsOwnInTitles,
  haveTwoRoles,
  isInLongerNames,
  isOnlyFirstName,
  type Comparison,
} from './contexts.ts'
import type { DeskWords } from './desk-words.ts'
import { firstInBody, isOpen } from './direction.ts'
import { areBentElsewhere, withoutHangers } from './foreign-run.ts'
import type { WordForm } from './forms.ts'
import lines from './known-names.generated.ts'
import type { Pair } from './neighbours.ts'
import { areTwoCompounds, areTwoDirections, areTwoSyllables, haveSameRoot, isDoubled, isPlural } from './same-root.ts'
import { areSwapped, haveSameStart, startsAKeyAway } from './slips.ts'
import { isEntryOfList, isInList, isOnlyCredited, isPerson, isQuotedAlone, isSourceAlone } from './surroundings.ts'

const knownNames = new WordList(lines)

/** Of shorter words there are too many. */
const SHORTEST_WORD = 5
/** Longer ones are one name where a word beside is the same, whatever it tells. */
const SHORTEST_BESIDE = 6
/** Of words so long two that are a slip apart are seldom two names. */
const LONG = 7

// From so many places against one on, what everybody knows is a name’s own form.
const OFTEN = 3

/** What was found of two words. */
export interface SlipVerdict {
  readonly usual: WordForm
  readonly rare: WordForm
  readonly severity: Severity
  /** How many slips of the key part the two. */
  readonly distance: number
  /** Whether the story leaves open which of the two is the slip. */
  readonly open: boolean
}

/** Two words as they are compared. */
interface Compared {
  readonly usual: WordForm
  readonly rare: WordForm
  readonly distance: number
  readonly left: Comparison
  readonly right: Comparison
  /** Whether one is a word or name that everybody knows, and the other none. */
  readonly plain: boolean
  readonly few: number
  readonly many: number
  /** The letters of the longer one. */
  readonly longest: number
  /** Whether the rare one stands once, a slip from a name that everybody knows. */
  readonly isSlipOfKnown: boolean
}

// What stands beside many names tells nothing: “San”, “al”, “Inc.”.
const BESIDE_MANY = wordSet(`
  san santa santo sao saint las los les von van der den ten del della dos des abu bin ibn abd abdel abdul inc corp ltd plc llc spa
  rep reps sen sens gov gen hong`)

/** Weighs the pairs of one story. */
export class Judge {
  readonly #story: Story
  readonly #facts: Facts
  readonly #desk: DeskWords

  constructor(story: Story, desk: DeskWords) {
    this.#story = story
    this.#facts = story.facts
    this.#desk = desk
  }

  /** The verdict on two words; nothing where they may well be two names. */
  weigh({ one, other, distance }: Pair<WordForm>): SlipVerdict | undefined {
    const [usual, rare] = this.#inOrder(one, other)
    if (rare.places.length === 0 || withoutHangers(usual.key) === withoutHangers(rare.key)) return undefined
    if (this.#isSettled(usual, rare) || this.#isOrdinary(rare) || this.#areTwoWords(usual, rare, distance))
      return undefined
    const isRight = this.#desk.isRight(usual.key)
    const few = rare.places.length
    const left = compareContexts(usual.lefts, rare.lefts, this.#tells)
    const right = compareContexts(usual.rights, rare.rights, this.#tells)
    const plain = this.#isPlain(usual, rare)
    const severity = this.#severity({
      usual,
      rare,
      distance,
      left,
      right,
      plain,
      few,
      // What the desk writes needs no majority in the story.
      many: usual.places.length + (isRight ? 3 * few : 0),
      longest: Math.max(usual.key.length, rare.key.length),
      isSlipOfKnown:
        few === 1
        && distance === 1
        && this.#isKnown(usual)
        && !this.#isKnown(rare)
        && (haveSameStart(usual.key, rare.key) || startsAKeyAway(usual.key, rare.key)),
    })
    return (
      severity && {
        usual,
        rare,
        severity,
        distance,
        open: !isRight && isOpen(this.#story, { usual, rare, plain, tells: this.#tells }),
      }
    )
  }

  #severity(pair: Compared): Severity | undefined {
    const { usual, rare, left, right, few, many, isSlipOfKnown } = pair
    const differ = left === 'differ' || right === 'differ' || haveTwoRoles(usual, rare, pair)
    if (!differ && (left === 'share' || right === 'share')) {
      if (!this.#isKnown(rare)) return few > 1 && many < 2 * few ? 'warning' : 'error'
      if (few > 1 || !haveSameStart(usual.key, rare.key)) return undefined
      // “Lindsay” and “Lindsey Graham” are one; “David Gross” and “David Ross” are two names that there are, of one
      // first name by chance.
      return right === 'share' ? 'error' : 'warning'
    }
    // From here on the words alone must tell.
    if (isOnlyCredited(this.#story, rare) || isSourceAlone(this.#story, usual, rare)) return undefined
    if (this.#isKnown(rare) || (few > 1 && many < 3 * few)) return undefined
    if (differ || right === 'rare only') {
      // “Hillary Clintom” where Bill Clinton is at home: a name that everybody knows, and one that nobody does.
      // “Sheikh Tamim bin Hamad Al-Thani”, where there is Hamas: what has its own words on both sides is a name.
      if ((isOfRare(left) && isOfRare(right)) || isEntryOfList(this.#story, rare)) return undefined
      if (isSlipOfKnown) return many >= 2 ? 'warning' : undefined
      return this.#isFarCommoner(pair, differ) ? 'warning' : undefined
    }
    if (hasItsOwnInTitles(usual, rare, this.#tells) || this.#isPartOfOther(pair)) return undefined
    if (isQuotedAlone(this.#story, rare) || (many === few && isQuotedAlone(this.#story, usual))) return undefined
    const severity = this.#alone(pair)
    return severity === 'error' && (isInList(this.#story, rare) || isOnlyFirstName(usual, rare, pair))
      ? 'warning'
      : severity
  }

  /**
   * Whether a name that nobody knows stands far more often than the other, each with a word of its own beside it: two
   * families seldom meet so.
   */
  #isFarCommoner({ usual, rare, distance, few, many, longest }: Compared, differ: boolean): boolean {
    if (distance > 1 || few > 1 || this.#isOrdinary(usual) || !haveSameStart(usual.key, rare.key)) return false
    return differ ? longest >= LONG && many >= 4 : longest >= SHORTEST_WORD && many >= 3
  }

  /** The level of two words that no other word beside them joins. */
  #alone({ usual, rare, distance, left, right, many, longest, plain, isSlipOfKnown }: Compared): Severity | undefined {
    const hasOwnFirstName = left === 'rare only'
    if (!haveSameStart(usual.key, rare.key)) {
      if (distance > 1 || (many < 2 && !(plain && longest >= 6))) return undefined
      return startsAKeyAway(usual.key, rare.key) || (many >= 2 && longest >= 6 && !hasOwnFirstName)
        ? 'warning'
        : undefined
    }
    if (hasOwnFirstName) {
      // “Mark Mayerholfer … Mayerhofler said”: the full name comes first, and no other full name is there.
      if (usual.places.length === 0) return undefined
      if (many < 2) return isSlipOfKnown && longest >= LONG ? 'warning' : undefined
      if (rare.places[0]!.start < firstInBody(this.#story, usual.places)) return 'error'
      return (isSlipOfKnown && many >= 3)
        || isPerson(this.#story, usual)
        || !(this.#isOrdinary(usual) || this.#isKnown(usual))
        ? 'warning'
        : undefined
    }
    if (many < 2) {
      if (distance > 1) return undefined
      if (longest === SHORTEST_WORD)
        return isSlipOfKnown || (plain && (areSwapped(usual.key, rare.key) || isDoubled(usual.key, rare.key)))
          ? 'warning'
          : undefined
      // “Press Gazettte” and “Press Gazette”.
      return longest > SHORTEST_BESIDE && (left === 'share weakly' || right === 'share weakly') ? 'error' : 'warning'
    }
    if (usual.places.length === 0) return 'warning'
    return (longest > SHORTEST_WORD && distance === 1) || many >= 3 ? 'error' : 'warning'
  }

  /**
   * “Mobile Stats” where there are only “United States”: a short word that stands in longer names alone, whose words
   * the other hasn’t.
   */
  #isPartOfOther({ usual, longest, left, right }: Compared): boolean {
    return (
      longest <= SHORTEST_BESIDE
      && this.#facts.wordEvidence.isOrdinary(usual.key)
      && !this.#isKnown(usual)
      && left !== 'share weakly'
      && right !== 'share weakly'
      && isInLongerNames(usual)
    )
  }

  /** Whether one is a word that everybody knows, and the other none: “Finance” and “Fiannce” need no majority. */
  #isPlain(usual: WordForm, rare: WordForm): boolean {
    return !this.#isKnown(rare) && (this.#isKnown(usual) || this.#facts.wordEvidence.isOrdinary(usual.key))
  }

  /** Whether they are too short to tell, two syllables, or one root with two endings. */
  #areTwoWords(usual: WordForm, rare: WordForm, distance: number): boolean {
    if (Math.max(usual.key.length, rare.key.length) < SHORTEST_WORD) return true
    return (
      (areTwoSyllables(usual.key, rare.key) && !isDoubled(usual.key, rare.key))
      || this.#haveSameRoot(usual, rare, distance)
    )
  }

  #haveSameRoot(usual: WordForm, rare: WordForm, distance: number): boolean {
    if (areSwapped(usual.key, rare.key)) return false
    if (distance === 1 && this.#hasSameBeside(usual, rare) && !isPlural(usual.key, rare.key)) return false
    if (areBentElsewhere(this.#story, usual, rare)) return true
    const isUsualKnown = this.#isKnown(usual)
    const isRareKnown = this.#isKnown(rare)
    // “Clinto”: what everybody knows has lost its last letter, and what is left nobody knows.
    if (isUsualKnown && !isRareKnown && usual.key.startsWith(rare.key) && !/(?:s|an|i)$/.test(usual.key)) return false
    // “Oceana” is named for the ocean, and a “Nighty” for the night.
    // “Canads” is no Canadian thing where Canada is at home; but whatever is “Trumpy” is like Trump.
    const isOften =
      isUsualKnown && !isRareKnown && usual.places.length >= OFTEN * rare.places.length && !rare.key.endsWith('y')
    // “Marta Fedor” and “Fedora”: where each stands once, a vowel more is as good as another name.
    const isAlone =
      usual.places.length === rare.places.length
      && !shareAWord(usual.lefts, rare.lefts)
      && !shareAWord(usual.rights, rare.rights)
    const isTold = isUsualKnown || isRareKnown || this.#isOrdinary(usual) || isAlone
    return haveSameRoot(usual.key, rare.key, distance, !isOften && isTold)
  }

  /**
   * “Letitia Jamed” among “Letitia James”: one word that tells stands beside both, so that no ending makes two names of
   * them.
   */
  #hasSameBeside(usual: WordForm, rare: WordForm): boolean {
    if (rare.places.length > 1 || usual.places.length < 2 || this.#isKnown(rare)) return false
    return (
      compareContexts(usual.lefts, rare.lefts, this.#tells) === 'share'
      || compareContexts(usual.rights, rare.rights, this.#tells) === 'share'
    )
  }

  /** Whether the desk has said which is right, or the words are made of two other words each. */
  #isSettled(usual: WordForm, rare: WordForm): boolean {
    const desk = this.#desk
    if (desk.isRight(rare.key) || desk.isForbidden(rare.key) || desk.isForbidden(usual.key)) return true
    const isWord = (word: string): boolean => this.#facts.wordEvidence.isOrdinary(word)
    // “Wintel” and “Intel”, “Esports” and “Sports”: a letter put before a name makes another one, and no finger puts a
    // capital there.
    if (rare.key.slice(1) === usual.key && rare.key[0] !== usual.key[0]) return true
    return areTwoDirections(usual.key, rare.key) || areTwoCompounds(usual.text, rare.text, isWord)
  }

  #inOrder(one: WordForm, other: WordForm): [usual: WordForm, rare: WordForm] {
    const desk = this.#desk
    const oneFirst =
      desk.isRight(one.key) !== desk.isRight(other.key)
        ? desk.isRight(one.key)
        : one.places.length !== other.places.length
          ? one.places.length > other.places.length
          : this.#isKnown(one) !== this.#isKnown(other)
            ? this.#isKnown(one)
            : (one.places[0]?.start ?? -1) < (other.places[0]?.start ?? -1)
    return oneFirst ? [one, other] : [other, one]
  }

  #isKnown({ key }: WordForm): boolean {
    return knownNames.has(key)
  }

  #isOrdinary({ key }: WordForm): boolean {
    const { wordEvidence } = this.#facts
    return wordEvidence.isOrdinary(key) || wordEvidence.lowerCase(key) > 0
  }

  /** Whether a word beside a name tells whose it is: “Brett” does, “San” and “United” don’t. */
  readonly #tells = (word: string): boolean =>
    word.length >= 3 && !BESIDE_MANY.has(word) && (knownNames.has(word) || !this.#facts.wordEvidence.isOrdinary(word))
}

const isOfRare = (side: Comparison): boolean => side === 'rare only' || side === 'differ'

const shareAWord = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((word) => others.has(word))
