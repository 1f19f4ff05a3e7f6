/** Finds the strings of a TOML document and where they stand; the parser of TOML gives values without positions. */

/** A value in a TOML document that is a string, or a bare token such as a date. */
export interface TomlValue {
  readonly path: readonly string[]
  readonly start: number
  readonly end: number
  readonly isString: boolean
}

const QUOTED = /"""(?:[^\\]|\\[^])*?"{3,5}|'''[^]*?'{3,5}|"(?:[^"\\\n\r]|\\.)*"|'[^'\n\r]*'/y
const KEY = /[A-Za-z0-9_-]+|"(?:[^"\\\n\r]|\\.)*"|'[^'\n\r]*'/y
const GAP = /(?:[ \t\r\n]+|#[^\n\r]*)*/y
const BARE = /[^,\]}\n\r#]+/y

/** The strings and bare tokens of a document that a TOML parser has accepted. Stops where it doesn't understand. */
export function scanToml(toml: string): readonly TomlValue[] {
  const scanner = new TomlScanner(toml)
  scanner.document()
  return scanner.values
}

class TomlScanner {
  readonly values: TomlValue[] = []
  readonly #toml: string
  #at = 0

  constructor(toml: string) {
    this.#toml = toml
  }

  document(): void {
    let table: readonly string[] = []
    for (;;) {
      this.#take(GAP)
      if (this.#at >= this.#toml.length) return
      if (this.#skip('[')) {
        this.#skip('[')
        table = this.#keys()
        if (!this.#skip(']')) return
        this.#skip(']')
      } else if (!this.#pair(table)) return
    }
  }

  #pair(table: readonly string[]): boolean {
    const keys = this.#keys()
    if (keys.length === 0 || !this.#skip('=')) return false
    this.#take(GAP)
    return this.#value([...table, ...keys])
  }

  #keys(): readonly string[] {
    const keys: string[] = []
    do {
      this.#take(GAP)
      const key = this.#take(KEY)
      if (key === '') return []
      keys.push(/^["']/.test(key) ? key.slice(1, -1) : key)
      this.#take(GAP)
    } while (this.#skip('.'))
    return keys
  }

  #value(path: readonly string[]): boolean {
    const start = this.#at
    if (this.#skip('[')) return this.#list(']', () => this.#value(path))
    if (this.#skip('{')) return this.#list('}', () => this.#pair(path))
    if (this.#take(QUOTED) !== '') return this.#found(path, start, true)
    return this.#take(BARE) !== '' && this.#found(path, start, false)
  }

  #list(close: string, item: () => boolean): boolean {
    for (;;) {
      this.#take(GAP)
      if (this.#skip(close)) return true
      if (!item()) return false
      this.#take(GAP)
      this.#skip(',')
    }
  }

  #found(path: readonly string[], start: number, isString: boolean): boolean {
    this.values.push({ path, start, end: this.#at, isString })
    return true
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const taken = pattern.exec(this.#toml)?.[0] ?? ''
    this.#at += taken.length
    return taken
  }

  #skip(character: string): boolean {
    if (this.#toml[this.#at] !== character) return false
    this.#at++
    return true
  }
}
