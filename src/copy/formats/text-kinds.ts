/** Tells texts that are no copy, though they are text: a typesetter's source, a mailbox, rows of data. */
import type { RefusedKind } from './refusal.ts'

// How much of a text is looked at.
const READ = 8_000

const KINDS: readonly (readonly [RegExp, RefusedKind])[] = [
  [/^\{\\rtf\d?[\\\s{]/, { name: 'a Rich Text document (RTF)', advice: 'pandoc' }],
  [/^%PDF-\d/, { name: 'a PDF', advice: 'pdf' }],
  [/^%!PS-Adobe/, { name: 'a PostScript file', advice: 'pdf' }],
  [/^(?:%[^\n]*\n|[ \t]*\r?\n)*\\documentclass\b/, { name: 'a LaTeX document', advice: 'pandoc' }],
  [
    /^From \S+ {1,2}[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{5,8}[^\n]*\r?\n[A-Z][\w-]*:/,
    { name: 'a mailbox (mbox)', advice: 'saveAs' },
  ],
  [/^BEGIN:V(?:CARD|CALENDAR)\r?\n/, { name: 'a calendar or an address card', advice: 'none' }],
  [/^WARC\/\d/, { name: 'a web archive (WARC)', advice: 'export' }],
]

// “content/news/storm.md:The harbour is shut.”, “config.yml:12:title: Harbour”
const FOUND_LINE = /^[\w.@~/-]{1,200}\.[A-Za-z]{1,8}:/
const FEWEST_FOUND = 5
const FEWEST_FILES = 2

const HEADER = /^[A-Z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*/
const MAIL_HEADERS = [/^MIME-Version:/im, /^Content-Type:/im, /^Message-ID:/im, /^Received:/im]

/** What kind of text a source is, where it is one that isn't read as copy; nothing for all others. */
export function textKind(source: string): RefusedKind | undefined {
  const start = source.slice(0, READ).replace(/^[\s\uFEFF]+/, '')
  return (
    KINDS.find(([opening]) => opening.test(start))?.[1]
    ?? (isMail(start) ? { name: 'an e-mail with its headers', advice: 'saveAs' } : undefined)
    ?? (isSearchOutput(start) ? { name: 'a list of lines found in other files', advice: 'none' } : undefined)
  )
}

/**
 * Whether each line opens with the path of a file, as a search over many files prints them; the last may be cut short.
 */
function isSearchOutput(start: string): boolean {
  const lines = start.split('\n').filter((line) => line.trim() !== '')
  const whole = start.length < READ ? lines : lines.slice(0, -1)
  if (whole.length < FEWEST_FOUND || !whole.every((line) => FOUND_LINE.test(line))) return false
  const paths = whole.map((line) => line.slice(0, line.indexOf(':')))
  return new Set(paths).size >= FEWEST_FILES && paths.some((path) => path.includes('/'))
}

/** A writer's note may begin “From: … Subject: …”; two of the headers that only machines write make it a message. */
function isMail(start: string): boolean {
  const { index = start.length } = /\n\r?\n/.exec(start) ?? {}
  const head = start.slice(0, index + 1).replaceAll('\r', '')
  return HEADER.test(head) && MAIL_HEADERS.filter((header) => header.test(head)).length >= 2
}
