/** Reads a template: how a kind of line is worded, in a notation that an editor can write. */
import { openingKeys } from './opening.ts'
import { Tokens } from './tokens.ts'

/** One part of a template. A token is named by its key: the word itself, or `<number>`, `<url>` … for a class. */
export type Item =
  | { readonly type: 'token'; readonly key: string }
  | { readonly type: 'tokens'; readonly keys: ReadonlySet<string> }
  | { readonly type: 'choice'; readonly choices: readonly (readonly Item[])[] }
  | { readonly type: 'optional'; readonly items: readonly Item[] }
  | { readonly type: 'repeated'; readonly items: readonly Item[] }
  /** One to five tokens of one sentence. */
  | { readonly type: 'some' }
  /** One token or more, of one sentence unless `free`. */
  | { readonly type: 'rest'; readonly free: boolean }

const BUILT_IN = new Set(['number', 'mark', 'url', 'embed', 'email', 'handle', 'brackets'])

/** The named classes of a table, each read once. */
export class Classes {
  readonly #templates: Readonly<Record<string, string>>
  readonly #items = new Map<string, readonly Item[]>()
  readonly #openings = new Map<string, ReadonlySet<string> | undefined>()

  constructor(templates: Readonly<Record<string, string>>) {
    this.#templates = templates
  }

  /** What a class stands for; `user` is the template that names it. */
  items(name: string, user: string): readonly Item[] {
    let items = this.#items.get(name)
    if (!items) {
      items = BUILT_IN.has(name)
        ? [{ type: 'token', key: `<${name}>` }]
        : readTemplate(this.#template(name, user), this)
      this.#items.set(name, items)
    }
    return items
  }

  /** The keys that a template can begin with; nothing where it can begin with any token. */
  opening(template: string): ReadonlySet<string> | undefined {
    return openingKeys(template, (name) => this.#openingOf(name, template))
  }

  #openingOf(name: string, user: string): ReadonlySet<string> | undefined {
    if (BUILT_IN.has(name)) return new Set([`<${name}>`])
    if (!this.#openings.has(name)) this.#openings.set(name, this.opening(this.#template(name, user)))
    return this.#openings.get(name)
  }

  #template(name: string, user: string): string {
    const template = this.#templates[name]
    if (template === undefined) throw new SyntaxError(`there is no class <${name}>, as in the template “${user}”`)
    return template
  }
}

const PART = /\.\.\.\.?|<[^>]+>\+?|\)\+?|[([\]|*#]|\\.|[^\s()[\]|<\\]+/g

const ENDS = new Set([')', ')+', ']', '|'])

/**
 * Reads a template: `(this|that)`, `[optional]`, `<class>`, `<class>+` and `(…)+` for one or more, `#` a number, `*`
 * one to five words, `...` any words of one sentence in which nobody speaks, `....` any words, `\\|` a bar. Named
 * classes are templates themselves.
 * @throws {SyntaxError} for a bracket that isn't closed or a class that nobody named.
 */
export function readTemplate(template: string, classes: Classes): readonly Item[] {
  const parts = template.match(PART) ?? []
  let at = 0

  const sequence = (): Item[] => {
    const items: Item[] = []
    for (let part = parts[at]; part !== undefined && !ENDS.has(part); part = parts[at]) {
      at++
      items.push(...item(part))
    }
    return items
  }

  const group = (close: string): Item => {
    const choices = [sequence()]
    while (parts[at] === '|') {
      at++
      choices.push(sequence())
    }
    const end = parts[at++]
    if (!end?.startsWith(close)) throw new SyntaxError(`“${close}” is missing in the template “${template}”`)
    return end === ')+' ? { type: 'repeated', items: [joined(choices)] } : joined(choices)
  }

  const item = (part: string): readonly Item[] => {
    if (part === '(') return [group(')')]
    if (part === '[') return [{ type: 'optional', items: [group(']')] }]
    if (part === '*') return [{ type: 'some' }]
    if (part === '...' || part === '....') return [{ type: 'rest', free: part === '....' }]
    if (part === '#') return [{ type: 'token', key: '<number>' }]
    if (!part.startsWith('<')) return literal(part).map((key) => ({ type: 'token', key }))
    const items = classes.items(className(part), template)
    return part.endsWith('+') ? [{ type: 'repeated', items }] : items
  }

  const items = sequence()
  if (at < parts.length) throw new SyntaxError(`the template “${template}” can't be read from “${parts[at]}” on`)
  return items
}

/** Alternatives; single tokens among them become one set. */
function joined(choices: readonly (readonly Item[])[]): Item {
  const keys = new Set<string>()
  const longer: (readonly Item[])[] = []
  for (const choice of choices) {
    const [only] = choice
    if (choice.length === 1 && only!.type === 'token') keys.add(only!.key)
    else if (choice.length === 1 && only!.type === 'tokens') for (const key of only!.keys) keys.add(key)
    else longer.push(choice)
  }
  if (longer.length === 0) return { type: 'tokens', keys }
  return { type: 'choice', choices: keys.size === 0 ? longer : [[{ type: 'tokens', keys }], ...longer] }
}

const className = (part: string): string => part.slice(1, part.indexOf('>'))

function literal(part: string): readonly string[] {
  if (/^[a-z]+$/.test(part)) return [part]
  if (part.startsWith('\\')) return [part.slice(1)]
  const tokens = new Tokens(part, 0, part.length)
  const keys: string[] = []
  for (let index = 0, token = tokens.at(0); token; token = tokens.at(++index)) keys.push(token.key)
  return keys
}

/** The keys that a template can end with; nothing where it can end with any token. */
export function closingKeys(items: readonly Item[]): ReadonlySet<string> | undefined {
  const keys = new Set<string>()
  for (const item of items.toReversed()) {
    const closing = closingKeysOf(item)
    if (!closing) return undefined
    for (const key of closing) keys.add(key)
    if (item.type !== 'optional') return keys
  }
  return undefined
}

function closingKeysOf(item: Item): ReadonlySet<string> | undefined {
  switch (item.type) {
    case 'token':
      return new Set([item.key])
    case 'tokens':
      return item.keys
    case 'some':
    case 'rest':
      return undefined
    case 'optional':
    case 'repeated':
      return closingKeys(item.items)
    case 'choice': {
      const all = item.choices.map(closingKeys)
      return all.some((keys) => keys === undefined) ? undefined : new Set(all.flatMap((keys) => [...keys!]))
    }
  }
}
