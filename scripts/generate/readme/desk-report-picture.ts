/** Draws a report as a terminal shows it, as an SVG that is readable on a light page and on a dark one. */
import { escapeXml } from '../../../src/reporters/writing/escape-xml.ts'

const COLUMN = 8.4
const LINE = 20
const MARGIN = 20
const BASELINE = 15
const COLUMNS = 80

// Light, then dark: each at least 4.5 to 1 on its page.
const COLOURS = {
  page: ['#ffffff', '#0d1117'],
  edge: ['#d0d7de', '#30363d'],
  words: ['#1f2328', '#e6edf3'],
  dim: ['#59636e', '#9198a1'],
  red: ['#b3261e', '#ff7b72'],
  yellow: ['#7d4e00', '#e3b341'],
  green: ['#116329', '#56d364'],
  cyan: ['#1b6076', '#76c7d6'],
} as const
const CODES: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
  36: 'cyan',
}
const BOLD_OR_DIM_ENDS = '22'
const COLOUR_ENDS = '39'

interface TextRun {
  readonly text: string
  readonly styles: readonly string[]
}

/**
 * The picture of a command and what it printed.
 * @param command As somebody types it.
 * @param report With a terminal's codes for colours, bold and dim; 80 columns at most.
 * @throws {Error} naming a code that the picture has no style for.
 */
export function deskReportPicture(command: string, report: string): string {
  const lines = [`\u001B[2m$\u001B[22m ${command}`, ...report.trimEnd().split('\n')].map(runsOf)
  const width = COLUMNS * COLUMN + 2 * MARGIN
  const height = lines.length * LINE + 2 * MARGIN
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeXml(`What ${command} prints`)}</title>
<style>
${styleSheet(0)}
@media (prefers-color-scheme: dark) {
${styleSheet(1)}
}
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }
.bold { font-weight: bold }
</style>
<rect class="page" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="6" />
${lines.flatMap((runs, row) => drawLine(runs, MARGIN + row * LINE + BASELINE)).join('\n')}
</svg>
`
}

function styleSheet(scheme: 0 | 1): string {
  const { page, edge, words, ...inks } = COLOURS
  return [
    `.page { fill: ${page[scheme]}; stroke: ${edge[scheme]} }`,
    `text { fill: ${words[scheme]} }`,
    ...Object.entries(inks).map(([name, colours]) => `.${name} { fill: ${colours[scheme]} }`),
  ].join('\n')
}

/** The stretches of a line that have one style each. */
function runsOf(line: string): readonly TextRun[] {
  const [start = '', ...rest] = line.split('\u001B[')
  const runs: TextRun[] = [{ text: start, styles: [] }]
  for (const part of rest) {
    const [, code = '', text = ''] = /^([\d;]*)m(.*)$/.exec(part) ?? []
    runs.push({ text, styles: stylesAfter(runs.at(-1)!.styles, code) })
  }
  return runs
}

function stylesAfter(styles: readonly string[], code: string): readonly string[] {
  if (code === BOLD_OR_DIM_ENDS) return styles.filter((style) => style !== 'bold' && style !== 'dim')
  if (code === COLOUR_ENDS) return styles.filter((style) => style === 'bold' || style === 'dim')
  if (!Object.hasOwn(CODES, code)) throw new Error(`the picture of a report has no style for the code “${code}”`)
  return [...styles, CODES[code]!]
}

/** Each run has its place and its width, so that columns stand whatever font there is. */
function drawLine(runs: readonly TextRun[], y: number): readonly string[] {
  let column = 0
  return runs.flatMap(({ text, styles }) => {
    const at = column
    column += text.length
    const words = text.trim()
    if (words === '') return []
    const x = MARGIN + (at + text.indexOf(words)) * COLUMN
    const named = styles.length > 0 ? ` class="${styles.join(' ')}"` : ''
    return `<text${named} x="${round(x)}" y="${y}" textLength="${round(words.length * COLUMN)}">${escapeXml(words)}</text>`
  })
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
