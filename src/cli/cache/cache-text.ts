/** A cache as text: a line that says whose it is, with a seal that only this user can make, and a line of entries. */
import { createHmac } from 'node:crypto'
import type { CacheSecret } from './cache-secret.ts'

/** What is kept of a file. */
export interface CacheEntry {
  /** Names all that the report follows from. */
  readonly key: string
  /** As it was read; its shape is looked at before it is used. */
  readonly report: unknown
}

// Any cache begins so, whatever its version; a file that doesn't is somebody's, and is never written over.
const MARK = '{"copydesk-cache":'
// The format of the entries; another makes a cache of another version.
const FORMAT = 2
/** No first line is longer. */
export const LONGEST_HEAD = 500

/** What a cache's first line says of it. */
export interface CacheHead {
  /** The version of Copydesk, where it wrote this format. */
  readonly version: unknown
  /** Whose it is. */
  readonly key: unknown
  readonly seal: unknown
}

/** Whether a file begins as a cache does, were it cut off there. */
export function beginsAsCache(text: string): boolean {
  return text.startsWith(MARK) || MARK.startsWith(text)
}

/** A cache of some entries, by the names of their files. */
export function sealedText(entries: ReadonlyMap<string, CacheEntry>, version: string, secret: CacheSecret): string {
  const body = JSON.stringify([...entries])
  return `${MARK}${FORMAT},"version":${JSON.stringify(version)},"key":"${secret.name}","seal":"${sealOf(body, version, secret)}"}\n${body}\n`
}

/** What a cache's first line says; nothing where that makes no sense. */
export function headIn(text: string): CacheHead | undefined {
  try {
    const {
      'copydesk-cache': format,
      version,
      key,
      seal,
    } = JSON.parse(text.slice(0, text.indexOf('\n'))) as Record<string, unknown>
    return { version: format === FORMAT ? version : undefined, key, seal }
  } catch {
    return undefined
  }
}

/** The entries in a cache's text; nothing where it isn't what was sealed. */
export function entriesIn(
  text: string,
  { version, seal }: CacheHead,
  secret: CacheSecret,
): Map<string, CacheEntry> | undefined {
  const body = text.slice(text.indexOf('\n') + 1, -1)
  if (!text.endsWith('\n') || seal !== sealOf(body, String(version), secret)) return undefined
  try {
    const entries: unknown = JSON.parse(body)
    return Array.isArray(entries) && entries.every(isEntry) ? new Map(entries) : undefined
  } catch {
    return undefined
  }
}

function sealOf(body: string, version: string, { bytes }: CacheSecret): string {
  return createHmac('sha256', bytes).update(`copydesk cache ${FORMAT}\n${version}\n`).update(body).digest('hex')
}

function isEntry(value: unknown): value is [string, CacheEntry] {
  const [name, entry] = Array.isArray(value) ? (value as unknown[]) : []
  return (
    typeof name === 'string'
    && typeof entry === 'object'
    && entry !== null
    && 'key' in entry
    && typeof entry.key === 'string'
    && 'report' in entry
  )
}
