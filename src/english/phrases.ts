/**
 * Phrases worded in a notation that an editor can write, and where a text has them: of a page's furniture, of the desk's
 * notes, of a house's style.
 */
import { Automaton } from './phrases/automaton.ts'
import { Classes, edgeKeys, readTemplate } from './phrases/notation.ts'
import { TextTokens, textKeys } from './phrases/text-tokens.ts'
import type { Token, Tokens } from './phrases/token.ts'
import { Vocabulary } from './phrases/vocabulary.ts'

export { Automaton } from './phrases/automaton.ts'
export { LineTokens, lineKeys } from './phrases/line-tokens.ts'
export { Classes, edgeKeys, readTemplate } from './phrases/notation.ts'
export type { Token } from './phrases/token.ts'

/** Phrases of one kind: templates, one a line. */
export interface PhraseGroup {
  readonly lines: string
  /** `exact`: in small letters and capitals as written; elsewhere case makes no difference. */
  readonly case?: string | undefined
}

/** A phrase in running text. */
export interface FoundPhrase {
  /** The index of its group. */
  readonly group: number
  /** Offsets into the text. */
  readonly start: number
  readonly end: number
}

/** States of the automaton in which templates start: all, and by the keys that they can begin with. */
interface Starts {
  readonly all: number[]
  readonly byFirst: Map<string, number[]>
  /** Templates that can begin with any word. */
  readonly open: string[]
}

// What runs on costs no more than this at each word.
const LONGEST_PHRASE = 60

/** Groups of phrases; their templates are read when a text is first asked for one that it may have. */
export class Phrases {
  readonly #groups: readonly PhraseGroup[]
  readonly #classes: Readonly<Record<string, string>>
  readonly #automaton = new Automaton()
  #vocabulary: Vocabulary | undefined
  #starts: { readonly small: Starts; readonly exact: Starts } | undefined

  /** @param classes The classes that the templates name, by name; each is a template itself. */
  constructor(groups: readonly PhraseGroup[], classes: Readonly<Record<string, string>> = {}) {
    this.#groups = groups
    this.#classes = classes
  }

  /** Whether a text holds a word of the templates; nearly all that is asked for holds none, and to look is cheap. */
  mayBeIn(text: string): boolean {
    const lines = this.#groups.map((group) => group.lines)
    return (this.#vocabulary ??= new Vocabulary(lines, this.#classes)).isIn(text)
  }

  /**
   * The groups that have a text as a whole, in order.
   * @throws {SyntaxError} for a template that can't be read.
   */
  groupsOf(text: string): readonly number[] {
    const found = new Set<number>()
    for (const [starts, tokens] of this.#readings(text)) {
      for (const match of this.#automaton.run(starts.all, tokens))
        if (tokens.at(match.tokens) === undefined) found.add(match.label)
    }
    return [...found].toSorted((one, other) => one - other)
  }

  /**
   * The phrases in running text, in order of their places: of each group the longest at its first word, then the next one
   * behind it.
   * @throws {SyntaxError} for a template that can't be read, or that can begin with any word.
   */
  *findIn(text: string): Iterable<FoundPhrase> {
    const readings = this.#readings(text)
    for (const [{ open }] of readings)
      if (open.length > 0) throw new SyntaxError(`the template “${open[0]}” can begin with any word of running text`)
    const behind = new Map<number, number>()
    for (let from = 0; readings[0]![1].at(from); from++) {
      for (const [{ byFirst }, tokens] of readings) {
        const first = tokens.at(from)!
        const starts = startsAt(byFirst, first)
        if (starts.length === 0) continue
        const longest = new Map<number, number>()
        for (const { label, tokens: count } of this.#automaton.run(starts, tokensFrom(tokens, from)))
          longest.set(label, Math.max(count, longest.get(label) ?? 0))
        for (const [group, count] of longest) {
          if (from < (behind.get(group) ?? 0)) continue
          behind.set(group, from + count)
          yield { group, start: first.start, end: tokens.at(from + count - 1)!.end }
        }
      }
    }
  }

  /** A text's tokens in small letters and as written, with what can start in each. */
  #readings(text: string): readonly (readonly [Starts, TextTokens])[] {
    const { small, exact } = (this.#starts ??= this.#readTemplates())
    return [
      [small, new TextTokens(text)],
      [exact, new TextTokens(text, true)],
    ]
  }

  #readTemplates(): { readonly small: Starts; readonly exact: Starts } {
    const classes = new Classes(this.#classes, textKeys)
    const none = (): Starts => ({ all: [], byFirst: new Map(), open: [] })
    const starts = { small: none(), exact: none() }
    for (const [label, group] of this.#groups.entries()) {
      const { all, byFirst, open } = group.case === 'exact' ? starts.exact : starts.small
      for (const template of group.lines.trim().split('\n')) {
        const items = readTemplate(template, classes)
        const states = this.#automaton.add(items, label)
        all.push(...states)
        const first = edgeKeys(items, 'first')
        if (!first) open.push(template)
        for (const key of first ?? []) byFirst.set(key, [...(byFirst.get(key) ?? []), ...states])
      }
    }
    return starts
  }
}

const NONE: readonly number[] = []

/** The states that a token can be taken in. */
function startsAt(byFirst: Starts['byFirst'], { key, kind }: Token): readonly number[] {
  const named = byFirst.get(key) ?? NONE
  return kind === 'number' ? [...named, ...(byFirst.get('<number>') ?? NONE)] : named
}

/** The tokens of a phrase that begins at an index, “(FIX ME)”, whatever mark stands before it. */
function tokensFrom(tokens: Tokens, from: number): Tokens {
  const first = { ...tokens.at(from)!, joined: false }
  return { at: (index) => (index === 0 ? first : index < LONGEST_PHRASE ? tokens.at(from + index) : undefined) }
}
