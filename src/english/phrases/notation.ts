/** Reads a template: how a kind of line is worded, in a notation that an editor can write. */

/** The keys of tokens. */
export interface Keys {
  has(key: string): boolean
}

/** One part of a template. A token is named by its key: the word itself, or `<number>`, `<url>` … for a class. */
export type Item =
  | { readonly type: 'token'; readonly key: string }
  | { readonly type: 'tokens'; readonly keys: ReadonlySet<string> }
  /** A word or mark whose last letter may be repeated: “xx” and what has more of them. */
  | { readonly type: 'stretched'; readonly keys: Keys }
  | { readonly type: 'choice'; readonly choices: readonly (readonly Item[])[] }
  | { readonly type: 'optional'; readonly items: readonly Item[] }
  | { readonly type: 'repeated'; readonly items: readonly Item[] }
  /** One to five tokens of one sentence. */
  | { readonly type: 'some' }
  /** One token or more, of one sentence unless `free`. */
  | { readonly type: 'rest'; readonly free: boolean }

const BUILT_IN = new Set(['number', 'mark', 'url', 'embed', 'email', 'handle', 'brackets'])

/** The named classes of a table, each read once, and how the words of its templates are made tokens. */
export class Classes {
  readonly #templates: Readonly<Record<string, string>>
  readonly #items = new Map<string, readonly Item[]>()
  readonly #keysOf: (words: string) => readonly string[]

  /** @param keysOf The keys of a template's words, as the text's own tokens have them. */
  constructor(templates: Readonly<Record<string, string>>, keysOf: (words: string) => readonly string[]) {
    this.#templates = templates
    this.#keysOf = keysOf
  }

  /** What a class stands for; `user` is the template that names it. */
  items(name: string, user: string): readonly Item[] {
    let items = this.#items.get(name)
    if (!items) {
      items = BUILT_IN.has(name) ? [token(`<${name}>`)] : readTemplate(this.#template(name, user), this)
      this.#items.set(name, items)
    }
    return items
  }

  /** A template's word: a token, or several of a word with marks. */
  word(word: string): readonly Item[] {
    if (/^[a-z]+$/.test(word)) return [token(word)]
    if (word.length > 1 && word.endsWith('+')) return [stretched(word.slice(0, -1))]
    if (!HYPHEN.test(word)) return this.#keysOf(word).map(token)
    const choices = joinings(word.split(HYPHEN)).map((words) => words.flatMap((each) => this.#keysOf(each).map(token)))
    return [joined(choices)]
  }

  #template(name: string, user: string): string {
    const template = this.#templates[name]
    if (template === undefined) throw new SyntaxError(`there is no class <${name}>, as in the template “${user}”`)
    return template
  }
}

const token = (key: string): Item => ({ type: 'token', key })

const HYPHEN = /(?<=[A-Za-z])-(?=[A-Za-z])/

/** “copy-desk” as two words and as one. */
function joinings([first = '', ...others]: readonly string[]): readonly (readonly string[])[] {
  if (others.length === 0) return [[first]]
  return joinings(others).flatMap(([second, ...more]) => [
    [first, second!, ...more],
    [first + second!, ...more],
  ])
}

function stretched(stem: string): Item {
  const last = stem.at(-1)!
  const has = (key: string): boolean => key.startsWith(stem) && key.endsWith(last.repeat(key.length - stem.length))
  return { type: 'stretched', keys: { has } }
}

const BARE = String.raw`[^\s()[\]|<\\]`
const PART = new RegExp(
  [
    String.raw`\([sS]\)`,
    '<[^>]+>\\+?',
    String.raw`\)\+?`,
    `\\.{3,4}(?!${BARE})`,
    '[([\\]|*]',
    `#(?!${BARE})`,
    `\\\\\\S${BARE}*`,
    `${BARE}+`,
  ].join('|'),
  'g',
)

const PLURAL = /^\([sS]\)$/
const ENDS = new Set([')', ')+', ']', '|'])

/**
 * Reads a template; docs/phrases.md explains the notation. Named classes are templates themselves.
 * @throws {SyntaxError} for a bracket that isn't closed or a class that nobody named.
 */
export function readTemplate(template: string, classes: Classes): readonly Item[] {
  const parts = template.match(PART) ?? []
  let at = 0

  const sequence = (): Item[] => {
    const items: Item[] = []
    for (let part = parts[at]; part !== undefined && !ENDS.has(part); part = parts[at]) {
      at++
      if (PLURAL.test(part)) items.splice(0, items.length, ...plural(items, part[1]!))
      else items.push(...item(part))
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
    if (part === '#') return [token('<number>')]
    if (part.startsWith('\\')) return classes.word(part.slice(1))
    if (!part.startsWith('<')) return classes.word(part)
    const items = classes.items(className(part), template)
    return part.endsWith('+') ? [{ type: 'repeated', items }] : items
  }

  const items = sequence()
  if (at < parts.length) throw new SyntaxError(`the template “${template}” can't be read from “${parts[at]}” on`)
  return items
}

const className = (part: string): string => part.slice(1, part.indexOf('>'))

/** The same with its plural: the last word of each choice with or without an “s”. */
function plural(items: readonly Item[], ending: string): readonly Item[] {
  const last = items.at(-1)
  return last ? [...items.slice(0, -1), pluralOf(last, ending)] : items
}

function pluralOf(item: Item, ending: string): Item {
  switch (item.type) {
    case 'token':
      return { type: 'tokens', keys: new Set([item.key, item.key + ending]) }
    case 'tokens':
      return { type: 'tokens', keys: new Set([...item.keys].flatMap((key) => [key, key + ending])) }
    case 'choice':
      return joined(item.choices.map((choice) => plural(choice, ending)))
    case 'optional':
      return { type: 'optional', items: plural(item.items, ending) }
    default:
      return item
  }
}

/** Alternatives; single tokens among them become one set. */
function joined(choices: readonly (readonly Item[])[]): Item {
  const keys = new Set<string>()
  const longer: (readonly Item[])[] = []
  for (const choice of choices.flatMap(unfolded)) {
    const [only] = choice
    if (choice.length === 1 && only!.type === 'token') keys.add(only!.key)
    else if (choice.length === 1 && only!.type === 'tokens') for (const key of only!.keys) keys.add(key)
    else longer.push(choice)
  }
  if (longer.length === 0) return { type: 'tokens', keys }
  return { type: 'choice', choices: keys.size === 0 ? longer : [[{ type: 'tokens', keys }], ...longer] }
}

/** The choices that are one by themselves. */
function unfolded(choice: readonly Item[]): readonly (readonly Item[])[] {
  const [only] = choice
  return choice.length === 1 && only!.type === 'choice' ? only!.choices : [choice]
}

/**
 * The keys that a template can begin with, or end with; nothing where it can do so with any token. Where a line is to be
 * looked up by a word of it, that is the one.
 */
export function edgeKeys(items: readonly Item[], side: 'first' | 'last'): ReadonlySet<string> | undefined {
  const keys = new Set<string>()
  for (const item of side === 'first' ? items : items.toReversed()) {
    const edge = edgeKeysOf(item, side)
    if (!edge) return undefined
    for (const key of edge) keys.add(key)
    if (item.type !== 'optional') return keys
  }
  return undefined
}

function edgeKeysOf(item: Item, side: 'first' | 'last'): ReadonlySet<string> | undefined {
  switch (item.type) {
    case 'token':
      return new Set([item.key])
    case 'tokens':
      return item.keys
    case 'stretched':
    case 'some':
    case 'rest':
      return undefined
    case 'optional':
    case 'repeated':
      return edgeKeys(item.items, side)
    case 'choice': {
      const all = item.choices.map((choice) => edgeKeys(choice, side))
      return all.some((keys) => keys === undefined) ? undefined : new Set(all.flatMap((keys) => [...keys!]))
    }
  }
}
