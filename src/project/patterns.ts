/** Matches files against the patterns of a config: those of a .gitignore, with {a,b} besides. */
import { isAbsolute, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

// “{a,b}” doubles a pattern; a config that asks for more than this is a mistake.
const MOST = 200
const matchers = new WeakMap<readonly string[], Ignore>()

/**
 * Whether a file is one of those that some patterns mean. A pattern without a slash means a name at any depth; with
 * one, a path from the folder. A file outside the folder is never meant.
 */
export function matches(patterns: readonly string[], folder: string, file: string): boolean {
  if (patterns.length === 0) return false
  const way = relative(folder, file)
  if (way === '' || isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) return false
  let matcher = matchers.get(patterns)
  if (!matcher) {
    matcher = ignore({ ignorecase: false }).add(patterns.flatMap((pattern) => expandBraces(pattern.replace(/^(!?)\.\//, '$1/'))))
    matchers.set(patterns, matcher)
  }
  return matcher.ignores(sep === '/' ? way : way.replaceAll(sep, '/'))
}

/** “*.{md,txt}” as “*.md” and “*.txt”. Braces that don't close, or hold no comma, stay as they are. */
export function expandBraces(pattern: string): readonly string[] {
  let patterns = [pattern]
  for (;;) {
    let expanded = false
    const next = patterns.flatMap((one) => {
      const group = /\{([^{}]*,[^{}]*)\}/.exec(one)
      if (!group) return one
      expanded = true
      return group[1]!.split(',').map((choice) => one.slice(0, group.index) + choice + one.slice(group.index + group[0].length))
    })
    if (!expanded || next.length > MOST) return patterns
    patterns = next
  }
}
