/** The table of shapes, made ready once: asks by first and last word which shapes a stretch of text could have. */
import { Automaton, Classes, lineKeys, LineTokens, readTemplate } from '../../../english/phrases.ts'
import { firstKey, lastKey, skipMarks } from './edge-keys.ts'
import edges from './edges.generated.ts'
import { readEdges, renderEdges, templatesOf, type EdgeIndex } from './edges.ts'
import { toShape, USUAL_LONGEST, type Shape, type ShapeData, type TableData } from './shape.ts'
import data from './shapes.generated.ts'

export type { TableData } from './shape.ts'

/** A shape at the start of a stretch, and where it ends. */
export interface HeadMatch {
  readonly shape: Shape
  /** The offset of its end in the text. */
  readonly end: number
}

/** The templates that begin (or end) with one word. They are read when a line first begins like them. */
interface Bucket {
  readonly templates: readonly Template[]
  /** The longest line that any of them allows, and the longest tail. */
  readonly longest: number
  readonly longestTail: number
  readonly hasHead: boolean
  readonly starts: Partial<Record<Part, readonly number[]>>
}

interface Template {
  readonly template: string
  /** The index of its shape. */
  readonly label: number
}

/**
 * Which templates are meant: all, those that may be as long as a paragraph, those that may be its tail or its head.
 * Nearly every paragraph is looked at as a long line and asked for its tail.
 */
type Part = 'line' | 'long' | 'tail' | 'head'

// What is quoted, or what somebody says, is copy.
const SPEECH = /["“”«]|\b(?:said|says|told|asked|wrote|according)\b/i

/** What all cues hold. */
export const CUE = /our |ign|us on|cript|cookies/
const NONE: readonly Shape[] = []

/** The shapes, indexed by the words that they can begin or, failing that, end with. */
export class ShapeTable {
  readonly shapes: readonly Shape[]
  readonly #data: readonly ShapeData[]
  readonly #classes: Classes
  readonly #automaton = new Automaton()
  readonly #edges: EdgeIndex
  readonly #buckets = { first: new Map<string, Bucket>(), last: new Map<string, Bucket>() }
  readonly #starts = new Map<string, readonly number[]>()
  readonly #longest: number
  readonly #cue: Shape
  readonly #cuePacks: Readonly<Record<string, string>>
  readonly #cuePattern: RegExp

  /** @param edges Where the templates are looked up, where that is known already. */
  constructor({ shapes, classes, cues }: TableData, edges: EdgeIndex = readEdges(renderEdges(shapes, classes))) {
    this.#cue = toShape(cues)
    this.#cuePacks = cues.packs ?? {}
    this.#cuePattern = new RegExp(cues.phrases.join('|'), 'i')
    this.#classes = new Classes(classes, lineKeys)
    this.#data = shapes
    this.#edges = edges
    this.shapes = shapes.map(toShape)
    this.#longest = Math.max(...this.shapes.map(({ longest }) => longest))
  }

  #bucket(side: 'first' | 'last', key: string): Bucket | undefined {
    const known = this.#buckets[side].get(key)
    if (known) return known
    const ids = this.#edges[side].get(key)
    if (ids === undefined) return undefined
    const templates = ids.split(' ').map((id): Template => {
      const [label, line] = id.split('.').map(Number)
      return { template: templatesOf(this.#data[label!]!)[line!]!, label: label! }
    })
    const shapes = templates.map(({ label }) => this.shapes[label]!)
    const longestOf = (some: readonly Shape[]): number => Math.max(0, ...some.map(({ longest }) => longest))
    const bucket: Bucket = {
      templates,
      longest: longestOf(shapes),
      longestTail: longestOf(shapes.filter(({ parts }) => parts.includes('tail'))),
      hasHead: shapes.some(({ parts }) => parts.includes('head')),
      starts: {},
    }
    this.#buckets[side].set(key, bucket)
    return bucket
  }

  /** The states in which the templates of a bucket start. */
  #startsOf(bucket: Bucket, part: Part): readonly number[] {
    return (bucket.starts[part] ??= bucket.templates
      .filter(({ label }) => isOfPart(this.shapes[label]!, part))
      .flatMap(({ template, label }) => this.#startsOfTemplate(template, label)))
  }

  #startsOfTemplate(template: string, label: number): readonly number[] {
    const id = `${label} ${template}`
    let starts = this.#starts.get(id)
    if (!starts) this.#starts.set(id, (starts = this.#automaton.add(readTemplate(template, this.#classes), label)))
    return starts
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
    const isDouble =
      text.charCodeAt(middle) === 32
      && (end - start) % 2 === 1
      && text.slice(start, middle) === text.slice(middle + 1, end)
    return this.#matchOnce(text, start, isDouble ? middle : end, isTail)
  }

  #matchOnce(text: string, start: number, end: number, isTail: boolean): readonly Shape[] {
    const length = end - start
    const fits = (bucket: Bucket | undefined): bucket is Bucket =>
      bucket !== undefined && length <= (isTail ? bucket.longestTail : bucket.longest)
    const byFirst = this.#bucket('first', firstKey(text, start, end))
    const byLast = this.#bucket('last', lastKey(text, start, end))
    let shapes = NONE
    const part = isTail ? 'tail' : length > USUAL_LONGEST ? 'long' : 'line'
    if (fits(byFirst)) shapes = this.#run(byFirst, part, text, start, end)
    // These may begin with any words; those of another sentence are not meant.
    if (fits(byLast) && !holdsStop(text, start, end)) shapes = [...shapes, ...this.#run(byLast, part, text, start, end)]
    return shapes.length === 0 ? NONE : shapes.filter((shape) => length <= shape.longest)
  }

  #run(bucket: Bucket, part: Part, text: string, start: number, end: number): readonly Shape[] {
    const tokens = new LineTokens(text, start, end)
    const matches = this.#automaton.run(this.#startsOf(bucket, part), tokens)
    if (matches.length === 0) return NONE
    const whole = matches.filter((match) => onlyMarksFrom(tokens, match.tokens))
    return [...new Set(whole.map(({ label }) => this.shapes[label]!))]
  }

  /** What gives a sentence away wherever it stands in it; nothing where somebody speaks. */
  matchCue(text: string, start: number, end: number): Shape | undefined {
    if (end - start > this.#cue.longest) return undefined
    const sentence = text.slice(start, end)
    // Nearly every paragraph comes by here.
    if (!CUE.test(sentence)) return undefined
    const phrase = this.#cuePattern.exec(sentence)
    if (!phrase || SPEECH.test(sentence)) return undefined
    const pack = this.#cuePacks[phrase[0].toLowerCase()]
    return pack === undefined ? this.#cue : { ...this.#cue, pack }
  }

  /** The longest shape that a paragraph begins with, among those that can be a head. */
  matchHead(text: string, start: number, end: number): HeadMatch | undefined {
    const bucket = this.#bucket('first', firstKey(text, start, end))
    if (!bucket?.hasHead) return undefined
    const tokens = new LineTokens(text, start, end)
    const match = this.#automaton.run(this.#startsOf(bucket, 'head'), tokens).at(-1)
    return match && { shape: this.shapes[match.label]!, end: tokens.at(match.tokens - 1)!.end }
  }
}

function isOfPart({ longest, parts }: Shape, part: Part): boolean {
  return part === 'line' || (part === 'long' ? longest > USUAL_LONGEST : parts.includes(part))
}

function onlyMarksFrom(tokens: LineTokens, index: number): boolean {
  for (let token = tokens.at(index); token; token = tokens.at(++index))
    if (token.kind !== 'mark' && token.kind !== 'stop') return false
  return true
}

function holdsStop(text: string, start: number, end: number): boolean {
  const tokens = new LineTokens(text, start, end)
  for (let index = 0, token = tokens.at(0); token; token = tokens.at(++index)) if (token.kind === 'stop') return true
  return false
}

let table: ShapeTable | undefined

/** The table of shapes; made when first asked for. */
export function shapeTable(): ShapeTable {
  return (table ??= new ShapeTable(data, readEdges(edges)))
}
