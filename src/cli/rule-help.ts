/** What reports tell of a rule: its summary, and why it is there, from its page. */
import type { Rule } from '#rule'
import type { RuleHelp } from '../reporters/sarif-rules.ts'
import { rulePage } from '../project/package-files.ts'

/** The help of a rule; an installation without the rule's page tells the summary alone. */
export function ruleHelp({ id, kind, severity, summary }: Rule): RuleHelp {
  return { id, kind, severity, summary, why: firstParagraphUnder('Why', rulePage(id) ?? '') }
}

/** The first paragraph under a heading of a page, on one line. */
function firstParagraphUnder(heading: string, page: string): string {
  const lines = page.split(/\r\n|\n/)
  const at = lines.indexOf(`## ${heading}`)
  if (at < 0) return ''
  const from = lines.findIndex((line, index) => index > at && line.trim() !== '')
  const paragraph: string[] = []
  for (let index = from; index >= 0 && index < lines.length && lines[index]!.trim() !== '' && !lines[index]!.startsWith('#'); index++) paragraph.push(lines[index]!)
  return paragraph.join(' ')
}
