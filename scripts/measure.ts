/**
 * Measures the checker on published copy: what fires how often, what of it is right, what a change adds and removes.
 */
import { writeFileSync } from 'node:fs'
import rules from '../rules/index.ts'
import { activeRules, type ActiveRule } from '../src/check/config/config.ts'
import { articlesOf, READABLE, type Article } from './articles.ts'
import { InputError } from './input-error.ts'
import { recordMarked } from './measure/against/record.ts'
import { reportAgainst } from './measure/against/report.ts'
import { compareWith } from './measure/compare.ts'
import { figuresOf, occasionOf, writeFigures } from './measure/figures.ts'
import { readOptions, USAGE, type MeasureOptions } from './measure/options.ts'
import { readEdits } from './measure/read-edits.ts'
import { runChecker, type Alarm, type CheckerRun } from './measure/run-checker.ts'
import { drawSample } from './measure/sample.ts'
import { renderSample, renderSampleFile, sampleLine } from './measure/sample-file.ts'
import { storeReadings } from './measure/store-readings.ts'
import { renderBySet, renderSummary } from './measure/summary.ts'
import { readVerdicts, storeVerdicts } from './measure/verdict-store.ts'
import { createProgress } from '../src/cli/reports/progress-bar.ts'
import { runScript, type ScriptWorld } from './run-script.ts'

const CHANGES_SHOWN = 5

/**
 * Does what the arguments ask for.
 * @throws {InputError} for what the caller can set right.
 */
export async function measure(argv: readonly string[], { root, say, remark }: ScriptWorld): Promise<void> {
  const ruleIds = rules.map(({ id }) => id)
  const options = readOptions(argv, ruleIds)
  if (options.help) return say(USAGE)
  const { folders, verdicts, second, json, compare, level, seed, sample } = options
  if (verdicts !== undefined) {
    const { said, disagreed } = storeReadings(root, ruleIds, { verdicts, second, json })
    remark(said)
    say(disagreed)
    if (folders.length === 0) return
  }
  if (options.against !== undefined) return measureAgainst(options.against, options, { root, say, remark })
  const articles = loadArticles(folders, remark)
  if (compare !== undefined) {
    const progress = createProgress(articles.length * 2, 'articles')
    try {
      const shown = sample ?? CHANGES_SHOWN
      say(
        await compareWith({
          root,
          ref: compare,
          folders,
          articles,
          rules: options.rules,
          level,
          shown,
          seed,
          progress,
        }),
      )
    } finally {
      progress.end()
    }
    return
  }
  const progress = createProgress(articles.length, 'articles')
  const run = runChecker(articles, chosenRules(options), progress, { timesRules: !options.edits })
  progress.end()
  if (options.edits) return readEdits(root, run, options, { say, remark })
  if (options.verdict) remark(storeSingle(root, run, options.verdict))
  if (sample !== undefined) say(showSample(root, run, { ...options, sample }))
  else if (!options.verdict) say(`${options.bySet ? `${renderBySet(run)}\n` : ''}${renderSummary(run)}`)
  if (options.record) {
    remark(
      `${writeFigures(root, figuresOf(run, readVerdicts(root), occasionOf(options)))}: written; \`npm run generate\` brings it into the catalogue\n`,
    )
  }
}

function measureAgainst(file: string, options: MeasureOptions, { root, say, remark }: ScriptWorld): void {
  // The marks often lie beside the drafts, and are rows, too.
  const drafts = loadArticles(options.folders, () => {}).filter(({ path }) => path !== undefined)
  const progress = createProgress(drafts.length, 'drafts')
  const run = runChecker(drafts, chosenRules(options), progress, { timesRules: false })
  progress.end()
  const comparison = reportAgainst(root, drafts, run, { file, json: options.json }, say)
  if (options.record)
    remark(`${recordMarked(root, run, comparison)}: written; \`npm run generate\` brings it into the catalogue\n`)
}

function loadArticles(folders: readonly string[], remark: (text: string) => void): readonly Article[] {
  const leftOut: string[] = []
  const articles = folders.flatMap((folder) => {
    const found = [...articlesOf(folder, (place) => leftOut.push(place))]
    if (found.length === 0) throw new InputError(`there are no articles in “${folder}”: it takes ${READABLE}`)
    return found
  })
  const count = `${leftOut.length} ${leftOut.length === 1 ? 'row' : 'rows'}`
  if (leftOut.length > 0) remark(`Left out for want of a “body”: ${count}, first ${leftOut[0]}\n`)
  return articles
}

function chosenRules({ rules: chosen, trial }: MeasureOptions): readonly ActiveRule[] {
  const usual = chosen.length === 0
  const candidates = usual ? rules : rules.filter(({ id }) => chosen.includes(id))
  const switchedOn = usual ? rules.filter(({ stage }) => trial && stage === 'trial') : candidates
  return activeRules(candidates, { rules: Object.fromEntries(switchedOn.map(({ id }) => [id, 'on'])) })
}

function storeSingle(
  root: string,
  { alarms }: CheckerRun,
  { verdict, fingerprints }: NonNullable<MeasureOptions['verdict']>,
): string {
  const stored = fingerprints.map((fingerprint) => {
    const alarm = alarms.find(({ finding }) => finding.fingerprint === fingerprint)
    if (alarm === undefined) throw new InputError(`no finding here has the fingerprint ${fingerprint}`)
    return { fingerprint, rule: alarm.finding.rule, verdict, set: alarm.article.folder, level: alarm.finding.severity }
  })
  const { added, replaced } = storeVerdicts(root, stored)
  return `Verdicts stored: ${added} new, ${replaced} replaced.\n`
}

function showSample(
  root: string,
  { alarms }: CheckerRun,
  options: MeasureOptions & { readonly sample: number },
): string {
  const { sample: size, seed, level, unread, json } = options
  const known = unread ? readVerdicts(root) : new Map<string, ReadonlyMap<string, unknown>>()
  const leaveOut = ({ finding }: Alarm): boolean => known.get(finding.rule)?.has(finding.fingerprint) === true
  const drawn = drawSample(alarms, { size, seed, level, leaveOut })
  if (json === undefined) return drawn.length > 0 ? `${renderSample(drawn)}\n` : 'Nothing to draw from.\n'
  writeFileSync(json, renderSampleFile(drawn.map(sampleLine)))
  return `${drawn.length} ${drawn.length === 1 ? 'finding' : 'findings'} in ${json}\n`
}

await runScript('measure', import.meta.url, measure)
