/** A thread's side of the work: it gets inputs and answers each with its outcome, in the order in which they came. */
import type { Rule } from '#rule'
import { Settings, type SettingsChoice } from '../project/settings.ts'
import { checkInput, type Outcome, type RunTask } from './check-files.ts'
import type { Input } from './find-files.ts'

/** What a thread is told at its start. */
export interface ThreadOrders {
  readonly choice: SettingsChoice
  readonly keepsSource: boolean
  /** Whether to name the bytes that were checked. */
  readonly wantsDigest: boolean
}

/** An input and its place among all. */
export interface Job {
  readonly index: number
  readonly input: Input
}

/** What a thread says: first that it is ready, then what became of each input. */
export type ThreadMessage = 'ready' | { readonly index: number; readonly outcome: Outcome }

/** A thread's line to those who started it. */
export interface ThreadPort {
  on(event: 'message', listener: (jobs: readonly Job[]) => void): unknown
  postMessage(message: ThreadMessage): void
}

/** Checks what comes. The standard input is not a thread's to read. */
export async function serve(port: ThreadPort, { choice, keepsSource, wantsDigest }: ThreadOrders, rules: readonly Rule[]): Promise<void> {
  const task: Omit<RunTask, 'inputs'> = {
    settings: new Settings(rules, choice), stdinFilename: undefined, keepsSource,
    digest: wantsDigest ? (await import('./content-digest.ts')).contentDigest : undefined,
    io: { cwd: choice.cwd, env: process.env, stdin: () => process.stdin, stdout: process.stdout, stderr: process.stderr },
  }
  const answer = async (jobs: readonly Job[]): Promise<void> => {
    for (const { index, input } of jobs) port.postMessage({ index, outcome: await checkInput(input, task) })
  }
  let last = Promise.resolve()
  port.on('message', (jobs) => {
    last = last.then(() => answer(jobs))
  })
  port.postMessage('ready')
}
