/** The samples, checked, as reports with their sources. */
import { readdirSync, readFileSync } from 'node:fs'
import { check } from '../../src/check.ts'
import { formatOf } from '../../src/copy/formats/format-of.ts'
import type { FileReport } from '../../src/check/file-report.ts'

const folder = new URL('../../samples/', import.meta.url)

/** One report a sample, in the order of their names. */
export function sampleReports(): readonly FileReport[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .toSorted()
    .map((name) => {
      const source = readFileSync(new URL(name, folder), 'utf8')
      const path = `samples/${name}`
      const { findings, notices, words } = check(source, { path })
      return { path, format: formatOf(path) ?? 'text', findings, notices, words, source }
    })
}

/** A source with a suggestion followed, by its offsets. */
export function edited(
  source: string,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: written }) => text.slice(0, start) + written + text.slice(end), source)
}
