/** Weighs whether two words a slip apart are one name, and which of them is the slip. */
import { WordList, wordSet, type Severity } from '#rule'
import type { Facts, Story } from '#story'
import { compareContexts } from './contexts.ts'
import type { DeskWords } from './desk-words.ts'
import { firstInBody, isOpen } from './direction.ts'
import type { Form } from './forms.ts'
import lines from './known-names.generated.ts'
import type { Pair } from './neighbours.ts'
import { areTwoCompounds, areTwoDirections, areTwoSyllables, haveSameRoot, isDoubled, sharedStart } from './same-root.ts'
import { areSwapped, haveSameStart, startsAKeyAway } from './slips.ts'

const knownNames = new WordList(lines)

/** Of shorter words there are too many. */
const SHORTEST_WORD = 5
const SHORTEST_STEM = 3
// “Ostbyは”: letters of another language hang on to a name. In the middle of one they only look like its own: “Stеaler” with a Cyrillic е.
const OTHER_SCRIPT = /[\u0370-\u1DFF\u2E80-\uD7FF\uF900-\uFDFF]/

const MOST_ASKED = 12
const SAYS = /^,? (?:said|says|told|added|asked)\b/

// Two more names at commas, none of them with a first name.
const LIST_BEHIND = /^, [A-Z][\p{L}’'-]+, [A-Z][\p{L}’'-]+(?:,|\.| and )/u
const LIST_BEFORE = /[A-Z][\p{L}’'-]+, [A-Z][\p{L}’'-]+, (?:and )?$/u

/** What was found of two words. */
export interface Verdict {
  readonly usual: Form
  readonly rare: Form
  readonly severity: Severity
  /** How many slips of the key part the two. */
  readonly distance: number
  /** Whether the story leaves open which of the two is the slip. */
  readonly open: boolean
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
  weigh({ one, other, distance }: Pair<Form>): Verdict | undefined {
    const [usual, rare] = this.#inOrder(one, other)
    if (withoutHangers(usual.key) === withoutHangers(rare.key)) return undefined
    if (rare.places.length === 0 || this.#isSettled(usual, rare) || this.#isOrdinary(rare)) return undefined
    const longest = Math.max(usual.key.length, rare.key.length)
    if (longest < SHORTEST_WORD || areTwoSyllables(usual.key, rare.key) || this.#haveSameRoot(usual, rare, distance)) return undefined
    const left = compareContexts(usual.lefts, rare.lefts, this.#tells)
    const right = compareContexts(usual.rights, rare.rights, this.#tells)
    const few = rare.places.length
    // What the desk writes needs no majority in the story.
    const many = usual.places.length + (this.#desk.isRight(usual.key) ? 3 * few : 0)
    const open = !this.#desk.isRight(usual.key) && isOpen(this.#story, { usual, rare, plain: this.#isPlain(usual, rare), tells: this.#tells })
    const verdict = (severity: Severity): Verdict => ({ usual, rare, severity, distance, open })
    const differ = left === 'differ' || right === 'differ'
    if (!differ && (left === 'share' || right === 'share')) {
      if (!this.#isKnown(rare)) return verdict(few > 1 && many < 2 * few ? 'warning' : 'error')
      // “David Gross” and “David Ross”: two names that there are, of one first name by chance.
      return few === 1 && haveSameStart(usual.key, rare.key) ? verdict('warning') : undefined
    }
    // From here on the words alone must tell.
    if (this.#isKnown(rare) || (few > 1 && many < 3 * few)) return undefined
    if (differ || right === 'rare only') {
      // “Hillary Clintom” where Bill Clinton is at home: a name that everybody knows, and one that nobody does.
      const isKnownSlip = many >= 2 && few === 1 && longest >= 6 && distance === 1 && this.#isKnown(usual)
        && haveSameStart(usual.key, rare.key) && (usual.key.length !== rare.key.length || areSwapped(usual.key, rare.key))
      return isKnownSlip ? verdict('warning') : undefined
    }
    if (this.#hasItsOwnInTitles(usual, rare)) return undefined
    const severity = this.#alone({ usual, rare, distance, longest, many, hasOwnFirstName: left === 'rare only' })
    const isQuoted = this.#isQuotedAlone(rare) || (many === few && this.#isQuotedAlone(usual))
    if (isQuoted && severity === 'warning') return undefined
    return severity && verdict(severity === 'error' && (isQuoted || this.#isInList(rare)) ? 'warning' : severity)
  }

  /** The level of two words that no other word beside them joins. */
  #alone({ usual, rare, distance, longest, many, hasOwnFirstName }: {
    usual: Form; rare: Form; distance: number; longest: number; many: number; hasOwnFirstName: boolean
  }): Severity | undefined {
    if (!haveSameStart(usual.key, rare.key)) {
      if (many < 2 || distance > 1) return undefined
      return startsAKeyAway(usual.key, rare.key) || (longest >= 6 && !hasOwnFirstName) ? 'warning' : undefined
    }
    if (hasOwnFirstName) {
      // “Mark Mayerholfer … Mayerhofler said”: the full name comes first, and no other full name is there.
      if (many < 2 || usual.places.length === 0) return undefined
      if (rare.places[0]!.start < firstInBody(this.#story, usual.places)) return 'error'
      return this.#isPerson(usual) || !(this.#isOrdinary(usual) || this.#isKnown(usual)) ? 'warning' : undefined
    }
    if (many < 2) return longest >= 6 && distance === 1 ? 'warning' : undefined
    if (usual.places.length === 0) return 'warning'
    if (longest === SHORTEST_WORD) return many >= 3 ? 'error' : 'warning'
    if (distance === 2) return many >= 3 ? 'error' : 'warning'
    return 'error'
  }

  /** Whether one is a word that everybody knows, and the other none: “Finance” and “Fiannce” need no majority. */
  #isPlain(usual: Form, rare: Form): boolean {
    return !this.#isKnown(rare) && (this.#isKnown(usual) || this.#facts.wordEvidence.isOrdinary(usual.key))
  }

  /** “Winner: Anushka Brandvold … Highly Commended: Anishka Pelkonen”: titles give the rare form a name of its own. */
  #hasItsOwnInTitles(usual: Form, rare: Form): boolean {
    for (const word of rare.titled) {
      if (this.#tells(word) && !usual.lefts.has(word) && !usual.rights.has(word) && !usual.titled.has(word)) return true
    }
    return false
  }

  /** “The family’s name had been ‘Brandvald’”: a word in quotation marks may be spoken of. */
  #isQuotedAlone({ places: [place] }: Form): boolean {
    const { text } = this.#story
    return place !== undefined && /["“‘']/.test(text[place.start - 1] ?? ' ') && /^["”’'](?!s\b)/.test(text.slice(place.end, place.end + 3))
  }

  /** “Tait, Voyce, Dowson, Haughton”: a list of people, any two of whom may be a letter apart. */
  #isInList({ places: [place] }: Form): boolean {
    const { text } = this.#story
    if (!place) return false
    const { start, end } = place
    return LIST_BEHIND.test(text.slice(end, end + 40)) || LIST_BEFORE.test(text.slice(Math.max(0, start - 40), start))
  }

  /** Whether a word names a person somewhere: with a title, or speaking. */
  #isPerson({ places }: Form): boolean {
    const { text } = this.#story
    return places.slice(0, MOST_ASKED).some(({ end, mention }) => mention.title !== undefined || SAYS.test(text.slice(end, end + 10)))
  }

  #haveSameRoot(usual: Form, rare: Form, distance: number): boolean {
    if (areSwapped(usual.key, rare.key)) return false
    // “Różnica” and “Różnice”, “Mejoras” and “Mejorar”: other languages bend their words.
    if (this.#facts.isInOtherLanguage && sharedStart(usual.key, rare.key) >= SHORTEST_STEM && !isDoubled(usual.key, rare.key)) return true
    const isUsualKnown = this.#isKnown(usual)
    const isRareKnown = this.#isKnown(rare)
    // “Clinto”: what everybody knows has lost its last letter, and what is left nobody knows.
    if (isUsualKnown && !isRareKnown && usual.key.startsWith(rare.key) && !/(?:s|an|i)$/.test(usual.key)) return false
    // “Oceana” is named for the ocean, and a “Nighty” for the night.
    return haveSameRoot(usual.key, rare.key, distance, isUsualKnown || isRareKnown || this.#isOrdinary(usual))
  }

  /** Whether the desk has said which is right, or the words are made of two other words each. */
  #isSettled(usual: Form, rare: Form): boolean {
    const desk = this.#desk
    if (desk.isRight(rare.key) || desk.isForbidden(rare.key) || desk.isForbidden(usual.key)) return true
    const isWord = (word: string): boolean => this.#facts.wordEvidence.isOrdinary(word)
    // “Wintel” and “Intel”, “Esports” and “Sports”: a letter put before a name makes another one, and no finger puts a capital there.
    if (rare.key.slice(1) === usual.key && rare.key[0] !== usual.key[0]) return true
    return areTwoDirections(usual.key, rare.key) || areTwoCompounds(usual.text, rare.text, isWord)
  }

  #inOrder(one: Form, other: Form): [usual: Form, rare: Form] {
    const desk = this.#desk
    const oneFirst = desk.isRight(one.key) !== desk.isRight(other.key) ? desk.isRight(one.key)
      : one.places.length !== other.places.length ? one.places.length > other.places.length
      : this.#isKnown(one) !== this.#isKnown(other) ? this.#isKnown(one)
      : (one.places[0]?.start ?? -1) < (other.places[0]?.start ?? -1)
    return oneFirst ? [one, other] : [other, one]
  }

  #isKnown({ key }: Form): boolean {
    return knownNames.has(key)
  }

  #isOrdinary({ key }: Form): boolean {
    const { wordEvidence } = this.#facts
    return wordEvidence.isOrdinary(key) || wordEvidence.lowerCase(key) > 0
  }

  /** Whether a word beside a name tells whose it is: “Brett” does, “San” and “United” don’t. */
  readonly #tells = (word: string): boolean =>
    word.length >= 3 && !BESIDE_MANY.has(word) && (knownNames.has(word) || !this.#facts.wordEvidence.isOrdinary(word))
}

/** A word without letters of another script at its ends. */
function withoutHangers(word: string): string {
  let start = 0
  let end = word.length
  while (start < end && OTHER_SCRIPT.test(word[start]!)) start++
  while (end > start && OTHER_SCRIPT.test(word[end - 1]!)) end--
  return word.slice(start, end)
}
