/** Notes of the desk that were left in the copy: “TK”, “[insert quote]”, “(MORE)”, “lorem ipsum”, “PLS CHECK”. */
import { contains, defineRule, overlaps, shortened, span, type Block, type Story, type Suggestion } from '#rule'
import { findBlanks } from './blanks.ts'
import { findBracketed } from './brackets.ts'
import { findCrosses } from './crosses.ts'
import { findFiller } from './filler.ts'
import { findLines } from './lines.ts'
import { GROUPS, kindOf, type Note } from './note.ts'
import { findOrders } from './orders.ts'
import { findToCome } from './to-come.ts'

const LONGEST_QUOTE = 40
const NOTE = kindOf('note').what

export default defineRule({
  id: 'leftover-note',
  title: 'A note of the desk',
  summary: 'A note of the desk stands in the copy, as in “advanced TK%” or “[insert quote]”.',
  kind: 'leftover',
  stage: 'stable',
  severity: 'error',
  since: '0.2.0',
  quotations: 'check',
  options: {
    groups: { type: 'strings', choices: GROUPS, default: GROUPS, description: 'The groups of notes to look for.' },
    allow: {
      type: 'strings',
      default: [],
      description:
        'Notes and lines that the desk prints on purpose; case and the marks around them make no difference.',
    },
  },
  messages: {
    fill: ({ words, what }: NoteWords) => `“${words}” is ${what}; put in what belongs there`,
    answer: ({ words, what }: NoteWords) => `“${words}” is ${what}; answer it, then take it out`,
    obey: ({ words, what }: NoteWords) => `“${words}” is ${what}; see to it, then take it out`,
    delete: ({ words, what }: NoteWords) => `“${words}” is ${what}; delete it`,
    likelyFill: ({ words, what }: NoteWords) => `“${words}” looks like ${what}; put in what belongs there`,
    likelyAnswer: ({ words, what }: NoteWords) => `“${words}” looks like ${what}; answer it, then take it out`,
    likelyObey: ({ words, what }: NoteWords) => `“${words}” looks like ${what}; see to it, then take it out`,
    likelyDelete: ({ words, what }: NoteWords) => `“${words}” looks like ${what}; delete it unless it belongs here`,
  },
  *check({ story, facts, options, find }) {
    const groups = new Set(options.groups.filter((group) => group !== 'end-marks' || !PRINTS_ENDS.has(facts.copyKind)))
    const allowed = new Set(options.allow.map(bare))
    for (const notes of groupsOf(story, notesOf(story))) {
      const [first, ...others] = notes as [Note, ...Note[]]
      const words = story.text.slice(first.start, first.end)
      const note = told(first, words)
      if (!groups.has(note.group) || allowed.has(bare(words))) continue
      const place = {
        at: span(note.start, note.end),
        severity: note.severity,
        words: shortened(words.trim(), LONGEST_QUOTE),
        what: note.what,
        related: others.map(({ start, end }) => ({ at: span(start, end), note: 'the same' })),
        suggestions: note.remedy === 'delete' ? suggestionsOf(story, notes) : [],
      }
      yield find(note.severity === 'error' ? note.remedy : LIKELY[note.remedy], place)
    }
  },
})

// In a press release end marks are right, and a reader may end a letter with one.
const PRINTS_ENDS: ReadonlySet<string> = new Set(['press-release', 'letters'])

const LIKELY = { fill: 'likelyFill', answer: 'likelyAnswer', obey: 'likelyObey', delete: 'likelyDelete' } as const

// “Ed: do we have a second source?”, “Note to desk: quote still to be confirmed”: to delete it answers nothing.
const OPEN =
  /\?|\b(?:check|confirm|verify|clarify|ask|query|waiting|awaiting|pending|still to (?:be|come)|needs?|needed)\b/i

/** A note as it is to be told: one that asks something is answered before it goes. */
function told(note: Note, words: string): Note {
  return note.group === 'queries' && note.remedy === 'delete' && note.what === NOTE && OPEN.test(words)
    ? { ...note, remedy: 'answer' }
    : note
}

interface NoteWords {
  readonly words: string
  readonly what: string
}

/** The notes in a story's copy, in order; of two that overlap the longer stays. */
function notesOf(story: Story): readonly Note[] {
  const all = [
    ...findLines(story),
    ...findBracketed(story),
    ...findToCome(story),
    ...findCrosses(story.text),
    ...findBlanks(story),
    ...findFiller(story.text),
    ...findOrders(story),
  ].filter((note) => isInCopy(story, note))
  all.sort((one, other) => one.start - other.start || other.end - one.end)
  const kept: Note[] = []
  for (const note of all) {
    const last = kept.at(-1)
    if (last && overlaps(span(last.start, last.end), span(note.start, note.end))) continue
    kept.push(note)
  }
  return kept
}

/** Code and fields that no reader sees are no copy; a note crosses no block. */
function isInCopy(story: Story, { start, end }: Note): boolean {
  const block = story.blockAt(start)
  const role = story.facts.layout.roleOf(block)
  return role !== 'code' && role !== 'field' && contains(block, span(start, end))
}

/** A line that says nothing and stands in several places is one fact; what is missing is missing in each place. */
function groupsOf(story: Story, notes: readonly Note[]): readonly (readonly Note[])[] {
  const groups = new Map<string, Note[]>()
  for (const note of notes) {
    const key = note.empty ? `${note.severity} ${story.text.slice(note.start, note.end)}` : String(note.start)
    const group = groups.get(key)
    if (group) group.push(note)
    else groups.set(key, [note])
  }
  return [...groups.values()]
}

function suggestionsOf(story: Story, notes: readonly Note[]): readonly Suggestion[] {
  const [first] = notes as readonly [Note, ...Note[]]
  const blocks = notes.map(({ start }) => story.blockAt(start))
  const wholes = notes.map((note, index) => isWhole(note, blocks[index]!))
  // Never safe: “-30-” may be a letter’s, and “ENDS” a headline’s.
  const grade = first.severity === 'warning' ? 'idea' : 'likely'
  const noun = wholes.every(Boolean) ? 'line' : 'note'
  return [
    {
      title: `Delete the ${noun}${notes.length > 1 ? 's' : ''}`,
      grade,
      edits: notes.map((note, index) => ({
        at: wholes[index] ? span(note.start, note.end) : withSpace(story, note, blocks[index]!),
        text: '',
      })),
    },
  ]
}

const isWhole = (note: Note, block: Block): boolean => note.start === block.start && note.end === block.end

/** A note with the space that parts it from the words before it, or from those behind it at the head of a paragraph. */
function withSpace({ text }: Story, { start, end }: Note, block: Block): ReturnType<typeof span> {
  if (start > block.start && text[start - 1] === ' ') return span(start - 1, end)
  return span(start, end < block.end && text[end] === ' ' ? end + 1 : end)
}

/** A text in small letters, without the marks around it. */
function bare(text: string): string {
  const small = text.toLowerCase().replaceAll('’', "'").trim()
  return small.replace(/^[^0-9a-z\u00c0-\u1fff]+/, '').replace(/[^0-9a-z\u00c0-\u1fff]{1,20}$/, '') || small
}
