/** What the options of a check must be, whichever public function takes them. */
import { SEVERITIES } from '#rule'
import { isCalendarDay } from '../../copy/calendar.ts'
import { COPY_KINDS } from '../../copy/copy-kind.ts'
import { DESK_NAME_KINDS } from '../../copy/desk-name.ts'
import {
  aFunction,
  aString,
  expectation,
  listOf,
  objectWith,
  oneOf,
  type Expectation,
} from '../../options/expectations.ts'
import { FORMATS } from '../../copy/formats/format.ts'

export const strings = listOf('a list of strings', aString)
const severities = oneOf(SEVERITIES)
const aName = expectation('a name', (value) => typeof value === 'string' && value.trim() !== '')

export const deskName = objectWith(
  '{name, kind?, aliases?, forbidden?, note?}',
  {
    name: aName,
    kind: oneOf(DESK_NAME_KINDS),
    aliases: strings,
    forbidden: strings,
    note: aString,
  },
  ['name'],
)

// A desk has thousands of names, and the same list comes with every story and every key.
const rightLists = new WeakSet<object>()
const anyNames = listOf("a list of names, as [{name: 'Norvik'}]", deskName)
const names: Expectation = (value, at) => {
  if (typeof value === 'object' && value !== null && rightLists.has(value)) return undefined
  const problem = anyNames(value, at)
  if (problem === undefined) rightLists.add(value as object)
  return problem
}

const isDay = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const { year, month, day } = value as Readonly<Record<string, unknown>>
  return (
    [year, month, day].every(Number.isInteger)
    && isCalendarDay({ year: year as number, month: month as number, day: day as number })
  )
}

/** A day of the calendar. */
export const aDay = expectation('a day of the calendar, as {year: 2020, month: 7, day: 17}', isDay)

const retextPlugin = objectWith(
  'a retext plugin, as {id, plugin, options?, title?, severity?}',
  {
    id: aName,
    title: aName,
    plugin: aFunction,
    options: () => undefined,
    severity: severities,
  },
  ['id', 'plugin'],
)
const plugin: Expectation = (value, at) =>
  aRule(value, at) === undefined
    ? `“${at}” is a rule made by defineRule; rules of your own are given as customRules, not as plugins`
    : retextPlugin(value, at)

/** A rule that `defineRule` has made. */
export const aRule: Expectation = (value, at) => {
  const { run, check, messages, id } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (typeof run === 'function' && typeof messages === 'object' && typeof id === 'string') return undefined
  if (typeof check === 'function') return `“${at}” is a rule’s definition; it takes what defineRule makes of it`
  return expectation('a rule, as defineRule makes it', () => false)(value, at)
}

/** What the settings of rules must be; which rules, presets and levels there are is not looked at here. */
const RULE_SETTINGS = {
  extends: listOf("a list of presets, as ['strict']", aString),
  rules: expectation(
    "rules with their settings, as {'repeated-word': 'off'}",
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ),
} as const

const otherTexts = listOf("a list of texts, as ['…'] or [{text, path?, format?}]", (value, at) =>
  typeof value === 'string'
    ? undefined
    : objectWith('a text, or {text, path?, format?}', { text: aString, path: aString, format: oneOf(FORMATS) }, [
        'text',
      ])(value, at),
)

const ignoredFinding = objectWith(
  '{rule, words, scope, fingerprint?, path?, by?, when?, reason?}',
  {
    rule: aName,
    words: aString,
    scope: oneOf(['place', 'story', 'house']),
    fingerprint: aString,
    path: aString,
    by: aString,
    when: aString,
    reason: aString,
  },
  ['rule', 'words', 'scope'],
)
const ignoredEntry: Expectation = (value, at) => {
  const problem = ignoredFinding(value, at)
  if (problem !== undefined) return problem
  const { scope, fingerprint } = value as { readonly scope: string; readonly fingerprint?: string }
  return scope === 'place' && fingerprint === undefined
    ? `“${at}” needs “fingerprint”: its scope is a place`
    : undefined
}

// A Buffer is no story.
const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** A text to check, or a story in fields. */
export const aText: Expectation = (value, at) =>
  isPlainObject(value)
    ? objectWith('a string, or {headline?, dek?, body?, captions?}', {
        headline: aString,
        dek: aString,
        body: aString,
        captions: strings,
      })(value, at)
    : aString(value, at)

/** What a pipeline may tell a check. */
export const PIPELINE_OPTIONS = {
  ...RULE_SETTINGS,
  date: aDay,
  names,
  kind: oneOf(COPY_KINDS),
  plugins: listOf('a list of retext plugins, as [{id, plugin}]', plugin),
  customRules: listOf('a list of rules, as defineRule makes them', aRule),
  ignored: listOf('a list of what is ignored, as [{rule, words, scope}]', ignoredEntry),
  sources: otherTexts,
  otherFiles: otherTexts,
} as const

/** What a check may be told. */
export const CHECK_OPTIONS = { path: aString, format: oneOf(FORMATS), ...PIPELINE_OPTIONS } as const
