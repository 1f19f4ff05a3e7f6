/**
 * What stands around a name, and says that it may be sound: quotation marks, a list of people, the credits of a change.
 */
import { around, type Story } from '#rule'
import type { WordForm, WordPlace } from './forms.ts'

// Two more names at commas, none of them with a first name.
const LIST_BEHIND = /^, [A-Z][\p{L}’'-]+, [A-Z][\p{L}’'-]+(?:,|\.| and )/u
const LIST_BEFORE = /[A-Z][\p{L}’'-]+, [A-Z][\p{L}’'-]+, (?:and )?$/u

/** “The family’s name had been ‘Brandvald’”: a word in quotation marks may be spoken of. */
export function isQuotedAlone(story: Story, { places: [place] }: WordForm): boolean {
  return place !== undefined && around(story, place).isSetApart
}

/** “Tait, Voyce, Dowson, Haughton”: a list of people, any two of whom may be a letter apart. */
export function isInList(story: Story, { places: [place] }: WordForm): boolean {
  const near = place && around(story, place)
  return near !== undefined && (LIST_BEHIND.test(near.behind()) || LIST_BEFORE.test(near.before()))
}

const LONGEST_ENTRY = 100
const ENTRY = /^[^:.!?]{1,40}: \p{Lu}[^.:!?]{1,60}$/u

/** “Ward Two: Colm Pedersen”: an entry of a list of people, each with a line and a first name of his own. */
export function isEntryOfList(story: Story, { places: [place] }: WordForm): boolean {
  if (!place) return false
  const { start, end } = story.blockAt(place.start)
  return end - start < LONGEST_ENTRY && ENTRY.test(story.text.slice(start, end))
}

const REPORTS = /^ (?:reports?|reported)(?:[.,;:”"]| that\b|$)/

/**
 * “Fans came to Kyoto all day, Kyodo reports.”: what reports is an outlet, and nothing else in the story that is a
 * letter apart reports anything.
 */
export function isSourceAlone(story: Story, usual: WordForm, rare: WordForm): boolean {
  const reports = (place: WordPlace): boolean => REPORTS.test(around(story, place).behind())
  return (
    rare.places.length > 0
    && rare.places.slice(0, MOST_ASKED).every(reports)
    && !usual.places.slice(0, MOST_ASKED).some(reports)
  )
}

const MOST_ASKED = 12
// In characters: what stands behind a person's name between brackets and says that it is a credit.
const LONGEST_CREDIT = 120
const BRACKET_BEFORE = /\((?:[^()\n]{0,60}[ ,])?$/
const CREDIT_BEHIND = /^[^()\n]{0,60}\)[.,]?(?:\s*$|\s+(?:#\d|\[?https?:|[[(]))/
const MAIL_BEHIND = /^[^<>()@\n]{0,40} [<(]{0,2}[^\s<>()@]{1,60}@/

/**
 * Whether all places of a form are credits in a list of contributors: “fix a leak (João Reis) #12184”, “Marta Okonkwe
 * <marta@norvik.example>”. People sign there as they like, with a handle or half a name, and any two of many may be a
 * letter apart.
 */
export function isOnlyCredited(story: Story, { places }: WordForm): boolean {
  return (
    places.length > 0
    && places.slice(0, MOST_ASKED).every((place) => {
      const { kind } = story.blockAt(place.start)
      if (kind !== 'list-item' && kind !== 'table-cell') return false
      const near = around(story, place)
      const behind = near.behind(LONGEST_CREDIT)
      return MAIL_BEHIND.test(behind) || (BRACKET_BEFORE.test(near.before()) && CREDIT_BEHIND.test(behind))
    })
  )
}

const SAYS = /^,? (?:said|says|told|added|asked)\b/

/** Whether a word names a person somewhere: with a title, or speaking. */
export function isPerson(story: Story, { places }: WordForm): boolean {
  return places
    .slice(0, MOST_ASKED)
    .some((place) => place.mention.title !== undefined || SAYS.test(around(story, place).behind()))
}
