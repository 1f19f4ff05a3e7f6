/** Reads what git keeps of files, some at a time, in the order in which it will be asked for. */
import { fileOf, LONGEST_POINTER, pointerIn, type LfsPointer } from './lfs-pointer.ts'
import { lackOfVersions, readObjects, type WorkingTree } from './working-tree.ts'

const MOST_AT_ONCE = 100
const LARGEST_AT_ONCE = 64 * 1024 * 1024

/** Some blobs of a repository. */
export class Blobs {
  readonly #tree: WorkingTree
  readonly #sizes: ReadonlyMap<string, number>
  readonly #groups: readonly (readonly string[])[]
  readonly #groupOf = new Map<string, number>()
  #loaded: { readonly group: number; readonly blobs: Promise<ReadonlyMap<string, Buffer>> } | undefined

  private constructor(tree: WorkingTree, sizes: ReadonlyMap<string, number>) {
    this.#tree = tree
    this.#sizes = sizes
    this.#groups = groupsOf(sizes)
    this.#groups.forEach((group, index) => group.forEach((id) => this.#groupOf.set(id, index)))
  }

  /**
   * Makes sure that some blobs are there.
   * @throws {UsageError} where one is missing: in a partial clone, or since the repository is damaged.
   */
  static async open(tree: WorkingTree, ids: readonly string[]): Promise<Blobs> {
    const unique = [...new Set(ids)]
    if (unique.length === 0) return new Blobs(tree, new Map())
    const answer = (await readObjects(tree, ['cat-file', '--batch-check'], `${unique.join('\n')}\n`)).toString()
    // “id type size”, or “id missing”.
    const sizes = new Map([...answer.matchAll(/^([\da-f]+) blob (\d+)$/gm)].map(([, id, size]) => [id!, Number(size)]))
    if (unique.every((id) => sizes.has(id))) return new Blobs(tree, sizes)
    throw await lackOfVersions(tree)
  }

  /** How many bytes a blob has. */
  sizeOf(id: string): number {
    return this.#sizes.get(id) ?? 0
  }

  /** What a blob says of a file of Git LFS, where it holds no more. */
  async pointer(id: string): Promise<LfsPointer | undefined> {
    return this.sizeOf(id) > LONGEST_POINTER ? undefined : pointerIn(await this.#bytesOf(id))
  }

  /**
   * What a blob holds; of one that only points at a file of Git LFS, that file, or nothing where it has not been
   * fetched.
   */
  async read(id: string): Promise<Uint8Array | undefined> {
    const pointer = await this.pointer(id)
    return pointer ? fileOf(pointer, this.#tree) : this.#bytesOf(id)
  }

  async #bytesOf(id: string): Promise<Uint8Array> {
    const group = this.#groupOf.get(id)!
    if (this.#loaded?.group !== group) this.#loaded = { group, blobs: this.#load(this.#groups[group]!) }
    return (await this.#loaded.blobs).get(id)!
  }

  /** Reads `git cat-file --batch`: “id type size”, a line feed, the bytes, a line feed. */
  async #load(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const blobs = new Map<string, Buffer>()
    const output = await readObjects(this.#tree, ['cat-file', '--batch'], `${ids.join('\n')}\n`)
    for (let at = 0; at < output.length;) {
      const start = output.indexOf(10, at) + 1
      const [id = '', , size] = output
        .subarray(at, start - 1)
        .toString()
        .split(' ')
      const end = start + Number(size)
      blobs.set(id, output.subarray(start, end))
      at = end + 1
    }
    return blobs
  }
}

/** Blobs that are read together: not too many, and not too much. */
function groupsOf(sizes: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const groups: string[][] = []
  let size = Infinity
  for (const [id, bytes] of sizes) {
    if (size + bytes > LARGEST_AT_ONCE || groups.at(-1)!.length === MOST_AT_ONCE) {
      groups.push([])
      size = 0
    }
    groups.at(-1)!.push(id)
    size += bytes
  }
  return groups
}
