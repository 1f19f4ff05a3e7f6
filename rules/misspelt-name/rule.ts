/**
 * One name is written in two ways, and one of them is a slip: “Xaomi” among “Xiaomi”, “Las Cruses” among “Las Cruces”.
 */
import { byGravity, defineRule, timesOf, type Grade, type Story, type Suggestion } from '#rule'
import { readDeskWords, readMoreDeskWords } from './desk-words.ts'
import { isDisowned } from './disowned.ts'
import { collectForms, type WordForm } from './forms.ts'
import { Judge, type SlipVerdict } from './judge.ts'
import { findNeighbours } from './neighbours.ts'
import { slipsBetween } from './slips.ts'

// So many places of the usual form are enough to compare.
const USUAL_SHOWN = 2

export default defineRule({
  id: 'misspelt-name',
  title: 'A misspelt name',
  summary: 'A name is written in two ways a slip of the key apart, as in “Xaomi” among “Xiaomi”.',
  kind: 'contradiction',
  stage: 'stable',
  severity: 'error',
  since: '0.2.0',
  quotations: 'check',
  messages: {
    elsewhere: ({ rare, usual, times }: { rare: string; usual: string; times: number }) =>
      `“${rare}” is “${usual}” elsewhere in the story (${timesOf(times)}); check the spelling`,
    twoWays: ({ rare, usual, times }: { rare: string; usual: string; times: number }) =>
      `“${rare}” is “${usual}” elsewhere in the story${times === 1 ? '' : ` (${timesOf(times)})`}; one of the two is probably misspelt`,
    desk: ({ rare, usual }: { rare: string; usual: string }) =>
      `“${rare}” is “${usual}” in the desk’s names; check the spelling`,
  },
  *check({ story, find }) {
    const desk = story.desk.as(readDeskWords, readMoreDeskWords)
    const forms = collectForms(story)
    const judge = new Judge(story, desk)
    for (const verdict of worst(story, judge, findNeighbours(forms, desk.shelves))) {
      const { usual, rare, severity, open } = verdict
      const [at, ...again] = rare.places
      const text = usual.text
      const found = {
        at: at!,
        severity,
        rare: rare.text,
        usual: text,
        related: [
          ...again.map((place) => ({ at: place, note: 'the same spelling again' })),
          ...usual.places
            .slice(0, USUAL_SHOWN)
            .map((place) => ({ at: place, note: `here it is “${story.slice(place)}”` })),
        ],
        suggestions: open ? [write(rare, usual, 'idea'), write(usual, rare, 'idea')] : [write(rare, usual, 'likely')],
      }
      if (usual.places.length === 0) yield find('desk', found)
      else if (open) yield find('twoWays', { ...found, times: usual.places.length })
      else yield find('elsewhere', { ...found, times: usual.places.length })
    }
  },
})

/** Every place of a form written as another. */
function write(wrong: WordForm, right: WordForm, grade: Grade): Suggestion {
  const text = inNumberOf(wrong, right)
  return { title: `Write “${text}”`, grade, edits: wrong.places.map((at) => ({ at, text })) }
}

/** A form as a plural or not, as another is: “the Brandvalds” are “Brandvolds”, and no “Brandvold”. */
function inNumberOf(wrong: WordForm, right: WordForm): string {
  const areNear = (one: string, other: string): boolean => slipsBetween(one, other, 1) <= 1
  if (areNear(wrong.key, right.key)) return right.text
  if (wrong.key.endsWith('s') && areNear(wrong.key.slice(0, -1), right.key)) return `${right.text}s`
  if (right.key.endsWith('s') && areNear(wrong.key, right.key.slice(0, -1))) return right.text.slice(0, -1)
  return right.text
}

/** One verdict a misspelling: the one with the most evidence, where several forms are a slip away. */
function worst(story: Story, judge: Judge, pairs: ReturnType<typeof findNeighbours<WordForm>>): Iterable<SlipVerdict> {
  const byRare = new Map<string, SlipVerdict>()
  for (const pair of pairs) {
    const verdict = judge.weigh(pair)
    if (!verdict || isDisowned(story, verdict)) continue
    const known = byRare.get(verdict.rare.key)
    if (!known || isStronger(verdict, known)) byRare.set(verdict.rare.key, verdict)
  }
  return byRare.values()
}

function isStronger(one: SlipVerdict, other: SlipVerdict): boolean {
  // “Republcians” is a slip for “Republicans” and not for “Republican”, though that stands more often.
  return (
    (byGravity(other.severity, one.severity)
      || other.distance - one.distance
      || one.usual.places.length - other.usual.places.length) > 0
  )
}
