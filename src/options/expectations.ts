/** Says what an option of a public function must be, and refuses with one clear line what is anything else. */
import { didYouMean } from './did-you-mean.ts'

/** Says what is wrong with a value, in one line that names the place it stands in; nothing where it is right. */
export type Expectation = (value: unknown, at: string) => string | undefined

/** What each of some options must be; one that is left out is always right. */
export type Expectations<Options extends object> = { readonly [Option in keyof Required<Options>]: Expectation }

/** What can be told by one look. @param words What the value must be: “a string”. */
export function expectation(words: string, holds: (value: unknown) => boolean): Expectation {
  return (value, at) => (holds(value) ? undefined : `“${at}” takes ${words}, not ${shown(value)}`)
}

export const aString = expectation('a string', (value) => typeof value === 'string')
export const aFunction = expectation('a function', (value) => typeof value === 'function')

export const anObject = expectation('an object', isObject)

/** One of some strings. */
export function oneOf(known: readonly string[]): Expectation {
  return expectation(`one of ${known.join(', ')}`, (value) => known.includes(value as string))
}

/** A list of which each item is as it must be. @param words What the list is, for people: “a list of strings”. */
export function listOf(words: string, each: Expectation): Expectation {
  const isList = expectation(words, Array.isArray)
  return (value, at) => {
    const problem = isList(value, at)
    if (problem !== undefined) return problem
    for (const [index, item] of (value as readonly unknown[]).entries()) {
      const wrong = each(item, `${at}[${index}]`)
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
}

/** An object with known keys. @param needed The keys that may not be left out. */
export function objectWith(
  words: string,
  keys: Readonly<Record<string, Expectation>>,
  needed: readonly string[] = [],
): Expectation {
  const isRecord = expectation(words, isObject)
  return (value, at) => {
    const problem = isRecord(value, at)
    if (problem !== undefined) return problem
    const record = value as Readonly<Record<string, unknown>>
    const missing = needed.find((key) => record[key] === undefined)
    if (missing !== undefined) return `“${at}” needs “${missing}”: it takes ${words}`
    return problemIn(record, keys, (key) => `${at}.${key}`)
  }
}

/**
 * Refuses wrong options.
 * @param who The public function, for the message.
 * @param options What it was given.
 * @throws {TypeError} that names the first option that is unknown or wrong, and says what it takes.
 */
export function refuseWrongOptions(
  who: string,
  options: unknown,
  expectations: Readonly<Record<string, Expectation>>,
): void {
  if (!isObject(options)) throw new TypeError(`${who}: the options are an object, not ${shown(options)}`)
  const problem = problemIn(options as Readonly<Record<string, unknown>>, expectations, (key) => key)
  if (problem !== undefined) throw new TypeError(`${who}: ${problem}`)
}

/** Refuses a wrong argument. @throws {TypeError} that names it and says what it takes. */
export function refuseWrong(who: string, argument: string, value: unknown, expected: Expectation): void {
  const problem = expected(value, argument)
  if (problem !== undefined) throw new TypeError(`${who}: ${problem}`)
}

function problemIn(
  record: Readonly<Record<string, unknown>>,
  keys: Readonly<Record<string, Expectation>>,
  place: (key: string) => string,
): string | undefined {
  for (const [key, value] of Object.entries(record)) {
    if (!Object.hasOwn(keys, key)) return `there is no option “${place(key)}”${didYouMean(key, Object.keys(keys))}`
    const problem = value === undefined ? undefined : keys[key]!(value, place(key))
    if (problem !== undefined) return problem
  }
  return undefined
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const LONGEST_SHOWN = 40

/** A value as a message names it. */
function shown(value: unknown): string {
  if (typeof value === 'string')
    return `'${value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value}'`
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`
  if (Array.isArray(value)) return 'a list'
  if (typeof value !== 'object' || value === null) return String(value)
  const name = (value as { readonly constructor?: { readonly name?: unknown } }).constructor?.name
  return typeof name === 'string' && name !== '' && name !== 'Object' ? `a ${name}` : 'an object'
}
