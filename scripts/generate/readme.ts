/** Writes what the README shows of the rules, their figures and real runs, each between two marks, and its picture. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule } from '#rule'
import type { Figures } from './figures.ts'
import { renderMisses } from './measured.ts'
import { deskReportPicture } from './readme/desk-report-picture.ts'
import { runCommand } from './readme/run-command.ts'
import { renderTitles } from './readme/titles.ts'

const README = 'README.md'
const PICTURE = 'docs/images/desk-report.svg'
// The picture shows a report as a terminal does, the lines beside it another one as text.
const PICTURED = 'samples/spun-company-story.txt'
const QUOTED = 'samples/ferry-brief.txt'

const BLOCK = /(<!-- (\w+), written by `npm run generate` -->\n)[^]*?(<!-- end of \2 -->)/g

/**
 * The README with its blocks brought up to date, and its picture, by their paths from the root; nothing where there is
 * no README, no picture where the README shows none.
 * @throws {Error} naming a block that nothing is written for, or a run that failed.
 */
export function renderReadme(root: string, rules: readonly Rule[], figures: Figures): ReadonlyMap<string, string> {
  const path = join(root, README)
  if (!existsSync(path)) return new Map()
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  const blocks: Readonly<Record<string, () => string>> = {
    report: () => `\`\`\`\n$ copydesk ${QUOTED}\n${runCommand(root, [QUOTED, '--format', 'desk'])}\`\`\``,
    titles: () => renderTitles(rules, figures),
    misses: () => renderMisses(rules, figures),
  }
  const readme = text.replace(BLOCK, (_, open: string, name: string, close: string) => {
    if (!Object.hasOwn(blocks, name)) throw new Error(`${README}: nothing is written for a block “${name}”`)
    return `${open}${blocks[name]!()}\n${close}`
  })
  return new Map([...(text.includes(`(${PICTURE})`) ? [[PICTURE, pictureOf(root)] as const] : []), [README, readme]])
}

function pictureOf(root: string): string {
  const report = runCommand(root, [PICTURED, '--format', 'desk', '--color', 'always'])
  return deskReportPicture(`copydesk ${PICTURED}`, report)
}
