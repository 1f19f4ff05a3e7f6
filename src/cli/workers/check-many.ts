/**
 * Checks many files: shared out among threads, with a bar for those who wait. The report is that of a run without
 * either.
 */
import { availableParallelism } from 'node:os'
import type { SettingsChoice } from '../../project/settings.ts'
import { readAndCheck, type Outcome, type RunTask } from '../check-file.ts'
import { reportOf, type RunReport } from '../run-report.ts'
import type { CacheFile } from '../cache/cache-file.ts'
import type { FileInput, Input } from '../files/find-files.ts'
import { createProgress } from '../reports/progress-bar.ts'
import { checkInThreads, type ThreadRun } from './worker-pool.ts'
import type { NumberedInput } from './worker-thread.ts'

/** How a run of many files goes. */
export interface ManyOptions {
  /** What a thread needs to know of the command line. */
  readonly choice: SettingsChoice
  /** How many threads check; left out, as many as are worth it. */
  readonly workers: number | undefined
  /** The cache's file, as the user knows it; left out, there is none. */
  readonly cache: string | undefined
}

// More threads than this share the way to memory and gain little.
const MOST_WORTH = 4
// What the cache leaves to do may not be worth a thread.
const FEW = 100

/**
 * Checks all inputs; the report has them in their order.
 * @throws {UsageError} where threads can't be started, or the cache's file is none.
 */
export async function checkMany(given: RunTask, options: ManyOptions): Promise<RunReport> {
  const { inputs, io } = given
  const cache = options.cache === undefined ? undefined : await openCache(options.cache, given)
  const task: RunTask = { ...given, digest: cache?.digest }
  const outcomes: Outcome[] = []
  const progress = createProgress(inputs.length, 'files', io.env['TERM'] === 'dumb' ? { write: () => true } : io.stderr)
  const done = (index: number, outcome: Outcome): void => {
    outcomes[index] = outcome
    progress.advance()
  }
  try {
    const jobs: NumberedInput[] = []
    for (const [index, input] of inputs.entries()) {
      const known = cache && isOnDisk(input) ? await cache.file.find(input, task.keepsSource === true) : undefined
      if (known) done(index, known)
      else jobs.push({ index, input })
    }
    await checkJobs(jobs, task, options, done)
    if (cache) await keepAll(jobs, outcomes, cache.file)
  } finally {
    progress.end()
  }
  cache?.file.write()
  return reportOf(outcomes)
}

/** Checks what has to be, in threads where that is worth it. The standard input is not a thread's to read. */
async function checkJobs(
  jobs: readonly NumberedInput[],
  task: RunTask,
  { choice, workers }: ManyOptions,
  done: ThreadRun['done'],
): Promise<void> {
  const { worker: module } = task.io
  const count = workers ?? (jobs.length > FEW ? Math.min(availableParallelism(), MOST_WORTH) : 1)
  const isShared = module !== undefined && count > 1
  const own = isShared ? jobs.filter(({ input }) => input.kind === 'stdin' && !input.content) : jobs
  for (const { index, input } of own) done(index, await readAndCheck(input, task))
  if (!isShared) return
  const setup = {
    choice: cloneable(choice),
    keepsSource: task.keepsSource === true,
    wantsDigest: task.digest !== undefined,
  }
  await checkInThreads(
    jobs.filter((job) => !own.includes(job)),
    { module, setup, count, done },
  )
}

async function openCache(
  path: string,
  task: RunTask,
): Promise<{ readonly file: CacheFile; readonly digest: (bytes: Uint8Array) => string }> {
  const [{ CacheFile }, { contentDigest }] = await Promise.all([
    import('../cache/cache-file.ts'),
    import('../cache/content-digest.ts'),
  ])
  return { file: new CacheFile(path, task), digest: (bytes) => contentDigest(bytes) }
}

async function keepAll(jobs: readonly NumberedInput[], outcomes: readonly Outcome[], cache: CacheFile): Promise<void> {
  for (const { index, input } of jobs) {
    const outcome = outcomes[index]!
    if ('report' in outcome && isOnDisk(input)) await cache.keep(input, outcome)
  }
}

/** Whether what is checked is what stands on the disk. */
function isOnDisk(input: Input): input is FileInput {
  return input.kind === 'file' && input.content === undefined
}

/** The parts of a choice, without whatever else its object holds. */
function cloneable({ cwd, config, noConfig, rules, input, searchFrom }: SettingsChoice): SettingsChoice {
  return { cwd, config, noConfig, rules, input, searchFrom }
}
