/** Brings a report to where it is to go: a file, or GitHub's summary of the step besides. */
import { appendFileSync, lstatSync, statSync, type Stats } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { githubSummary } from '../../reporters/github-summary.ts'
import type { RunOptions } from '../../reporters/content/entries.ts'
import { UsageError } from '../arguments/arguments.ts'
import type { RunReport } from '../run-report.ts'
import type { Search } from '../files/find-files.ts'
import type { Io } from '../io.ts'
import { pathsFromRepository } from '../files/repository-paths.ts'
import { say } from '../say.ts'
import { UnwrittenFile, writeOwn } from '../files/write-copy.ts'

/**
 * Makes sure, before anything is checked, that the report can go to a file.
 * @throws {UsageError} where its folder isn't there, or it is a link, a folder, a device or one of the files to check.
 */
export function assertOutput(output: string, cwd: string, { inputs, others }: Pick<Search, 'inputs' | 'others'>): void {
  const path = resolve(cwd, output)
  const refuse = (why: string): never => {
    throw new UsageError(`--output ${output} ${why}`)
  }
  const copy = [...inputs.flatMap((input) => (input.kind === 'file' ? [input.absolute] : [])), ...others]
  if (copy.some((file) => isSame(file, path))) refuse('is one of the files to check; name another')
  if (!statsOf(() => statSync(dirname(path)))?.isDirectory()) refuse('lies in a folder that does not exist')
  const there = statsOf(() => lstatSync(path))
  if (there?.isSymbolicLink()) refuse('is a link; name the file itself')
  if (there?.isDirectory()) refuse('is a folder; name a file in it')
  if (there && !there.isFile()) refuse('is no file; leave --output out and send the standard output there')
}

/** Writes the report to its file; says so and gives false where that fails. The file is then as it was. */
export function writeOutput(output: string, text: string, io: Io): boolean {
  try {
    writeOwn(resolve(io.cwd, output), text)
    return true
  } catch (error) {
    if (!(error instanceof UnwrittenFile)) throw error
    say(io, `the report was not written: the file ${error.message}`, output)
    return false
  }
}

/** Adds the summary of a run to the page that GitHub Actions shows of a step, where there is one to add to. */
export function addStepSummary(run: RunReport, show: RunOptions['show'], closing: readonly string[], io: Io): void {
  const path = io.env['GITHUB_STEP_SUMMARY']
  if (!path) return
  const { files, failures } = pathsFromRepository(run, io.cwd)
  try {
    appendFileSync(path, githubSummary(files, { show, failures }, closing))
  } catch {
    // The annotations have been made; without the page nothing is lost.
    say(io, 'the summary of the step could not be written', path)
  }
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true
  const stats = statsOf(() => statSync(one))
  const others = statsOf(() => statSync(other))
  return stats !== undefined && others !== undefined && stats.ino === others.ino && stats.dev === others.dev
}

function statsOf(look: () => Stats): Stats | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
