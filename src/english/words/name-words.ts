/** The closed classes of words that news English builds names with: titles, roles, suffixes, heads, links. */
import { wordSet } from './word-set.ts'
import data from './name-words.generated.ts'

/** Days and months: capitalised, but no names. “May” is left out; the story decides it. */
export const CALENDAR = wordSet(data.calendar)

/** Honorifics: what follows is a person. */
export const HONORIFICS = wordSet(data.honorifics)

/** Roles: before a name they are its title (“President Xi Jinping”), alone they are no name (“the Prime Minister”). */
export const ROLES = wordSet(data.roles)

/** Words that stand before a role and belong to it: “Prime Minister”, “acting Deputy Attorney General”. */
export const ROLE_MODIFIERS = wordSet(data.roleModifiers)

/**
 * Roles that are also the first word of a name (“General Motors”, “Queen Mary”): titles only before an uncommon word.
 */
export const AMBIGUOUS_ROLES = wordSet(data.ambiguousRoles)

/** What companies and people carry behind their names. */
export const SUFFIXES = wordSet(data.suffixes)

/** Suffixes that tell a person. */
export const PERSON_SUFFIXES = wordSet(data.personSuffixes)

/** Suffixes that a comma may part from the name: “Alphabet, Inc.”. */
export const COMMA_SUFFIXES = wordSet(data.commaSuffixes)

/** Heads that “of” joins to what follows: “Bank of America”, “Ministry of Commerce”. */
export const HEADS_BEFORE_OF = wordSet(data.headsBeforeOf)

/** Heads that “for” joins: “Centers for Disease Control”, “Center for Strategic Studies”. */
export const HEADS_BEFORE_FOR = wordSet(data.headsBeforeFor)

/** Heads on which “X and Y” ends: “the Food and Drug Administration”. */
export const HEADS_AFTER_AND = wordSet(data.headsAfterAnd)

/** Heads that tell an organisation where a name ends with one. */
export const ORGANISATION_HEADS = wordSet(data.organisationHeads)

/** Peers, whose title takes a place: “Lord Adeyemi of Peckham”. */
export const PEERS = wordSet(data.peers)

/** Firms whose name is a possessive: “McDonald’s” is no McDonald. Keys without the apostrophe’s kind. */
export const POSSESSIVE_FIRMS = wordSet(data.possessiveFirms)

/** Bodies that go by one ordinary word: at the start of a sentence or in a title they are names all the same. */
export const STANDING_NAMES = wordSet(data.standingNames)

/** Names that take a figure: “S&P 500”, “Boeing 737”, “iPhone 17”. */
export const NUMBERED = wordSet(data.numbered)

/** Small words within names of people and places: “Ursula von der Leyen”, “Rio de Janeiro”, “Osama bin Laden”. */
export const LINKS = wordSet(data.links)

/** Ordinary words that open many names: at the start of a sentence, before a capital, they belong to the name. */
export const NAME_OPENERS = wordSet(data.nameOpeners)

/**
 * Possessives that stand within names: “People’s Liberation Army”, “St. John’s University”, “Moody’s Investors
 * Service”.
 */
export const POSSESSIVE_OPENERS = wordSet(data.possessiveOpeners)

/** Trades that end so stand before a company’s name and are no part of it: “Drugmaker Pfizer”. */
export const TRADE = /(?:maker|seller|builder|tech|retailer|startup|start-up|owner)s?$/

/** Words that open a sentence and are hardly ever part of the name behind them. */
export const OUTSIDE_NAMES = wordSet(data.outsideNames)

/** Capitalised words and letters that are no names: roles in letters, units, things. */
export const COMMON_ACRONYMS = wordSet(data.commonAcronyms)
