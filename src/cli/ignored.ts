/** What .gitignore and .copydeskignore files leave out of a search. */
import { lstatSync, readFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, parse, relative, sep } from 'node:path'
import ignore from 'ignore'
import { namesBetween, verdictOn } from '../project/patterns.ts'
import { repositoryOf } from '../project/repository.ts'
import type { FileTree } from './file-tree.ts'

// Many times the longest; more is no list of patterns.
const LARGEST = 5_000_000

type Kind = 'file' | 'folder'

/** The patterns of one ignore file. */
interface Patterns {
  readonly folder: string
  /** Whether they leave a path out; nothing where they don't mean it. */
  judge(path: string, kind: Kind): boolean | undefined
}

/** Knows of each file and folder whether ignore files leave it out: those of its own folder, and of the folders above as far as they hold. */
export class Ignored {
  readonly #top: string
  readonly #topOfGit: string
  readonly #tree: Pick<FileTree, 'isTracked'> | undefined
  /** What holds for files that git has; nothing where this is it. */
  readonly #ofTracked: Ignored | undefined
  // What holds inside each folder, outermost first; nothing for a folder that is itself left out.
  readonly #inside = new Map<string, readonly Patterns[] | undefined>()

  /**
   * Ignore files hold from the root of the repository on. Without one, .copydeskignore files do as configs do, from the root of the file system on, and
   * .gitignore files from the working folder on, or from the folder that is searched.
   * @param tree Knows what git has; left out, only .copydeskignore files hold.
   */
  constructor(folder: string, cwd: string, tree?: Pick<FileTree, 'isTracked'>) {
    this.#tree = tree
    this.#ofTracked = tree && new Ignored(folder, cwd)
    const repository = repositoryOf(folder)
    this.#top = repository ?? parse(folder).root
    this.#topOfGit = repository ?? (isWithin(cwd, folder) ? cwd : folder)
  }

  /** Whether a file or folder is left out, or lies in a folder that is. */
  has(path: string, kind: Kind): boolean {
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

  #patternsOf(folder: string): readonly Patterns[] {
    return [...(this.#tree && isWithin(this.#topOfGit, folder) ? gitPatterns(folder) : []), ...ownPatterns(folder)]
  }
}

/** The innermost file that says anything of a path decides. */
function isLeftOut(patterns: readonly Patterns[], path: string, kind: Kind): boolean {
  for (const { folder, judge } of patterns.toReversed()) {
    const isOut = folder === path ? undefined : judge(path, kind)
    if (isOut !== undefined) return isOut
  }
  return false
}

/** The patterns of a .gitignore, read as git reads them. */
function gitPatterns(folder: string): readonly Patterns[] {
  const text = textOf(join(folder, '.gitignore'))
  if (text === '') return []
  const matcher = ignore({ ignorecase: false }).add(text)
  return [{
    folder,
    judge: (path, kind) => {
      const { ignored, unignored } = matcher.test(namesBetween(folder, path).join('/') + (kind === 'folder' ? '/' : ''))
      return ignored || unignored ? ignored : undefined
    },
  }]
}

/** The patterns of a .copydeskignore, which mean what they mean in a config's `ignore`. */
function ownPatterns(folder: string): readonly Patterns[] {
  const text = textOf(join(folder, '.copydeskignore'))
  if (text === '') return []
  const patterns = text.split(/\r\n|\n/)
  return [{ folder, judge: (path, kind) => verdictOn(patterns, folder, namesBetween(folder, path), kind) }]
}

function textOf(path: string): string {
  try {
    // As git does, no link is followed; a pipe or a device would keep the run waiting.
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (!stats?.isFile() || stats.size > LARGEST) return ''
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return ''
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`))
}

/** Whether a search leaves a name out whatever the ignore files say: hidden ones, and what a package manager put there. */
export function isPassedOver(path: string): boolean {
  const name = basename(path)
  return name.startsWith('.') || name === 'node_modules'
}
