/** Shows edits of a source as a unified diff that `patch` and `git apply` take. */
import type { SourceEdit } from '#text'

const CONTEXT = 3

/**
 * The diff of a source and what edits make of it; empty where they change nothing. Its time is linear: the edits say
 * where the two differ, so nothing is searched for.
 * @param path The file's path, which stands in the heading behind `a/` and `b/`.
 * @param edits In order; none overlaps another.
 */
export function unifiedDiff(path: string, source: string, edits: readonly SourceEdit[]): string {
  const lines = splitLines(source)
  const starts = startsOf(lines)
  const changes = joinNeighbours(changesOf(source, lines, starts, edits))
  if (changes.length === 0) return ''
  const parts = [`--- ${nameOf('a', path)}\n+++ ${nameOf('b', path)}\n`]
  let shift = 0
  for (const hunk of changes) {
    const from = Math.max(0, hunk[0]!.from - CONTEXT)
    const to = Math.min(lines.length, hunk.at(-1)!.to + CONTEXT)
    const growth = hunk.reduce((sum, change) => sum + change.put.length - (change.to - change.from), 0)
    parts.push(`@@ -${range(from, to - from)} +${range(from + shift, to - from + growth)} @@\n`)
    let at = from
    for (const change of hunk) {
      parts.push(...lines.slice(at, change.from).map((line) => written(' ', line)))
      parts.push(
        ...lines.slice(change.from, change.to).map((line) => written('-', line)),
        ...change.put.map((line) => written('+', line)),
      )
      at = change.to
    }
    parts.push(...lines.slice(at, to).map((line) => written(' ', line)))
    shift += growth
  }
  return parts.join('')
}

/** Some lines of the source, from one up to another, and the lines that take their place. */
interface Change {
  readonly from: number
  readonly to: number
  readonly put: readonly string[]
}

/** Lines with their line feeds: to `patch`, nothing else ends one. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0]
  for (const line of lines) starts.push(starts.at(-1)! + line.length)
  return starts
}

/** The changes that edits make; edits on the same lines make one. */
function changesOf(
  source: string,
  lines: readonly string[],
  starts: readonly number[],
  edits: readonly SourceEdit[],
): readonly Change[] {
  const changes: Change[] = []
  let line = 0
  for (let index = 0; index < edits.length;) {
    while (line + 1 < lines.length && starts[line + 1]! <= edits[index]!.start) line++
    const from = line
    const parts: string[] = []
    let at = starts[from]!
    let to = from
    do {
      const { start, end, text } = edits[index]!
      parts.push(source.slice(at, start), text)
      at = end
      // The line that an edit ends in is changed too, even where the edit ends with the line before it: the two may
      // have met.
      while (to < lines.length && starts[to]! <= end) to++
      index++
    } while (index < edits.length && (to === lines.length || edits[index]!.start < starts[to]!))
    parts.push(source.slice(at, starts[to]))
    const change = trim(lines, { from, to, put: splitLines(parts.join('')) })
    if (change.from < change.to || change.put.length > 0) changes.push(change)
    line = Math.min(to, Math.max(0, lines.length - 1))
  }
  return changes
}

/** A change without the lines at its ends that stay as they are. */
function trim(lines: readonly string[], { from, to, put }: Change): Change {
  let head = 0
  while (head < put.length && from + head < to && put[head] === lines[from + head]) head++
  let tail = 0
  while (tail < put.length - head && to - tail > from + head && put[put.length - 1 - tail] === lines[to - 1 - tail])
    tail++
  return { from: from + head, to: to - tail, put: put.slice(head, put.length - tail) }
}

/** Changes whose context would meet stand in one hunk. */
function joinNeighbours(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = []
  for (const change of changes) {
    const last = hunks.at(-1)
    if (last && change.from - last.at(-1)!.to <= 2 * CONTEXT) last.push(change)
    else hunks.push([change])
  }
  return hunks
}

/** “4,7”; of nothing, the line before it. */
function range(from: number, count: number): string {
  return `${count === 0 ? from : from + 1}${count === 1 ? '' : `,${count}`}`
}

function written(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`
}

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '"': '\\"', '\\': '\\\\' }

/** A name as git writes it: quoted where it could break the line, with a tab behind it where it holds a space. */
function nameOf(side: 'a' | 'b', path: string): string {
  const name = `${side}/${path.replace(/^\/+/, '')}`
  // oxlint-disable-next-line no-control-regex
  if (!/[\0-\x1f\x7f"\\\p{Cs}]/u.test(name)) return name.includes(' ') ? `${name}\t` : name
  // oxlint-disable-next-line no-control-regex
  return `"${name.replace(
    /[\0-\x1f\x7f"\\]/g,
    (character) => ESCAPES[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  )}"`
}
