/** A story as the page shows it: its lines as they are in the file, marked, with the reasons beside them. */
import type { FileReport } from '../../check/file-report.ts'
import type { Finding } from '../../check/finding.ts'
import { escapeXml } from '../writing/escape-xml.ts'
import { markSteps, type SourceMark, type MarkStep } from './html-marks.ts'
import { findingReason, noticeReason } from './html-reasons.ts'
import { counted } from '../content/shown.ts'

// A longer source is shown in part: the lines with something to say, and some around them.
const LONGEST = 400_000
const AROUND = 2

/**
 * The body of a story, or the reasons alone where its source isn't at hand; `prefix` begins the ids of its elements.
 */
export function storyBody({ source, notices }: FileReport, shown: readonly Finding[], prefix: string): string {
  const lines = source === undefined ? undefined : linesOf(source)
  const kept =
    lines
    && keptLines(
      lines,
      source!.length,
      shown,
      notices.map(({ start }) => start.line),
    )
  const hasLine = (line: number): boolean => kept?.(line) === true
  const reasons = new Map<number, string>()
  const add = (line: number, reason: string): unknown => reasons.set(line, (reasons.get(line) ?? '') + reason)
  shown.forEach((finding, index) =>
    add(finding.start.line, findingReason(finding, { prefix, number: index + 1, source, hasLine })),
  )
  for (const notice of notices) add(notice.start.line, noticeReason(notice))
  if (source === undefined || !lines) return reasons.size === 0 ? '' : reasonList([...reasons.values()].join(''))
  return markedLines(source, lines, shown, reasons, prefix, hasLine)
}

interface LineSpan {
  readonly start: number
  readonly end: number
}

function linesOf(source: string): readonly LineSpan[] {
  const lines: LineSpan[] = []
  let start = 0
  for (const match of source.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  lines.push({ start, end: source.length })
  return lines
}

/** Which lines the page shows, by their numbers. */
function keptLines(
  lines: readonly LineSpan[],
  length: number,
  shown: readonly Finding[],
  noticed: readonly number[],
): (line: number) => boolean {
  if (length <= LONGEST) return (line) => line >= 1 && line <= lines.length
  const kept = new Set<number>()
  for (const line of [...shown.flatMap(({ start, end }) => [start.line, end.line]), ...noticed]) {
    for (let near = line - AROUND; near <= line + AROUND; near++) if (near >= 1 && near <= lines.length) kept.add(near)
  }
  return (line) => kept.has(line)
}

function markedLines(
  source: string,
  lines: readonly LineSpan[],
  shown: readonly Finding[],
  reasons: ReadonlyMap<number, string>,
  prefix: string,
  hasLine: (line: number) => boolean,
): string {
  const marker = new Marker(source, markSteps(shown, source.length), prefix)
  const parts: string[] = []
  let skipped = 0
  const endGap = (): void => {
    if (skipped > 0) parts.push(`<p class="gap">${counted(skipped, 'line')} with nothing to say</p>\n`)
    skipped = 0
  }
  lines.forEach(({ start, end }, index) => {
    const number = index + 1
    const text = marker.line(start, end)
    if (!hasLine(number)) {
      skipped++
      return
    }
    endGap()
    const said = reasons.get(number)
    parts.push(
      `<div class="line" id="${prefix}l${number}"><span class="number">${number}</span><p dir="auto">${text}</p>${said ? reasonList(said) : ''}</div>\n`,
    )
  })
  endGap()
  return parts.join('')
}

function reasonList(items: string): string {
  return `<ul class="reasons">\n${items}</ul>`
}

/** Writes one line after the other; a mark that goes on in the next line is closed and opened again. */
class Marker {
  readonly #source: string
  readonly #steps: readonly MarkStep[]
  readonly #prefix: string
  readonly #open: SourceMark[] = []
  #next = 0

  constructor(source: string, steps: readonly MarkStep[], prefix: string) {
    this.#source = source
    this.#steps = steps
    this.#prefix = prefix
  }

  line(start: number, end: number): string {
    // What opened or closed within the line end before it.
    let html = ''
    let at = start
    const write = (to: number): void => {
      if (to > at) html += escapeXml(this.#source.slice(at, to).replaceAll('\t', '    '))
      at = Math.max(at, to)
    }
    for (const mark of this.#open) html += `<mark class="${mark.className}">`
    for (; this.#next < this.#steps.length && this.#steps[this.#next]!.at <= end; this.#next++) {
      const step = this.#steps[this.#next]!
      write(step.at)
      html += step.opens ? this.#opening(step.opens) : this.#closing()
    }
    write(end)
    return html + '</mark>'.repeat(this.#open.length)
  }

  #opening(mark: SourceMark): string {
    this.#open.push(mark)
    return `<mark class="${mark.className}"${mark.number === undefined ? '' : ` id="${this.#prefix}m${mark.number}"`}>`
  }

  #closing(): string {
    const mark = this.#open.pop()
    const link =
      mark?.number === undefined
        ? ''
        : `<sup><a href="#${this.#prefix}r${mark.number}" aria-label="Reason ${mark.number}">${mark.number}</a></sup>`
    return `${link}</mark>`
  }
}
