/**
 * One notation of patterns for file names, wherever they stand: among the arguments, in a config, in a .copydeskignore.
 */
import { join } from 'node:path'
import { exists } from './repository.ts'

/** A part of a pattern between two slashes; `**` stands for any number of folders. */
export type GlobPart = '**' | NamePattern

/** What names a part of a pattern means. */
export interface NamePattern {
  /** The one name that it means, where nothing in it is special. */
  readonly name: string | undefined
  /** What it says letter for letter, where that may well be a name: `[city]`, `{a,b}`, `@(x)`. */
  readonly spelt: string | undefined
  /** Whether hidden names are meant: it begins with a full stop itself. */
  readonly isHidden: boolean
  matches(name: string): boolean
}

type Characters = readonly string[]
/** Which places in a name have been reached: one more than it has characters. */
type Places = Uint8Array
/**
 * From the places reached before a step of a pattern to those behind it; linear, since it goes on from all places at
 * once.
 */
type Step = (name: Characters, from: Places) => Places

// No file system has longer names.
const LONGEST = 1000
const DEEPEST_BRACES = 8
const SPECIAL = '\\*?[]{}()|,@+!'

/** The parts of a pattern without leading or trailing slash. */
export function globParts(pattern: string): readonly GlobPart[] {
  return pattern
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '**' ? '**' : namePattern(part)))
}

/**
 * Whether a part of a pattern means a name in a folder. A part that is letter for letter the name of something there
 * means that alone, so that `stories/[city]` is the folder of that name where there is one.
 */
export function means(part: NamePattern, name: string, folder: string): boolean {
  if (part.name !== undefined || name === part.spelt) return name === (part.name ?? part.spelt)
  return part.matches(name) && !(part.spelt !== undefined && exists(join(folder, part.spelt)))
}

function namePattern(text: string): NamePattern {
  const characters = [...text]
  const isHidden = text.startsWith('.')
  if (characters.length > LONGEST) return { name: undefined, spelt: undefined, isHidden, matches: () => false }
  if (!/[\\*?[{]|[@+!]\(/.test(text))
    return { name: text, spelt: undefined, isHidden, matches: (name) => name === text }
  const steps = new PatternText(characters).steps(0, characters.length, 0)
  const places = [...SPECIAL]
    .flatMap((sign) => [text.indexOf(sign), text.lastIndexOf(sign)])
    .filter((place) => place >= 0)
  const [beginning, end] = [text.slice(0, Math.min(...places)), text.slice(Math.max(...places) + 1)]
  return {
    name: undefined,
    spelt: /[[{(]/.test(text) && !text.includes('\\') ? text : undefined,
    isHidden,
    matches: (name) => {
      // Most names differ where nothing is special; that is soon seen.
      if (!name.startsWith(beginning) || !name.endsWith(end)) return false
      const letters = [...name]
      if (letters.length > LONGEST) return false
      const start = new Uint8Array(letters.length + 1)
      start[0] = 1
      return follow(steps, letters, start)[letters.length] === 1
    },
  }
}

function follow(steps: readonly Step[], name: Characters, from: Places): Places {
  return steps.reduce((places, step) => step(name, places), from)
}

/** A step, and where what follows it begins. */
interface ReadStep {
  readonly step: Step
  readonly end: number
}

/** The text of one part, from which its steps are read. What doesn't close stands for itself. */
class PatternText {
  readonly #text: readonly string[]

  constructor(text: readonly string[]) {
    this.#text = text
  }

  steps(from: number, to: number, depth: number): readonly Step[] {
    const steps: Step[] = []
    for (let at = from; at < to;) {
      const character = this.#text[at]!
      const found = this.#groupAt(at, to, depth)
        ?? this.#classAt(at, to)
        ?? this.#escapedAt(at, to) ?? { step: stepOf(character), end: at + 1 }
      steps.push(found.step)
      at = found.end
    }
    return steps
  }

  #escapedAt(at: number, to: number): ReadStep | undefined {
    const meant = this.#text[at + 1]
    return this.#text[at] === '\\' && at + 1 < to ? { step: oneOf((other) => other === meant), end: at + 2 } : undefined
  }

  /** `{a,b}`, and `@(a|b)`, `?(…)`, `+(…)`, `*(…)`, `!(…)` outside braces and each other. */
  #groupAt(at: number, to: number, depth: number): ReadStep | undefined {
    const sign = this.#text[at]!
    const isBrace = sign === '{'
    if (isBrace ? depth >= DEEPEST_BRACES : depth > 0 || !'@?+*!'.includes(sign) || this.#text[at + 1] !== '(')
      return undefined
    const bounds = isBrace ? this.#bounds(at + 1, to, ['{', ',', '}']) : this.#bounds(at + 2, to, ['', '|', ')'])
    if (!bounds || (isBrace && bounds.length < 3)) return undefined
    const choices = bounds.slice(1).map((end, index) => this.steps(bounds[index]! + 1, end, depth + 1))
    return { step: groupStep(isBrace ? '@' : sign, choices), end: bounds.at(-1)! + 1 }
  }

  /** Where the choices of a group begin and end: before the first, at each divider, at what closes it. */
  #bounds(
    from: number,
    to: number,
    [opens, divides, closes]: readonly [string, string, string],
  ): readonly number[] | undefined {
    const bounds = [from - 1]
    let inner = 0
    for (let at = from; at < to; at++) {
      const character = this.#text[at]
      if (character === '\\') at++
      else if (character === opens) inner++
      else if (character === closes && inner > 0) inner--
      else if (character === closes) return [...bounds, at]
      else if (character === divides && inner === 0) bounds.push(at)
    }
    return undefined
  }

  /** `[abc]`, `[a-z]`, `[!a]`. */
  #classAt(at: number, to: number): ReadStep | undefined {
    if (this.#text[at] !== '[') return undefined
    const isNegated = this.#text[at + 1] === '!' || this.#text[at + 1] === '^'
    const from = at + (isNegated ? 2 : 1)
    const end = this.#text.indexOf(']', from + 1)
    if (end < 0 || end >= to) return undefined
    const ranges = rangesIn(this.#text.slice(from, end))
    const holds = (other: string): boolean => ranges.some(([first, last]) => other >= first && other <= last)
    return { step: oneOf((other) => holds(other) !== isNegated), end: end + 1 }
  }
}

/** The characters of a class as ranges: “ab-d” as a to a and b to d. */
function rangesIn(characters: readonly string[]): readonly (readonly [string, string])[] {
  const ranges: [string, string][] = []
  for (let at = 0; at < characters.length; at++) {
    const isRange = characters[at + 1] === '-' && at + 2 < characters.length
    ranges.push([characters[at]!, characters[isRange ? at + 2 : at]!])
    if (isRange) at += 2
  }
  return ranges
}

function stepOf(character: string): Step {
  if (character === '*') return anything
  return character === '?' ? oneOf(() => true) : oneOf((other) => other === character)
}

function oneOf(fits: (character: string) => boolean): Step {
  return (name, from) => {
    const places = new Uint8Array(from.length)
    for (let at = 0; at < name.length; at++) if (from[at] && fits(name[at]!)) places[at + 1] = 1
    return places
  }
}

const anything: Step = (_, from) => {
  const first = from.indexOf(1)
  return from.map((_place, at) => (first >= 0 && at >= first ? 1 : 0))
}

function groupStep(sign: string, choices: readonly (readonly Step[])[]): Step {
  const once: Step = (name, from) =>
    joined(
      choices.map((steps) => follow(steps, name, from)),
      from.length,
    )
  if (sign === '@') return once
  if (sign === '?') return (name, from) => joined([from, once(name, from)], from.length)
  if (sign === '!')
    return (name, from) =>
      joined(
        [...from].flatMap((isReached, at) => (isReached ? [allBut(once, name, at)] : [])),
        from.length,
      )
  return (name, from) => {
    const reached = sign === '*' ? from.slice() : new Uint8Array(from.length)
    for (let last = from; last.includes(1);) {
      const next = once(name, last)
      next.forEach((isReached, at) => {
        if (isReached && reached[at]) next[at] = 0
        else if (isReached) reached[at] = 1
      })
      last = next
    }
    return reached
  }
}

/** All places from one on that a step doesn't reach from there. */
function allBut(step: Step, name: Characters, at: number): Places {
  const start = new Uint8Array(name.length + 1)
  start[at] = 1
  return step(name, start).map((isReached, place) => (isReached || place < at ? 0 : 1))
}

function joined(all: readonly Places[], length: number): Places {
  const places = new Uint8Array(length)
  for (const one of all)
    one.forEach((isReached, at) => {
      if (isReached) places[at] = 1
    })
  return places
}
