/** What .gitignore and .copydeskignore files leave out of a search. */
import { lstatSync, readFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, parse, relative, sep } from 'node:path'
import ignore from 'ignore'
import { ConfigError } from '../../project/config-error.ts'
import { countOpen, MOST_OPEN, namesBetween, TOO_MANY_OPEN, verdictOn } from '../../project/patterns.ts'
import { repositoryOf } from '../../project/repository.ts'
import type { FileTree, PathKind } from './file-tree.ts'

// Ten thousand paths; more is no list that somebody wrote.
const LARGEST = 1_000_000
// An expression is made of each.
const MOST_LINES = 5_000

/** The patterns of one ignore file. */
interface Patterns {
  readonly folder: string
  /** Whether they leave a path out; nothing where they don't mean it. */
  judge(path: string, kind: PathKind): boolean | undefined
}

/**
 * Knows of each file and folder whether ignore files leave it out: those of its own folder, and of the folders above as
 * far as they hold.
 */
export class Ignored {
  readonly #top: string
  readonly #topOfGit: string
  readonly #cwd: string
  readonly #tree: Pick<FileTree, 'isTracked'> | undefined
  /** What holds for files that git has; nothing where this is it. */
  readonly #ofTracked: Ignored | undefined
  // What holds inside each folder, outermost first; nothing for a folder that is itself left out.
  readonly #inside = new Map<string, readonly Patterns[] | undefined>()

  /**
   * Ignore files hold from the root of the repository on. Without one, .copydeskignore files do as configs do, from the
   * root of the file system on, and .gitignore files from the working folder on, or from the folder that is searched.
   * @param tree Knows what git has; left out, only .copydeskignore files hold.
   */
  constructor(folder: string, cwd: string, tree?: Pick<FileTree, 'isTracked'>) {
    this.#tree = tree
    this.#cwd = cwd
    this.#ofTracked = tree && new Ignored(folder, cwd)
    const repository = repositoryOf(folder)
    this.#top = repository ?? parse(folder).root
    this.#topOfGit = repository ?? (isWithin(cwd, folder) ? cwd : folder)
  }

  /** Whether a file or folder is left out, or lies in a folder that is. */
  has(path: string, kind: PathKind): boolean {
    if (this.#tree?.isTracked(path, kind)) return this.#ofTracked!.has(path, kind)
    const patterns = this.#patternsIn(dirname(path))
    return patterns === undefined || isLeftOut(patterns, path, kind)
  }

  /** Makes a folder count as not left out, because the user named it. */
  readDespite(folder: string): void {
    this.#ofTracked?.readDespite(folder)
    if (this.#patternsIn(folder) === undefined) this.#inside.set(folder, this.#patternsOf(folder))
  }

  #patternsIn(folder: string): readonly Patterns[] | undefined {
    if (this.#inside.has(folder)) return this.#inside.get(folder)
    const isTop = folder === this.#top || dirname(folder) === folder
    const above = isTop ? [] : this.#patternsIn(dirname(folder))
    let inside: readonly Patterns[] | undefined
    if (above && !isLeftOut(above, folder, 'folder')) {
      // Patterns that an inner file has overruled for this folder would otherwise leave out all that is in it.
      inside = [...above.filter(({ judge }) => judge(folder, 'folder') !== true), ...this.#patternsOf(folder)]
    }
    this.#inside.set(folder, inside)
    return inside
  }

  /** @throws {ConfigError} for an ignore file that nobody wrote. */
  #patternsOf(folder: string): readonly Patterns[] {
    const shown = (name: string): string => relative(this.#cwd, join(folder, name))
    return [
      ...(this.#tree && isWithin(this.#topOfGit, folder) ? gitPatterns(folder, shown('.gitignore')) : []),
      ...ownPatterns(folder, shown('.copydeskignore')),
    ]
  }
}

/** The innermost file that says anything of a path decides. */
function isLeftOut(patterns: readonly Patterns[], path: string, kind: PathKind): boolean {
  for (const { folder, judge } of patterns.toReversed()) {
    const isOut = folder === path ? undefined : judge(path, kind)
    if (isOut !== undefined) return isOut
  }
  return false
}

/** The patterns of a .gitignore, read as git reads them, from the first line to the last. */
function gitPatterns(folder: string, shown: string): readonly Patterns[] {
  const lines = linesOf(folder, '.gitignore', shown)
  if (lines.length > MOST_LINES) throw new ConfigError(shown, 'has more lines than make sense (over 5,000)')
  return [lines.some(hasManyDepths) ? deepPatterns(lines, folder) : plainPatterns(lines, folder)]
}

/**
 * Lines in which folders of any depth stand more than once: an expression would try all ways to share a path out
 * between them.
 */
function hasManyDepths(line: string): boolean {
  return line.split('**').length > 2
}

function plainPatterns(lines: readonly string[], folder: string): Patterns {
  const matcher = ignore({ ignorecase: false }).add(lines.join('\n'))
  return {
    folder,
    judge: (path, kind) => {
      const { ignored, unignored } = matcher.test(namesBetween(folder, path).join('/') + (kind === 'folder' ? '/' : ''))
      return ignored || unignored ? ignored : undefined
    },
  }
}

/** To git, braces and parentheses are letters. */
function deepPatterns(lines: readonly string[], folder: string): Patterns {
  const patterns = lines.map((line) => line.replace(/\\.|[{}()]/g, (text) => (text.length > 1 ? text : `\\${text}`)))
  return { folder, judge: (path, kind) => verdictOn(patterns, folder, namesBetween(folder, path), kind) }
}

/** The patterns of a .copydeskignore, which mean what they mean in a config's `ignore`. */
function ownPatterns(folder: string, shown: string): readonly Patterns[] {
  const patterns = linesOf(folder, '.copydeskignore', shown)
  if (patterns.length === 0) return []
  if (countOpen(patterns) > MOST_OPEN) throw new ConfigError(shown, TOO_MANY_OPEN)
  return [{ folder, judge: (path, kind) => verdictOn(patterns, folder, namesBetween(folder, path), kind) }]
}

/** The lines of an ignore file; none where there is no plain file that can be read. */
function linesOf(folder: string, name: string, shown: string): readonly string[] {
  const path = join(folder, name)
  try {
    // As git does, no link is followed; a pipe or a device would keep the run waiting.
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (!stats?.isFile() || stats.size === 0) return []
    if (stats.size > LARGEST) throw new ConfigError(shown, 'is too big (over 1 MB)')
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\n/)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    return []
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`))
}

/**
 * Whether a search leaves a name out whatever the ignore files say: hidden ones, and what a package manager put there.
 */
export function isPassedOver(path: string): boolean {
  const name = basename(path)
  return name.startsWith('.') || name === 'node_modules'
}
