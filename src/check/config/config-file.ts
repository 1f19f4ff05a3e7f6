/** Makes sense of one config file's data: every key is known, every value has its shape, every rule exists. */
import type { Rule } from '#rule'
import { COPY_KINDS, DESK_NAME_KINDS, type CopyKind, type DeskName } from '#copy'
import { activeRules, PRESETS, SettingError, type DataPath, type Preset, type RuleSetting } from './config.ts'
import type { KnownWords } from '../hiding/known-words.ts'
import { didYouMean } from '../../options/did-you-mean.ts'

/** The keys that a config file may have; `$schema` is for editors. */
export const CONFIG_KEYS = ['$schema', 'extends', 'rules', 'overrides', 'names', 'kinds', 'ignore', 'known'] as const
/** The keys of one of a config's overrides. */
export const OVERRIDE_KEYS = ['files', 'rules'] as const
/** The keys of one of a desk's names. */
export const NAME_KEYS = ['name', 'kind', 'aliases', 'forbidden', 'note'] as const

/** The keys of one of a config's known words. */
export const KNOWN_KEYS = ['rule', 'quote', 'reason'] as const

/** Another file that a config names, as it names it, and where. */
export interface FileReference {
  readonly path: string
  readonly at: DataPath
}

/** Rules that are set for some files only. */
export interface ConfigOverride {
  /** Patterns as in a .gitignore, counted from the config's folder, with {a,b} besides. */
  readonly files: readonly string[]
  readonly rules: Readonly<Record<string, RuleSetting>>
}

/** The files that are of one kind of copy. */
export interface KindPatterns {
  readonly kind: CopyKind
  /** Patterns as in a .gitignore, counted from the config's folder, with {a,b} besides. */
  readonly files: readonly string[]
}

/** What one config file says, checked. */
export interface ConfigFile {
  readonly presets: readonly Preset[]
  /** The config files that it builds on, to be read before it. */
  readonly bases: readonly FileReference[]
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly overrides: readonly ConfigOverride[]
  /** The desk's names, where they stand in the config itself. */
  readonly names: readonly DeskName[]
  readonly namesFile: FileReference | undefined
  readonly kinds: readonly KindPatterns[]
  /** Patterns of files that a search leaves out. */
  readonly ignore: readonly string[]
  /** What rules say of the site's own words, and is hidden. */
  readonly known: readonly KnownWords[]
}

/**
 * Checks a config file's data against the rules there are; nothing at all is an empty config.
 * @throws {SettingError} for the first thing that can't be followed, with its path in the data.
 */
export function readConfig(data: unknown, rules: readonly Rule[]): ConfigFile {
  const config = data === null || data === undefined ? {} : recordAt(data, [], 'a config')
  knowKeys(config, CONFIG_KEYS, [], 'a config')
  const { presets, bases } = readExtends(config['extends'])
  return {
    presets,
    bases,
    rules: readRules(config['rules'], ['rules'], rules),
    overrides: readOverrides(config['overrides'], rules),
    names: typeof config['names'] === 'string' ? [] : readNames(config['names'], ['names']),
    namesFile: typeof config['names'] === 'string' ? { path: config['names'], at: ['names'] } : undefined,
    kinds: readKinds(config['kinds']),
    ignore: readTexts(config['ignore'], ['ignore'], 'patterns'),
    known: readKnownWords(config['known'], rules),
  }
}

/**
 * Checks a desk's names: a list of names, or of `{name, kind, aliases, forbidden, note}`.
 * @param at Where the list stands in its file.
 * @throws {SettingError}
 */
export function readNames(data: unknown, at: DataPath = []): readonly DeskName[] {
  if (data === undefined || data === null) return []
  if (!Array.isArray(data))
    throw new SettingError('names are a list of names, or the path of a file that holds one', at)
  return data.map((entry: unknown, index) => {
    const path = [...at, index]
    if (typeof entry === 'string') return { name: nonEmpty(entry, path) }
    const record = recordAt(entry, path, 'a name')
    knowKeys(record, NAME_KEYS, path, 'a name')
    if (typeof record['name'] !== 'string') {
      throw new SettingError('a name needs its “name”, in quotation marks where it looks like a number', path)
    }
    return readName(record['name'], record, path)
  })
}

function readName(given: string, record: Readonly<Record<string, unknown>>, path: DataPath): DeskName {
  const name = nonEmpty(given, [...path, 'name'])
  const aliases = readTexts(record['aliases'], [...path, 'aliases'], 'names')
  const forbidden = readTexts(record['forbidden'], [...path, 'forbidden'], 'names')
  const contradicted = forbidden.findIndex((form) => form === name || aliases.includes(form))
  if (contradicted >= 0)
    throw new SettingError(`“${forbidden[contradicted]}” is forbidden and allowed at once`, [
      ...path,
      'forbidden',
      contradicted,
    ])
  const kind =
    record['kind'] === undefined || record['kind'] === null
      ? undefined
      : oneOf(record['kind'], DESK_NAME_KINDS, 'kind of name', [...path, 'kind'])
  const { note } = record
  if (note !== undefined && note !== null && typeof note !== 'string')
    throw new SettingError('a note is a text', [...path, 'note'])
  return {
    name,
    ...(kind ? { kind } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(forbidden.length > 0 ? { forbidden } : {}),
    ...(note ? { note } : {}),
  }
}

function readKinds(data: unknown): readonly KindPatterns[] {
  if (data === undefined || data === null) return []
  return Object.entries(recordAt(data, ['kinds'], '“kinds”')).map(([key, files]) => ({
    kind: oneOf(key, COPY_KINDS, 'kind of copy', ['kinds', key]),
    files: readTexts(typeof files === 'string' ? [files] : files, ['kinds', key], 'patterns'),
  }))
}

function oneOf<Known extends string>(given: unknown, known: readonly Known[], what: string, at: DataPath): Known {
  const found = known.find((one) => one === given)
  if (found) return found
  throw new SettingError(
    `there is no ${what} “${String(given)}”${didYouMean(String(given), known, `; known are ${known.join(', ')}`)}`,
    at,
  )
}

function readExtends(data: unknown): Pick<ConfigFile, 'presets' | 'bases'> {
  const presets: Preset[] = []
  const bases: FileReference[] = []
  const isList = Array.isArray(data)
  readTexts(typeof data === 'string' ? [data] : data, ['extends'], 'presets and config files').forEach(
    (name, index) => {
      const at: DataPath = isList ? ['extends', index] : ['extends']
      const preset = PRESETS.find((known) => known === name)
      if (preset) presets.push(preset)
      else if (/\.(?:ya?ml|json)$/i.test(name)) bases.push({ path: name, at })
      else if (/[/\\]|^\./.test(name))
        throw new SettingError(`“${name}” is no config file: its name must end in .yml, .yaml or .json`, at)
      else throw new SettingError(`there is no preset “${name}”${didYouMean(name, PRESETS)}`, at)
    },
  )
  return { presets, bases }
}

function readRules(data: unknown, at: DataPath, known: readonly Rule[]): Readonly<Record<string, RuleSetting>> {
  if (data === undefined || data === null) return {}
  const rules = recordAt(data, at, '“rules”') as Record<string, RuleSetting>
  try {
    activeRules(known, { rules })
  } catch (error) {
    // Paths of settings start at “rules”, wherever in the config those rules stand.
    if (error instanceof SettingError) throw new SettingError(error.message, [...at, ...error.path.slice(1)])
    throw error
  }
  return rules
}

// Each is tried on every file.
const MOST_OVERRIDES = 500

function readOverrides(data: unknown, known: readonly Rule[]): readonly ConfigOverride[] {
  if (data === undefined || data === null) return []
  if (!Array.isArray(data))
    throw new SettingError('“overrides” is a list of entries with “files” and “rules”', ['overrides'])
  if (data.length > MOST_OVERRIDES)
    throw new SettingError(`“overrides” has more entries than make sense (over ${MOST_OVERRIDES})`, ['overrides'])
  return data.map((entry: unknown, index) => {
    const at = ['overrides', index]
    const override = recordAt(entry, at, 'an override')
    knowKeys(override, OVERRIDE_KEYS, at, 'an override')
    const { files } = override
    const patterns = readTexts(typeof files === 'string' ? [files] : files, [...at, 'files'], 'patterns')
    if (patterns.length === 0)
      throw new SettingError('an override needs “files”: the patterns of the files that it is for', at)
    return { files: patterns, rules: readRules(override['rules'], [...at, 'rules'], known) }
  })
}

function readKnownWords(data: unknown, rules: readonly Rule[]): readonly KnownWords[] {
  if (data === undefined || data === null) return []
  if (!Array.isArray(data))
    throw new SettingError('“known” is a list of entries with “rule”, “quote” and “reason”', ['known'])
  const ids = rules.map(({ id }) => id)
  return data.map((entry: unknown, index) => {
    const at = ['known', index]
    const record = recordAt(entry, at, 'an entry')
    knowKeys(record, KNOWN_KEYS, at, 'an entry')
    const { rule, quote, reason } = record
    if (rule === undefined || quote === undefined) throw new SettingError('an entry needs a “rule” and a “quote”', at)
    for (const [key, value] of Object.entries({
      rule,
      quote,
      ...(reason === undefined || reason === null ? {} : { reason }),
    })) {
      if (typeof value !== 'string')
        throw new SettingError(`“${key}” is a text; put quotation marks around it`, [...at, key])
      nonEmpty(value, [...at, key])
    }
    if (!ids.includes(rule as string))
      throw new SettingError(`there is no rule “${String(rule)}”${didYouMean(String(rule), ids)}`, [...at, 'rule'])
    return record as unknown as KnownWords
  })
}

function readTexts(data: unknown, at: DataPath, what: string): readonly string[] {
  if (data === undefined || data === null) return []
  if (!Array.isArray(data)) throw new SettingError(`“${at.at(-1)}” is a list of ${what}`, at)
  return data.map((entry: unknown, index) => {
    if (typeof entry !== 'string')
      throw new SettingError(`“${at.at(-1)}” is a list of ${what}; put quotation marks around each`, [...at, index])
    return nonEmpty(entry, [...at, index])
  })
}

function nonEmpty(text: string, at: DataPath): string {
  if (text.trim() === '') throw new SettingError('an empty text says nothing', at)
  return text
}

/** The keys and values of some data. @throws {SettingError} where it has none. */
export function recordAt(data: unknown, at: DataPath, what: string): Readonly<Record<string, unknown>> {
  if (typeof data === 'object' && data !== null && !Array.isArray(data))
    return data as Readonly<Record<string, unknown>>
  throw new SettingError(`${what} is made of keys with values`, at)
}

/** @throws {SettingError} for a key that isn’t known; the message names the nearest. */
export function knowKeys(
  record: Readonly<Record<string, unknown>>,
  known: readonly string[],
  at: DataPath,
  what: string,
): void {
  for (const key of Object.keys(record)) {
    if (!known.includes(key))
      throw new SettingError(`${what} has no key “${key}”${didYouMean(key, known)}`, [...at, key])
  }
}
