/** The open elements that say what kind of block a text is. */
import type { BlockStart } from '#copy'
import { CONTAINERS, KINDS, SIBLINGS } from './elements.ts'

/** A stack of element names that also knows how many of each are open, so that a stray end tag costs nothing. */
export class OpenElements {
  #names: string[] = []
  readonly #counts = new Map<string, number>()

  /** Opens an element; one whose end tag was left out before it is closed. */
  open(name: string): void {
    while (SIBLINGS.get(name)?.has(this.#names.at(-1) ?? '')) this.#pop()
    if (!KINDS.has(name) && !CONTAINERS.has(name)) return
    this.#names.push(name)
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  /** Closes an element and all that are open in it; an end tag without its start tag closes nothing. */
  close(name: string): void {
    if (!this.has(name)) return
    while (this.#pop() !== name);
  }

  /** Whether an element of the name is open. */
  has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0
  }

  /** Closes all elements but those of one name. */
  keepOnly(name: string): void {
    const kept = this.has(name) ? this.#names.filter((open) => open === name) : []
    this.#names = kept
    this.#counts.clear()
    this.#counts.set(name, kept.length)
  }

  /** What kind of block a text is that stands here. */
  get kind(): Pick<BlockStart, 'kind' | 'level'> {
    return KINDS.get(this.#names.at(-1) ?? '') ?? { kind: 'paragraph' }
  }

  #pop(): string | undefined {
    const name = this.#names.pop()
    if (name !== undefined) this.#counts.set(name, this.#counts.get(name)! - 1)
    return name
  }
}
