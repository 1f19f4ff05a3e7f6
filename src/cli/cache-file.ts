/** The cache: reports of files that were checked before, for as long as the file, its settings and Copydesk stay as they were. */
import { lstatSync, readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import type { FileReport } from '../check/file-report.ts'
import { whyUnreadable } from '../project/file-errors.ts'
import { version } from '../project/package-files.ts'
import type { FileSettings, Settings } from '../project/settings.ts'
import { UsageError } from './arguments.ts'
import { decode, readInput, type Checked, type RunTask } from './check-files.ts'
import { contentDigest } from './content-digest.ts'
import type { Input } from './find-files.ts'
import type { Io } from './io.ts'
import { say } from './say.ts'
import { UnwrittenFile, writeOwn } from './write-copy.ts'

/** An input that can be known from before: a file as it stands on the disk. */
type FileInput = Extract<Input, { kind: 'file' }>

type KeptReport = Omit<FileReport, 'path' | 'source'>

interface Entry {
  readonly key: string
  readonly report: KeptReport
}

// Any cache begins so, whatever its version; a file that doesn't is somebody's, and is never written over.
const MARK = '{"copydesk-cache":'
// A text of JavaScript can hold this much; a cache of a million files is smaller.
const LARGEST = 400_000_000

/** One cache for one run. */
export class CacheFile {
  readonly #shown: string
  readonly #path: string
  readonly #io: Io
  readonly #settings: Settings
  readonly #version = version()
  readonly #entries: Map<string, Entry>
  readonly #settingsKeys = new WeakMap<FileSettings, string>()
  #isChanged = false

  /**
   * Opens a cache; one that is damaged counts as empty, which is told once.
   * @throws {UsageError} where the file is there and is no cache.
   */
  constructor(shown: string, { io, settings }: Pick<RunTask, 'io' | 'settings'>) {
    this.#shown = shown
    this.#path = resolve(io.cwd, shown)
    this.#io = io
    this.#settings = settings
    this.#entries = this.#read()
  }

  /** What is known of a file that is as it was. What can't be read is left to the check, which says why. */
  async find(input: FileInput, keepsSource: boolean): Promise<Checked | undefined> {
    const entry = this.#entries.get(this.#nameOf(input))
    if (!entry) return undefined
    try {
      const bytes = await readInput(input, this.#io)
      if (entry.key !== await this.#keyOf(input, contentDigest(bytes))) return undefined
      return { report: { ...entry.report, path: input.path, ...(keepsSource ? { source: decode(bytes).text } : {}) } }
    } catch {
      return undefined
    }
  }

  /** Keeps what was found in a file whose bytes have a name. */
  async keep(input: FileInput, { report, digest }: Checked): Promise<void> {
    if (digest === undefined) return
    const { path: _path, source: _source, ...kept } = report
    this.#entries.set(this.#nameOf(input), { key: await this.#keyOf(input, digest), report: kept })
    this.#isChanged = true
  }

  /** Writes the cache in one piece, without files that are gone. Where that fails, the run is none the worse. */
  write(): void {
    if (!this.#isChanged) return
    for (const name of this.#entries.keys()) if (!isThere(resolve(dirname(this.#path), name))) this.#entries.delete(name)
    const body = JSON.stringify([...this.#entries])
    try {
      writeOwn(this.#path, `${MARK}1,"version":${JSON.stringify(this.#version)},"sum":"${contentDigest(body)}"}\n${body}\n`)
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

  /** Names all that a report follows from: the bytes, the name that tells the format, the settings, and Copydesk itself. */
  async #keyOf({ absolute, path }: FileInput, digest: string): Promise<string> {
    return contentDigest([this.#version, basename(path), this.#settingsKey(await this.#settings.of(absolute)), digest].join('\n'))
  }

  #settingsKey(settings: FileSettings): string {
    const known = this.#settingsKeys.get(settings)
    if (known !== undefined) return known
    const { joined, active } = settings
    const rules = active.map(({ rule, ceiling, options }) => [rule.id, ceiling, options])
    const key = contentDigest(JSON.stringify([joined.names, joined.kind ?? null, rules, this.#settings.scope, this.#settings.input ?? null]))
    this.#settingsKeys.set(settings, key)
    return key
  }

  #read(): Map<string, Entry> {
    const text = this.#text()
    if (text === undefined) return new Map()
    if (!text.startsWith(MARK) && !MARK.startsWith(text)) throw new UsageError(`${this.#shown} is no cache of Copydesk; name another file for it`)
    const entries = entriesIn(text, this.#version)
    if (!entries) {
      say(this.#io, 'the cache is damaged and was left aside; this run makes a new one', this.#shown)
      this.#isChanged = true
    }
    return entries ?? new Map()
  }

  #text(): string | undefined {
    try {
      const stats = lstatSync(this.#path, { throwIfNoEntry: false })
      if (!stats) return undefined
      if (stats.isSymbolicLink()) throw new UsageError(`the cache ${this.#shown} is a link; name the file itself`)
      if (!stats.isFile()) throw new UsageError(`the cache ${this.#shown} is no file; name another`)
      return stats.size > LARGEST ? MARK : readFileSync(this.#path, 'utf8')
    } catch (error) {
      const reason = whyUnreadable(error)
      if (reason === undefined) throw error
      throw new UsageError(`the cache ${this.#shown} ${reason}`)
    }
  }
}

/** The entries in a cache's text; none of another version's; nothing where it isn't what was written. */
function entriesIn(text: string, version: string): Map<string, Entry> | undefined {
  try {
    const end = text.indexOf('\n')
    const head = JSON.parse(text.slice(0, end)) as Record<string, unknown>
    const body = text.slice(end + 1, -1)
    if (!text.endsWith('\n') || head['sum'] !== contentDigest(body)) return undefined
    if (head['copydesk-cache'] !== 1 || head['version'] !== version) return new Map()
    return new Map(JSON.parse(body) as [string, Entry][])
  } catch {
    return undefined
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}
