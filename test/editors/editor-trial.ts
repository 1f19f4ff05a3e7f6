/**
 * A real editor in a home of its own, driven through the scenario by a script in its own language, which writes down
 * what it sees.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { check } from '../../src/check.ts'
import { installServer } from './server-for-editors.ts'
import expected from './scenario/expected.json' with { type: 'json' }

/** The draft, and what is to be found, done and left in it. */
export const SCENARIO = {
  ...expected,
  draft: readFileSync(new URL('scenario/draft.txt', import.meta.url), 'utf8'),
  /** What hides a finding, and which. */
  ignore: { rule: 'self-reference', title: 'Ignore self-reference here, with a reason' },
}

/** A finding as an editor shows it, in the units that it counts in. */
export interface Shown {
  readonly rule: string
  readonly message: string
  /** The words that are marked. */
  readonly quote: string
  readonly line: number
  readonly start: number
  readonly end: number
}

/** What an editor showed at one step. */
export interface Seen {
  readonly step: string
  readonly findings?: readonly Shown[]
  readonly text?: string
  /** What its menu offered. */
  readonly titles?: readonly string[]
}

/** What a server was asked to run, and how it ended. */
export interface ServerRun {
  readonly args: readonly string[]
  readonly process: number
  /** The exit code, or the signal; nothing where it was ended so that nobody could see it. */
  readonly ended: number | string | undefined
  /** Whether the editor has asked it to shut down first. */
  readonly isAsked: boolean
}

/** How an editor is started. */
export interface Start {
  readonly command: readonly string[]
  /** Files of its home: settings, and what drives it. */
  readonly home: Readonly<Record<string, string>>
  /** Whether it wants a terminal. */
  readonly hasTerminal: boolean
  /** Whether the draft is only opened, with the options of the editor’s page, which turn a rule off. */
  readonly isOpenedOnly: boolean
}

/** What came of it. */
export interface Outcome {
  readonly seen: ReadonlyMap<string, Seen>
  readonly servers: readonly ServerRun[]
  /** The drafts’ folder, and the bytes in it. */
  readonly read: (name: string) => string | undefined
  readonly problems: readonly string[]
}

/** The rules that speak with the options of the pages. */
const WITH_OPTIONS = SCENARIO.findings.map(({ rule }) => rule).filter((rule) => rule !== 'leftover-boilerplate')

const LONGEST = 150_000

/**
 * Runs an editor in a folder that is gone afterwards, unless what it showed is wrong.
 * @param judge Says what is wrong.
 */
export async function tryEditor(
  name: string,
  start: Start,
  judge: (outcome: Outcome) => readonly string[],
): Promise<readonly string[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `copydesk-${name}-`)))
  const [home, drafts, log] = [join(folder, 'home'), join(folder, 'drafts'), join(folder, 'conversation.jsonl')]
  const bin = await installServer(folder, log)
  for (const [path, text] of Object.entries({ ...start.home, '.local/share/.keep': '', '.cache/.keep': '' })) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  mkdirSync(drafts)
  writeFileSync(join(drafts, 'draft.txt'), SCENARIO.draft)
  writeFileSync(
    join(folder, 'scenario.json'),
    JSON.stringify({
      ...SCENARIO,
      isOpenedOnly: start.isOpenedOnly,
      opened: (start.isOpenedOnly ? WITH_OPTIONS : SCENARIO.findings).length,
    }),
  )
  const problems = [...(await run(start, { folder, bin, home, drafts }))]
  const servers = serversIn(log)
  const seen = new Map(linesOf<Seen>(join(folder, 'seen.jsonl')).map((one) => [one.step, one]))
  const broken = seen.get('broken')
  if (broken) problems.push(`the script that drives it: ${broken.text}`)
  problems.push(...(await leftRunning(servers)))
  const read = (path: string): string | undefined =>
    existsSync(join(drafts, path)) ? readFileSync(join(drafts, path), 'utf8') : undefined
  problems.push(...judge({ seen, servers, read, problems }))
  if (problems.length === 0) rmSync(folder, { recursive: true, force: true })
  else problems.push(`all that was said: ${log}`)
  return problems
}

/** Runs the process until it ends; one that doesn’t is ended, by its id. */
async function run(
  { command, hasTerminal }: Start,
  { folder, bin, home, drafts }: Readonly<Record<'folder' | 'bin' | 'home' | 'drafts', string>>,
): Promise<readonly string[]> {
  const env = {
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_CACHE_HOME: join(home, '.cache'),
    TMPDIR: folder,
    LANG: 'C.UTF-8',
    TERM: 'vt100',
    SHELL: '/bin/sh',
    COPYDESK_TRIAL: folder,
  }
  const [program, ...args] = hasTerminal
    ? ['script', '-qec', command.map((word) => `'${word}'`).join(' '), '/dev/null']
    : command
  // Its input stays open: at its end, `script` would press a key.
  const child = spawn(program!, args, { cwd: drafts, env, stdio: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  child.stdin.on('error', () => undefined)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `it ended with ${code ?? signal}`))
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST)
  const how = await ended
  clearTimeout(timer)
  return how === '' ? [] : [`${how}: ${withoutControls(said).slice(-1000)}`]
}

/** What a terminal would show, more or less. */
function withoutControls(said: string): string {
  // eslint-disable-next-line no-control-regex
  return said.replace(/\x1B(?:\[[\d;?]*[A-Za-z]|.)|[\0-\x08\x0B-\x1F]/g, '').replace(/\s+/g, ' ')
}

function linesOf<Line>(path: string): readonly Line[] {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line)
    : []
}

function serversIn(log: string): readonly ServerRun[] {
  const runs: { args: readonly string[]; process: number; ended: number | string | undefined; isAsked: boolean }[] = []
  for (const { args = [], started, editor = '', ended } of linesOf<LogLine>(log)) {
    if (started !== undefined) runs.push({ args, process: started, ended: undefined, isAsked: false })
    const last = runs.at(-1)
    if (!last) continue
    last.isAsked ||= editor.includes('"method":"shutdown"')
    last.ended ??= ended
  }
  return runs
}

/** A line of what `recorded-server.mjs` writes. */
interface LogLine {
  readonly args?: readonly string[]
  readonly started?: number
  readonly editor?: string
  readonly ended?: number | string
}

/** A server ends with its editor, or a moment later. */
async function leftRunning(servers: readonly ServerRun[]): Promise<readonly string[]> {
  for (let tries = 0; tries < 100; tries++) {
    if (!servers.some(({ process }) => isAlive(process))) return []
    await wait(100)
  }
  return ['a server is left running']
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}

/** The message of each finding of the draft. */
const MESSAGES: ReadonlyMap<string, string> = new Map(
  check(SCENARIO.draft, { path: 'draft.txt' }).findings.map(({ rule, message }) => [rule, message]),
)

/**
 * What is wrong with the findings of the untouched draft. @param place Where a finding should be, in the editor’s
 * units.
 */
export function findingsUnlike(
  { findings = [] }: Seen = { step: '' },
  place: (
    line: string,
    start: number,
    end: number,
    number: number,
  ) => readonly [line: number, start: number, end: number],
): readonly string[] {
  const lines = SCENARIO.draft.split('\r\n')
  const wanted = SCENARIO.findings.map(
    ({ rule, quote, line, start, end }) => `${rule} ${place(lines[line]!, start, end, line).join(':')} ${quote}`,
  )
  const wrong = findings
    .filter(({ rule, message }) => !message.includes(MESSAGES.get(rule) ?? '\0'))
    .map(({ rule, message }) => `${rule} says “${message}”, not “${MESSAGES.get(rule)}”`)
  return [
    ...unlike(
      'the findings',
      findings.map(({ rule, line, start, end, quote }) => `${rule} ${line}:${start}:${end} ${quote}`),
      wanted,
    ),
    ...wrong,
  ]
}

/** What is wrong with which rules speak at a step. */
export function rulesUnlike(outcome: Outcome, step: string, wanted: readonly string[]): readonly string[] {
  const { findings } = outcome.seen.get(step) ?? {}
  const quoteOf = (rule: string): string | undefined => SCENARIO.findings.find((one) => one.rule === rule)?.quote
  return findings
    ? unlike(
        step,
        findings.map(({ rule, quote }) => `${rule} ${quote}`),
        wanted.map((rule) => `${rule} ${quoteOf(rule)}`),
      )
    : [`${step}: nothing was seen`]
}

/** What is wrong where a draft was only opened, with the options of a page. */
export function judgeOpened(outcome: Outcome): readonly string[] {
  return rulesUnlike(outcome, 'opened', WITH_OPTIONS)
}

/** What is wrong where a text should hold others. */
export function lacks(outcome: Outcome, step: string, ...wanted: readonly string[]): readonly string[] {
  const { text = '', titles = [] } = outcome.seen.get(step) ?? {}
  const all = [text, ...titles].join('\n')
  return wanted.filter((part) => !all.includes(part)).map((part) => `${step}: there is no “${part}” in “${all}”`)
}

/** What is wrong with a file of the drafts’ folder. */
export function fileUnlike({ read }: Outcome, name: string, wanted: string): readonly string[] {
  return unlike(name, [JSON.stringify(read(name))], [JSON.stringify(wanted)])
}

/** What is to be told where two lists differ; their order says nothing. */
export function unlike(where: string, is: readonly string[], wanted: readonly string[]): readonly string[] {
  const [one, other] = [is.toSorted().join(', '), wanted.toSorted().join(', ')]
  return one === other ? [] : [`${where}: ${one || 'nothing'}; it should be ${other || 'nothing'}`]
}

/** The rules that speak once the quick fix is made. */
export const AFTER_QUICK_FIX = SCENARIO.findings
  .map(({ rule }) => rule)
  .filter((rule) => rule !== SCENARIO.quickFix.rule)

/** The draft with the quick fix made. */
export const FIXED_DRAFT = SCENARIO.draft.replace(SCENARIO.quickFix.before, SCENARIO.quickFix.after)

/** How many bytes a line’s first letters take. */
export function bytesBefore(line: string, letters: number): number {
  return Buffer.byteLength(line.slice(0, letters))
}

/** Whether a program is on the path. */
export function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)))
}
