/** Reads how a file begins: what `copydesk init` looks at may be of any size. */
import { closeSync, openSync, readSync } from 'node:fs'

/** The first bytes of a file as text, at most so many; nothing where it can't be read. */
export function beginningOf(path: string, most: number): string {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const bytes = Buffer.alloc(most)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, most, 0)).replace(/^\uFEFF/, '')
  } catch {
    return ''
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
