/** Tells pairs of which one may be deleted unseen: words of grammar, where no sound sentence comes near. */
import { around, wordSet, type Span, type Story } from '#rule'
import { takesParticle } from './particle.ts'
import { takes } from './stranded.ts'
import type { Surroundings } from './surroundings.ts'
import words from './words.generated.ts'

// Of what else is never doubled on purpose, one may hide another word, end a clause, or be a name or a noun.
const CERTAIN = wordSet(words.certain)
const PREPOSITIONS = wordSet(
  'of to at by for from with without into onto upon about against between among during through under until',
)
const AUXILIARIES = wordSet('be was were are has have would should could shall does did')
const PRONOUNS = wordSet('he she they we these those their our my your its')
const AFTER_COMMAS = wordSet('and or but nor which because although whether')
const CONJUNCTIONS = wordSet('and or but nor')
// “The words and and or”, “the Polish phrase to to samo”.
const SPEAKS_OF_WORDS =
  /^(?:words?|phrases?|expressions?|sayings?|mottos?|lines?|letters|operators?|gates?|commands?|keys?|flags?|titles?|songs?|prepositions?|conjunctions?|says?)$/
const SUBJECTS = /^(?:they|we|she|he|i|you|it|these|those|this)$/
const PEOPLE = /^(?:they|we|she|he|i|you)$/
// What opens a clause that may end on a verb or a preposition: “all that we have have”.
const CLAUSE_OPENERS = /^(?:what|who|whom|whoever|whatever|how|all|everything|anything|nothing|if|whether)$/
const BE = /^(?:be|is|are|was|were|been|being|am|get|gets|got|getting)$/
const RELATIVES = /^(?:that|which|who|whose|where)$/
const DETERMINERS = /^(?:a|an|the|this|any|no|some|its|his|her|their|our|my|your|another|each|every)$/
// Behind these a preposition may be left behind: “where it is at at the moment”, “all that she put up with with”.
const LEFT_BEHIND =
  /^(?:is|are|was|were|be|been|being|am|it[’']s|he[’']s|she[’']s|up|out|in|on|off|over|down|along|away|back|forward|it|them|him|her|me|us|you)$/
const FIT_FOR_TO = /^(?:is|was|are|were|back|it|them|him|her|me|us|you)$/
// “If he wants to to win”: the verb may be left out.
const BEFORE_INFINITIVES = wordSet(
  'have has had need needs needed want wants wanted able going used supposed meant ought like likes liked unable hope hopes hoped try tries tried '
    + 'refuse refused choose chose chosen forget forgot love loves loved plan plans planned glad happy free ready willing due about not',
)
// “The words to to, by by and of of”: pairs in a list are meant.
const NEAR = 80
const LISTED = /(?<![\p{L}’'])(\p{L}{2,20}) \1(?:,? (?:and|or)|,) (\p{L}{2,20}) \2(?![\p{L}’'])/iu

/** Whether one of two equal words, `word` in lower case, may be deleted without anybody looking. */
export function isCertain(story: Story, at: Span, word: string, place: Surroundings): boolean {
  const { previous, next, followsComma } = place
  if (!CERTAIN.has(word) || next === '' || story.slice(at) !== `${word} ${word}`) return false
  if (followsComma) return AFTER_COMMAS.has(word) && isEnglish(story, next) && standsAlone(story, at)
  if (previous === '' || !isAmongEnglish(story, place) || !standsAlone(story, at) || SPEAKS_OF_WORDS.test(previous))
    return false
  if (PREPOSITIONS.has(word)) return isLonePreposition(word, place)
  if (AUXILIARIES.has(word)) return isLoneAuxiliary(place)
  if (PRONOUNS.has(word))
    return !/^(?:of|make|makes|made|let|give|gave|tell|told|show|showed|as|like|than)$/.test(previous)
  return word !== 'which' && !(CONJUNCTIONS.has(word) && CONJUNCTIONS.has(next))
}

/** Whether a pair stands by itself: in no list of pairs, and in no table. */
function standsAlone(story: Story, at: Span): boolean {
  return story.blockAt(at.start).kind !== 'table-cell' && !LISTED.test(around(story, at).near(NEAR))
}

/** A preposition behind a word that takes none, or that would have to be followed by something else. */
function isLonePreposition(word: string, { before, next }: Surroundings): boolean {
  const [previous = '', determiner = '', antecedent] = before
  const isOpened = before.slice(1).some((one) => CLAUSE_OPENERS.test(one))
  if (/^(?:course|late|now|then|once)$/.test(next)) return false
  // “The friend he wrote to to ask”, “it was spoken about about a year ago”.
  if (PEOPLE.test(determiner) && antecedent !== undefined) return false
  if (BE.test(determiner) && word !== 'by' && !/^[\d$£€]/.test(next) && !LEFT_BEHIND.test(previous)) return false
  const isNoun = DETERMINERS.test(determiner) && !isOpened
  if (!isNoun && (takes(previous, word) || takesParticle(previous, word))) return false
  if (word === 'to' && BEFORE_INFINITIVES.has(previous)) return false
  if (
    word !== 'to'
    && !(word === 'of' && /^\d/.test(next))
    && !isNoun
    && before.slice(1).some((one) => RELATIVES.test(one))
  )
    return false
  if (LEFT_BEHIND.test(previous))
    return !isOpened && (word === 'to' ? FIT_FOR_TO.test(previous) : word === 'of' && previous === 'out')
  return true
}

/** An auxiliary whose subject isn't the end of a clause. */
function isLoneAuxiliary({ before, opensClause }: Surroundings): boolean {
  const [previous = ''] = before
  if (opensClause) return true
  if (/^(?:who|that|which|what|there)$/.test(previous)) return false
  return (
    !before.some((one) => /^(?:those|whose)$/.test(one))
    && !before
      .slice(1)
      .some((one) => CLAUSE_OPENERS.test(one) || (/^(?:where|than|as)$/.test(one) && SUBJECTS.test(previous)))
  )
}

/** Whether the word behind is English, and the one before may be. */
function isAmongEnglish(story: Story, { previous, next }: Surroundings): boolean {
  return !/[^\x00-\x7F’£€]/.test(previous) && next.split('-').every((part) => isEnglish(story, part))
}

/** A common word, a name or a figure; what is none may be of another language, or of none. */
function isEnglish(story: Story, word: string): boolean {
  return (
    /^[A-Z\d$£€]|^a$/.test(word)
    || story.facts.wordEvidence.isOrdinary(word.toLowerCase().replace(/(?:n[’']t|[’'](?:s|re|ve|ll|d|m))$/, ''))
  )
}
