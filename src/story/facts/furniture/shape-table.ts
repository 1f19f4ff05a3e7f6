/** The table of shapes, made ready once: asks by first and last word which shapes a stretch of text could have. */
import { Automaton } from './automaton.ts'
import { firstKey, lastKey, skipMarks } from './edge-keys.ts'
import edges from './edges.generated.ts'
import { edgeOf, readEdges, templatesOf, type Edge } from './edges.ts'
import data from './shapes.generated.ts'
import { Classes, readTemplate } from './template.ts'
import { Tokens } from './tokens.ts'

/** How sure it is that such a line is no copy; `weak` words are crossheads and headlines as well. */
export type Certainty = 'sure' | 'likely' | 'weak'

/** Where in its story a line stands: before the first paragraph, between paragraphs, after the last. */
export type Position = 'top' | 'between' | 'foot'

/** One kind of page furniture. */
export interface Shape {
  readonly type: string
  readonly pack: string
  readonly certainty: Readonly<Record<Position, Certainty>>
  /** Where else than on a line of its own it may stand: as the last sentences or the first words of a paragraph. */
  readonly parts: readonly string[]
  readonly longest: number
  /** Whether links to other stories may follow on the next lines. */
  readonly opens: boolean
  /** Whether copy lists such lines, too: topics, addresses. */
  readonly neutral: boolean
  /** What else such a line must be: worded like a title, holding a clock's time. */
  readonly form: string | undefined
}

/** A shape at the start of a stretch, and where it ends. */
export interface HeadMatch {
  readonly shape: Shape
  /** The offset of its end in the text. */
  readonly end: number
}

/** One template of the table. */
interface Entry {
  readonly template: string
  /** The index of its shape. */
  readonly label: number
}

/** The templates that begin (or end) with one word. They are read when a line first begins like them. */
interface Bucket {
  readonly entries: Entry[]
  /** The longest line that any of them allows. */
  longest: number
  /** Whether one of them may be the tail, or the head, of a paragraph. */
  hasTail: boolean
  hasHead: boolean
  starts: readonly number[] | undefined
}

/** A kind of furniture as `shapes.yml` has it; `lines` are its templates, one a line. */
export interface ShapeData {
  readonly type: string
  readonly pack: string
  readonly certainty: string | Readonly<Record<string, string>>
  readonly parts?: readonly string[]
  readonly longest?: number
  readonly opens?: boolean
  readonly neutral?: boolean
  readonly form?: string
  readonly lines: string
}

/** What the table is made from. */
export interface TableData {
  readonly shapes: readonly ShapeData[]
  readonly classes: Readonly<Record<string, string>>
  readonly cues: Omit<ShapeData, 'lines'> & { readonly phrases: readonly string[] }
}

// What is quoted, or what somebody says, is copy.
const SPEECH = /["“”«]|\b(?:said|says|told|asked|wrote|according)\b/i

const USUAL_LONGEST = 120
const NONE: readonly Shape[] = []

/** The shapes, indexed by the words that they can begin or, failing that, end with. */
export class ShapeTable {
  readonly shapes: readonly Shape[]
  readonly #classes: Classes
  readonly #automaton = new Automaton()
  readonly #byFirst = new Map<string, Bucket>()
  readonly #byLast = new Map<string, Bucket>()
  readonly #longest: number
  readonly #cue: Shape
  readonly #cuePattern: RegExp

  /** @param edges Where each template is looked up, where that is known already. */
  constructor({ shapes, classes, cues }: TableData, edges?: readonly Edge[]) {
    this.#cue = toShape(cues)
    this.#cuePattern = new RegExp(cues.phrases.join('|'), 'i')
    this.#classes = new Classes(classes)
    this.shapes = shapes.map(toShape)
    this.#longest = Math.max(...this.shapes.map(({ longest }) => longest))
    let next = 0
    for (const [label, shape] of shapes.entries()) {
      for (const template of templatesOf(shape)) this.#index({ template, label }, edges ? edges[next++]! : edgeOf(template, this.#classes))
    }
  }

  #index(entry: Entry, { side, keys }: Edge): void {
    const map = side === 'first' ? this.#byFirst : this.#byLast
    const { longest, parts } = this.shapes[entry.label]!
    for (const key of keys) {
      let bucket = map.get(key)
      if (!bucket) map.set(key, (bucket = { entries: [], longest: 0, hasTail: false, hasHead: false, starts: undefined }))
      bucket.entries.push(entry)
      bucket.longest = Math.max(bucket.longest, longest)
      bucket.hasTail ||= parts.includes('tail')
      bucket.hasHead ||= parts.includes('head')
    }
  }

  #starts(bucket: Bucket): readonly number[] {
    const read = ({ template, label }: Entry): readonly number[] => this.#automaton.add(readTemplate(template, this.#classes), label)
    return (bucket.starts ??= bucket.entries.flatMap(read))
  }

  /** The shapes that a line has as a whole; marks around it don't count. */
  matchLine(text: string, start: number, end: number): readonly Shape[] {
    return this.#match(text, start, end, false)
  }

  /** The shapes that a paragraph's last sentences have, among those that can be a tail. */
  matchTail(text: string, start: number, end: number): readonly Shape[] {
    return this.#match(text, start, end, true)
  }

  #match(text: string, from: number, end: number, isTail: boolean): readonly Shape[] {
    if (end - from > this.#longest) return NONE
    const start = skipMarks(text, from, end)
    // “Advertisement Advertisement”: a label for the eye and one for the screen reader.
    const middle = (start + end) >> 1
    const isDouble = text.charCodeAt(middle) === 32 && (end - start) % 2 === 1 && text.slice(start, middle) === text.slice(middle + 1, end)
    return this.#matchOnce(text, start, isDouble ? middle : end, isTail)
  }

  #matchOnce(text: string, start: number, end: number, isTail: boolean): readonly Shape[] {
    const length = end - start
    const fits = (bucket: Bucket | undefined): bucket is Bucket =>
      bucket !== undefined && length <= bucket.longest && (!isTail || bucket.hasTail)
    const byFirst = this.#byFirst.get(firstKey(text, start, end))
    const byLast = this.#byLast.get(lastKey(text, start, end))
    let shapes = NONE
    if (fits(byFirst)) shapes = this.#run(byFirst, text, start, end)
    // These may begin with any words; those of another sentence are not meant.
    if (fits(byLast) && !holdsStop(text, start, end)) shapes = [...shapes, ...this.#run(byLast, text, start, end)]
    return shapes.length === 0 ? NONE : shapes.filter((shape) => length <= shape.longest && (!isTail || shape.parts.includes('tail')))
  }

  #run(bucket: Bucket, text: string, start: number, end: number): readonly Shape[] {
    const tokens = new Tokens(text, start, end)
    const matches = this.#automaton.run(this.#starts(bucket), tokens)
    if (matches.length === 0) return NONE
    const whole = matches.filter((match) => onlyMarksFrom(tokens, match.tokens))
    return [...new Set(whole.map(({ label }) => this.shapes[label]!))]
  }

  /** What gives a sentence away wherever it stands in it; nothing where somebody speaks. */
  matchCue(text: string, start: number, end: number): Shape | undefined {
    if (end - start > this.#cue.longest) return undefined
    const sentence = text.slice(start, end)
    // Nearly every paragraph comes by here; all cues hold one of these.
    if (!sentence.includes('our ') && !sentence.includes('ign')) return undefined
    return this.#cuePattern.test(sentence) && !SPEECH.test(sentence) ? this.#cue : undefined
  }

  /** The longest shape that a paragraph begins with, among those that can be a head. */
  matchHead(text: string, start: number, end: number): HeadMatch | undefined {
    const bucket = this.#byFirst.get(firstKey(text, start, end))
    if (!bucket?.hasHead) return undefined
    const tokens = new Tokens(text, start, end)
    const match = this.#automaton.run(this.#starts(bucket), tokens).findLast(({ label }) => this.shapes[label]!.parts.includes('head'))
    return match && { shape: this.shapes[match.label]!, end: tokens.at(match.tokens - 1)!.end }
  }
}

function toShape(data: Omit<ShapeData, 'lines'>): Shape {
  const { type, pack, certainty, parts = [], longest = USUAL_LONGEST, opens = false, neutral = false, form } = data
  const each = (position: Position) => (typeof certainty === 'string' ? certainty : certainty[position]) as Certainty
  return { type, pack, certainty: { top: each('top'), between: each('between'), foot: each('foot') }, parts, longest, opens, neutral, form }
}

function onlyMarksFrom(tokens: Tokens, index: number): boolean {
  for (let token = tokens.at(index); token; token = tokens.at(++index)) if (token.kind !== 'mark' && token.kind !== 'stop') return false
  return true
}

function holdsStop(text: string, start: number, end: number): boolean {
  const tokens = new Tokens(text, start, end)
  for (let index = 0, token = tokens.at(0); token; token = tokens.at(++index)) if (token.kind === 'stop') return true
  return false
}

let table: ShapeTable | undefined

/** The table of shapes; made when first asked for. */
export function shapeTable(): ShapeTable {
  return (table ??= new ShapeTable(data, readEdges(edges)))
}
