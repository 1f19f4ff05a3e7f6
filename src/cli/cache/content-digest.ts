/** Names bytes by what they hold. */
import { createHash } from 'node:crypto'

/** SHA-256, as 64 hexadecimal digits. */
export function contentDigest(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
