/** The words that templates are made of. Text that holds none of them matches none, and to look that up is cheap. */
import { wordSet } from '../words/word-set.ts'

// No template is made of these alone.
const EMPTY = wordSet([
  'a an and be by can do for from has he her his is it of on or she that the their this to we with your',
  'b c d e m o r s t',
])
const WORD = /[a-z]+|\d+[a-z]*/g

/** The words of templates and of the classes that they name. */
export class Vocabulary {
  readonly #words = new Set<string>()

  constructor(templates: readonly string[], classes: Readonly<Record<string, string>>) {
    const named = new Set<string>()
    const add = (template: string): void => {
      for (const [, name] of template.matchAll(/<([\w-]+)>/g)) {
        if (named.has(name!)) continue
        named.add(name!)
        add(classes[name!] ?? '')
      }
      const bare = template.replace(/<[\w-]+>|\(s\)/g, ' ').toLowerCase()
      // “pull-quote” may stand in one word.
      const words = [...(bare.match(WORD) ?? []), ...(bare.replaceAll('-', '').match(WORD) ?? [])]
      for (const word of words) if (!EMPTY.has(word)) this.#words.add(word)
    }
    for (const template of templates) add(template)
  }

  /** Whether a text holds a word of the templates. */
  isIn(text: string): boolean {
    const words = text.toLowerCase().match(WORD)
    return (
      words !== null
      && words.some((word) => this.#words.has(word) || (word.endsWith('s') && this.#words.has(word.slice(0, -1))))
    )
  }
}
