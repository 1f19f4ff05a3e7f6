/** Whether a story tells which of two spellings is the slip, or only that one of them is. */
import { around, type Story } from '#rule'
import type { WordForm, WordPlace } from './forms.ts'

// So many places tell how a form is used.
const MOST_ASKED = 12
// At the start of a sentence any word has a capital, and a title there is part of no mention.
const TITLE_BEFORE = new RegExp(
  `(?:^|[\\s“"‘'(])(${[
    'Mr|Mrs|Ms|Miss|Madame?|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|President|Chancellor|Premier|Minister|Secretary|Senator|Sen|Rep|Governor|Gov',
    'Mayor|Councillor|Judge|Justice|Ambassador|General|Gen|Colonel|Col|Major|Maj|Captain|Capt|Lieutenant|Lt|Sergeant|Sgt|Admiral|Inspector|Officer|Coach',
    'King|Queen|Prince|Princess|Bishop|Father|Sister|Rev',
  ].join('|')})\\.?\\s$`,
)

// From so many places against one on, a word that everybody knows is right, whatever stands before the other.
const OVERWHELMING = 6

/** What is asked of two spellings. */
interface DirectionQuestion {
  readonly usual: WordForm
  readonly rare: WordForm
  /** Whether the usual one is a word or a name that everybody knows, and the other is none. */
  readonly plain: boolean
  /** Whether a word beside a name tells whose it is. */
  readonly tells: (word: string) => boolean
}

/**
 * Whether either spelling may be the slip. The commoner one is not always right: it is often the short form that was
 * copied on, where the other has the first name, the title or the first mention and was looked up.
 */
export function isOpen(story: Story, { usual, rare, plain, tells }: DirectionQuestion): boolean {
  const few = rare.places.length
  const many = usual.places.length
  if (plain && many >= OVERWHELMING * few) return false
  const before = namesBefore(story, usual, tells)
  if ([...namesBefore(story, rare, tells)].some((word) => !before.has(word))) return true
  if (plain) return false
  return many < 2 * few || firstInBody(story, rare.places) < firstInBody(story, usual.places)
}

/** The first names and titles that a form stands behind. */
function namesBefore(story: Story, { places, lefts }: WordForm, tells: (word: string) => boolean): ReadonlySet<string> {
  const titles = places
    .slice(0, MOST_ASKED)
    .flatMap(({ start, mention }) =>
      start > mention.start ? [] : (mention.title ?? TITLE_BEFORE.exec(around(story, start).before())?.[1] ?? []),
    )
  return new Set([...titles, ...[...lefts].filter(tells)])
}

/** Where a word first stands below the headlines, which name people without their first names. */
export function firstInBody(story: Story, places: readonly WordPlace[]): number {
  const { layout, sentences } = story.facts
  return (
    places.find(({ mention }) => !layout.isHeading(story.blocks[sentences.block(mention.sentence)]!))?.start ?? Infinity
  )
}
