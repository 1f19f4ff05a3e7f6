/** The desk's names with all that facts and rules make of them: once for all stories that get the same list. */
import type { DeskName } from './desk-name.ts'

/** The desk's names. */
export class Desk {
  readonly names: readonly DeskName[]
  readonly #made = new Map<(names: readonly DeskName[]) => unknown, unknown>()

  constructor(names: readonly DeskName[]) {
    this.names = names
  }

  /**
   * What a function makes of the names: an index, mostly. It is asked once, however many stories there are.
   * @param make Depends on the names alone, and is always the same function: not one that is made anew for each story.
   */
  as<Made>(make: (names: readonly DeskName[]) => Made): Made {
    if (!this.#made.has(make)) this.#made.set(make, make(this.names))
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

/** Whether two lists say the same of the same names, in the same order. */
export function areSameNames(one: readonly DeskName[], other: readonly DeskName[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index] || isSameName(name, other[index]!))
}

function isSameName(one: DeskName, other: DeskName): boolean {
  return one.name === other.name && one.kind === other.kind && one.note === other.note
    && areSameForms(one.aliases, other.aliases) && areSameForms(one.forbidden, other.forbidden)
}

function areSameForms(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((form, index) => form === other[index])
}
