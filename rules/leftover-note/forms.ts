/** The forms of notes from notes.yml, asked which of them a bracket, a line or a few words have. */
import { Phrases, type Severity } from '#rule'
import data from './notes.generated.ts'
import { kindOf, type NoteKind } from './note.ts'

/** A group of templates as the table has it; notes.yml explains the keys. */
export interface FormData {
  readonly kind: string
  readonly lines: string
  readonly certainty?: string | undefined
  readonly case?: string | undefined
  readonly longest?: number | undefined
  readonly round?: string | undefined
  readonly quoted?: string | undefined
  readonly speech?: string | undefined
  readonly dressed?: string | undefined
  readonly place?: string | undefined
}

const LONGEST = 240
// “xxx”, “??”, “$TK”, “t.b.c.”, “M O R E”: what templates hold besides words.
const MARKS = /[?#@$£€^]|xx|t\.b|\b\w \w \w\b/i

/** One group of templates. */
export class NoteForm {
  readonly data: FormData
  readonly kind: NoteKind

  constructor(form: FormData) {
    this.data = form
    this.kind = kindOf(form.kind)
  }

  /** How sure it is wherever it stands. */
  get severity(): Severity {
    return this.data.certainty === 'likely' ? 'warning' : 'error'
  }
}

/** Several groups of templates for whole texts, in the order of the table. */
export class Forms {
  readonly #forms: readonly NoteForm[]
  readonly #phrases: Phrases

  constructor(forms: readonly FormData[]) {
    this.#forms = forms.map((form) => new NoteForm(form))
    this.#phrases = new Phrases(forms, data.classes)
  }

  /** Whether a text holds a word or a mark of the templates; nearly all that is asked for holds none. */
  mayHave(text: string): boolean {
    return MARKS.test(text) || this.#phrases.mayBeIn(text)
  }

  /** The first group that has a text, among those that `fits` lets through. */
  find(text: string, fits: (form: NoteForm) => boolean): NoteForm | undefined {
    if (text.length > LONGEST) return undefined
    return this.#phrases
      .groupsOf(text)
      .map((index) => this.#forms[index]!)
      .find((form) => text.length <= (form.data.longest ?? LONGEST) && fits(form))
  }
}
