/** Breaks painted text into lines of a width. */
import type { Paint } from './palette.ts'

/** A stretch of text in one style. */
export interface PaintedText {
  readonly text: string
  readonly paint: Paint
}

/** A line, painted, with the width that it takes up. */
export interface PaintedLine {
  readonly text: string
  readonly width: number
}

interface Word {
  readonly text: string
  readonly paint: Paint
}

/**
 * Fills lines with words; a word longer than a line stands on a line of its own, whole, since a name cut in two can't
 * be searched for. Widths are counted in characters.
 */
export function wrap(runs: readonly PaintedText[], width: number): readonly PaintedLine[] {
  const lines: PaintedLine[] = []
  let words: Word[] = []
  let used = 0
  const endLine = (): void => {
    if (words.length > 0) lines.push({ text: paintWords(words), width: used })
    words = []
    used = 0
  }
  for (const { text, paint } of runs) {
    for (const word of text.split(' ')) {
      if (word === '') continue
      const length = widthOf(word)
      if (used > 0 && used + 1 + length > width) endLine()
      used += (used > 0 ? 1 : 0) + length
      words.push({ text: word, paint })
    }
  }
  endLine()
  return lines
}

/** How many columns a text takes up: one a character; wide characters of East Asia are not told apart. */
export function widthOf(text: string): number {
  let width = text.length
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0xd800 && code <= 0xdbff) width--
  }
  return width
}

/** Neighbours of one style are painted in one go. */
function paintWords(words: readonly Word[]): string {
  const painted: string[] = []
  for (let from = 0; from < words.length;) {
    const { paint } = words[from]!
    let to = from + 1
    while (to < words.length && words[to]!.paint === paint) to++
    painted.push(
      paint(
        words
          .slice(from, to)
          .map(({ text }) => text)
          .join(' '),
      ),
    )
    from = to
  }
  return painted.join(' ')
}
