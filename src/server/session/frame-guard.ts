/**
 * Lets messages through that are framed as the protocol has it, and ends at the first that isn't: behind it nothing can
 * be told apart.
 */
import { Transform, type TransformCallback } from 'node:stream'

/** A frame that can't be read; the message says what is wrong with it. */
export class BrokenFrame extends Error {
  override readonly name = 'BrokenFrame'
}

// A header holds two short lines; a message of this size would be a book of a thousand novels.
const LONGEST_HEADER = 4096
const LARGEST_BODY = 256 * 1024 * 1024

/**
 * Passes the bytes of sound frames on as they come; the stream fails with a `BrokenFrame` at the first that is broken.
 */
export class FrameGuard extends Transform {
  /** How many frames have gone through whole. */
  frames = 0
  #header = Buffer.alloc(0)
  /** How much of the body is still to come; nothing while a header is read. */
  #left = 0

  override _transform(chunk: Buffer, _encoding: BufferEncoding, callback: TransformCallback): void {
    try {
      for (let at = 0; at < chunk.length;) {
        if (this.#left > 0) {
          const part = chunk.subarray(at, at + this.#left)
          this.push(part)
          this.#left -= part.length
          if (this.#left === 0) this.frames++
          at += part.length
        } else {
          at += this.#readHeader(chunk.subarray(at))
        }
      }
      callback()
    } catch (error) {
      callback(error as Error)
    }
  }

  /** Reads on in a header, and hands it on once it is whole. Returns how many bytes of the chunk it took. */
  #readHeader(chunk: Buffer): number {
    const before = this.#header.length
    const read = Buffer.concat([this.#header, chunk.subarray(0, LONGEST_HEADER + 4)])
    const end = read.indexOf('\r\n\r\n')
    if (end < 0 || end > LONGEST_HEADER) {
      if (read.length > LONGEST_HEADER) throw new BrokenFrame('a message has no header, or one without an end')
      assertHeaderSoFar(read)
      this.#header = read
      return chunk.length
    }
    this.#left = bodyLength(read.subarray(0, end).toString('latin1'))
    this.#header = Buffer.alloc(0)
    this.push(read.subarray(0, end + 4))
    return end + 4 - before
  }
}

/** What can't become a header is told at once, rather than waited on. */
function assertHeaderSoFar(read: Buffer): void {
  if (!/^(?:content-|c(?:o(?:n(?:t(?:e(?:n(?:t)?)?)?)?)?)?$|$)/i.test(read.toString('latin1')))
    throw new BrokenFrame('a message starts without a header')
}

function bodyLength(header: string): number {
  const lengths = header.split('\r\n').flatMap((line) => {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim()
    if (name === '' || /\s/.test(name)) throw new BrokenFrame('a message has a header that is none')
    return name.toLowerCase() === 'content-length' ? [line.slice(colon + 1).trim()] : []
  })
  const [length] = lengths
  if (length === undefined) throw new BrokenFrame('a message has no Content-Length')
  if (lengths.length > 1) throw new BrokenFrame('a message has two lengths')
  if (!/^\d{1,15}$/.test(length))
    throw new BrokenFrame(`the Content-Length “${length.slice(0, 40)}” is no number of bytes`)
  if (Number(length) > LARGEST_BODY) throw new BrokenFrame(`a message of ${length} bytes is too big`)
  return Number(length)
}
