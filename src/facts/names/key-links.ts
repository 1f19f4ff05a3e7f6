/** Which keys of names mean the same: chains of links, each from a key to that of a fuller name. */
import type { DeskName } from '../../copy/desk-name.ts'
import { bareName } from './bare-name.ts'
import { wordsOfName } from '../desk/desk-names.ts'
import { nameKey } from './name-key.ts'

/** Links between keys. No link closes a ring: the desk may write “U.S.” for what everybody calls the United States. */
export class KeyLinks {
  readonly #base: ReadonlyMap<string, string>
  readonly #links = new Map<string, string>()

  /** @param base Links that hold besides, each straight to the end of its chain. */
  constructor(base: ReadonlyMap<string, string> = new Map()) {
    this.#base = base
  }

  has(key: string): boolean {
    return this.#next(key) !== undefined
  }

  /** The key at the end of a key's chain; a key without a link is its own. */
  rootOf(key: string): string {
    let root = key
    for (let next = this.#next(root); next !== undefined; next = this.#next(root)) root = next
    // The next who asks has a short way, however long the chain.
    for (let at = key; at !== root;) {
      const next = this.#next(at)!
      this.#links.set(at, root)
      at = next
    }
    return root
  }

  link(key: string, to: string): void {
    const root = this.rootOf(to)
    if (root !== key) this.#links.set(key, root)
  }

  /** All links, each straight to the end of its chain. */
  straight(): ReadonlyMap<string, string> {
    const links = new Map(this.#base)
    for (const key of links.keys()) links.set(key, this.rootOf(key))
    for (const key of this.#links.keys()) links.set(key, this.rootOf(key))
    return links
  }

  #next(key: string): string | undefined {
    return this.#links.get(key) ?? this.#base.get(key)
  }
}

/** From the aliases of the desk's names to the names, by the keys that mentions of them have. */
export function linkAliases(names: readonly DeskName[]): ReadonlyMap<string, string> {
  return linkMoreAliases(new Map(), names)
}

/** The same of more names, with the links of those before them. */
export function linkMoreAliases(
  before: ReadonlyMap<string, string>,
  more: readonly DeskName[],
): ReadonlyMap<string, string> {
  const links = new KeyLinks(before)
  for (const { name, aliases = [] } of more) {
    for (const alias of aliases) links.link(deskKey(alias), deskKey(name))
  }
  return links.straight()
}

function deskKey(form: string): string {
  return nameKey(wordsOfName(form).map(bareName))
}
