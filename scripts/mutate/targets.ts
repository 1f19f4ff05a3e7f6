/** What is mutated, by which tests it should be noticed, and how much of it at least. */

/** A part of the code whose tests are put to the test. */
export interface MutationTarget {
  readonly name: string
  /** Files or patterns of Stryker’s, from the root. */
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
  /** The rule whose cases of test/rules.test.ts are run, where they are. */
  readonly rule?: string
  /** The share of mutants that must be noticed. */
  readonly bar: number
}

const part = (name: string, file: string, test: string): MutationTarget => ({
  name,
  mutate: [file],
  tests: [test],
  bar: 0.85,
})

const rule = (id: string, ...tests: readonly string[]): MutationTarget => ({
  name: id,
  mutate: [`rules/${id}/*.ts`, `!rules/${id}/*.generated.ts`],
  tests: ['test/rules.test.ts', ...tests],
  rule: id,
  bar: 0.8,
})

export const MUTATION_TARGETS: readonly MutationTarget[] = [
  part('edits', 'src/text/edits.ts', 'test/text/edits.test.ts'),
  part('fix', 'src/check/fixing/fix.ts', 'test/check/fix.test.ts'),
  part('baseline', 'src/check/hiding/baseline.ts', 'test/check/baseline.test.ts'),
  part('suppress', 'src/check/hiding/suppress.ts', 'test/check/suppress.test.ts'),
  part('decode-bytes', 'src/readers/bytes/decode-bytes.ts', 'test/readers/decode-bytes.test.ts'),
  part('text-reader', 'src/readers/text.ts', 'test/readers/text.test.ts'),
  rule('self-reference'),
  rule('misspelt-name', 'test/rules/misspelt-name.test.ts'),
]
