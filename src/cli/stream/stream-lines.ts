/** Cuts a stream of bytes into lines, and never keeps more of a line than it may hold. */

/** A line without its end; no bytes where it was too long to be kept. */
export interface StreamLine {
  /** From 1. */
  readonly number: number
  readonly bytes: Uint8Array | undefined
}

const LINE_FEED = 0x0a

/**
 * The lines of a stream, each as soon as its end has come; the last one may lack its end.
 * @param most How many bytes a line may hold; the rest of a longer one is dropped as it comes.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array | string>,
  most: number,
): AsyncGenerator<StreamLine, void, undefined> {
  const open = new OpenLine(most)
  let number = 0
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    let start = 0
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      open.add(bytes.subarray(start, end))
      yield { number: ++number, bytes: open.take() }
      start = end + 1
    }
    open.add(bytes.subarray(start))
  }
  if (!open.isEmpty) yield { number: ++number, bytes: open.take() }
}

/** A line whose end hasn't come yet. */
class OpenLine {
  readonly #most: number
  #parts: Uint8Array[] = []
  #size = 0

  constructor(most: number) {
    this.#most = most
  }

  get isEmpty(): boolean {
    return this.#size === 0
  }

  add(part: Uint8Array): void {
    this.#size += part.length
    if (this.#size > this.#most) this.#parts = []
    else if (part.length > 0) this.#parts.push(part)
  }

  /** What has come, and makes ready for the next line. */
  take(): Uint8Array | undefined {
    const whole =
      this.#size > this.#most ? undefined : this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts)
    this.#parts = []
    this.#size = 0
    return whole
  }
}
