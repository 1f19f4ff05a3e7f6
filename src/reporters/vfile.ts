/** The report of vfile-reporter, fed with clean copies of the messages and not with more than it can bear. */
import { reporter } from 'vfile-reporter'
import type { VFile } from 'vfile'
import { SEVERITIES, type Severity } from '#rule'
import type { FileReport } from '../check/file-report.ts'
import type { Finding } from '../check/finding.ts'
import { toVFile } from '../check/to-vfile.ts'
import { printable, printablePath } from './writing/printable.ts'
import { counted, shownFindings } from './content/shown.ts'

export interface VFileOptions {
  /** The least level that is shown. */
  readonly show: Severity
  readonly color: boolean
  /** Whether files without findings are left out. */
  readonly quiet?: boolean
  /** How many findings of one file are shown; left out, 500. */
  readonly most?: number
  /** What is said at the end of what isn't shown, a line each. */
  readonly closing?: readonly string[] | undefined
}

// vfile-reporter takes 0.2 ms a message, and overflows its stack at 160,000 in one file.
const MOST = 500
// A line for each of a thousand sound files would bury what is said of the others.
const MOST_CLEAN = 20

/** The report; files in the order of their paths, their findings in the order of the text. */
export function vfileReport(
  reports: readonly FileReport[],
  { show, color, quiet = false, most = MOST, closing = [] }: VFileOptions,
): string {
  const all = reports.map((report) => ({ report, file: cleanFile(report, show, most) }))
  const sound = all.filter(({ file }) => file.messages.length === 0)
  const isCounted = !quiet && sound.length > MOST_CLEAN
  // “No issues found” is not said of a file whose findings are known.
  const known = sound.filter(({ report }) => (report.hidden ?? []).length > 0)
  const named = all.filter((one) => !known.includes(one)).map(({ file }) => file)
  const parts = [
    quiet
      ? ''
      : isCounted
        ? soundFiles(sound.length - known.length, known.length)
        : known.map(({ file }) => `${file.path}: no new issues found`).join('\n'),
    reporter(named, { color, quiet: quiet || isCounted }),
    closing.join('\n'),
  ]
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n')
}

/** “21 files: no issues found” and “3 files: no new issues found”. */
function soundFiles(clean: number, known: number): string {
  return [
    ...(clean > 0 ? [`${counted(clean, 'file')}: no issues found`] : []),
    ...(known > 0 ? [`${counted(known, 'file')}: no new issues found`] : []),
  ].join('\n')
}

function cleanFile({ path, findings, notices }: FileReport, show: Severity, most: number): VFile {
  const shown = shownFindings(findings, show)
  const kept = worst(shown, most)
  const file = toVFile('', printablePath(path), kept.map(cleanFinding))
  for (const { message, start, end } of notices.slice(0, most)) {
    file.info(printable(message), { place: { start, end }, source: 'copydesk' })
  }
  const hidden = shown.length - kept.length + Math.max(0, notices.length - most)
  const last = shown.at(-1)
  if (hidden > 0) {
    const where = last ? { place: last.end } : {}
    const message = `${counted(hidden, 'more finding')} in this file, the mildest, not shown; --format json or compact shows all`
    file.info(message, { ...where, source: 'copydesk' })
  }
  return file
}

/** The gravest of some findings, as many as may be, in the order they came. */
function worst(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings
  const kept = new Set<Finding>()
  for (const level of SEVERITIES) {
    for (const finding of findings) {
      if (kept.size < most && finding.severity === level) kept.add(finding)
    }
  }
  return findings.filter((finding) => kept.has(finding))
}

function cleanFinding(finding: Finding): Finding {
  return { ...finding, message: printable(finding.message), quote: printable(finding.quote) }
}
