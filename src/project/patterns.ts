/** Matches files against the patterns of a config or a .copydeskignore: they count as in a .gitignore. */
import { isAbsolute, join, relative, sep } from 'node:path'
import { globParts, means, type GlobPart } from './glob.ts'

/** A pattern, read. */
interface Pattern {
  /** Its place among the others: the last one that means a path decides. */
  readonly order: number
  /** Whether it takes out again what others mean. */
  readonly isNegated: boolean
  readonly isOfFolders: boolean
  readonly parts: readonly GlobPart[]
}

// “{a/b,c/d}” doubles a pattern; a config that asks for more than this is a mistake.
const MOST = 200
// What isn’t a name or a path has to be tried on every path; no list that somebody wrote is so long.
export const MOST_OPEN = 2_000
/** Said of a file that holds more. */
export const TOO_MANY_OPEN = 'holds more patterns than make sense that mean more than one path (over 2,000)'
const read = new WeakMap<readonly string[], PatternSet>()

/** Patterns, read. Those that mean one name or one path alone are looked up, however many there are. */
interface PatternSet {
  readonly ofNames: ReadonlyMap<string, LastPatterns>
  readonly ofPaths: ReadonlyMap<string, LastPatterns>
  /** Those that have to be tried one by one. */
  readonly open: readonly Pattern[]
}

/** The last pattern of some that mean the same; one that is for folders only hides none for files. */
type LastPatterns = Readonly<Partial<Record<'any' | 'folders', Pattern>>>

/**
 * Whether a file is one of those that some patterns mean, itself or a folder that it lies in. A pattern without a slash
 * means a name at any depth; with one, a path from the folder. A file outside the folder is never meant.
 */
export function matches(patterns: readonly string[], folder: string, file: string): boolean {
  if (patterns.length === 0) return false
  const names = namesBetween(folder, file)
  return names.some(
    (_, index) =>
      verdictOn(patterns, folder, names.slice(0, index + 1), index === names.length - 1 ? 'file' : 'folder') === true,
  )
}

/**
 * Whether the last pattern that means a path itself, and not only a folder above it, takes it in or out; nothing where
 * none means it.
 */
export function verdictOn(
  patterns: readonly string[],
  folder: string,
  names: readonly string[],
  kind: 'file' | 'folder',
): boolean | undefined {
  const { ofNames, ofPaths, open } = patternsOf(patterns)
  const named = [ofNames.get(names.at(-1)!), ofPaths.get(names.join('/'))].flatMap((found) => [
    found?.any,
    kind === 'folder' ? found?.folders : undefined,
  ])
  const known = named.reduce((last, one) => (one && one.order > (last?.order ?? -1) ? one : last), undefined)
  const name = names.at(-1)!
  const parent = join(folder, ...names.slice(0, -1))
  const last =
    open.findLast(
      ({ order, isOfFolders, parts }) =>
        order > (known?.order ?? -1)
        && (kind === 'folder' || !isOfFolders)
        && endsWith(parts, name, parent)
        && meansPath(parts, names, folder),
    ) ?? known
  return last && !last.isNegated
}

/** How many of some patterns have to be tried on every path, since they mean more than one. */
export function countOpen(patterns: readonly string[]): number {
  return patternsOf(patterns).open.length
}

/** The names on the way from a folder to a path below it; none for one that isn't. */
export function namesBetween(folder: string, path: string): readonly string[] {
  const way = relative(folder, path)
  return way === '' || isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`) ? [] : way.split(sep)
}

function patternsOf(patterns: readonly string[]): PatternSet {
  const known = read.get(patterns)
  if (known) return known
  const ofNames = new Map<string, LastPatterns>()
  const ofPaths = new Map<string, LastPatterns>()
  const open: Pattern[] = []
  patterns
    .flatMap(expandBraces)
    .flatMap(readPattern)
    .forEach((pattern, order) => {
      const names = pattern.parts.map((part) => (part === '**' ? undefined : part.name))
      const isOfName = names.length === 2 && pattern.parts[0] === '**' && names[1] !== undefined
      if (!isOfName && names.includes(undefined)) {
        open.push({ ...pattern, order })
        return
      }
      const [index, key] = isOfName ? ([ofNames, names[1]!] as const) : ([ofPaths, names.join('/')] as const)
      index.set(key, { ...index.get(key), [pattern.isOfFolders ? 'folders' : 'any']: { ...pattern, order } })
    })
  const set = { ofNames, ofPaths, open }
  read.set(patterns, set)
  return set
}

function readPattern(line: string): readonly Omit<Pattern, 'order'>[] {
  const trimmed = line.replace(/^\uFEFF/, '').trimEnd()
  // A space that is escaped belongs to the name.
  const written = trimmed.endsWith('\\') ? line.slice(0, trimmed.length + 1) : trimmed
  if (written === '' || written.startsWith('#')) return []
  const isNegated = written.startsWith('!') && !written.startsWith('!(')
  const path = isNegated ? written.slice(1) : written
  const isOfFolders = path.endsWith('/')
  const isAnchored = path.slice(0, -1).includes('/')
  const parts = globParts(path)
  return parts.length === 0 ? [] : [{ isNegated, isOfFolders, parts: isAnchored ? parts : ['**', ...parts] }]
}

/** Whether parts may mean a path that ends with a name: most don't, which is soon seen. */
function endsWith(parts: readonly GlobPart[], name: string, parent: string): boolean {
  const end = parts.at(-1)
  return end === undefined || end === '**' || means(end, name, parent)
}

/** Whether parts mean a path; `**` at the end means what lies in a folder, not the folder. */
function meansPath(parts: readonly GlobPart[], names: readonly string[], folder: string): boolean {
  let reached = passing(parts, new Set([0]))
  let at = folder
  names.forEach((name) => {
    reached = nextParts(parts, reached, name, at)
    at = join(at, name)
  })
  return reached.has(parts.length)
}

/**
 * The parts that may be next behind a name, where some may have been next before it; the number of parts stands for the
 * end.
 */
export function nextParts(
  parts: readonly GlobPart[],
  reached: ReadonlySet<number>,
  name: string,
  folder: string,
): ReadonlySet<number> {
  const next = new Set<number>()
  for (const index of reached) {
    const part = parts[index]
    if (part === '**') {
      next.add(index)
      if (index === parts.length - 1) next.add(parts.length)
    } else if (part !== undefined && means(part, name, folder)) next.add(index + 1)
  }
  return passing(parts, next)
}

/** The same with what follows a `**`, which may stand for no folder at all. */
export function passing(parts: readonly GlobPart[], reached: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(reached)
  for (const index of all) if (parts[index] === '**' && index < parts.length - 1) all.add(index + 1)
  return all
}

/**
 * “{a/b,c}/d” as “a/b/d” and “c/d”, where braces hold a slash; others are a part’s own affair. Braces that don't close,
 * or hold no comma, stay as they are.
 */
export function expandBraces(pattern: string): readonly string[] {
  if (!holdsSlashInBraces(pattern)) return [pattern]
  let patterns = [pattern]
  for (;;) {
    let expanded = false
    const next = patterns.flatMap((one) => {
      const group = /\{([^{}]*,[^{}]*)\}/.exec(one)
      if (!group) return one
      expanded = true
      return group[1]!
        .split(',')
        .map((choice) => one.slice(0, group.index) + choice + one.slice(group.index + group[0].length))
    })
    if (!expanded || next.length > MOST) return patterns
    patterns = next
  }
}

function holdsSlashInBraces(pattern: string): boolean {
  let depth = 0
  for (const character of pattern) {
    if (character === '{') depth++
    else if (character === '}' && depth > 0) depth--
    else if (character === '/' && depth > 0) return true
  }
  return false
}
