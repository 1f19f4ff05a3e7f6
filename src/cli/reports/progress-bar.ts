/** Shows on a terminal's stderr how far a long run is; elsewhere it shows nothing. */

/** A bar for one run. Something else may be written to stderr only after `end`. */
export interface Progress {
  /**
   * Says that so many more are done, one where nothing is said; and how many words they held, where the speed is to be
   * in words.
   */
  advance(by?: number, words?: number): void
  /** Clears the bar away. */
  end(): void
}

/** What a bar needs of the stream that it is drawn on. */
export interface Terminal {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  write(text: string): unknown
}

const WIDTH = 16
const MS_BETWEEN_DRAWINGS = 100
/** To the line's start, and away with what stands there. */
const CLEAR = '\r\u001B[K'

/**
 * Opens a progress bar.
 * @param total How many things there are to do.
 * @param label What is being done, as “articles”.
 * @param terminal Where to draw; nothing is written to what isn't a terminal.
 */
export function createProgress(total: number, label: string, terminal: Terminal = process.stderr): Progress {
  if (terminal.isTTY !== true) return { advance() {}, end() {} }
  const began = performance.now()
  let done = 0
  let read = 0
  let drawn = -Infinity
  return {
    advance(by = 1, words = 0) {
      done += by
      read += words
      const now = performance.now()
      if (now - drawn < MS_BETWEEN_DRAWINGS) return
      drawn = now
      const line = renderProgress({ done, total, label, words: read, seconds: (now - began) / 1000 })
      // A line longer than the terminal would wrap, and clearing takes away one line only.
      terminal.write(CLEAR + line.slice(0, (terminal.columns ?? 80) - 1))
    },
    end() {
      if (drawn > -Infinity) terminal.write(CLEAR)
      drawn = -Infinity
    },
  }
}

/** How far a run is. */
export interface Reached {
  readonly done: number
  readonly total: number
  readonly label: string
  /** Words read so far; 0 where they aren't counted. */
  readonly words: number
  readonly seconds: number
}

/** The bar as text: the share done, how many of how many, and how many (words, where they are counted) a second. */
export function renderProgress({ done, total, label, words, seconds }: Reached): string {
  const share = total > 0 ? Math.min(1, done / total) : 1
  const filled = Math.round(share * WIDTH)
  const rate = Math.round((words > 0 ? words : done) / seconds).toLocaleString('en')
  const perSecond = seconds > 0 ? `, ${rate}${words > 0 ? ' words' : ''}/s` : ''
  return (
    `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(share * 100)} %  `
    + `${done.toLocaleString('en')}/${total.toLocaleString('en')} ${label}${perSecond}`
  )
}
