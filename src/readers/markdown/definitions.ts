/** Link and footnote definitions: they hold for a whole file, but a file is parsed a stretch at a time. */

import { lineEnd, nextLine } from './source-lines.ts'

const LABEL = String.raw`\[((?:[^\[\]\\]|\\.){1,999})\]`
const DESTINATION = String.raw`[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)?(?:<[^<>\n\r]*>|[^\s<]\S*)[ \t]*(?=["'(\n\r]|$)`
const DEFINITION = new RegExp(String.raw`${LABEL}:(${DESTINATION})?`, 'ys')
const LINE_START = /(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/y
const REFERENCE = new RegExp(LABEL, 'gs')

/** Knows all definitions of a file, and which of them a stretch needs. */
export class Definitions {
  readonly #labels = new Set<string>()

  constructor(source: string) {
    if (!source.includes(']:')) return
    // A link's definition can't stand in the middle of a paragraph; a footnote's can.
    let inParagraph = false
    for (let at = 0; at < source.length;) {
      const end = lineEnd(source, at)
      LINE_START.lastIndex = at
      const start = at + LINE_START.exec(source)![0].length
      const isFootnote = source.startsWith('[^', start)
      const label = source[start] === '[' && (isFootnote || !inParagraph) ? definedAt(source, start) : undefined
      if (label !== undefined) this.#labels.add(label)
      else inParagraph = start < end && !/^#{1,6}[ \t]/.test(source.slice(start, start + 7))
      at = nextLine(source, end)
    }
  }

  /**
   * Markdown to parse a stretch behind, so that its references are links and footnotes: definitions, nothing that
   * shows.
   */
  before(stretch: string): string {
    if (this.#labels.size === 0) return ''
    const needed = new Set<string>()
    for (const [, label] of stretch.matchAll(REFERENCE)) if (this.#labels.has(normalise(label!))) needed.add(label!)
    if (needed.size === 0) return ''
    const links = [...needed].filter((label) => !label.startsWith('^')).map((label) => `[${label}]: <.>\n`)
    const notes = [...needed].filter((label) => label.startsWith('^')).map((label) => `[${label}]: .\n`)
    // A footnote takes what is indented after it; a rule ends it.
    return `${links.join('')}\n${notes.join('')}\n***\n\n`
  }
}

/** The label that a definition at an offset of the source defines. */
function definedAt(source: string, start: number): string | undefined {
  DEFINITION.lastIndex = start
  const [, label, destination] = DEFINITION.exec(source) ?? []
  return label !== undefined && (destination !== undefined || label.startsWith('^')) ? normalise(label) : undefined
}

/** Labels are the same whatever their case and spacing. */
function normalise(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()
}
