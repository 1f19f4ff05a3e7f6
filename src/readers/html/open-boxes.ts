/** The open elements that blocks stand in, as boxes: what stands among what. */
import type { Box } from '#copy'
import { wordSet, type WordSet } from '../../english/words/word-set.ts'
import type { AttributeValue } from './scan-markup.ts'

interface OpenBox {
  readonly name: string
  readonly style: string
  /** Made once a block stands in it. */
  box: Box | undefined
}

// Elements whose end tags writers leave out: the start of one ends those that are open in front of it.
const ENDED_BY: ReadonlyMap<string, WordSet> = new Map([
  ['li', wordSet('li')],
  ['dt', wordSet('dt dd')],
  ['dd', wordSet('dt dd')],
  ['td', wordSet('td th')],
  ['th', wordSet('td th')],
  ['tr', wordSet('td th tr')],
  ...['thead', 'tbody', 'tfoot'].map((name) => [name, wordSet('td th tr thead tbody tfoot')] as const),
])

/** A stack of open block-level elements. Each costs one step to open and one to close, however deep it lies. */
export class OpenBoxes {
  readonly #open: OpenBox[]
  readonly #counts = new Map<string, number>()

  /** @param outermost An element that is open around all that is read, and is never closed. */
  constructor(outermost?: string) {
    this.#open = outermost === undefined ? [] : [{ name: outermost, style: '', box: undefined }]
  }

  /** Opens an element; a paragraph ends where another block starts. */
  open(name: string, style: string): void {
    if (this.#open.at(-1)?.name === 'p') this.#pop()
    while (ENDED_BY.get(name)?.has(this.#open.at(-1)?.name ?? '')) this.#pop()
    this.#open.push({ name, style, box: undefined })
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  /** Closes an element and all that are open in it; an end tag without its start tag closes nothing. */
  close(name: string): void {
    if (!this.#counts.get(name)) return
    while (this.#pop() !== name);
  }

  /** The box that a block stands in which starts here. */
  get innermost(): Box | undefined {
    let known = this.#open.length
    while (known > 0 && !this.#open[known - 1]!.box) known--
    let parent = this.#open[known - 1]?.box
    for (; known < this.#open.length; known++) {
      const { name, style } = this.#open[known]!
      parent = this.#open[known]!.box = { name, style, parent }
    }
    return parent
  }

  #pop(): string | undefined {
    const name = this.#open.pop()?.name
    if (name !== undefined) this.#counts.set(name, this.#counts.get(name)! - 1)
    return name
  }
}

/**
 * What an element says it is for: its class and its role, and its id where it has no class. Figures in them only count.
 */
export function styleOf(html: string, attribute: (name: string) => AttributeValue | undefined): string {
  const valueOf = (name: string): string => {
    const value = attribute(name)
    return value ? html.slice(value.start, value.end).trim() : ''
  }
  return `${valueOf('class') || valueOf('id')} ${valueOf('role')}`.replace(/\d+/g, '').trim()
}
