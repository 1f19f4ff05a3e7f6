/** The closed classes of words that structures are told by; their words stand in word-classes.yml. */
import { MONTHS, WEEKDAYS, wordSet } from '#rule'
import classes from './word-classes.generated.ts'

export const DAYS: ReadonlySet<string> = new Set([...WEEKDAYS, ...MONTHS].map((day) => day.toLowerCase()))
export const PREPOSITIONS = wordSet(classes.prepositions)
export const PLACE_PREPOSITIONS = wordSet(classes.placePrepositions)
export const CLAUSE_OPENERS = wordSet(classes.clauseOpeners)
export const COPULAS = wordSet(classes.copulas)
export const BECOMES = wordSet(classes.becomes)
export const IDIOMS = wordSet(classes.idioms)
export const SAYINGS = wordSet(classes.sayings)
export const PRONOUNS = wordSet(classes.pronouns)
export const DETERMINERS = wordSet(classes.determiners)
export const CONJUNCTIONS = wordSet(classes.conjunctions)
export const AUXILIARIES = wordSet(classes.auxiliaries)
export const CLOSING = wordSet(classes.closing)
export const FINITE = wordSet(classes.finite)
export const GOVERNMENT_VERBS = wordSet(classes.governmentVerbs)
export const FIRMS = wordSet(classes.firms)
export const NOT_NAMES = wordSet(classes.notNames)
