/** Judges a chain of words that leads from a name back to itself, and from a country to its government. */
import type { Following, Judged } from './frame-parts.ts'
import {
  AUXILIARIES, CHAIN_PREPOSITIONS, CLAUSE_OPENERS, CLOSING, DAYS, FINITE, GOVERNMENT_VERBS, OBJECT_FOLLOWS, SUBORDINATING, TYING_NOUNS,
  TYING_VERBS, VERBS,
} from './frame-words.ts'
import type { Party } from './party.ts'

// Words that begin a predicate besides those of the tables.
const PREDICATE = /^(?:said|says|told|makes?|made|holds?|held|take|took|won|lost)$|(?:ed|ing)$/

/** “has agreed to buy”, “signed a contract with”, “from the”: a short chain of words from one name to the other. */
export function judgeChain(middle: readonly string[], following: Following, other: Party): Judged | undefined {
  const closes = following === '' || CLOSING.has(following)
  if (other.possessive) return undefined
  const takesObject = closes || OBJECT_FOLLOWS.has(following)
  const article = /^(?:the|a|an)$/.test(middle.at(-1)!)
  const chain = article ? middle.slice(0, -1) : middle
  const last = chain.at(-1)!
  const body = chain.slice(0, -1)
  if (body.length === 0) {
    if (!takesObject) return undefined
    if (/^(?:from|to|with|by|against|over|versus)$/.test(last)) return { severity: 'error', preposition: last }
    return VERBS.has(last) ? { severity: 'error' } : undefined
  }
  const said = body.includes('said') || body.includes('says')
  const hasPronoun = body.some((word) => /^(?:it|they|he|she)$/.test(word))
  const plain = body.filter((word) => !/^(?:said|says|that)$/.test(word))
  if (takesObject && VERBS.has(last) && plain.every(isAuxiliary) && (hasPronoun || !body.includes('that'))) {
    return { severity: said && !hasPronoun ? 'warning' : 'error' }
  }
  const isFirm = /^(?:with|against|by|from|over|to)$/.test(last)
  const closesChain = closes || /^an?$/.test(following) || (isFirm && FINITE.has(following))
  if (article && last !== 'with' || !closesChain || !CHAIN_PREPOSITIONS.has(last)) return undefined
  if (body.some((word) => SUBORDINATING.has(word) && !(said && hasPronoun))) return undefined
  const first = body[0]!
  const tie = body.at(-1)!
  // “Belmorans talking to Belmorans”: many may do to each other what one can't do to himself.
  if (/ing$/.test(tie) && other.key.endsWith('s') && body.slice(0, -1).every(isAuxiliary)) return undefined
  const startsAsPredicate = isAuxiliary(first) || VERBS.has(first) || TYING_VERBS.has(first) || PREDICATE.test(first)
  if (closes && TYING_VERBS.has(tie) && isFirm && startsAsPredicate) return { severity: said ? 'warning' : 'error', preposition: last }
  if (closes && TYING_NOUNS.has(tie) && startsAsPredicate) {
    return { severity: /^(?:with|against|in)$/.test(last) && !said ? 'error' : 'warning', preposition: last }
  }
  // “leave Nomura to join firms affiliated with Nomura”: a purpose has room for the same name, as has “with his … by”.
  const isOwn = body.some((word) => /^(?:his|her|its|their|own)$/.test(word))
  const isShort = body.length <= 5 && first !== 'to' && !(isOwn && last === 'by')
  return isShort && startsAsPredicate && isFirm ? { severity: 'warning', preposition: last } : undefined
}

function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word) || /ly$/.test(word)
}

/**
 * “China accused the Chinese government of”, “between Torvia and the Torvian government”: what a country does to its own
 * government. Places and peoples meet their governments all the time, so the country must be the one that acts.
 */
export function judgeGovernment(middle: readonly string[], before: readonly string[], following: Following, other: Party): Judged | undefined {
  const plain = middle.filter((word) => word !== 'the')
  const last = plain.at(-1)
  if (last === undefined || other.possessive) return undefined
  if (plain.length === 1 && last === 'and' && before.includes('between')) return { severity: 'warning', pair: true, text: 'between … and' }
  const opener = before.findLast((word) => word !== 'the')
  const acts = opener === undefined || CLAUSE_OPENERS.has(opener) || DAYS.includes(opener) || /^(?:said|says|\d+)$/.test(opener)
  if (!acts) return undefined
  const tied = judgeChain(middle, following, other)
  if (tied && /^(?:with|against)$/.test(tied.preposition ?? '') && plain.length > 1) return { ...tied, severity: 'warning' }
  if (!GOVERNMENT_VERBS.has(last) || !plain.slice(0, -1).every(isAuxiliary)) return undefined
  return following === '' || CLOSING.has(following) || OBJECT_FOLLOWS.has(following) ? { severity: 'warning' } : undefined
}
