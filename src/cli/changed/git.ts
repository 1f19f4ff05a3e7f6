/**
 * Asks git about a repository, whose settings may be a stranger's: nothing that they name is run, and nothing is
 * fetched.
 */
import { execFile } from 'node:child_process'
import { UsageError } from '../arguments/arguments.ts'
import type { GitPlace } from './git-place.ts'
import { gitProgram } from './git-program.ts'

/** A question that git has answered with an error; the message is git's reason, in one line. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure'
  readonly stderr: string

  constructor(stderr: string) {
    const lines = stderr.split('\n').filter((line) => line.trim() !== '')
    super(
      (lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines[0] ?? 'it ended with an error').replace(
        /^(?:fatal|error): /,
        '',
      ),
    )
    this.stderr = stderr
  }
}

// Only questions are asked that need no program besides git's own (no filter, no text converter, no external diff: what
// lies in the folder is read and hashed by Copydesk itself). What git does beside answering is switched off: hooks,
// monitors, locks that a commit beside us would wait for, and folders that look like a bare repository, settings and
// all, though they are somebody's copy.
const SAFE = [
  '--no-pager',
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'safe.bareRepository=explicit',
  '-c',
  'protocol.allow=never',
]
// A partial clone would fetch what it lacks, by programs that its settings name: no protocol is allowed, those that the
// settings allow included.
const OFFLINE = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: '' }
const LARGEST = 2 ** 30
// A pipe in the place of .gitattributes would keep it waiting for ever; the largest repositories take seconds.
const PATIENCE = 120_000

/**
 * What git answers.
 * @param input What it is to read from its standard input.
 * @throws {GitFailure} where it ends with an error.
 * @throws {UsageError} where there is no git, it can't be run, or doesn't come to an end.
 */
export function git({ cwd, env, patience = PATIENCE }: GitPlace, args: readonly string[], input = ''): Promise<Buffer> {
  const program = gitProgram({ cwd, env })
  if (program === undefined) throw new UsageError('--since and --staged need git, which was not found')
  return new Promise((fulfil, reject) => {
    const options = {
      cwd,
      encoding: 'buffer',
      maxBuffer: LARGEST,
      timeout: patience,
      killSignal: 'SIGKILL',
      windowsHide: true,
      env: { ...env, ...OFFLINE },
    } as const
    const child = execFile(program, [...SAFE, ...args], options, (error, stdout, stderr) => {
      if (!error) fulfil(stdout)
      else if (error.killed === true && error.signal === 'SIGKILL')
        reject(new UsageError(`git did not answer for ${patience / 1000} seconds`))
      else if (typeof error.code === 'string')
        reject(new UsageError(`--since and --staged need git, which could not be run (${error.code})`))
      else reject(new GitFailure(stderr.toString()))
    })
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

/** The answer's first line; nothing where git ends with an error. */
export async function askGit(place: GitPlace, ...args: readonly string[]): Promise<string | undefined> {
  try {
    return (await git(place, args)).toString().split('\n', 1)[0]!
  } catch (error) {
    if (error instanceof GitFailure) return undefined
    throw error
  }
}
