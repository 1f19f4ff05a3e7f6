/** Reads JSON as data whose places have lines. */
import type { DataPath } from './config.ts'
import { DataError, lineAt, type Data } from './data.ts'

/**
 * Reads a JSON text.
 * @throws {DataError} where it is none.
 */
export function readJson(text: string): Data {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    // The engine's words quote the text; only the place is taken from them.
    const offset = / position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    throw new DataError('is not valid JSON', offset === undefined ? undefined : lineAt(text, Number(offset)))
  }
  return { value, lineOf: (path) => lineAt(text, offsetOf(text, path)) }
}

/** The offset of what a path leads to in a valid JSON text; where the path ends early, of its last part that exists. */
function offsetOf(text: string, path: DataPath): number {
  let at = skipSpace(text, 0)
  let found = at
  for (const step of path) {
    const next =
      text[at] === '{' ? memberOf(text, at, String(step)) : text[at] === '[' ? itemOf(text, at, step) : undefined
    if (!next) break
    found = next.start
    at = next.value
  }
  return found
}

interface Member {
  /** Where its key starts, or the item itself. */
  readonly start: number
  readonly value: number
}

/** The last member of that name: it is the one that JSON.parse keeps. */
function memberOf(text: string, object: number, key: string): Member | undefined {
  let member: Member | undefined
  for (let at = skipSpace(text, object + 1); text[at] !== '}';) {
    const end = skipValue(text, at)
    const value = skipSpace(text, skipSpace(text, end) + 1)
    if (JSON.parse(text.slice(at, end)) === key) member = { start: at, value }
    at = skipSeparator(text, skipValue(text, value))
  }
  return member
}

function itemOf(text: string, array: number, index: string | number): Member | undefined {
  let at = skipSpace(text, array + 1)
  for (let passed = 0; text[at] !== ']'; passed++) {
    if (passed === index) return { start: at, value: at }
    at = skipSeparator(text, skipValue(text, at))
  }
  return undefined
}

function skipSeparator(text: string, at: number): number {
  const next = skipSpace(text, at)
  return text[next] === ',' ? skipSpace(text, next + 1) : next
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++
  return at
}

/** One past a value. Brackets are counted, not followed: a deep value takes no stack. */
function skipValue(text: string, start: number): number {
  let depth = 0
  let at = start
  do {
    const character = text[at]
    if (character === '"') at = skipString(text, at)
    else {
      if (character === '{' || character === '[') depth++
      else if (character === '}' || character === ']') depth--
      at++
      if (depth === 0 && character !== '}' && character !== ']')
        while (at < text.length && !',}] \t\n\r'.includes(text[at]!)) at++
    }
  } while (depth > 0 && at < text.length)
  return at
}

function skipString(text: string, quote: number): number {
  let at = quote + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}
