/** Writes a text as the bytes of a file, in the encoding that the file had: the way back from `decodeBytes`. */
import type { DecodedFile } from './decode-bytes.ts'

/** The bytes of a text, byte order mark and all. The text must hold no half of a character. */
export function encodeBytes({ text, encoding, bom }: DecodedFile): Uint8Array {
  const whole = bom ? `\uFEFF${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(whole)
  const bytes = new Uint8Array(whole.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < whole.length; at++) view.setUint16(at * 2, whole.charCodeAt(at), encoding === 'utf-16le')
  return bytes
}
