/** Reads what Stryker reports of a run: how many mutants were noticed, and which were not. */

/** The part of Stryker’s report that is read. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

interface Point {
  readonly line: number
  /** From 1. */
  readonly column: number
}

interface Mutant {
  readonly status: string
  readonly replacement?: string
  readonly location: { readonly start: Point; readonly end: Point }
}

/** How the tests did. */
export interface MutationScore {
  readonly noticed: number
  readonly all: number
  /** A line each: the place, what stands there, and what it was changed to unnoticed. */
  readonly survivors: readonly string[]
}

// One that ends in a loop without end is noticed by the time it takes.
const NOTICED: ReadonlySet<string> = new Set(['Killed', 'Timeout'])
const UNNOTICED: ReadonlySet<string> = new Set(['Survived', 'NoCoverage'])
const LONGEST = 80

/** The score of a run; mutants that don’t load count on neither side. */
export function scoreOf({ files }: MutationReport): MutationScore {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file, source })),
  )
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length
  const unnoticed = mutants.filter(({ status }) => UNNOTICED.has(status))
  return {
    noticed,
    all: noticed + unnoticed.length,
    survivors: unnoticed.map(
      ({ file, source, location, replacement = '' }) =>
        `${file}:${location.start.line}:${location.start.column}: ${shown(textAt(source, location))} → ${shown(replacement)}`,
    ),
  }
}

function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.pop()!.slice(0, end.column - 1)
  return [...lines, last].join('\n').slice(start.column - 1)
}

function shown(code: string): string {
  const line = code.replace(/\s+/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
