/** What a report says of a file before it says anything else. */
import { tally, type FileReport } from '../../check/file-report.ts'
import { counted } from './shown.ts'

/** A verdict: stop the page · look at it · nothing in it to check · clean. */
export interface StoryVerdict {
  readonly word: 'stop' | 'look' | 'empty' | 'clean'
  /** “STOP: 3 must-fix, 2 to look at, 1 stretch passed over”. */
  readonly text: string
}

/** The verdict on a file, whatever of it is shown. */
export function verdictOn(report: FileReport): StoryVerdict {
  const { error, warning } = tally([report])
  const notices = report.notices.filter(({ about }) => about === undefined).length
  const passedOver = notices > 0 ? `, ${counted(notices, 'stretch', 'stretches')} passed over` : ''
  const looks = counted(warning, 'to look at', 'to look at')
  if (error > 0)
    return {
      word: 'stop',
      text: `STOP: ${counted(error, 'must-fix', 'must-fix')}${warning > 0 ? `, ${looks}` : ''}${passedOver}`,
    }
  if (warning > 0) return { word: 'look', text: `LOOK: no must-fix, ${looks}${passedOver}` }
  if (report.words === 0 || [...report.notices, ...(report.hiddenNotices ?? [])].some(({ about }) => about === 'empty'))
    return {
      word: 'empty',
      text: `EMPTY: ${report.words === 0 ? 'no words' : 'no text under the fields'} to check${passedOver}`,
    }
  return { word: 'clean', text: `CLEAN${passedOver}` }
}

/** How many files there are of each verdict: “2 stop, 3 to look at, 7 clean”. */
export function verdictCounts(reports: readonly FileReport[]): string {
  const counts = { stop: 0, look: 0, empty: 0, clean: 0 }
  for (const report of reports) counts[verdictOn(report).word]++
  const { stop, look, empty, clean } = counts
  return [`${stop} stop`, `${look} to look at`, `${clean} clean`, ...(empty > 0 ? [`${empty} empty`] : [])].join(', ')
}

/** How many words some files hold. */
export function wordsIn(reports: readonly FileReport[]): number {
  return reports.reduce((sum, { words }) => sum + words, 0)
}
