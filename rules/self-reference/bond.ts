/** What makes two neighbouring mentions one: the same name, another form of it, or a country and its government. */
import type { Facts, Mention } from '#rule'
import type { Party } from './party.ts'

/**
 * `name`: the same words, or a surname behind the full name · `alias`: another form of one name (“Department of
 * Defense”, “Defense Department”) · `government`: a country and its government.
 */
export type Bond = 'name' | 'alias' | 'government'

/** Whether two mentions may be one, at a glance: most neighbours are not. */
export function mayBeSame({ entities }: Facts, one: Mention, other: Mention): boolean {
  if (one.key === other.key || entities.of(one) === entities.of(other)) return true
  const country = entities.country(one)?.country
  return country !== undefined && country === entities.country(other)?.country
}

/** What makes two neighbouring parties one; nothing where they are two after all. */
export function bondOf(facts: Facts, one: Party, other: Party): Bond | undefined {
  if (one.isGovernment !== other.isGovernment) {
    const name = one.isGovernment ? other : one
    // “the British government told the British”: an adjective alone means the people.
    return facts.entities.country(name)?.form === 'name' ? 'government' : undefined
  }
  if (generationOf(one) !== generationOf(other)) return undefined
  // “Mr. Obama thanked Mrs. Obama”: two titles, two people.
  const titlesDiffer = one.title !== undefined && other.title !== undefined && one.title !== other.title
  if (one.key === other.key) {
    if ((titlesDiffer && one.core.length === 1) || areTwoIdentifiers(one, other) || isRespelt(one, other))
      return undefined
    return isFirmOfThatName(facts, one, other) ? undefined : 'name'
  }
  if (titlesDiffer) return undefined
  return facts.entities.of(one) === facts.entities.of(other)
    ? bondOfForms(facts, one, other)
    : bondOfCountries(facts, one, other)
}

const INSIDE = /\p{Ll}[.\p{Lu}]\p{L}/u

/**
 * “replace Symbol.species by SymbolSpecies”: in a list of changes a program's words are told apart by their dots and
 * capitals.
 */
function areTwoIdentifiers(one: Party, other: Party): boolean {
  const [form, otherForm] = [one.core.join(' '), other.core.join(' ')]
  return form !== otherForm && (INSIDE.test(form) || INSIDE.test(otherForm))
}

/** “from NORVIK to Norvik”, “dropped the hyphen in Brix-holm for Brixholm”: two spellings side by side are meant. */
function isRespelt(one: Party, other: Party): boolean {
  const [form, otherForm] = [one, other].map(({ core }) => core.join(' ').replaceAll('.', ''))
  return form !== otherForm
}

/** Two forms of one entity: a name in full where it comes first, or forms that share no word. */
function bondOfForms(facts: Facts, one: Party, other: Party): Bond | undefined {
  const isShorterOf = (short: Party, long: Party): boolean =>
    short.core.length < long.core.length && (long.key.endsWith(short.key) || long.key.startsWith(short.key))
  if (!isShorterOf(one, other) && !isShorterOf(other, one))
    return one.core.length > other.core.length ? 'name' : 'alias'
  // “Donald Graham of Graham Holdings”: a surname that a company bears.
  if (one.suffix !== undefined || other.suffix !== undefined) return undefined
  if (one.core.length > other.core.length) return isSomebodyElse(facts, one, other) ? undefined : 'name'
  // “Americans against Latin Americans”: behind its short form a longer name is often another's, but for people.
  const { kind } = facts.entities.of(one)
  const mayBePerson =
    kind === undefined
    && other.core.length === 2
    && /^\p{Lu}\p{Ll}/u.test(one.core[0]!)
    && !one.key.endsWith('ans')
    && !facts.wordEvidence.isOrdinary(other.core[0]!.toLowerCase())
  return kind === 'person' || mayBePerson ? 'alias' : undefined
}

/** “Britain sued the U.K.”, “the Chinese government … the government of China”. */
function bondOfCountries({ entities }: Facts, one: Party, other: Party): Bond | undefined {
  if (one.isGovernment) return 'alias'
  return entities.country(one)?.form === 'name' && entities.country(other)?.form === 'name' ? 'alias' : undefined
}

/** “Jr.”, also where a possessive hides that it is a suffix: “Hale wrote Hale Jr.’s speech”. */
function generationOf({ suffix, core }: Party): string | undefined {
  return [suffix, core.at(-1)].find((word) => word !== undefined && /^(?:[JS]r\.?|I+V?)$/.test(word))
}

/** “Graham of Graham Holdings” where the story has met Donald Graham. */
function isFirmOfThatName({ entities }: Facts, one: Party, other: Party): boolean {
  return one.suffix === undefined && other.suffix !== undefined && entities.of(one).fullest.core.length > 1
}

/**
 * “Enzo Hale ran Hale”, “NBC Scotland left Scotland”: a founder’s firm, or a place in a name, unless the story has
 * called the first so before.
 */
function isSomebodyElse({ entities }: Facts, one: Party, other: Party): boolean {
  return (
    entities.country(other) !== undefined || /^\p{Lu}{2}/u.test(one.core[0]!) || entities.of(one).mentions.length < 3
  )
}
