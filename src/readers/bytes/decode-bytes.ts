/** Decodes a file's bytes: UTF-8 with or without a byte order mark, UTF-16 with one; anything else is an error. */
import { binaryKind } from '../../copy/formats/binary-kinds.ts'
import { refusal } from '../../copy/formats/refusal.ts'

/** A decoded file; `bom` and `encoding` let a fix write it back as it was. */
export interface DecodedFile {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly bom: boolean
}

/** Bytes that are no text in an encoding Copydesk reads; the message says what is wrong, not in which file. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
}

/**
 * The text of a file, without its byte order mark.
 * @throws {DecodeError} where the bytes are a document that isn't text (Word, PDF, an image …), are neither UTF-8 nor
 * UTF-16 with a byte order mark, or hold NUL characters.
 */
export function decodeBytes(bytes: Uint8Array): DecodedFile {
  const kind = binaryKind(bytes)
  if (kind) throw new DecodeError(refusal(kind))
  const { encoding, bom } = detect(bytes)
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(bom))
  } catch {
    throw new DecodeError(
      encoding === 'utf-8'
        ? `is not UTF-8 (${firstBadByte(bytes)}); save it as UTF-8`
        : `has the byte order mark of ${encoding.toUpperCase()} but is not ${encoding.toUpperCase()}; save it as UTF-8`,
    )
  }
  if (text.includes('\0')) {
    throw new DecodeError(
      'holds NUL characters: it is a binary file, or UTF-16 without a byte order mark; save it as UTF-8',
    )
  }
  return { text, encoding, bom: bom > 0 }
}

function detect(bytes: Uint8Array): { encoding: DecodedFile['encoding']; bom: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2 }
  return { encoding: 'utf-8', bom: 0 }
}

/** Where the first byte stands that isn't UTF-8: “line 3, byte 12 of the file”, both counted from 1. */
function firstBadByte(bytes: Uint8Array): string {
  let good = 0
  let bad = bytes.length
  // The longest prefix that a stream could begin with; a character cut off at its end is found in the next step.
  while (good < bad) {
    const middle = (good + bad + 1) >> 1
    if (decodes(bytes.subarray(0, middle), true)) good = middle
    else bad = middle - 1
  }
  while (good > 0 && !decodes(bytes.subarray(0, good), false)) good--
  const line = bytes.subarray(0, good).reduce((count, byte) => (byte === 10 ? count + 1 : count), 1)
  return `line ${line}, byte ${good + 1} of the file`
}

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}
