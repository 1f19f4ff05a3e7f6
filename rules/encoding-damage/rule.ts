/** Characters that came out wrong on the way from one system to another: “donâ€™t”, “AT&amp;T”, “Garc�a”, “don?t”. */
import {
  byGravity,
  defineRule,
  span,
  type FindingPlace,
  type Grade,
  type Severity,
  type Story,
  type Suggestion,
} from '#rule'
import { lostApostrophes, type LostApostrophes } from './apostrophes.ts'
import type { DamageKind } from './damage.ts'
import { damagedPlaces, type DamagedPlace } from './places.ts'
import { coded, control, doubtful, isInvisible, lost, owner, titleOf, told, type Said } from './wording.ts'

export default defineRule({
  id: 'encoding-damage',
  title: 'Garbled characters',
  summary: 'A character came out wrong on its way from one system to another, as in “donâ€™t” or “AT&amp;T”.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.2.0',
  quotations: 'check',
  messages: {
    encoding: (said: Said) => (isInvisible(said.words) ? control(said) : told('Garbled characters', said)),
    entity: (said: Said) => told('HTML code in copy', said),
    coded,
    tag: (said: Said) => told('HTML tag in copy', { ...said, repaired: '' }),
    escape: (said: Said) => told('Program code in copy', said),
    lost,
    doubtful,
    apostrophes: (said: Said) => told(said.more === 0 ? 'An apostrophe is lost' : 'Apostrophes are lost', said),
    owner,
  },
  *check({ story, find }) {
    for (const [key, places] of groupsOf(story)) {
      const [head, ...others] = places as [DamagedPlace, ...DamagedPlace[]]
      const [kind, severity, grade] = key.split(' ') as [DamageKind, Severity, Grade]
      const words = story.text.slice(head.start, head.end)
      yield find(messageOf(kind, severity), {
        at: span(head.start, head.end),
        severity,
        words,
        more: others.length,
        repaired: head.repair,
        related: others.map(({ start, end }) => ({ at: span(start, end), note: 'damaged, too' })),
        suggestions: suggestionsOf(kind, grade, places),
      })
    }
    const apostrophes = lostApostrophes(story)
    if (apostrophes) yield find(apostrophes.places[0].isSure ? 'apostrophes' : 'owner', findingOf(story, apostrophes))
  },
})

/** How a kind of damage is told: a code that a page may decode, and a mark that may be meant, are no facts. */
function messageOf(kind: DamageKind, severity: Severity): DamageKind | 'coded' | 'doubtful' {
  if (kind === 'entity' && severity === 'info') return 'coded'
  return kind === 'lost' && severity !== 'error' ? 'doubtful' : kind
}

/** One fact of a story: its apostrophes are gone. */
function findingOf(story: Story, { places: [head, ...others], severity }: LostApostrophes): FindingPlace & Said {
  const mended = [head, ...others].filter(({ isSure }) => isSure)
  return {
    at: span(head.start, head.end),
    severity,
    words: story.slice(head),
    more: others.length,
    repaired: head.repair,
    related: others.map(({ start, end }) => ({ at: span(start, end), note: 'an apostrophe is lost here, too' })),
    suggestions:
      mended.length === 0
        ? []
        : [
            {
              title: titleOf(head.repair, mended.length),
              grade: 'likely',
              edits: mended.map(({ start, end, repair }) => ({ at: span(start, end), text: repair })),
            },
          ],
  }
}

/**
 * Places that were damaged in one way are one fact; those that can be mended as surely, so that a fix mends a finding
 * whole.
 */
function groupsOf(story: Story): ReadonlyMap<string, readonly DamagedPlace[]> {
  const groups = new Map<string, DamagedPlace[]>()
  const places = damagedPlaces(story)
  const foreign = new Set(places.filter((place) => !isOwn(story, place)).flatMap((place) => quotationsOf(story, place)))
  for (const place of places) {
    const worst = place.damages.toSorted((one, other) =>
      byGravity(one.severity ?? 'error', other.severity ?? 'error'),
    )[0]!
    const isQuoted = !isOwn(story, place) || quotationsOf(story, place).some((one) => foreign.has(one))
    const key = `${worst.kind} ${worst.severity ?? 'error'} ${gradeOf(place)}${isQuoted ? ' quoted' : ''}`
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  return groups
}

/**
 * The quotations that a place's edits stand in, or whose marks they mend: “&#8220;that&#8217;s it&#8221;” is mended as
 * a whole or not at all.
 */
function quotationsOf({ facts: { ownCopy } }: Story, { edits }: DamagedPlace): readonly number[] {
  return edits.flatMap(({ at }) => ownCopy.quotationAt(at)?.start ?? [])
}

/** Whether what is safe may be mended unseen, which nothing may be inside quotations. */
function isOwn(story: Story, place: DamagedPlace): boolean {
  return !place.certain || place.edits.every(({ at }) => story.facts.ownCopy.holds(at))
}

/** What decoding tells is safe, what the words around tell is not. */
function gradeOf({ damages, certain, repair }: DamagedPlace): Grade {
  if (certain) return 'safe'
  return repair !== undefined && damages.every(({ kind, severity }) => kind !== 'lost' && severity === undefined)
    ? 'likely'
    : 'idea'
}

function suggestionsOf(kind: DamageKind, grade: Grade, places: readonly DamagedPlace[]): readonly Suggestion[] {
  const mended = places.filter(({ repair }) => repair !== undefined)
  if (mended.length === 0) return []
  return [
    {
      title: titleOf(kind === 'tag' ? '' : mended[0]!.repair!, mended.length),
      grade,
      edits: mended.flatMap(({ edits }) => edits),
    },
  ]
}
