/** Writes the README's paragraph on what Copydesk misses and how often it is wrong, on copy that it was not made for. */
import type { Rule, Severity } from '#rule'
import type { Figures, MarkedFigures, PublishedFigures, UnseenTally } from '../figures.ts'
import { number } from './words.ts'

// How the marks call what any desk would change (scripts/measure/against).
const ANY_DESK = /^3\b/
const ALARMS: readonly Severity[] = ['error', 'warning']

/** What is missed and what is wrong, a sentence each; what isn't on record is left out. */
export function renderMisses(rules: readonly Rule[], { marked = [], heldOut = {}, unseen = {} }: Figures): string {
  const last = marked.at(-1)
  const strangers = rules.flatMap(({ id }) => (Object.hasOwn(unseen, id) ? (unseen[id]?.heldOut ?? []) : []))
  return [
    ...(last ? errorsFound(last) : []),
    ...(heldOut.published ? alarmsWrong(heldOut.published) : []),
    ...(strangers.length > 0 ? [ownKinds(strangers)] : []),
    'It is no grammar and no fact checker.',
  ]
    .map((sentence) => `- ${sentence}`)
    .join('\n')
}

function errorsFound({ certainties, drafts }: MarkedFigures): readonly string[] {
  const name = Object.keys(certainties).find((certainty) => ANY_DESK.test(certainty))
  if (name === undefined || certainties[name]!.errors === 0) return []
  const { errors, warning } = certainties[name]!
  return [
    `Of 100 errors that any desk would change it finds ${hundred(warning, errors)} (${warning} of ${errors}, in ${drafts} drafts`
      + ' that a reader had marked and rules were mended on); most are of kinds that no rule is for.',
  ]
}

function alarmsWrong({ rules, words }: PublishedFigures): readonly string[] {
  const levels = Object.values(rules).flatMap((figures) => ALARMS.flatMap((level) => figures[level] ?? []))
  const read = levels.filter(({ share }) => share !== null)
  const alarms = read.reduce((sum, one) => sum + one.alarms, 0)
  if (alarms === 0) return []
  const wrong = read.reduce((sum, one) => sum + one.alarms * (1 - one.share!), 0)
  return [
    `${hundred(wrong, alarms)} of 100 alarms are wrong (${Math.round(wrong)} of ${number(alarms)}, in ${number(words)} words of published copy`
      + ' that no rule was tuned on).',
  ]
}

/** What strangers wrote from the rules' pages, of the half that nobody who writes rules has read. */
function ownKinds(tallies: readonly UnseenTally[]): string {
  const sum = (key: keyof UnseenTally): number => tallies.reduce((total, tally) => total + tally[key], 0)
  const [found, faulty, quiet, sound] = [sum('found'), sum('faulty'), sum('quiet'), sum('sound')]
  return (
    `Of 100 errors of its own kinds, written by strangers from the rules’ pages, it finds ${hundred(found, faulty)};`
    + ` of 100 sound drafts of theirs it touches ${hundred(sound - quiet, sound)}.`
  )
}

function hundred(part: number, of: number): number {
  return Math.round((part / of) * 100)
}
