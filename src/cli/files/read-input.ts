/** Reads an input: its bytes, from a file or the standard input, and the text that they are. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeBytes, DecodeError, type DecodedFile } from '../../readers/bytes/decode-bytes.ts'
import type { CopyPath } from '../../project/check-plan.ts'
import { whyUnreadable } from '../../project/file-errors.ts'
import type { Io } from '../io.ts'
import type { Input } from './find-files.ts'

/** The name of the standard input where it was given none. */
export const STDIN = '<stdin>'

// Twenty times the longest book. More is a mistake, and would only end in want of memory.
export const LARGEST = 128 * 1024 * 1024
/** Said of such a file. */
export const TOO_BIG = 'is too big to be copy (over 128 MB)'

/** Where an input lies; without a name of its own, the standard input is copy of the working folder. */
export function pathOf(input: Input, stdinFilename: string | undefined, cwd: string): CopyPath {
  if (input.kind === 'file') return input
  return { path: stdinFilename ?? STDIN, absolute: resolve(cwd, stdinFilename ?? STDIN) }
}

/** Something that can't be read as copy; the message is the predicate of a sentence about the file. */
export class UnfitFile extends Error {}

/**
 * The bytes of an input.
 * @throws {UnfitFile}
 */
export async function readInput(input: Input, io: Io): Promise<Uint8Array> {
  if (input.content) return input.content
  try {
    return input.kind === 'stdin' ? await readAll(io) : readFile(input.absolute)
  } catch (error) {
    const reason = whyUnreadable(error)
    throw reason === undefined ? error : new UnfitFile(reason)
  }
}

/**
 * The text of some bytes.
 * @throws {UnfitFile}
 */
export function decode(bytes: Uint8Array): DecodedFile {
  try {
    return decodeBytes(bytes)
  } catch (error) {
    throw error instanceof DecodeError ? new UnfitFile(error.message) : error
  }
}

function readFile(path: string): Uint8Array {
  const stats = statSync(path)
  // A pipe is what a shell's <(…) hands over; a device may never end.
  if (!stats.isFile() && !stats.isFIFO()) throw new UnfitFile('is no file')
  if (stats.size > LARGEST) throw new UnfitFile(TOO_BIG)
  return readFileSync(path)
}

async function readAll(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of io.stdin()) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    size += bytes.length
    if (size > LARGEST) throw new UnfitFile(TOO_BIG)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
