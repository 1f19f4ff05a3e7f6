/**
 * The cache: reports of files that were checked before, for as long as the file, its settings and Copydesk stay as they
 * were. A checkout may bring a cache along: only one that this user's own runs have written is believed.
 */
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { whyUnreadable } from '../../project/file-errors.ts'
import { version } from '../../project/package-files.ts'
import type { FileSettings, Settings } from '../../project/settings.ts'
import { UsageError } from '../arguments/arguments.ts'
import { cacheSecret, NoSecret, type CacheSecret } from './cache-secret.ts'
import { beginsAsCache, entriesIn, headIn, LONGEST_HEAD, sealedText, type CacheEntry } from './cache-text.ts'
import type { Checked, RunTask } from '../check-file.ts'
import { decode, readInput } from '../files/read-input.ts'
import { contentDigest } from './content-digest.ts'
import type { FileInput } from '../files/find-files.ts'
import type { Io } from '../io.ts'
import { isKeptReport, type KeptReport } from './kept-report.ts'
import { say } from '../say.ts'
import { UnwrittenFile, writeOwn } from '../files/write-copy.ts'

// A text of JavaScript can hold this much; a cache of a million files is smaller.
const LARGEST = 400_000_000

/** One cache for one run. */
export class CacheFile {
  readonly #shown: string
  readonly #path: string
  readonly #io: Io
  readonly #settings: Settings
  readonly #version = version()
  readonly #secret: CacheSecret | undefined
  readonly #entries: Map<string, CacheEntry>
  readonly #settingsKeys = new WeakMap<FileSettings, string>()
  #isChanged = false

  /**
   * Opens a cache; one that is damaged, or not this user's own, counts as empty, which is reported once. Without a secret
   * there is none.
   * @throws {UsageError} where the file is there and is no cache.
   */
  constructor(shown: string, { io, settings }: Pick<RunTask, 'io' | 'settings'>) {
    this.#shown = shown
    this.#path = resolve(io.cwd, shown)
    this.#io = io
    this.#settings = settings
    this.#secret = this.#findSecret()
    this.#entries = this.#read()
  }

  /** What is known of a file that is as it was. What can't be read is left to the check, which says why. */
  async find(input: FileInput, keepsSource: boolean): Promise<Checked | undefined> {
    const entry = this.#entries.get(this.#nameOf(input))
    if (!entry) return undefined
    try {
      const bytes = await readInput(input, this.#io)
      if (entry.key !== (await this.#keyOf(input, contentDigest(bytes))) || !isKeptReport(entry.report))
        return undefined
      return { report: { ...entry.report, path: input.path, ...(keepsSource ? { source: decode(bytes).text } : {}) } }
    } catch {
      return undefined
    }
  }

  /** Keeps what was found in a file whose bytes have a name. */
  async keep(input: FileInput, { report, digest }: Checked): Promise<void> {
    if (digest === undefined || !this.#secret) return
    const { path: _path, source: _source, ...kept } = report
    this.#entries.set(this.#nameOf(input), { key: await this.#keyOf(input, digest), report: kept satisfies KeptReport })
    this.#isChanged = true
  }

  /** Writes the cache in one piece, without files that are gone. Where that fails, the run is none the worse. */
  write(): void {
    if (!this.#isChanged || !this.#secret) return
    for (const name of this.#entries.keys())
      if (!isThere(resolve(dirname(this.#path), name))) this.#entries.delete(name)
    try {
      writeOwn(this.#path, sealedText(this.#entries, this.#version, this.#secret))
    } catch (error) {
      if (!(error instanceof UnwrittenFile)) throw error
      say(this.#io, `the cache was not written: the file ${error.message}`, this.#shown)
    }
  }

  /** A file's name from the cache's folder, so that both can move together. */
  #nameOf({ absolute }: FileInput): string {
    const name = relative(dirname(this.#path), absolute)
    return sep === '/' ? name : name.replaceAll(sep, '/')
  }

  /**
   * Names all that a report follows from: the bytes, the name that tells the format, the settings, and Copydesk itself.
   */
  async #keyOf({ absolute, path }: FileInput, digest: string): Promise<string> {
    return contentDigest(
      [this.#version, basename(path), this.#settingsKey(await this.#settings.of(absolute)), digest].join('\n'),
    )
  }

  #settingsKey(settings: FileSettings): string {
    const known = this.#settingsKeys.get(settings)
    if (known !== undefined) return known
    const { joined, active } = settings
    const rules = active.map(({ rule, ceiling, floor, options }) => [rule.id, ceiling, floor, options])
    const key = contentDigest(
      JSON.stringify([
        joined.names,
        joined.known,
        joined.kind ?? null,
        rules,
        this.#settings.scope,
        this.#settings.input ?? null,
      ]),
    )
    this.#settingsKeys.set(settings, key)
    return key
  }

  #findSecret(): CacheSecret | undefined {
    try {
      return cacheSecret(this.#io.env, [this.#io.cwd, dirname(this.#path)])
    } catch (error) {
      if (!(error instanceof NoSecret)) throw error
      say(this.#io, `the cache is not used: ${error.message}`, this.#shown)
      return undefined
    }
  }

  #read(): Map<string, CacheEntry> {
    const head = this.#head()
    if (head === undefined) return new Map()
    if (!beginsAsCache(head)) throw new UsageError(`${this.#shown} is no cache of Copydesk; name another file for it`)
    if (!this.#secret) return new Map()
    const said = headIn(head)
    // One of another version is made anew without a word.
    if (said && said.version !== this.#version) return new Map()
    const entries = said?.key === this.#secret.name ? entriesIn(this.#text(), said, this.#secret) : undefined
    if (entries) return entries
    const why = said && said.key !== this.#secret.name ? 'was not written by you on this machine' : 'is damaged'
    say(this.#io, `the cache ${why} and was left aside; this run makes a new one`, this.#shown)
    this.#isChanged = true
    return new Map()
  }

  /** The first line, as far as it is looked at; nothing where there is no file. */
  #head(): string | undefined {
    return this.#guarded(() => {
      const stats = lstatSync(this.#path, { throwIfNoEntry: false })
      if (!stats) return undefined
      if (stats.isSymbolicLink()) throw new UsageError(`the cache ${this.#shown} is a link; name the file itself`)
      if (!stats.isFile()) throw new UsageError(`the cache ${this.#shown} is no file; name another`)
      const file = openSync(this.#path, 'r')
      try {
        const bytes = Buffer.alloc(LONGEST_HEAD)
        return bytes.toString('utf8', 0, readSync(file, bytes))
      } finally {
        closeSync(file)
      }
    })
  }

  #text(): string {
    return this.#guarded(() => (lstatSync(this.#path).size > LARGEST ? '' : readFileSync(this.#path, 'utf8')))
  }

  #guarded<Result>(read: () => Result): Result {
    try {
      return read()
    } catch (error) {
      const reason = whyUnreadable(error)
      if (reason === undefined) throw error
      throw new UsageError(`the cache ${this.#shown} ${reason}`)
    }
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}
