/** Hands a check's findings and notices to the file of a pipeline. */
import type { VFile } from 'vfile'
import type { CheckResult } from '../check.ts'
import { addMessages } from '../check/to-vfile.ts'

/** Adds findings as messages of their severity, and notices as info; that a file of a pipeline is empty is none. */
export function addFindings(file: VFile, { findings, notices }: CheckResult): void {
  addMessages(file, findings)
  for (const { message, start, end, about } of notices)
    if (about !== 'empty') file.info(message, { place: { start, end }, source: 'copydesk', ruleId: 'notice' })
}
