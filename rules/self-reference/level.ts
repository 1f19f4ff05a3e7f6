/**
 * How bad it is that a name meets itself: by the structure that joins it, by what sort of name it is, and by where it
 * stands.
 */
import type { Story } from '#rule'
import { isAgainstItself } from './government.ts'
import { highestLevel } from './name-evidence.ts'
import type { Party } from './party.ts'
import type { SameName } from './same-name.ts'
import type { Structure } from './structure.ts'
import structures from './structures.generated.ts'

type Level = 'error' | 'warning'

const LEVELS: ReadonlyMap<string, Level> = new Map(
  structures.structures.flatMap(({ name, level }) => (level === 'none' ? [] : [[name, level as Level]])),
)

/** The level of a pair, by its structure and then by what else makes it less sure. */
export function levelOf(
  story: Story,
  pair: SameName,
  byStructure = pair.structure && LEVELS.get(pair.structure.name),
): Level | undefined {
  const { one, other, bond, joint, structure } = pair
  const byName = byStructure && highestLevel(story, pair)
  if (!byName || !structure || !mayMeet(story, pair, structure)) return undefined
  if (bond === 'government' && !isAgainstItself(joint, structure)) return undefined
  // Who is quoted plays with words: “Only Norvik can beat Norvik”.
  const { quotations } = story.facts
  if (quotations.holds(one.start) || quotations.holds(other.start))
    return byStructure === 'error' && /^\d.* \+ /.test(structure.name) ? 'warning' : undefined
  if (pair.isAmongCode) return byStructure === 'error' && byName === 'error' ? 'warning' : undefined
  return byStructure === 'error' && byName === 'error' && bond === 'name' ? 'error' : 'warning'
}

const GOVERNING = /^(?:to|of|in|at|from|for|with|by|near|on|against|about)$/

/** Whether this structure says something wrong of a pair that has this bond, where it stands. */
function mayMeet(story: Story, { one, other, bond, joint }: SameName, { name, pair }: Structure): boolean {
  const { layout, sentences } = story.facts
  // “Kendrick v Kendrick”: a headline may pit somebody against himself, or one of his works against another.
  if (/^(?:vs?|versus)$/.test(joint.middle[0]!))
    return !layout.isHeading(story.blockAt(one.start)) && sentences.letterCase(one.sentence) === 'sentence'
  // “Belmorans are talking to Belmorans”: many do to each other what one can’t do to himself.
  if (!pair && /(?:ans|crats|ists|ives)$/.test(one.key)) return false
  // “the gas of Algeria, Libya and Qatar could help Qatar”: the last item of a list is not who acts.
  if (
    !pair
    && !joint.possessive
    && endsList(story.text.slice(Math.max(sentences.start(one.sentence), one.start - 60), one.start))
  )
    return false
  if (bond === 'name') return !pair || one.key === other.key || pair === 'between … and' || isSurnameOf(one, other)
  // “against Halden at the Motor Dome Halden”, “the ambassador to Torvia accused the U.K.”: another form may be another
  // thing.
  if (pair) return pair === 'between … and'
  if (
    !/^(?:[123]|preposition|of|to|is|said)/.test(name)
    || (one.core.length === 1 && one.core[0] === other.core.at(-1) && !isKnownInFull(story, other))
  )
    return false
  return (
    !/^in\b/.test(name)
    && !(
      /^\d words?(?:,|$)|^many words(?:,|$)/.test(name)
      && GOVERNING.test(joint.before.findLast((word) => word !== 'the') ?? '')
    )
  )
}

/** Whether a text that leads to a name is a list of names: “the gas of Algeria, Libya and the ”. */
function endsList(text: string): boolean {
  const words = text
    .trim()
    .split(' ')
    .filter((word) => word !== 'the')
  if (!/^(?:and|or)$/.test(words.at(-1) ?? '')) return false
  const small = words.findLastIndex((word, index) => index < words.length - 1 && !/^\p{Lu}[^,]*$/u.test(word))
  return small >= 0 && small < words.length - 2 && /^\p{Lu}.*,$/u.test(words[small]!)
}

/**
 * “Wayne Hale and Hale”: a man’s full name and his surname; a paper or firm has more words, or a shorter name of
 * another.
 */
function isSurnameOf(one: Party, other: Party): boolean {
  return (
    one.core.length === 2
    && other.core.length === 1
    && one.core[1] === other.core[0]
    && one.suffix === undefined
    && other.suffix === undefined
  )
}

/** “Hale chairman David Hale”: a surname may be the firm’s, where its bearer has not been named before. */
function isKnownInFull({ facts: { entities } }: Story, other: Party): boolean {
  return (
    entities.country(other) !== undefined
    || entities.of(other).mentions.some((mention) => mention.key === other.key && mention.start < other.start)
  )
}
