/** One name is written in two ways, and one of them is a slip: “Xaomi” among “Xiaomi”, “Las Cruses” among “Las Cruces”. */
import { defineRule, timesOf, type Grade, type Severity, type Suggestion } from '#rule'
import type { Story } from '#story'
import { readDeskWords, readMoreDeskWords } from './desk-words.ts'
import { isDisowned } from './disowned.ts'
import { collectForms } from './forms.ts'
import { Judge, type Verdict } from './judge.ts'
import { findNeighbours } from './neighbours.ts'

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
          ...usual.places.slice(0, USUAL_SHOWN).map((place) => ({ at: place, note: `here it is “${story.slice(place)}”` })),
        ],
        suggestions: open ? [write(rare, text, 'idea'), write(usual, rare.text, 'idea')] : [write(rare, text, 'likely')],
      }
      if (usual.places.length === 0) yield find('desk', found)
      else if (open) yield find('twoWays', { ...found, times: usual.places.length })
      else yield find('elsewhere', { ...found, times: usual.places.length })
    }
  },
})

/** Every place of a form written as another. */
function write({ places }: Verdict['rare'], text: string, grade: Grade): Suggestion {
  return { title: `Write “${text}”`, grade, edits: places.map((at) => ({ at, text })) }
}

const WEIGHT: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** One verdict a misspelling: the one with the most evidence, where several forms are a slip away. */
function worst(story: Story, judge: Judge, pairs: ReturnType<typeof findNeighbours<Verdict['rare']>>): Iterable<Verdict> {
  const byRare = new Map<string, Verdict>()
  for (const pair of pairs) {
    const verdict = judge.weigh(pair)
    if (!verdict || isDisowned(story, verdict)) continue
    const known = byRare.get(verdict.rare.key)
    if (!known || isStronger(verdict, known)) byRare.set(verdict.rare.key, verdict)
  }
  return byRare.values()
}

function isStronger(one: Verdict, other: Verdict): boolean {
  // “Republcians” is a slip for “Republicans” and not for “Republican”, though that stands more often.
  return (WEIGHT[one.severity] - WEIGHT[other.severity] || other.distance - one.distance || one.usual.places.length - other.usual.places.length) > 0
}
