/** Writes a file's path as a URI. */
import { wellFormed } from './well-formed.ts'

/** A relative path as a relative reference (`a%20b/c.md`), an absolute one as `file:///…`. Always ASCII. */
export function fileUri(path: string): string {
  const encoded = wellFormed(path).split('/').map(encodeURIComponent).join('/')
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path[0]}:${encoded.slice(encoded.indexOf('/'))}`
  return path.startsWith('/') ? `file://${encoded}` : encoded
}

/** Whether a path is written as a relative reference. */
export function isRelativePath(path: string): boolean {
  return !/^(?:\/|[A-Za-z]:\/)/.test(path)
}
