/**
 * Injects names written another way once: “HongKong”, “US” among “U.S.”, “Coca Cola”, “Marlow and Pike”, “Norvik dam”,
 * “Department of Defense”.
 */
import { commonWords } from '../../../src/english/words/common-words.ts'
import { anyOf } from '../any-of.ts'
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind } from '../kind.ts'
import { ampersand, numbered, smallThing, spelledHumps } from '../name-joints.ts'
import { changesTo } from '../other-forms.ts'

const RULE = 'inconsistent-name'

/** The kinds of names written two ways. */
const kinds: readonly ErrorKind[] = [
  { name: 'name written two ways, spacing', rule: RULE, bar: 0.9, twoPlaces: true, change: oneOf(spacing) },
  { name: 'name written two ways, dots', rule: RULE, bar: 0.9, twoPlaces: true, change: oneOf(dots) },
  { name: 'name written two ways, hyphen', rule: RULE, bar: 0.9, twoPlaces: true, change: oneOf(hyphen) },
  { name: 'name written two ways, case', rule: RULE, bar: 0.9, twoPlaces: true, change: oneOf(innerCase) },
  { name: 'name written two ways, legal suffix', rule: RULE, bar: 0.9, twoPlaces: true, change: oneOf(legalSuffix) },
  { name: 'name written two ways, agency', rule: RULE, twoPlaces: true, change: oneOf(agency) },
  { name: 'name written two ways, &/and', rule: RULE, bar: 0.85, twoPlaces: true, change: oneOf(ampersand) },
  { name: 'name written two ways, humps', rule: RULE, bar: 0.9, twoPlaces: true, change: oneOf(spelledHumps) },
  { name: 'name written two ways, small letters', rule: RULE, bar: 0.9, twoPlaces: true, change: oneOf(smallThing) },
  { name: 'name written two ways, numbers', rule: RULE, bar: 0.9, twoPlaces: true, change: oneOf(numbered) },
]
export default kinds

function oneOf(changes: (copy: DraftCopy) => readonly Replacement[]): ErrorKind['change'] {
  return (copy, { random }) => random.pick(changes(copy))
}

/**
 * “Hong Kong” as “HongKong”, “BlackRock” as “Black Rock”. No people: who is called by the second word alone has a first
 * name.
 */
function spacing(copy: DraftCopy): readonly Replacement[] {
  const alone = new Set(copy.names.filter(({ words }) => words.length === 1).map(({ text }) => text))
  return copy.names.flatMap(({ words, text, start }) => {
    const isJoined = words.length === 1 && /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(text)
    if (isJoined) return changesTo(copy, start, text, text.replace(/(\p{Ll})(\p{Lu})/u, '$1 $2'))
    const arePlain = words.length === 2 && words.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word))
    return arePlain && !words.some((word) => alone.has(word)) ? changesTo(copy, start, text, words.join('')) : []
  })
}

const DOTTED = /(?<![\p{L}\p{N}.$-])(?:\p{Lu}\.){2,4}(?![\p{L}\p{N}-])/gu
const UNDOTTED = /(?<![\p{L}\p{N}.$&-])(?:US|UK|UN|EU|DC|LA|NY|UAE|PLC|JP)(?![\p{L}\p{N}.&-])/gu

function dots(copy: DraftCopy): readonly Replacement[] {
  const dotted = copy
    .matches(DOTTED)
    .filter(({ index, 0: form }) => !endsSentence(copy.text, index + form.length))
    .flatMap(({ index, 0: form }) => changesTo(copy, index, form, form.replaceAll('.', '')))
  const undotted = copy
    .matches(UNDOTTED)
    .flatMap(({ index, 0: form }) => changesTo(copy, index, form, form.replace(/./g, '$&.')))
  return [...dotted, ...undotted]
}

/** Whether the acronym’s last dot may be the sentence’s, too: it would be lost with it. */
function endsSentence(text: string, at: number): boolean {
  return /^["”’')]*(?:\s+["“‘'(]*\p{Lu}|\s*$|\n)/u.test(text.slice(at, at + 8))
}

const COUNTRIES = new Set(['US', 'UK', 'EU', 'UN'])

/** “Coca-Cola” as “Coca Cola”. No pairs of countries or firms, which are two names. */
function hyphen(copy: DraftCopy): readonly Replacement[] {
  const alone = new Set(copy.names.map(({ text }) => text))
  return copy.names.flatMap(({ words, start }) => {
    let at = start
    return words.flatMap((word) => {
      const wordStart = at
      at += word.length + 1
      const parts = word.split('-')
      const areNames =
        parts.length === 2
        && parts.every((part) => /^\p{Lu}\p{L}+$/u.test(part) && !alone.has(part) && !COUNTRIES.has(part))
      const isOne = areNames && parts.some((part) => !commonWords.has(part.toLowerCase()))
      return isOne ? changesTo(copy, wordStart, word, parts.join(' ')) : []
    })
  })
}

/** “BlackRock” as “Blackrock”, “JPMorgan” as “JpMorgan”, “iPhone” as “Iphone”. */
function innerCase(copy: DraftCopy): readonly Replacement[] {
  return copy.names.flatMap(({ words, start }) => {
    let at = start
    return words.flatMap((word) => {
      const wordStart = at
      at += word.length + 1
      if (!/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}{2}/u.test(word) || !/^[\p{L}]+$/u.test(word)) return []
      const lowered = word[0]!.toUpperCase() + word.slice(1).toLowerCase()
      const firstLowered = word.replace(
        /^(\p{Lu})(\p{Lu}+)(?=\p{Lu}\p{Ll})/u,
        (_, first: string, rest: string) => first + rest.toLowerCase(),
      )
      return changesTo(copy, wordStart, word, ...new Set([lowered, firstLowered]))
    })
  })
}

const SUFFIXED = /(\p{Lu}[\p{L}&’'-]+(?: \p{Lu}[\p{L}&’'-]+)*)(,? )(Inc|Corp|Co|Ltd|LLC|PLC|plc)(\.?)(?![\p{L}\p{N}])/gu

/** “Norvik Inc.” as “Norvik, Inc”: where it stands twice, or at a later mention of the firm alone. */
function legalSuffix(copy: DraftCopy): readonly Replacement[] {
  return copy
    .matches(SUFFIXED)
    .filter(({ index }) => !/ (?:of|and|&) $/.test(copy.text.slice(0, index)))
    .flatMap((match) => {
      const [whole, name, comma, suffix, dot] = match
      if (endsSentence(copy.text, match.index + whole.length)) return []
      const words = `${name}${comma === ' ' ? ',' : ''} ${suffix}${dot === '.' ? '' : '.'}`
      const isTwice = copy.text.split(whole).length > 2
      const later = copy.names.filter(
        ({ text, start, end, possessive }) =>
          text === name
          && start > match.index + whole.length
          && !possessive
          && !/^,? (?:\p{Lu}|and )/u.test(copy.text.slice(end, end + 6)),
      )
      return [
        ...(isTwice ? [{ start: match.index, end: match.index + whole.length, words }] : []),
        ...later.map(({ start, end }) => ({ start, end, words })),
      ]
    })
}

const FIELD = anyOf(`
  Defense Defence State Justice Treasury Commerce Energy Labor Education Agriculture Interior Transportation Foreign Finance Health
  Trade Economy Environment Culture Industry Oil
`)
const AGENCY = new RegExp(
  `(?<![\\p{L}-])(?:(${FIELD}) (Department|Ministry)(?![\\p{L}-])|(Department|Ministry) of (${FIELD})(?!,? (?:and|\\p{Lu})))`,
  'gu',
)

/** What stands after “of” where it isn’t the word before “Ministry”. */
const LONGER: Readonly<Record<string, string>> = { Foreign: 'Foreign Affairs', Treasury: 'the Treasury' }

/** “Defense Department” as “Department of Defense”, and back, where it stands twice. */
function agency(copy: DraftCopy): readonly Replacement[] {
  return copy.matches(AGENCY).flatMap(({ index, 0: form, 1: field, 2: body, 3: head, 4: matter }) => {
    const other = field === undefined ? `${matter} ${head}` : `${body} of ${LONGER[field] ?? field}`
    return changesTo(copy, index, form, other)
  })
}
