/** Links that carry a draft behind their `#`: packed, and never sent to any server. */

/** A draft and what it is read with. */
export interface Draft {
  readonly text: string
  /** The line ends that its file had. */
  readonly lineEnd?: '\r\n' | undefined
  readonly format?: string | undefined
  readonly path?: string | undefined
  readonly kind?: string | undefined
  readonly date?: string | undefined
  readonly config?: string | undefined
}

/** Beyond this, programs begin to cut links. */
export const LONG_LINK = 8000
/** Browsers take no more than this. */
export const LONGEST_LINK = 1_500_000

const NAME = 'draft='
// A link of a few bytes can unpack to gigabytes.
const LONGEST_DRAFT = 8_000_000

/** A link's fragment, with its `#`. */
export async function fragmentOf(draft: Draft): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(draft))
  return `#${NAME}${toBase64(await readAll(through(bytes, new CompressionStream('deflate-raw')), Infinity))}`
}

/**
 * The draft of a fragment; nothing where it holds none.
 * @throws {Error} where it holds a broken one; the message is for people.
 */
export async function draftIn(fragment: string): Promise<Draft | undefined> {
  if (!fragment.startsWith(`#${NAME}`)) return undefined
  let data: unknown
  try {
    const packed = fromBase64(fragment.slice(NAME.length + 1))
    const bytes = await readAll(through(packed, new DecompressionStream('deflate-raw')), LONGEST_DRAFT)
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Error('This link’s draft can’t be read; it may have been cut on the way.')
  }
  const draft = data as Record<string, unknown> | null
  if (typeof draft !== 'object' || draft === null || typeof draft['text'] !== 'string')
    throw new Error('This link holds no draft.')
  const text = (key: string): string | undefined => (typeof draft[key] === 'string' ? draft[key] : undefined)
  return {
    text: draft['text'],
    lineEnd: draft['lineEnd'] === '\r\n' ? '\r\n' : undefined,
    format: text('format'),
    path: text('path'),
    kind: text('kind'),
    date: text('date'),
    config: text('config'),
  }
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>)
}

async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) {
      await reader.cancel()
      throw new RangeError('too long')
    }
    parts.push(value)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
}
