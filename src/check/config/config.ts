/** Which rules run, at which level and with which options: presets and settings resolved against the rules. */
import { SEVERITIES, isAbove, type OptionSchemas, type OptionValues, type Rule, type Severity } from '#rule'
import { didYouMean } from '../../options/did-you-mean.ts'

/** A rule's setting: off, on as its evidence grades it, or a ceiling for its level. */
export type RuleLevel = 'off' | 'on' | Severity

/**
 * A rule's setting as a config writes it: a level, or a level with options, of which `at-least` is one that all rules
 * have.
 */
export type RuleSetting = RuleLevel | readonly [RuleLevel, Readonly<Record<string, unknown>>]

/** The presets that ship with Copydesk. */
export type Preset = 'default' | 'strict' | 'translationese'

/** What decides which rules run; all of it data. */
export interface RuleSettings {
  readonly extends?: readonly Preset[] | undefined
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined
}

/** Options as a config gives them, not yet looked at. */
type Given = Readonly<Record<string, unknown>>

/** A rule that will run. */
export interface ActiveRule {
  readonly rule: Rule
  /** No finding goes above it. */
  readonly ceiling: Severity
  /** No finding stays below it; never above the ceiling. */
  readonly floor: Severity
  readonly options: OptionValues<OptionSchemas>
}

/** A setting that can't be followed; the message names it and the nearest known one. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
  /** Where it stands in the settings: `['rules', 'self-reference', 1, 'frames']`. */
  readonly path: DataPath

  constructor(message: string, path: DataPath = []) {
    super(message)
    this.path = path
  }
}

/** The keys and indexes that lead to a place in data. */
export type DataPath = readonly (string | number)[]

/** The presets that ship with Copydesk. */
export const PRESETS: readonly Preset[] = ['default', 'strict', 'translationese']

/**
 * The rules that run under some settings.
 * @throws {SettingError} for an unknown rule, preset, level or option, an option of the wrong type, or two rules of one
 * id.
 */
export function activeRules(rules: readonly Rule[], settings: RuleSettings): readonly ActiveRule[] {
  const presets = new Set<string>(['default', ...(settings.extends ?? [])])
  settings.extends?.forEach((preset, index) => {
    if (PRESETS.includes(preset)) return
    throw new SettingError(`there is no preset “${String(preset)}”${didYouMean(String(preset), PRESETS)}`, [
      'extends',
      index,
    ])
  })
  rules.forEach(({ id }, index) => {
    if (rules.findIndex((rule) => rule.id === id) < index)
      throw new SettingError(`there are two rules “${id}”; a plugin or a rule of your own needs an id that no rule has`)
  })
  const both = rules.find(({ id }) => rules.some(({ family }) => family === id))
  if (both) throw new SettingError(`“${both.id}” is a rule and a family of rules; a config could mean either`)
  const names = settingNames(rules)
  for (const id of Object.keys(settings.rules ?? {})) {
    if (!names.includes(id)) throw new SettingError(`there is no rule “${id}”${didYouMean(id, names)}`, ['rules', id])
  }
  return rules.flatMap((rule) => {
    const setting = settingOf(rule, settings.rules)
    const usual: RuleLevel = rule.stage === 'stable' && presets.has(rule.preset) ? 'on' : 'off'
    const [level, { [AT_LEAST]: least, ...given }] =
      setting === undefined ? [usual, {} as Given] : levelAndOptions(rule.id, setting)
    const floor = floorOf(rule.id, level, least)
    const options = optionValues(rule, given)
    if (level === 'off') return []
    return [{ rule, ceiling: level === 'on' ? 'error' : level, floor, options }]
  })
}

/** What `rules` in settings may name: the rules and their families. */
function settingNames(rules: readonly Rule[]): readonly string[] {
  return [...rules.map(({ id }) => id), ...new Set(rules.flatMap(({ family }) => family ?? []))]
}

/** A rule's own setting, or its family's. */
function settingOf({ id, family }: Rule, rules: RuleSettings['rules'] = {}): RuleSetting | undefined {
  if (Object.hasOwn(rules, id)) return rules[id]
  return family !== undefined && Object.hasOwn(rules, family) ? rules[family] : undefined
}

/** The option of every rule that raises its findings to a level: `[on, {at-least: error}]`. */
export const AT_LEAST = 'at-least'

const LEVELS: readonly RuleLevel[] = ['off', 'on', 'error', 'warning', 'info']

/** A rule's setting with another level: its options stay, but what raised its findings above that level gives way. */
export function withLevel(setting: RuleSetting, level: RuleLevel): RuleSetting {
  if (typeof setting === 'string') return level
  const { [AT_LEAST]: least, ...options } = setting[1] ?? {}
  const isCapped = level !== 'on' && level !== 'off' && isAbove(least as Severity, level)
  return least === undefined || isCapped ? [level, options] : [level, { ...options, [AT_LEAST]: least }]
}

/** The level below which no finding of a rule stays. */
function floorOf(id: string, level: RuleLevel, least: unknown): Severity {
  if (least === undefined) return 'info'
  const path = ['rules', id, 1, AT_LEAST]
  const floor = SEVERITIES.find((severity) => severity === least)
  if (floor === undefined) {
    throw new SettingError(
      `rule “${id}”: “${AT_LEAST}” takes one of error, warning, info${didYouMean(String(least), SEVERITIES, '')}`,
      path,
    )
  }
  if (level !== 'on' && level !== 'off' && isAbove(floor, level)) {
    throw new SettingError(
      `rule “${id}” can’t be at least “${floor}” and at most “${level}”; write [on, {${AT_LEAST}: ${floor}}]`,
      path,
    )
  }
  return floor
}

/** A setting taken apart. It may come from anywhere, so its shape is looked at and not believed. */
function levelAndOptions(id: string, setting: unknown): readonly [RuleLevel, Given] {
  const path = ['rules', id]
  const [level, options = {}, ...more]: readonly unknown[] = Array.isArray(setting) ? setting : [setting]
  if (typeof level !== 'string' || more.length > 0) {
    throw new SettingError(`rule “${id}” takes one of ${LEVELS.join(', ')}, or a list of a level and options`, path)
  }
  if (!(LEVELS as readonly string[]).includes(level)) {
    throw new SettingError(
      `rule “${id}”: “${level}” is none of ${LEVELS.join(', ')}${didYouMean(level, LEVELS, '')}`,
      path,
    )
  }
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new SettingError(`rule “${id}”: its options are not keys with values`, [...path, 1])
  }
  return [level as RuleLevel, options as Given]
}

function optionValues(rule: Rule, given: Given): OptionValues<OptionSchemas> {
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(rule.options, key)) {
      const message = `rule “${rule.id}” has no option “${key}”${didYouMean(key, [...Object.keys(rule.options), AT_LEAST])}`
      throw new SettingError(message, ['rules', rule.id, 1, key])
    }
  }
  const values: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(rule.options)) {
    const value = Object.hasOwn(given, key) ? given[key] : schema.default
    const problem = problemWith(value, schema)
    if (problem) throw new SettingError(`rule “${rule.id}”, option “${key}”: ${problem}`, ['rules', rule.id, 1, key])
    values[key] = value
  }
  return values as OptionValues<OptionSchemas>
}

function problemWith(value: unknown, schema: OptionSchemas[string]): string | undefined {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'it takes true or false'
    case 'integer': {
      const { minimum = -Infinity, maximum = Infinity } = schema
      return Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum
        ? undefined
        : 'it takes a whole number'
            + (Number.isFinite(minimum) ? ` from ${minimum}` : '')
            + (Number.isFinite(maximum) ? ` to ${maximum}` : '')
    }
    case 'string':
      return typeof value === 'string' && (!schema.choices || schema.choices.includes(value))
        ? undefined
        : schema.choices
          ? `it takes one of ${schema.choices.join(', ')}`
          : 'it takes text'
    case 'strings':
      return Array.isArray(value)
        && value.every((item) => typeof item === 'string' && (!schema.choices || schema.choices.includes(item)))
        ? undefined
        : schema.choices
          ? `it takes a list of ${schema.choices.join(', ')}`
          : 'it takes a list of texts'
  }
}
