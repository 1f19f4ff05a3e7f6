/** What .gitignore and .copydeskignore files leave out of a search. */
import { lstatSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

const IGNORE_FILES = ['.gitignore', '.copydeskignore']
// Many times the longest; more is no list of patterns.
const LARGEST = 5_000_000

/** The patterns of one folder's ignore files. */
interface Patterns {
  readonly folder: string
  readonly matcher: Ignore
}

/** Knows of each file and folder under a top folder whether its ignore files leave it out. */
export class Ignored {
  readonly #top: string
  // What holds inside each folder, outermost first; nothing for a folder that is itself left out.
  readonly #inside = new Map<string, readonly Patterns[] | undefined>()

  /** @param top The folder where ignore files begin to hold: the repository's root, or the folder that is searched. */
  constructor(top: string) {
    this.#top = top
  }

  /** Whether a file or folder is left out, or lies in a folder that is. */
  has(path: string, kind: 'file' | 'folder'): boolean {
    const patterns = this.#patternsIn(dirname(path))
    return patterns === undefined || isLeftOut(patterns, path, kind)
  }

  /** Makes a folder count as not left out, because the user named it. */
  readDespite(folder: string): void {
    if (this.#patternsIn(folder) === undefined) this.#inside.set(folder, patternsOf(folder))
  }

  #patternsIn(folder: string): readonly Patterns[] | undefined {
    if (this.#inside.has(folder)) return this.#inside.get(folder)
    const isTop = folder === this.#top || dirname(folder) === folder
    const above = isTop ? [] : this.#patternsIn(dirname(folder))
    let inside: readonly Patterns[] | undefined
    if (above && !isLeftOut(above, folder, 'folder')) {
      // Patterns that an inner file has overruled for this folder would otherwise leave out all that is in it.
      inside = [...above.filter(({ folder: base, matcher }) => !matcher.ignores(pathIn(base, folder, 'folder'))), ...patternsOf(folder)]
    }
    this.#inside.set(folder, inside)
    return inside
  }
}

/** The innermost file that says anything of a path decides. */
function isLeftOut(patterns: readonly Patterns[], path: string, kind: 'file' | 'folder'): boolean {
  for (const { folder, matcher } of patterns.toReversed()) {
    if (folder === path) continue
    const { ignored, unignored } = matcher.test(pathIn(folder, path, kind))
    if (ignored || unignored) return ignored
  }
  return false
}

function pathIn(folder: string, path: string, kind: 'file' | 'folder'): string {
  const inside = relative(folder, path)
  return (sep === '/' ? inside : inside.replaceAll(sep, '/')) + (kind === 'folder' ? '/' : '')
}

function patternsOf(folder: string): readonly Patterns[] {
  const lines = IGNORE_FILES.map((name) => textOf(join(folder, name))).filter((text) => text !== '')
  return lines.length > 0 ? [{ folder, matcher: ignore({ ignorecase: false }).add(lines.join('\n')) }] : []
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

/** Whether a search leaves a name out whatever the ignore files say: hidden ones, and what a package manager put there. */
export function isPassedOver(path: string): boolean {
  const name = basename(path)
  return name.startsWith('.') || name === 'node_modules'
}
