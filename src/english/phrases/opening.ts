/** Finds the tokens that a template can begin with, without reading the rest of it. */
import { Tokens } from './tokens.ts'

const code = (character: string): number => character.charCodeAt(0)
const SPACE = code(' ')
const OPEN = code('(')
const CLOSE = code(')')
const OPEN_OPTIONAL = code('[')
const CLOSE_OPTIONAL = code(']')
const OR = code('|')
const SOME = code('*')
const REST = code('.')
const NUMBER = code('#')
const CLASS = code('<')
const ESCAPE = code('\\')

type Keys = ReadonlySet<string>

/**
 * The keys that a template can begin with; nothing where it can begin with any token. `classOpening` says the same of a
 * named class. Hundreds of templates are asked this before the first line is read, so each goes letter by letter, once.
 */
export function openingKeys(template: string, classOpening: (name: string) => Keys | undefined): Keys | undefined {
  const keys = new Set<string>()
  const length = template.length
  let at = 0

  /** Goes through a sequence; false where it can begin with any token, or with none. */
  const sequence = (collects: boolean, isTop: boolean): boolean => {
    let open = collects
    for (;;) {
      const next = at < length ? template.charCodeAt(at) : CLOSE
      if (next === CLOSE || next === CLOSE_OPTIONAL || next === OR || (isTop && collects && !open))
        return !collects || !open
      if (next === SPACE) {
        at++
      } else if (next === OPEN || next === OPEN_OPTIONAL) {
        at++
        if (!group(open)) return false
        if (next === OPEN) open = false
      } else if (next === SOME || next === REST) {
        if (open) return false
        at++
      } else {
        const from = at
        if (next === CLASS) at = classEnd(template, at)
        else if (next === ESCAPE) at += 2
        else at = wordEnd(template, at)
        if (open && !add(template.slice(from, at), next)) return false
        open = false
      }
    }
  }

  const group = (collects: boolean): boolean => {
    for (;;) {
      if (!sequence(collects, false)) return false
      if (template.charCodeAt(at++) !== OR) return true
    }
  }

  const add = (part: string, first: number): boolean => {
    if (first === NUMBER) keys.add('<number>')
    else if (first === ESCAPE) keys.add(part.slice(1))
    else if (first !== CLASS) keys.add(firstKey(part))
    else {
      const opening = classOpening(part.slice(1, -1))
      if (!opening) return false
      for (const key of opening) keys.add(key)
    }
    return true
  }

  return sequence(true, true) ? keys : undefined
}

function classEnd(template: string, from: number): number {
  const close = template.indexOf('>', from)
  if (close < 0) throw new SyntaxError(`“>” is missing in the template “${template}”`)
  return close + 1
}

const ENDS_WORD: ReadonlySet<number> = new Set([SPACE, OPEN, CLOSE, OPEN_OPTIONAL, CLOSE_OPTIONAL, OR, CLASS])

/** Past a word: up to a space, a bracket or a bar. */
function wordEnd(template: string, from: number): number {
  let at = from + 1
  while (at < template.length && !ENDS_WORD.has(template.charCodeAt(at))) at++
  return at
}

/** The key of a word of a template, or of its first part: “must” of “must-read”. */
function firstKey(word: string): string {
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    if (letter < 97 || letter > 122) return new Tokens(word, 0, word.length).at(0)!.key
  }
  return word
}
