/** The kinds of page furniture, as `shapes.yml` has them and as the table uses them. */

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
  /**
   * Whether it is furniture alone between two paragraphs, too, unless it is their crosshead; `phrase` if it has more
   * than one word.
   */
  readonly lone: boolean | 'phrase'
  /** What else such a line must be: worded like a title, holding a clock's time. */
  readonly form: string | undefined
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
  readonly lone?: boolean | string
  readonly form?: string
  readonly lines: string
}

/** What the table is made from. */
export interface TableData {
  readonly shapes: readonly ShapeData[]
  readonly classes: Readonly<Record<string, string>>
  readonly cues: Omit<ShapeData, 'lines'> & {
    readonly phrases: readonly string[]
    /** The packs of phrases that give away another one than the shape's. */
    readonly packs?: Readonly<Record<string, string>>
  }
}

/** The longest line of a shape that doesn't say. */
export const USUAL_LONGEST = 120

/** Makes a shape of its data. */
export function toShape(data: Omit<ShapeData, 'lines'>): Shape {
  const {
    type,
    pack,
    certainty,
    parts = [],
    longest = USUAL_LONGEST,
    opens = false,
    neutral = false,
    lone = false,
    form,
  } = data
  const each = (position: Position) => (typeof certainty === 'string' ? certainty : certainty[position]) as Certainty
  const certainties = { top: each('top'), between: each('between'), foot: each('foot') }
  return { type, pack, certainty: certainties, parts, longest, opens, neutral, lone: lone as Shape['lone'], form }
}
