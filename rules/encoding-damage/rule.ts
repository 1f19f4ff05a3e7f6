/** Characters that came out wrong on the way from one system to another: “donâ€™t”, “AT&amp;T”, “Garc�a”, “don?t”. */
import { defineRule, span, type Grade, type Severity, type Suggestion } from '#rule'
import type { DamageKind } from './damage.ts'
import { damagedPlaces, type Place } from './places.ts'

const LONGEST_QUOTE = 30

export default defineRule({
  id: 'encoding-damage',
  summary: 'A character came out wrong on its way from one system to another, as in “donâ€™t” or “AT&amp;T”.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.2.0',
  quotations: 'check',
  messages: {
    encoding: (said: Said) => `${subject(said)} in the wrong encoding${should(said)}`,
    entity: (said: Said) => `${subject(said)} written in the code of a web page${should(said)}`,
    escape: (said: Said) => `${subject(said)} written in the code of a program${should(said)}`,
    lost: (said: Said) => `${subject(said, 'has', 'have')} lost a character${should(said)}`,
  },
  *check({ story, find }) {
    for (const [key, places] of groupsOf(damagedPlaces(story))) {
      const [head, ...others] = places as [Place, ...Place[]]
      const [kind, severity, grade] = key.split(' ') as [DamageKind, Severity, Grade]
      const words = story.text.slice(head.start, head.end)
      yield find(kind, {
        at: span(head.start, head.end),
        severity,
        words: shortened(shown(words)),
        more: others.length,
        repaired: shortened(repaired(words, head)),
        related: others.map(({ start, end }) => ({ at: span(start, end), note: 'damaged, too' })),
        suggestions: suggestionsOf(grade, places, (place) => repaired(story.text.slice(place.start, place.end), place)),
      })
    }
  },
})

/** What a message says. */
interface Said {
  readonly words: string
  /** How many other places are damaged like it. */
  readonly more: number
  /** What it should read; nothing where nobody can tell. */
  readonly repaired: string | undefined
}

function subject({ words, more }: Said, one = 'is', several = 'are'): string {
  if (more === 0) return `“${words}” ${one}`
  return `“${words}” and ${more === 1 ? 'another place' : `${more} other places`} ${several}`
}

function should({ more, repaired }: Said): string {
  if (repaired === undefined) return more === 0 ? '; look it up in the original' : '; look them up in the original'
  if (repaired === '') return more === 0 ? '; delete it' : '; delete the first'
  return more === 0 ? `; it should read “${repaired}”` : `; the first should read “${repaired}”`
}

/** Places that were damaged in one way are one fact; those that can be mended for certain are apart, so that a fix mends a finding whole. */
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
  return damages.every(({ kind, severity, repair }) => kind !== 'lost' && severity === undefined && repair !== undefined) ? 'likely' : 'idea'
}

function suggestionsOf(grade: Grade, places: readonly Place[], mend: (place: Place) => string | undefined): readonly Suggestion[] {
  const edits = places.flatMap((place) => {
    const text = mend(place)
    return text === undefined ? [] : [{ at: span(place.start, place.end), text }]
  })
  return edits.length === 0 ? [] : [{ title: titleOf(edits[0]!.text, edits.length), grade, edits }]
}

function titleOf(text: string, places: number): string {
  if (places > 1) return `Mend ${places} places`
  return text === '' ? 'Delete it' : `Write “${shortened(text)}”`
}

/** Control characters show nothing; their pictures do. */
function shown(words: string): string {
  return words.replace(/[\x00-\x1F]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0))).replace(/[\x7F-\x9F]/g, '␦')
}

function shortened<Text extends string | undefined>(text: Text): Text {
  return (text === undefined || text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`) as Text
}
