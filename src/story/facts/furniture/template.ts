/** Reads a template: how a kind of line is worded, in a notation that an editor can write. */
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

const BUILT_IN = new Set(['number', 'mark', 'url', 'embed', 'email', 'handle'])

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
      items = BUILT_IN.has(name) ? [{ type: 'token', key: `<${name}>` }] : readTemplate(this.#template(name, user), this)
      this.#items.set(name, items)
    }
    return items
  }

  /** The keys that a class can begin with. */
  opening(name: string, user: string): ReadonlySet<string> | undefined {
    if (BUILT_IN.has(name)) return new Set([`<${name}>`])
    if (!this.#openings.has(name)) this.#openings.set(name, openingKeys(this.#template(name, user), this))
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
 * Reads a template: `(this|that)`, `[optional]`, `<class>`, `<class>+` and `(…)+` for one or more, `#` a number, `*` one to five
 * words, `...` any words of one sentence in which nobody speaks, `....` any words, `\\|` a bar. Named classes are templates
 * themselves.
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

/**
 * The keys that a template can begin with, without reading the rest of it; nothing where it can begin with any token.
 * All templates are asked this at once, so it has to be quick.
 */
export function openingKeys(template: string, classes: Classes): ReadonlySet<string> | undefined {
  const parts = template.match(PART) ?? []
  const keys = new Set<string>()

  /** Past the group that is open at a part. */
  const skip = (from: number): number => {
    let depth = 0
    for (let at = from; at < parts.length; at++) {
      const part = parts[at]
      if (part === '(' || part === '[') depth++
      else if ((part === ')' || part === ')+' || part === ']') && --depth === 0) return at + 1
    }
    return parts.length
  }

  /** Adds what the sequence at a part can begin with; false where that is any token. */
  const open = (from: number): boolean => {
    for (let at = from; ; at = skip(at)) {
      const part = parts[at]
      if (part === undefined || part === '*' || part.startsWith('...') || ENDS.has(part)) return false
      if (part === '(' || part === '[') {
        if (!openEach(at)) return false
        if (part === '(') return true
        continue
      }
      if (part === '#') keys.add('<number>')
      else if (!part.startsWith('<')) keys.add(literal(part)[0]!)
      else {
        const opening = classes.opening(className(part), template)
        if (!opening) return false
        for (const key of opening) keys.add(key)
      }
      return true
    }
  }

  /** The same for each alternative of the group that opens at a part. */
  const openEach = (from: number): boolean => {
    const end = skip(from)
    if (!open(from + 1)) return false
    for (let at = from + 1; at < end - 1; at++) {
      if (parts[at] === '(' || parts[at] === '[') at = skip(at) - 1
      else if (parts[at] === '|' && !open(at + 1)) return false
    }
    return true
  }

  return open(0) ? keys : undefined
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
    case 'token': return new Set([item.key])
    case 'tokens': return item.keys
    case 'some': case 'rest': return undefined
    case 'optional': case 'repeated': return closingKeys(item.items)
    case 'choice': {
      const all = item.choices.map(closingKeys)
      return all.some((keys) => keys === undefined) ? undefined : new Set(all.flatMap((keys) => [...keys!]))
    }
  }
}
