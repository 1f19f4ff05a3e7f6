/**
 * Collects every regular expression of ours: the literals in the sources, and those that modules put together as they
 * load and run.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vitest/node'
import { ROOT } from './rule-folders.ts'

/** A regular expression, and one place where it stands or is made: “src/english/parse/parser.ts”. */
export interface Expression {
  readonly source: string
  readonly flags: string
  readonly file: string
}

/** The sources that are run for users, from the root, in their order. */
export const SOURCE_FILES: readonly string[] = ['src', 'rules']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(ROOT.length + 1)
          .replaceAll('\\', '/'),
      ),
  )
  .toSorted()

/** The literals in a module's text. */
export function literalsIn(code: string, file: string): readonly Expression[] {
  const found: Expression[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node && node.regex) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string }
      found.push({ source: pattern, flags, file })
    }
    Object.values(node).forEach(walk)
  }
  walk(parseAst(code, { lang: 'ts' }))
  return found
}

/** The literals of all sources. */
export function allLiterals(): readonly Expression[] {
  return SOURCE_FILES.flatMap((file) => literalsIn(readFileSync(join(ROOT, file), 'utf8'), file))
}

/** Notes what our sources build with `new RegExp` while something runs; modules must be loaded in it to be noted. */
export async function builtDuring(work: () => Promise<void>): Promise<readonly Expression[]> {
  const found: Expression[] = []
  const real = globalThis.RegExp
  const note = (made: RegExp): RegExp => {
    const caller =
      new Error().stack
        ?.split('\n')
        .slice(1)
        .find((line) => !line.includes('regular-expressions.ts')) ?? ''
    const file = /\/((?:src|rules)\/[^\s:?]+\.ts)/.exec(caller)?.[1]
    if (file !== undefined && !caller.includes('node_modules'))
      found.push({ source: made.source, flags: made.flags, file })
    return made
  }
  globalThis.RegExp = new Proxy(real, {
    construct: (target, args, newTarget) => note(Reflect.construct(target, args, newTarget) as RegExp),
    apply: (target, self, args) => note(Reflect.apply(target, self, args) as RegExp),
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = real
  }
  return found
}

/** Each expression once, with the first place that has it. */
export function unique(expressions: readonly Expression[]): readonly Expression[] {
  const byText = new Map<string, Expression>()
  for (const one of expressions) {
    const key = `/${one.source}/${one.flags}`
    if (!byText.has(key)) byText.set(key, one)
  }
  return [...byText.values()]
}
