/**
 * Matches tokens against many templates at once, in time that grows with the line alone: nothing backtracks.
 */
import type { Item, Keys } from './notation.ts'
import type { Token, Tokens } from './token.ts'

/** A template that matched the first tokens of a line. */
export interface Match {
  /** What was given to `add` with the template. */
  readonly label: number
  /** How many tokens it took. */
  readonly tokens: number
}

interface State {
  /** The keys it takes, or one of the tests below. */
  readonly test: Keys | string
  next: readonly number[]
  readonly label: number
}

// Takes any token of a line · any of a sentence in which nobody speaks · these where nothing joins them to what stands
// before · none, and is passed through · the end of a template · any mark, any number. No key looks like the first six.
const FREE = '<free>'
const ANY = '<any>'
const FIRST_FREE = '<first free>'
const FIRST_ANY = '<first>'
const EMPTY = '<empty>'
const END = '<end>'
const MARK = '<mark>'
const NUMBER = '<number>'
const MOST_WORDS = 5
// “Sign up for our newsletter, the e-mail said”: what somebody says is copy; and a sentence ends.
const ENDS_PHRASE: ReadonlySet<string> = new Set([
  'said',
  'says',
  'told',
  'tells',
  'added',
  'adds',
  'wrote',
  'asked',
  'according',
  '<quote>',
  '<stop>',
  '.',
  '!',
  '?',
  '\n',
])

/** A set of templates as one automaton (Thompson's construction; all its states are followed side by side). */
export class Automaton {
  readonly #states: State[] = []
  readonly #marks: number[] = []
  #mark = 0

  /** Adds a template and gives the states that it starts in. */
  add(template: readonly Item[], label: number): readonly number[] {
    return this.#sequence(template, [this.#state(END, [], label)])
  }

  /** The templates that match a line from its first token on, whole or as its opening words, the shortest first. */
  run(starts: readonly number[], tokens: Tokens): readonly Match[] {
    const matches: Match[] = []
    let current = starts
    for (let index = 0; current.length > 0; index++) {
      const token = tokens.at(index)
      if (!token) break
      const reached: number[] = []
      this.#mark++
      for (const id of current) {
        const { test, next } = this.#states[id]!
        if (takes(test, token)) for (const following of next) this.#reach(following, index + 1, reached, matches)
        else if (token.kind === 'stop' && test !== ANY && test !== FIRST_ANY)
          this.#reach(id, index + 1, reached, matches)
      }
      current = reached
    }
    return matches
  }

  #reach(id: number, tokens: number, reached: number[], matches: Match[]): void {
    if (this.#marks[id] === this.#mark) return
    this.#marks[id] = this.#mark
    const { test, next, label } = this.#states[id]!
    if (test === END) matches.push({ label, tokens })
    else if (test === EMPTY) for (const following of next) this.#reach(following, tokens, reached, matches)
    else reached.push(id)
  }

  #state(test: State['test'], next: readonly number[], label = -1): number {
    this.#marks.push(0)
    return this.#states.push({ test, next, label }) - 1
  }

  /** The states that a sequence starts in when `follow` is what comes after it. */
  #sequence(items: readonly Item[], follow: readonly number[]): readonly number[] {
    return items.reduceRight((next, item) => this.#item(item, next), follow)
  }

  #item(item: Item, follow: readonly number[]): readonly number[] {
    switch (item.type) {
      case 'token':
        return [this.#state(item.key, follow)]
      case 'tokens':
      case 'stretched':
        return [this.#state(item.keys, follow)]
      case 'optional':
        return [...this.#sequence(item.items, follow), ...follow]
      case 'choice':
        return item.choices.flatMap((choice) => this.#sequence(choice, follow))
      case 'repeated': {
        const again = this.#state(EMPTY, [])
        const starts = this.#sequence(item.items, [...follow, again])
        this.#states[again]!.next = starts
        return starts
      }
      case 'some': {
        let next = follow
        for (let left = 1; left <= MOST_WORDS; left++) {
          const test = left === MOST_WORDS ? FIRST_ANY : ANY
          next = [this.#state(test, [...follow, ...(left === 1 ? [] : next)])]
        }
        return next
      }
      case 'rest': {
        const next = [...follow]
        next.push(this.#state(item.free ? FREE : ANY, next))
        return [this.#state(item.free ? FIRST_FREE : FIRST_ANY, next)]
      }
    }
  }
}

function takes(test: State['test'], { kind, key, joined }: Token): boolean {
  switch (test) {
    case FREE:
      return kind !== 'break'
    case FIRST_FREE:
      return kind !== 'break' && joined !== true
    case ANY:
      return !ENDS_PHRASE.has(key)
    case FIRST_ANY:
      return !ENDS_PHRASE.has(key) && joined !== true
  }
  // “$TK” holds no word “TK”.
  if (joined === true && kind !== 'mark') return false
  const isKey = (name: string): boolean => (typeof test === 'string' ? test === name : test.has(name))
  return isKey(key) || (kind === 'mark' && isKey(MARK)) || (kind === 'number' && isKey(NUMBER))
}
