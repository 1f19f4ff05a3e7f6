/**
 * A thread's side of the work: it gets inputs, some at once, and answers with their outcomes, in the order in which
 * they came.
 */
import type { Rule } from '#rule'
import { Settings, type SettingsChoice } from '../../project/settings.ts'
import { readAndCheck, type Outcome, type RunTask } from '../check-file.ts'
import type { Input } from '../files/find-files.ts'

/** The settings and wishes that a thread starts with. */
export interface ThreadSetup {
  readonly choice: SettingsChoice
  readonly keepsSource: boolean
  /** Whether to name the bytes that were checked. */
  readonly wantsDigest: boolean
}

/** An input and its place among all. */
export interface NumberedInput {
  readonly index: number
  readonly input: Input
}

/** What a thread says: first that it is ready, then what became of the inputs of each message. */
export type ThreadMessage = 'ready' | readonly Outcome[]

/** A thread's line to those who started it. */
export interface ThreadPort {
  on(event: 'message', listener: (jobs: readonly NumberedInput[]) => void): unknown
  postMessage(message: ThreadMessage): void
}

/** Checks what comes. The standard input is not a thread's to read. */
export async function serveJobs(
  port: ThreadPort,
  { choice, keepsSource, wantsDigest }: ThreadSetup,
  rules: readonly Rule[],
): Promise<void> {
  const task: Omit<RunTask, 'inputs'> = {
    settings: new Settings(rules, choice),
    stdinFilename: undefined,
    keepsSource,
    digest: wantsDigest ? (await import('../cache/content-digest.ts')).contentDigest : undefined,
    io: {
      cwd: choice.cwd,
      env: process.env,
      stdin: () => process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
    },
  }
  const answer = async (jobs: readonly NumberedInput[]): Promise<void> => {
    const outcomes: Outcome[] = []
    for (const { input } of jobs) outcomes.push(await readAndCheck(input, task))
    port.postMessage(outcomes)
  }
  let last = Promise.resolve()
  port.on('message', (jobs) => {
    last = last.then(() => answer(jobs))
  })
  port.postMessage('ready')
}
