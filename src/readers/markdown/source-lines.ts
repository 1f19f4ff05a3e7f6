/** The lines of a source: where they end and start, and which are blank. LF, CRLF and CR end a line. */

/** The offset of a line's end, where its line feed or carriage return stands. */
export function lineEnd(source: string, from: number): number {
  let at = from
  while (at < source.length && !isEol(source.charCodeAt(at))) at++
  return at
}

/** Where the next line starts, given the end of one; at the end of the source, its length. */
export function nextLine(source: string, end: number): number {
  return end + (source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? 2 : end < source.length ? 1 : 0)
}

/** Where the line starts that an offset stands in, or `top` where that comes first. */
export function lineStart(source: string, offset: number, top = 0): number {
  let at = Math.max(offset, top)
  while (at > top && !isEol(source.charCodeAt(at - 1))) at--
  return at
}

/** Whether there is nothing but spaces and tabs from one offset to another. */
export function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpaceOrTab(source.charCodeAt(at))) return false
  return true
}

/** Whether the line before an offset's is blank, or there is none after `top`. */
export function followsGap(source: string, offset: number, top: number): boolean {
  const start = lineStart(source, offset, top)
  if (start <= top) return true
  const end = start - (source.charCodeAt(start - 1) === 10 && source.charCodeAt(start - 2) === 13 ? 2 : 1)
  return isBlank(source, lineStart(source, end, top), end)
}

/** Whether a code unit is a space or a tab. */
export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9
}

function isEol(code: number): boolean {
  return code === 10 || code === 13
}
