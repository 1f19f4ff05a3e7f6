/** Narrows a run down to what a desk wants to hear of: not what side files, baselines and earlier versions hide. */
import { resolve } from 'node:path'
import { hideAll, NOTICE } from '../../check/hiding/baseline.ts'
import { counted } from '../../reporters/content/shown.ts'
import { hideIn, inTurn, type HideFor } from '../../project/hide-known.ts'
import type { Settings } from '../../project/settings.ts'
import { hideBySideFiles } from '../../project/side-files.ts'
import type { Arguments } from '../arguments/arguments.ts'
import type { BaselineFile, CheckedFile } from './baseline-file.ts'
import type { RunReport } from '../run-report.ts'
import type { Io } from '../io.ts'
import { say } from '../say.ts'

/** A run that is narrowed down. */
export interface NarrowRun {
  /** What hides the known findings of a file. */
  readonly hide: HideFor
  /** The report without what is known; the baseline is brought up to date where that is asked for. */
  finish(report: RunReport): Promise<RunReport>
}

/**
 * Narrows a run down as the arguments say.
 * @param earlier What hides the findings of earlier versions; left out, none is asked for.
 * @throws {ConfigError} for a baseline that can't be read.
 */
export async function narrowRun(
  args: Arguments,
  settings: Settings,
  io: Io,
  earlier: HideFor | undefined,
): Promise<NarrowRun> {
  const sides = hideBySideFiles(settings)
  const baseline =
    args.baseline === undefined
      ? undefined
      : new (await import('./baseline-file.ts')).BaselineFile(args.baseline, io.cwd, args.updateBaseline)
  const hide = inTurn([sides, ...(baseline ? [baseline.hide] : []), ...(earlier ? [earlier] : [])])
  return {
    hide,
    finish: async ({ files, failures }) => {
      const hidden = await hideIn(files, ({ path }) => ({ path, absolute: resolve(io.cwd, path) }), hide)
      const report = { files: hidden.files, failures: [...failures, ...hidden.failures] }
      return baseline ? settle(report, baseline, args, settings, io) : report
    },
  }
}

/** Brings the baseline up to date, or says how much of it is stale. */
async function settle(
  report: RunReport,
  baseline: BaselineFile,
  { baseline: path, updateBaseline }: Arguments,
  settings: Settings,
  io: Io,
): Promise<RunReport> {
  const checked: CheckedFile[] = []
  for (const file of report.files) {
    const absolute = resolve(io.cwd, file.path)
    const rules = (await settings.of(absolute)).active.map(({ rule }) => rule.id)
    // Where --rule leaves rules out, some notices aren't made.
    checked.push({ report: file, absolute, active: settings.scope.isPartial ? rules : [...rules, NOTICE] })
  }
  if (updateBaseline) {
    const { findings, notices, files, pruned } = baseline.update(checked)
    const held = `${counted(findings, 'finding')}${notices > 0 ? ` and ${counted(notices, 'notice')}` : ''}`
    say(
      io,
      `holds ${held} of ${counted(files, 'file')} now${pruned > 0 ? `; ${pruned} that it held ${pruned === 1 ? 'is' : 'are'} gone` : ''}`,
      path,
    )
    return { ...report, files: report.files.map((file) => hideAll(file)) }
  }
  const stale = baseline.countStale(checked)
  if (stale > 0)
    say(
      io,
      `${counted(stale, 'entry', 'entries')} in it ${stale === 1 ? 'is' : 'are'} gone; --update-baseline takes ${stale === 1 ? 'it' : 'them'} out`,
      path,
    )
  return report
}
