/** The colours of a report, handed in by whoever knows the terminal. */

/** Puts a style on a stretch of a line. */
export type Paint = (text: string) => string

/** The styles that reports use. */
export interface Palette {
  readonly bold: Paint
  readonly dim: Paint
  readonly red: Paint
  readonly yellow: Paint
  readonly green: Paint
  readonly cyan: Paint
}

const asIs: Paint = (text) => text

/** No colours at all. */
export const PLAIN: Palette = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, green: asIs, cyan: asIs }
