/** The other forms of a name that a draft's readers know it by: “Norvikia” and “the Norvikian government”. */
import type { DraftCopy } from './copy.ts'

/** Countries with their adjectives. */
const ADJECTIVES: Readonly<Record<string, string>> = {
  China: 'Chinese',
  Russia: 'Russian',
  Japan: 'Japanese',
  Britain: 'British',
  France: 'French',
  Germany: 'German',
  Israel: 'Israeli',
  Iran: 'Iranian',
  Iraq: 'Iraqi',
  India: 'Indian',
  Pakistan: 'Pakistani',
  Turkey: 'Turkish',
  Canada: 'Canadian',
  Mexico: 'Mexican',
  Australia: 'Australian',
  Italy: 'Italian',
  Spain: 'Spanish',
  Ukraine: 'Ukrainian',
  Syria: 'Syrian',
  Brazil: 'Brazilian',
  Taiwan: 'Taiwanese',
  Poland: 'Polish',
  Cuba: 'Cuban',
  Vietnam: 'Vietnamese',
  Indonesia: 'Indonesian',
  Venezuela: 'Venezuelan',
  Greece: 'Greek',
}

/** Names that stand for one another in news everywhere. */
const FAMILIES: readonly (readonly string[])[] = [
  ['U.S.', 'US', 'United States'],
  ['U.K.', 'UK', 'United Kingdom'],
  ['U.N.', 'UN', 'United Nations'],
  ['E.U.', 'EU', 'European Union'],
]

/** A name and its acronym where the draft defines it: “Norvik Shipping Union (NSU)”. */
const DEFINITION = /((?:\p{Lu}[\p{L}’'-]+ (?:(?:of|for|and|the|on|in) )?){1,6})\((\p{Lu}{2,6})\)/gu

/** For each name, the other forms that the draft shows or that everybody knows. */
export function aliasesIn(copy: DraftCopy): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>()
  const add = (name: string, form: string): void => void aliases.set(name, [...(aliases.get(name) ?? []), form])
  for (const [country, adjective] of Object.entries(ADJECTIVES)) add(country, `the ${adjective} government`)
  for (const family of FAMILIES) {
    for (const name of family) {
      for (const other of family) if (other !== name && !isSameLetters(name, other)) add(name, `the ${other}`)
    }
  }
  for (const [, long, short] of copy.text.matchAll(DEFINITION)) {
    const full = long!.trim().replace(/^(?:The|A|In|For|But|And) /, '')
    if (initialsOf(full) !== short) continue
    add(full, `the ${short}`)
    add(short!, `the ${full}`)
  }
  for (const { text, words } of copy.names) {
    const [one, other] = words
    if (words.length === 2 && /^(?:Department|Ministry)$/.test(other!)) add(text, `the ${other} of ${one}`)
  }
  return aliases
}

function isSameLetters(one: string, other: string): boolean {
  return one.replaceAll('.', '') === other.replaceAll('.', '')
}

function initialsOf(name: string): string {
  return [...name.matchAll(/(?<!\p{L})\p{Lu}/gu)].map(([letter]) => letter).join('')
}
