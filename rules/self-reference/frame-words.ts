/** The closed classes of words that frames are made of; the long ones stand in frames.yml. */
import { WEEKDAYS, wordSet } from '#rule'
import frames from './frames.generated.ts'

export const DAYS = WEEKDAYS.map((day) => day.toLowerCase())
export const PREPOSITIONS = wordSet(frames.prepositions)
export const LOOSE_PREPOSITIONS = wordSet(frames.loosePrepositions)
export const VERBS = wordSet(frames.verbs)
export const GOVERNMENT_VERBS = wordSet(frames.governmentVerbs)
export const AUXILIARIES = wordSet([...frames.auxiliaries, 'on', ...DAYS])
export const PAIR_NOUNS = wordSet(frames.pairNouns)
export const TYING_NOUNS = wordSet(frames.tyingNouns)
export const TYING_VERBS = wordSet(frames.tyingVerbs)
export const CHAIN_PREPOSITIONS = wordSet(frames.chainPrepositions)
export const CLOSING = wordSet([...frames.closing, ...DAYS])
export const FINITE = wordSet(frames.finite)
export const FIRMS = wordSet(frames.firms)
// “Smith told Smith the plan was dead”: behind a verb’s object the rest of the clause begins.
export const OBJECT_FOLLOWS = wordSet('the a an he she it they we his her its their one two three more all what whether how why')
// A verb in the plural takes both names for its subject: “cities like Chicago and Chicago have”.
export const PLURAL = wordSet('are were have')
// Words that open a clause, whose subject comes next: “as Bush and Bush pushed”.
export const CLAUSE_OPENERS = wordSet('as when while that but if since after before because although though whether where until unless and so')
export const NOT_NAMES = wordSet(frames.notNames)

export const SUBORDINATING = wordSet(`
  and or but nor that which who whose whom what where when while if because as since after before until unless although though whether so how why he she we i you there this these those`)
