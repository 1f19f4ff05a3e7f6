/**
 * Tells whether a clause has a place that its object has moved away from: “the prize that she fought for”, “it was
 * dealt with”.
 */
import { wordSet } from '#rule'

const BE = /^(?:be|is|are|was|were|been|being|am|get|gets|got|gotten|getting|[’']s|it[’']s|that[’']s|he[’']s|she[’']s)$/
const PARTICIPLE = /(?:ed|en|t|n|d)$/
const RELATIVES = /^(?:that|which|who|whom|what|whatever|whoever)$/
// “Everything they hoped for”, “all she lived for”.
const ANTECEDENTS = /^(?:everything|anything|something|nothing|everyone|anyone|someone|all)$/
const SUBJECTS =
  /^(?:i|you|he|she|it|we|they|i[’'](?:m|ve|d|ll)|(?:you|we|they)[’'](?:re|ve|d|ll)|(?:he|she|it)[’'](?:s|d|ll))$/
const AUXILIARIES = wordSet(
  'am is are was were be been being has have had do does did will would shall should can could may might must to not also now just already only never ever always still',
)
// Behind these a pronoun is the subject of a clause that is whole: “when she waited for the bus”, “he said they waited
// for it”.
const CLAUSE_OPENERS = wordSet(
  'and or but nor because as than if though although while when whenever until till unless since before after once whether so yet then that how why where '
    + 'said says say saying told tells tell think thinks thought believe believes believed know knows knew hope hopes hoped feel feels felt add adds added argue argues argued '
    + 'claim claims claimed insist insists insisted show shows find finds found see sees saw warn warns mean means meant report reports reported suggest suggests suggested fact news idea view fear evidence sign belief rumour '
    + 'warning statement clear sure certain likely possible confident aware afraid glad maybe perhaps now today yesterday here there',
)
// “Someone to wait for”, “hard to work with”, “a bus to wait for”.
const FIT_FOR_INFINITIVE = /^(?:\p{L}+(?:one|body|thing)|hard|easy|difficult|ready|people|reason|much)$/u
const DETERMINERS = wordSet('a an the no any')
const STARTS_SUBJECT = /^(?:the|an?|his|her|its|their|our|my|your|mr|mrs|ms)$/
const LONG = 7

/**
 * Whether a verb is passive, so that what its preposition governs is the subject: “it was dealt with”; `before` has the
 * nearest word first.
 */
export function isPassive([verb = '', ...rest]: readonly string[]): boolean {
  return PARTICIPLE.test(verb) && rest.slice(0, 3).some((one) => BE.test(one))
}

/**
 * Whether a clause that ends on a verb and its preposition has its object further up: “what they fought for”,
 * “something to wait for”.
 */
export function hasAntecedent([, ...rest]: readonly string[]): boolean {
  const near = rest.slice(0, LONG)
  if (near.some((one, index) => (RELATIVES.test(one) || ANTECEDENTS.test(one)) && isObject(near, index))) return true
  if (rest[0] === 'to' && rest[1] !== undefined && (FIT_FOR_INFINITIVE.test(rest[1]) || DETERMINERS.has(rest[2] ?? '')))
    return true
  const subject = rest.findIndex((one) => !isAuxiliary(one))
  if (subject === -1 || !SUBJECTS.test(rest[subject]!)) return false
  const antecedent = rest[subject + 1]
  return antecedent !== undefined && !CLAUSE_OPENERS.has(antecedent) && !isAuxiliary(antecedent)
}

/** “Where it was at at noon”, “the mood that she was in in May”: forms of “be” that leave a preposition behind. */
export function isBe(word: string): boolean {
  return BE.test(word)
}

/**
 * Whether a relative pronoun is no subject, as in “those who waited for”, and opens no report, as in “said that they
 * waited for”.
 */
function isObject(words: readonly string[], index: number): boolean {
  if (words.slice(0, index).every(isAuxiliary)) return false
  // “All of the evidence cited in the report” moves nothing.
  if (words[index - 1] === 'of') return false
  // “Those who tend to hark on about it”: mostly a subject itself.
  if (/^who/.test(words[index]!))
    return (
      SUBJECTS.test(words[index - 1]!) || STARTS_SUBJECT.test(words[index - 1]!) || AUXILIARIES.has(words[index - 1]!)
    )
  const antecedent = words[index + 1] ?? ''
  return (
    words[index] !== 'that' || !(antecedent === '' || CLAUSE_OPENERS.has(antecedent) || /(?:ed|ly)$/.test(antecedent))
  )
}

/** An auxiliary or an adverb: “has previously been”. */
function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word) || word.endsWith('ly')
}
