/** The forms of notes from notes.yml, asked which of them a bracket, a line or a few words have. */
import type { Severity } from '#rule'
import data from './notes.generated.ts'
import { kindOf, type Kind } from './note.ts'
import { sourceOfLines } from './template.ts'
import { Vocabulary } from './vocabulary.ts'

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

/** The templates of one group; the regular expression is made when it is first asked for. */
export class Form {
  readonly data: FormData
  readonly kind: Kind
  #pattern: RegExp | undefined

  constructor(form: FormData) {
    this.data = form
    this.kind = kindOf(form.kind)
  }

  /** How sure it is wherever it stands. */
  get severity(): Severity {
    return this.data.certainty === 'likely' ? 'warning' : 'error'
  }

  /**
   * Whether a plain text, or that text in small letters where case makes no difference, has one of its templates as a
   * whole.
   */
  matches(plain: string, small: string): boolean {
    if (plain.length > (this.data.longest ?? LONGEST)) return false
    this.#pattern ??= new RegExp(`^${sourceOfLines(this.data.lines, data.classes)}$`)
    return this.#pattern.test(this.data.case === 'exact' ? plain : small)
  }
}

/** Several groups of templates for whole texts, in the order of the table. */
export class Forms {
  readonly #forms: readonly Form[]
  #words: Vocabulary | undefined

  constructor(forms: readonly FormData[]) {
    this.#forms = forms.map((form) => new Form(form))
  }

  /** Whether a text holds a word of the templates; nearly all that is asked for holds none. */
  mayHave(text: string): boolean {
    return (this.#words ??= new Vocabulary(
      this.#forms.map((form) => form.data.lines),
      data.classes,
    )).isIn(text)
  }

  /** The first group that has a plain text, among those that `fits` lets through. */
  find(plain: string, fits: (form: Form) => boolean): Form | undefined {
    if (plain.length > LONGEST) return undefined
    const small = plain.toLowerCase()
    return this.#forms.find((form) => fits(form) && form.matches(plain, small))
  }
}
