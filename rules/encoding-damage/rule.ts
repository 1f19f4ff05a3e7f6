/** Characters that came out wrong on the way from one system to another: “donâ€™t”, “AT&amp;T”, “Garc�a”, “don?t”. */
import { defineRule, span, type Grade, type Severity, type Suggestion } from '#rule'
import type { DamageKind } from './damage.ts'
import { damagedPlaces, type Place } from './places.ts'
import { advice, lost, subject, titleOf, type Said } from './wording.ts'

export default defineRule({
  id: 'encoding-damage',
  summary: 'A character came out wrong on its way from one system to another, as in “donâ€™t” or “AT&amp;T”.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.2.0',
  quotations: 'check',
  messages: {
    encoding: (said: Said) => `${subject(said, 'is', 'are')} in the wrong encoding${advice(said)}`,
    entity: (said: Said) => `${subject(said, 'is', 'are')} written in the code of a web page${advice(said)}`,
    escape: (said: Said) => `${subject(said, 'is', 'are')} written in the code of a program${advice(said)}`,
    lost: (said: Said) => `${lost(said)}${advice(said)}`,
  },
  *check({ story, find }) {
    for (const [key, places] of groupsOf(damagedPlaces(story))) {
      const [head, ...others] = places as [Place, ...Place[]]
      const [kind, severity, grade] = key.split(' ') as [DamageKind, Severity, Grade]
      const words = story.text.slice(head.start, head.end)
      yield find(kind, {
        at: span(head.start, head.end),
        severity,
        words,
        more: others.length,
        repaired: repaired(words, head),
        related: others.map(({ start, end }) => ({ at: span(start, end), note: 'damaged, too' })),
        suggestions: suggestionsOf(grade, places, (place) => repaired(story.text.slice(place.start, place.end), place)),
      })
    }
  },
})

/** Places that were damaged in one way are one fact; those that can be mended as surely, so that a fix mends a finding whole. */
function groupsOf(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const worst = place.damages.find(({ severity = 'error' }) => severity === 'error') ?? place.damages[0]!
    const key = `${worst.kind} ${worst.severity ?? 'error'} ${gradeOf(place)}`
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  return groups
}

/** The words of a place with all of its damages mended; nothing where one can't be. */
function repaired(words: string, { start, damages }: Place): string | undefined {
  let text = ''
  let from = 0
  for (const damage of damages) {
    if (damage.repair === undefined) return undefined
    text += words.slice(from, damage.start - start) + damage.repair
    from = damage.end - start
  }
  return text + words.slice(from)
}

/** What decoding tells is safe, what the words around tell is not. */
function gradeOf({ damages }: Place): Grade {
  if (damages.every(({ certain }) => certain)) return 'safe'
  const isLikely = damages.every(({ kind, severity, repair }) => kind !== 'lost' && severity === undefined && repair !== undefined)
  return isLikely ? 'likely' : 'idea'
}

function suggestionsOf(grade: Grade, places: readonly Place[], mend: (place: Place) => string | undefined): readonly Suggestion[] {
  const edits = places.flatMap((place) => {
    const text = mend(place)
    return text === undefined ? [] : [{ at: span(place.start, place.end), text }]
  })
  return edits.length === 0 ? [] : [{ title: titleOf(edits[0]!.text, edits.length), grade, edits }]
}
