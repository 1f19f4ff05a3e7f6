/** What a note of the desk is, and what the files that look for notes share. */
import type { Severity } from '#rule'
import data from './notes.generated.ts'

/** The groups of notes; an option switches each off. */
export const GROUPS = ['to-come', 'placeholders', 'queries', 'wire', 'end-marks'] as const

/** A group of notes. */
export type Group = (typeof GROUPS)[number]

/** A note of the desk in the copy. */
export interface Note {
  readonly start: number
  readonly end: number
  readonly group: Group
  readonly severity: Severity
  /** What it is to the desk, after “is”: “a mark for words to come”. */
  readonly what: string
  /**
   * What to do about it: something is missing · a question is open · something is to be done · words are to be deleted.
   */
  readonly remedy: 'fill' | 'answer' | 'obey' | 'delete'
  /** Whether nothing is lost with it: “(MORE)” says nothing to anybody but the next editor. */
  readonly empty?: boolean
}

/** What a kind of note is, and what to do about it. */
export type NoteKind = Pick<Note, 'group' | 'what' | 'remedy' | 'empty'>

const kinds = data.kinds as Readonly<Record<string, NoteKind>>

/** A kind of note by its name in notes.yml. */
export function kindOf(name: string): NoteKind {
  return kinds[name]!
}

// “Editor's note to self” is not meant for them.
const FOR_READERS = new RegExp(
  [
    "^(?:(?:the )?editor(?:[’']?s|s[’'])? note(?! (?:to|for) )",
    "ed(?:itor)?[’']?s?\\.? note: ?(?:this|the|an? )",
    'correction|clarification|update)\\b',
  ].join('|'),
  'i',
)

/** Whether a note is one that readers are meant to see: “Editor’s note: This story has been updated”. */
export function isForReaders(note: string): boolean {
  return FOR_READERS.test(note)
}

/** Whether the stretch from `start` to `end` stands in quotation marks by itself: “TK” is spoken of. */
export function isQuotedAlone(text: string, start: number, end: number): boolean {
  return /["“‘'«]/.test(text[start - 1] ?? '') && /^[.,;:!?]?["”’'»]/.test(text.slice(end, end + 2))
}

/** Whether letters are short for the words before them: “Congressional Quarterly (CQ)”. */
export function isAcronymOf(before: string, letters: string): boolean {
  const words = before.slice(-120).match(/[A-Za-z\u00C0-\u024F]+(?=[^A-Za-z\u00C0-\u024F]*)/g) ?? []
  const initials = words
    .filter((word) => !/^(?:of|the|and|for|in|de|la)$/.test(word))
    .slice(-letters.length)
    .map((word) => word[0]!)
  if (initials.join('').toUpperCase() === letters.toUpperCase()) return true
  // “Turkey (TK)”, “Tokelau (TK)”, “Moresby (MORE)”: letters of the one name before them.
  const last = words.at(-1) ?? ''
  // “a space (SP)”
  if (letters === letters.toUpperCase() && last.startsWith(letters.toLowerCase())) return true
  return /^[A-Z]/.test(last) && isSubsequence(letters.toLowerCase(), last.toLowerCase())
}

function isSubsequence(letters: string, word: string): boolean {
  let at = 0
  for (const letter of word) if (letter === letters[at]) at++
  return at === letters.length && word[0] === letters[0]
}
