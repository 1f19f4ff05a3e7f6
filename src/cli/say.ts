/** Says one thing on stderr, in one line. */
import { printable, printablePath } from '../reporters/writing/printable.ts'
import type { Io } from './io.ts'

/** Writes “copydesk: path: message”. */
export function say({ stderr }: Io, message: string, path?: string): void {
  stderr.write(`copydesk: ${path === undefined ? '' : `${printablePath(path)}: `}${printable(message)}\n`)
}
