/** Reads, applies and brings up to date the baseline that a run names. */
import { readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import {
  hideByBaseline,
  NOTICE,
  readBaseline,
  staleEntries,
  updatedEntries,
  writeBaseline,
  type Baseline,
  type BaselineEntries,
} from '../../check/hiding/baseline.ts'
import { SettingError } from '../../check/config/config.ts'
import { DataError } from '../../check/config/data.ts'
import type { FileReport } from '../../check/file-report.ts'
import { readJson } from '../../check/config/json-data.ts'
import { ConfigError } from '../../project/config-error.ts'
import { whyUnreadable } from '../../project/file-errors.ts'
import type { Hide, HideFor } from '../../project/hide-known.ts'
import { exists } from '../../project/repository.ts'
import { UnwrittenFile, writeOwn } from '../files/write-copy.ts'

// 500,000 findings fit in.
const LARGEST = 64 * 1024 * 1024
const NO_ENTRIES: BaselineEntries = new Map()

/** A file's report, where the file lies, and which rules ran on it. */
export interface CheckedFile {
  readonly report: FileReport
  readonly absolute: string
  readonly active: readonly string[]
}

/** What a baseline holds now, of how many files, and how much that it held is gone from it. */
export interface BaselineCounts {
  readonly findings: number
  readonly notices: number
  readonly files: number
  readonly pruned: number
}

/** A baseline and the file that it stands in. */
export class BaselineFile {
  readonly #path: string
  readonly #shown: string
  readonly #known: Baseline
  #ofLostFiles: BaselineEntries | undefined

  /**
   * @param shown The baseline's path, as the user wrote it.
   * @param mayBeNew Whether the file may be missing, since it is about to be written.
   * @throws {ConfigError}
   */
  constructor(shown: string, cwd: string, mayBeNew: boolean) {
    this.#shown = shown
    this.#path = resolve(cwd, shown)
    this.#known = mayBeNew && !exists(this.#path) ? new Map() : readFile(this.#path, shown)
  }

  /**
   * Hides what is known of a file; of one that the baseline doesn't name, what it knows of files that are gone: it may
   * be one of them.
   */
  readonly hide: HideFor = async ({ absolute }): Promise<Hide> => {
    const entries = this.#known.get(this.#nameOf(absolute)) ?? this.#entriesOfLostFiles()
    return (report) => hideByBaseline(report, entries)
  }

  /** How many entries name findings that their files no longer have. */
  countStale(checked: readonly CheckedFile[]): number {
    return checked.reduce(
      (sum, { report, absolute, active }) =>
        sum + staleEntries(this.#known.get(this.#nameOf(absolute)) ?? NO_ENTRIES, report, active).length,
      0,
    )
  }

  /**
   * Writes the baseline anew: with all findings of the files that were checked, and what was known of the others that
   * are still there.
   * @throws {ConfigError} where it can't be written.
   */
  update(checked: readonly CheckedFile[]): BaselineCounts {
    const folder = dirname(this.#path)
    const updated = new Map([...this.#known].filter(([name]) => exists(resolve(folder, name))))
    for (const { report, absolute, active } of checked) {
      const name = this.#nameOf(absolute)
      updated.set(name, updatedEntries(this.#known.get(name) ?? NO_ENTRIES, report, active))
    }
    let pruned = 0
    for (const [name, entries] of this.#known)
      for (const fingerprint of entries.keys()) if (!updated.get(name)?.has(fingerprint)) pruned++
    try {
      writeOwn(this.#path, writeBaseline(updated))
    } catch (error) {
      throw error instanceof UnwrittenFile ? new ConfigError(this.#shown, error.message) : error
    }
    const entries = [...updated.values()].flatMap((known) => [...known.values()])
    const notices = entries.filter((rule) => rule === NOTICE).length
    return {
      findings: entries.length - notices,
      notices,
      files: [...updated.values()].filter(({ size }) => size > 0).length,
      pruned,
    }
  }

  #nameOf(absolute: string): string {
    return relative(dirname(this.#path), absolute).split(sep).join('/')
  }

  #entriesOfLostFiles(): BaselineEntries {
    const folder = dirname(this.#path)
    this.#ofLostFiles ??= new Map(
      [...this.#known].flatMap(([name, entries]) => (exists(resolve(folder, name)) ? [] : [...entries])),
    )
    return this.#ofLostFiles
  }
}

/** @throws {ConfigError} */
function readFile(path: string, shown: string): Baseline {
  try {
    const stats = statSync(path)
    // A pipe or a device may never end.
    if (!stats.isFile() && !stats.isDirectory()) throw new ConfigError(shown, 'is no plain file')
    if (stats.size > LARGEST) throw new ConfigError(shown, 'is too big to be a baseline (over 64 MB)')
    const data = readJson(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
    try {
      return readBaseline(data.value)
    } catch (error) {
      throw error instanceof SettingError ? new ConfigError(shown, error.message, data.lineOf(error.path)) : error
    }
  } catch (error) {
    if (error instanceof DataError) throw new ConfigError(shown, error.message, error.line)
    const reason = whyUnreadable(error)
    if (reason === undefined) throw error
    throw new ConfigError(shown, reason === 'does not exist' ? 'does not exist; --update-baseline makes it' : reason)
  }
}
