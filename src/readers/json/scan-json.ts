/**
 * Finds the strings of a JSON text and where they stand. It follows no value down, so that a deep one takes no stack.
 */

/** One step down into a value: a member's key, or an item's place in its list. */
export type JsonStep = string | number

/** A string of a JSON text. Offsets are the text's; the quotes don't belong to it. */
export interface JsonString {
  /** The way to it from the top. */
  readonly path: readonly JsonStep[]
  readonly start: number
  readonly end: number
}

interface OpenContainer {
  readonly isList: boolean
  step: JsonStep
}

// Deeper than that nothing of a story stands.
const DEEPEST = 12

/**
 * The string values of a JSON text from `start` to `end`, in its order. Where the text isn't JSON it finds what it can.
 */
export function scanJson(text: string, start = 0, end = text.length): readonly JsonString[] {
  const found: JsonString[] = []
  const levels: OpenContainer[] = []
  let expectsKey = false
  for (let at = start; at < end; at++) {
    const character = text[at]
    const level = levels.at(-1)
    if (character === '"') {
      const from = at + 1
      at = endOfString(text, from, end)
      if (expectsKey && level) level.step = unescapeJson(text.slice(from, at))
      else if (levels.length <= DEEPEST) found.push({ path: levels.map(({ step }) => step), start: from, end: at })
    } else if (character === '{' || character === '[') {
      levels.push({ isList: character === '[', step: character === '[' ? 0 : '' })
      expectsKey = character === '{'
    } else if (character === '}' || character === ']') {
      levels.pop()
      expectsKey = false
    } else if (character === ',') {
      if (level?.isList) level.step = (level.step as number) + 1
      expectsKey = level !== undefined && !level.isList
    } else if (character === ':') {
      expectsKey = false
    }
  }
  return found
}

/** Where a string's closing quote stands. */
function endOfString(text: string, start: number, end: number): number {
  let at = start
  while (at < end && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return Math.min(at, end)
}

function unescapeJson(raw: string): string {
  return raw.includes('\\')
    ? raw.replace(/\\(?:u([\dA-Fa-f]{4})|([^]))/g, (_, hex: string | undefined, letter: string) =>
        hex === undefined ? letter : String.fromCharCode(parseInt(hex, 16)),
      )
    : raw
}
