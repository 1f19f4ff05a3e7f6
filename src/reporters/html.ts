/**
 * The report as one page for people: each story with its marks and reasons. No script, no network, light and dark, for
 * paper too.
 */
import type { Severity } from '#rule'
import { tally, type FileFailure, type FileReport } from '../check/file-report.ts'
import { commonFindings, knownEntry, type CommonFindings } from './content/common-findings.ts'
import type { RunOptions } from './content/entries.ts'
import { escapeXml } from './writing/escape-xml.ts'
import { storyBody } from './html/html-story.ts'
import { STYLE } from './html/html-style.ts'
import { oneLine } from './writing/printable.ts'
import { counted, isShown, shownFindings } from './content/shown.ts'
import { verdictCounts, verdictOn, wordsIn } from './content/verdict.ts'

export interface HtmlOptions extends RunOptions {
  /** Copydesk's own version. */
  readonly version: string
  /** What is said of what isn't shown, a line each. */
  readonly closing?: readonly string[] | undefined
  /** The run's figures, as a part of the page. */
  readonly statistics?: string | undefined
}

/**
 * The page. A story is shown where there is something to say of it and its source is at hand; the others are listed.
 */
export function htmlReport(
  reports: readonly FileReport[],
  { show, failures, version, closing = [], statistics = '' }: HtmlOptions,
): string {
  const isReported = reports.map((report) => reports.length === 1 || hasSomethingToSay(report, show))
  const title =
    reports.length === 1
      ? `${reports[0]!.path}: ${verdictOn(reports[0]!).text}`
      : `${counted(reports.length, 'file')}: ${verdictCounts(reports)}`
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n",
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n',
    `<title>Copydesk: ${escapeXml(oneLine(title))}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<a class="skip" href="#stories">To the stories</a>\n`,
    `<header>\n<h1>Copydesk</h1>\n<p>${counted(reports.length, 'file')}, ${counted(wordsIn(reports), 'word')}: ${verdictCounts(reports)}</p>\n`,
    ...closing.map((words) => `<p>${escapeXml(words)}</p>\n`),
    failures.length > 0 ? failureList(failures) : '',
    statistics,
    '</header>\n',
    commonList(commonFindings(reports, show), reports.length),
    reports.length > 1 ? contents(reports, isReported) : '',
    '<main id="stories" tabindex="-1">\n',
    ...reports.flatMap((report, index) => (isReported[index] ? [article(report, index, show)] : [])),
    `</main>\n<footer><p>Copydesk ${escapeXml(version)}. Lines are those of the file.</p></footer>\n</body>\n</html>\n`,
  ].join('')
}

function hasSomethingToSay({ findings, notices }: FileReport, show: Severity): boolean {
  return notices.length > 0 || findings.some(({ severity }) => isShown(severity, show))
}

/** What very many files have, each with the line that settles it; the stories show it, too. */
function commonList({ all }: CommonFindings, total: number): string {
  if (all.length === 0) return ''
  const items = all.map(
    ({ example, path, files }) =>
      `<li><span dir="auto">${escapeXml(oneLine(example.message))}</span> In ${files} of ${counted(total, 'file')}, such as <bdi>${escapeXml(path)}</bdi>, line ${example.start.line}. `
      + `<code>${escapeXml(knownEntry(example))}</code></li>\n`,
  )
  return `<section aria-labelledby="common">\n<h2 id="common">In many files</h2>\n<ul>\n${items.join('')}</ul>\n<p>What is the site’s own is known by such a line under “known:” in copydesk.yml.</p>\n</section>\n`
}

function failureList(failures: readonly FileFailure[]): string {
  const items = failures.map(
    ({ path, message }) => `<li>${escapeXml(path)}: <span dir="auto">${escapeXml(oneLine(message))}</span></li>\n`,
  )
  return `<p class="verdict stop">${counted(failures.length, 'file')} could not be checked</p>\n<ul>\n${items.join('')}</ul>\n`
}

function contents(reports: readonly FileReport[], isReported: readonly boolean[]): string {
  const rows = reports.map((report, index) => {
    const path = `<bdi>${escapeXml(report.path)}</bdi>`
    const { error, warning } = tally([report])
    const counts = [report.words, error, warning].map((count) => `<td class="count">${count}</td>`).join('')
    return `<tr><th scope="row">${isReported[index] ? `<a href="#s${index + 1}">${path}</a>` : path}</th>${counts}<td>${verdictOn(report).text}</td></tr>\n`
  })
  const head = ['File', 'Words', 'Must fix', 'To look at', 'Verdict']
    .map((name) => `<th scope="col">${name}</th>`)
    .join('')
  return [
    '<nav aria-label="Files">\n<table>\n<caption>The files, in the order in which they were checked</caption>\n',
    `<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n</nav>\n`,
  ].join('')
}

function article(report: FileReport, index: number, show: Severity): string {
  const id = `s${index + 1}`
  const { word, text } = verdictOn(report)
  return [
    `<article id="${id}" aria-labelledby="${id}-path">\n<h2 id="${id}-path"><bdi>${escapeXml(report.path)}</bdi></h2>\n`,
    `<p class="verdict ${word}">${text}</p>\n`,
    storyBody(
      report,
      shownFindings(report.findings, show).toSorted((one, other) => one.start.offset - other.start.offset),
      `${id}-`,
    ),
    '\n</article>\n',
  ].join('')
}
