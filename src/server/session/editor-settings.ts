/** The settings that an editor keeps for Copydesk: data from outside, looked at before it is believed. */
import { SEVERITIES, type Rule, type Severity } from '#rule'
import { activeRules, SettingError, type RuleSetting } from '../../check/config/config.ts'

/** What a user sets in the editor. Where a config file says something else of a rule, the config counts. */
export interface EditorSettings {
  /** The config file to take instead of the nearest one. */
  readonly config: string | undefined
  /** The lowest level that is shown. */
  readonly level: Severity
  /** How long after the last keystroke a text is checked, in milliseconds. */
  readonly debounce: number
  /** Levels of rules where no config says anything of them. */
  readonly rules: Readonly<Record<string, RuleSetting>>
}

/** What holds where nothing is set. */
export const DEFAULT_SETTINGS: EditorSettings = { config: undefined, level: 'warning', debounce: 200, rules: {} }

/** How the settings came out, and what in them can't be followed. */
export interface ReadSettings {
  readonly settings: EditorSettings
  readonly problems: readonly string[]
}

const LONGEST_DEBOUNCE = 10_000

/** Reads an editor's settings. What can't be followed counts as not set, and is reported. */
export function readEditorSettings(data: unknown, rules: readonly Rule[]): ReadSettings {
  const problems: string[] = []
  if (data === null || data === undefined) return { settings: DEFAULT_SETTINGS, problems }
  if (typeof data !== 'object' || Array.isArray(data))
    return { settings: DEFAULT_SETTINGS, problems: ['the settings are not keys with values'] }
  const given = data as Readonly<Record<string, unknown>>
  const take = <Value>(
    key: keyof EditorSettings,
    wants: string,
    accept: (value: unknown) => Value | undefined,
  ): Value | undefined => {
    const value = Object.hasOwn(given, key) ? given[key] : undefined
    if (value === null || value === undefined || value === '') return undefined
    const taken = accept(value)
    if (taken === undefined) problems.push(`the setting “${key}” takes ${wants}`)
    return taken
  }
  const settings: EditorSettings = {
    config: take('config', 'the path of a config file', (value) => (typeof value === 'string' ? value : undefined)),
    level:
      take('level', `one of ${SEVERITIES.join(', ')}`, (value) => SEVERITIES.find((level) => level === value))
      ?? DEFAULT_SETTINGS.level,
    debounce:
      take('debounce', `a number of milliseconds up to ${LONGEST_DEBOUNCE}`, (value) =>
        typeof value === 'number' && value >= 0 && value <= LONGEST_DEBOUNCE ? value : undefined,
      ) ?? DEFAULT_SETTINGS.debounce,
    rules: readRules(
      take('rules', 'rules with their levels', (value) =>
        typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined,
      ) ?? {},
      rules,
      problems,
    ),
  }
  return { settings, problems }
}

/** Each rule by itself, so that one wrong level doesn't take the others along. */
function readRules(
  given: Readonly<Record<string, unknown>>,
  rules: readonly Rule[],
  problems: string[],
): EditorSettings['rules'] {
  const read: Record<string, RuleSetting> = {}
  for (const [id, value] of Object.entries(given)) {
    // What an editor shows as “default” is not set.
    if (value === null || value === undefined || value === 'default') continue
    const setting = value as RuleSetting
    try {
      activeRules(rules, { rules: { [id]: setting } })
      Object.defineProperty(read, id, { value: setting, enumerable: true })
    } catch (error) {
      if (!(error instanceof SettingError)) throw error
      problems.push(error.message)
    }
  }
  return read
}
