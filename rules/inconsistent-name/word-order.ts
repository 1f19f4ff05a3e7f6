/** A person whose names stand in two orders: “Minoru Salvatari” here, “Salvatari Minoru” there. */
import { wordSet, type Mention, type Story } from '#rule'
import { namesInForms, type FoundName } from './name-scan.ts'
import data from './names.generated.ts'
import type { WrittenForm } from './places.ts'

const PEOPLES = wordSet(data.peoples)

/** The names of two words that a story writes in both orders. */
export function wordOrderForms(story: Story): readonly (readonly WrittenForm[])[] {
  const firstWords = new Map<string, string>()
  const turned = new Set<string>()
  const pairs = story.facts.mentions.filter(({ core }) => core.length === 2)
  for (const {
    core: [one, other],
  } of pairs) {
    const key = keyOf(one!, other!)
    const first = firstWords.get(key)
    if (first === undefined) firstWords.set(key, one!)
    else if (first !== one) turned.add(key)
  }
  if (turned.size === 0) return []
  return namesInForms(
    story,
    pairs
      .filter(({ core: [one, other] }) => turned.has(keyOf(one!, other!)) && isOfNames(story, one!, other!))
      .map((mention) => placeOf(story, mention)),
  )
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/**
 * “Norvik Bank” and “Bank Norvik” may be two banks, a Muslim American is an American Muslim; words that mean nothing
 * else are one person’s.
 */
function isOfNames({ facts: { wordEvidence } }: Story, ...words: readonly string[]): boolean {
  return (
    new Set(words).size > 1
    && words.every(
      (word) =>
        /^\p{Lu}\p{Ll}{2,}$/u.test(word)
        && !PEOPLES.has(word)
        && !wordEvidence.isOrdinary(word.toLowerCase())
        && wordEvidence.lowerCase(word.toLowerCase()) === 0,
    )
  )
}

function placeOf({ facts: { words } }: Story, { core, firstWord }: Mention): FoundName {
  const [one, other] = core as readonly [string, string]
  const start = words.start(firstWord)
  return { key: keyOf(one, other), start, end: words.start(firstWord + 1) + other.length }
}
