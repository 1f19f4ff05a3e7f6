/** Asks git about the repository: what has changed, and what a file was. Nothing that a repository names is run. */
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { UsageError } from './arguments.ts'

/** Where git is asked. */
export interface GitPlace {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** A question that git has answered with an error. */
class GitFailure extends Error {
  readonly stderr: string

  constructor(stderr: string) {
    super(stderr)
    this.stderr = stderr
  }
}

// No hook, no monitor, no lock that a commit beside us would wait for.
const SAFE = ['--no-pager', '--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']
const LARGEST = 2 ** 30

/**
 * What git answers.
 * @param input What it is to read from its standard input.
 * @throws {GitFailure} where it ends with an error.
 * @throws {UsageError} where there is no git.
 */
function git({ cwd, env }: GitPlace, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((fulfil, reject) => {
    const child = execFile('git', [...SAFE, ...args], {
      cwd, encoding: 'buffer', maxBuffer: LARGEST, windowsHide: true,
      // Objects that a partial clone lacks are not fetched: Copydesk opens no connection, and lets none be opened.
      env: { ...env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' },
    }, (error, stdout, stderr) => {
      if (!error) fulfil(stdout)
      else if (error.code === 'ENOENT') reject(new UsageError('--since and --staged need git, which was not found'))
      else reject(new GitFailure(stderr.toString()))
    })
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

/** The answer's first line; nothing where git ends with an error. */
async function ask(place: GitPlace, ...args: readonly string[]): Promise<string | undefined> {
  try {
    return (await git(place, args)).toString().split('\n', 1)[0]!
  } catch (error) {
    if (error instanceof GitFailure) return undefined
    throw error
  }
}

/**
 * The root of the repository's working tree.
 * @throws {UsageError} outside one.
 */
export async function rootOf(place: GitPlace, option: string): Promise<string> {
  try {
    // Not the path with all links followed: files are known by the path that leads to them from here.
    return resolve(place.cwd, (await git(place, ['rev-parse', '--show-cdup'])).toString().replace(/\n$/, ''))
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    if (/dubious ownership/.test(error.stderr)) throw new UsageError(`${option}: git refuses this repository, since it belongs to somebody else`)
    throw new UsageError(`${option} needs a git repository with a working tree; this folder lies in none`)
  }
}

/**
 * The commit where a reference and HEAD part.
 * @throws {UsageError}
 */
export async function mergeBase(place: GitPlace, ref: string): Promise<string> {
  const head = await ask(place, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}')
  if (head === undefined) throw new UsageError('--since: this repository has no commit yet')
  const other = await ask(place, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)
  if (other === undefined) throw new UsageError(`--since: there is no commit “${ref}” here; where it is another repository’s branch, fetch it first`)
  const base = await ask(place, 'merge-base', other, head)
  if (base !== undefined && base !== '') return base
  const isShallow = await ask(place, 'rev-parse', '--is-shallow-repository') === 'true'
  throw new UsageError(isShallow
    ? `--since: this clone is shallow and lacks the commit where “${ref}” and HEAD part; fetch the whole history (fetch-depth: 0)`
    : `--since: “${ref}” and HEAD have no commit in common`)
}

/** What HEAD holds; before the first commit, nothing. */
export async function headTree(place: GitPlace): Promise<string> {
  return await ask(place, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}')
    ?? (await git(place, ['hash-object', '-t', 'tree', '--stdin'])).toString().trim()
}

/** A file that has changed; ids are those of blobs. */
export interface ChangedFile {
  /** From the root, with slashes. */
  readonly path: string
  /** What it was, and what it was called; nothing for a new file. */
  readonly base?: { readonly blob: string; readonly path: string }
  /** What it is in the index; only asked for there. */
  readonly staged?: string
}

const COMPARE = ['--raw', '-z', '--no-abbrev', '--find-renames', '--no-ext-diff', '--no-textconv', '--no-relative', '--ignore-submodules']

/** The files that differ from a commit: in the index, or in the working tree, whose untracked files count as new. */
export async function changedFiles(place: GitPlace, base: string, where: 'index' | 'working tree'): Promise<readonly ChangedFile[]> {
  const isIndex = where === 'index'
  const raw = await git(place, ['diff', ...COMPARE, ...(isIndex ? ['--cached'] : []), base, '--'])
  const changed = changesIn(raw.toString(), isIndex)
  if (isIndex) return changed
  const untracked = (await git(place, ['ls-files', '--others', '--exclude-standard', '-z', '--full-name', '--', ':/'])).toString().split('\0')
  return [...changed, ...untracked.filter((path) => path !== '').map((path) => ({ path }))]
}

/** Reads `git diff --raw -z`: “:mode mode blob blob status”, then the path, or two where it was renamed. */
function changesIn(raw: string, isIndex: boolean): readonly ChangedFile[] {
  const fields = raw.split('\0')
  const changed: ChangedFile[] = []
  for (let at = 0; at + 1 < fields.length;) {
    const [modeBefore = '', mode = '', blobBefore = '', blob = '', status = ''] = fields[at++]!.slice(1).split(' ')
    const from = fields[at++]!
    const path = /^[RC]/.test(status) ? fields[at++]! : from
    // What is in conflict lies in the folder, but the index has no version of it that could be committed.
    if (!isFile(mode) && (isIndex || status !== 'U')) continue
    changed.push({ path, ...(isFile(modeBefore) ? { base: { blob: blobBefore, path: from } } : {}), ...(isIndex ? { staged: blob } : {}) })
  }
  return changed
}

function isFile(mode: string): boolean {
  return mode.startsWith('100')
}

const AT_ONCE = 100

/** Reads blobs, some at a time, in the order in which they will be asked for. */
export class Blobs {
  readonly #place: GitPlace
  readonly #groups: readonly (readonly string[])[]
  readonly #groupOf = new Map<string, number>()
  #loaded: { readonly group: number; readonly blobs: Promise<ReadonlyMap<string, Buffer>> } | undefined

  constructor(place: GitPlace, ids: readonly string[]) {
    this.#place = place
    const unique = [...new Set(ids)]
    this.#groups = Array.from({ length: Math.ceil(unique.length / AT_ONCE) }, (_, group) => unique.slice(group * AT_ONCE, (group + 1) * AT_ONCE))
    this.#groups.forEach((group, index) => group.forEach((id) => this.#groupOf.set(id, index)))
  }

  /** What a blob holds; nothing where this clone lacks it. */
  async read(id: string): Promise<Uint8Array | undefined> {
    const group = this.#groupOf.get(id)
    if (group === undefined) return undefined
    if (this.#loaded?.group !== group) this.#loaded = { group, blobs: this.#load(this.#groups[group]!) }
    return (await this.#loaded.blobs).get(id)
  }

  /** Reads `git cat-file --batch`: “id type size”, a line feed, the bytes, a line feed; or “id missing”. */
  async #load(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const blobs = new Map<string, Buffer>()
    const output = await git(this.#place, ['cat-file', '--batch'], `${ids.join('\n')}\n`)
    for (let at = 0; at < output.length;) {
      const lineEnd = output.indexOf(10, at)
      const [id = '', type, size] = output.subarray(at, lineEnd).toString().split(' ')
      at = lineEnd + 1
      if (type !== 'blob') continue
      blobs.set(id, output.subarray(at, at + Number(size)))
      at += Number(size) + 1
    }
    return blobs
  }
}
