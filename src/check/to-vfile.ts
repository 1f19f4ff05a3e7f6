/** Findings as VFile messages, so that every unified tool understands them. */
import { VFile } from 'vfile'
import type { Finding } from './finding.ts'

const FATAL = { error: true, warning: false, info: undefined } as const

/** A file that holds a story's findings as messages: error → `fatal: true`, warning → `false`, info → `undefined`. */
export function toVFile(source: string, path: string | undefined, findings: readonly Finding[]): VFile {
  const file = new VFile({ value: source, ...(path === undefined ? {} : { path }) })
  addMessages(file, findings)
  return file
}

/** Adds findings to a file as messages. */
export function addMessages(file: VFile, findings: readonly Finding[]): void {
  for (const { rule, severity, message, start, end, quote, suggestions, url } of findings) {
    const added = file.message(message, { place: { start, end }, ruleId: rule, source: 'copydesk' })
    added.fatal = FATAL[severity]
    added.actual = quote
    if (url !== '') added.url = url
    const expected = suggestions.flatMap(({ edits }) => {
      const [edit, ...more] = edits
      return edit && more.length === 0 && edit.start === start.offset && edit.end === end.offset ? [edit.text] : []
    })
    if (expected.length > 0) added.expected = expected
  }
}
