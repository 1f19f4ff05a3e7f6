/** Decodes a file's bytes: UTF-8 with or without a byte order mark, UTF-16 with one; anything else is an error. */

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
 * @throws {DecodeError} where the bytes are neither UTF-8 nor UTF-16 with a byte order mark, or hold NUL characters.
 */
export function decodeBytes(bytes: Uint8Array): DecodedFile {
  const { encoding, bom } = detect(bytes)
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(bom))
  } catch {
    throw new DecodeError(
      encoding === 'utf-8'
        ? `is not UTF-8 (byte ${firstBadByte(bytes)} can't be read); save it as UTF-8`
        : `has the byte order mark of ${encoding.toUpperCase()} but is not ${encoding.toUpperCase()}; save it as UTF-8`,
    )
  }
  if (text.includes('\0')) {
    throw new DecodeError('holds NUL characters: it is a binary file, or UTF-16 without a byte order mark; save it as UTF-8')
  }
  return { text, encoding, bom: bom > 0 }
}

function detect(bytes: Uint8Array): { encoding: DecodedFile['encoding']; bom: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2 }
  return { encoding: 'utf-8', bom: 0 }
}

/** The offset of the first byte that isn't UTF-8, counted from 0. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  // The longest prefix that decodes as a stream ends right before the bad byte.
  while (good < bad) {
    const middle = (good + bad + 1) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle - 1
    }
  }
  return good
}
