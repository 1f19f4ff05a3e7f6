/** The desk's names with all that facts and rules make of them: once for all stories that get the same list. */
import type { DeskName } from './desk-name.ts'

/** The desk whose names come first in a longer list, and the names behind them. */
interface Extension {
  readonly base: Desk
  readonly more: readonly DeskName[]
}

/** The desk's names. */
export class Desk {
  readonly names: readonly DeskName[]
  readonly #extension: Extension | undefined
  readonly #made = new Map<(names: readonly DeskName[]) => unknown, unknown>()

  constructor(names: readonly DeskName[], extension?: Extension) {
    this.names = names
    this.#extension = extension
  }

  /**
   * What a function makes of the names: an index, mostly. It is asked once, however many stories there are.
   * @param make Depends on the names alone, and is always the same function: not one that is made anew for each story.
   * @param extend Makes the same of what was made of the first names and of those behind them (and of all, should it
   * need to), and leaves the former as it is.
   */
  as<Made>(
    make: (names: readonly DeskName[]) => Made,
    extend?: (made: Made, more: readonly DeskName[], names: readonly DeskName[]) => Made,
  ): Made {
    if (!this.#made.has(make)) {
      const { base, more } = this.#extension ?? {}
      this.#made.set(make, base && more && extend ? extend(base.as(make, extend), more, this.names) : make(this.names))
    }
    return this.#made.get(make) as Made
  }
}

// A config has one list of names, and a desk of thousands of them checks at every keystroke.
const desks = new WeakMap<readonly DeskName[], Desk>()

/** The desk of a list of names: the same one as long as the list holds the same names. */
export function deskOf(names: readonly DeskName[]): Desk {
  const known = desks.get(names)
  if (known && areSameNames(known.names, names)) return known
  // Of its own: a caller may put another name into the list.
  const desk = new Desk([...names])
  desks.set(names, desk)
  return desk
}

/**
 * A list with more names behind it, whose desk makes use of what is known of the list: an editor tries a name before it
 * is taken in.
 */
export function withMoreNames(names: readonly DeskName[], more: readonly DeskName[]): readonly DeskName[] {
  const all = [...names, ...more]
  desks.set(all, new Desk([...all], { base: deskOf(names), more }))
  return all
}

/** Whether two lists say the same of the same names, in the same order. */
export function areSameNames(one: readonly DeskName[], other: readonly DeskName[]): boolean {
  return (
    one.length === other.length && one.every((name, index) => name === other[index] || isSameName(name, other[index]!))
  )
}

function isSameName(one: DeskName, other: DeskName): boolean {
  return (
    one.name === other.name
    && one.kind === other.kind
    && one.note === other.note
    && areSameForms(one.aliases, other.aliases)
    && areSameForms(one.forbidden, other.forbidden)
  )
}

function areSameForms(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((form, index) => form === other[index])
}
