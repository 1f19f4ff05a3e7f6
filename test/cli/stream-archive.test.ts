/** Runs the recipe of docs/stream.md for archives, with GNU parallel where it is installed. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../rule-folders.ts'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Checkout } from './checkout.ts'

const page = readFileSync(join(ROOT, 'docs/stream.md'), 'utf8')
const recipe = /```sh\n(mkdir [^]*?)```/.exec(page)?.[1] ?? ''
const whyNot = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel')
  ? ''
  : 'GNU parallel is not installed'
const command = bundledCommand()

const ROWS = 600
const UNLUCKY = 9

interface Archive extends Pick<Checkout, 'path'> {
  /** Runs the recipe; killed as soon as so many blocks are done, where that is said. */
  run(killed?: {
    readonly signal: NodeJS.Signals
    readonly after: number
  }): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  /** The files of answers that are whole. */
  done(): readonly string[]
}

function archive(): Archive {
  const made = checkout({
    'articles.jsonl': Array.from(
      { length: ROWS },
      (_, id) => `${JSON.stringify({ id, body: `They put the the ferry no. ${id} off.` })}\n`,
    ).join(''),
  })
  // The process of one block is killed, once.
  made.write(
    'bin/copydesk',
    `#!/bin/sh\ntest "$PARALLEL_SEQ" = ${UNLUCKY} && mkdir died 2>/dev/null && kill -KILL $$\nexec "${process.execPath}" "${command.path}" "$@"\n`,
  )
  chmodSync(made.path('bin/copydesk'), 0o755)
  // Blocks of a few rows, so that there are several of so small an archive.
  const line = recipe.replace('--block 10M', '--block 4k --will-cite --jobs 2')
  const done = (): readonly string[] =>
    existsSync(made.path('findings'))
      ? readdirSync(made.path('findings')).filter((name) => name.endsWith('.jsonl'))
      : []
  return {
    path: made.path,
    done,
    run: async (killed) => {
      // A group of its own, so that all of it can be killed at one blow, as when a machine goes down.
      const child = spawn('sh', ['-ec', line], {
        cwd: made.root,
        stdio: 'ignore',
        detached: true,
        env: { PATH: [made.path('bin'), process.env['PATH']].join(delimiter), HOME: made.root },
      })
      const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
        child.on('close', (code, signal) => resolve({ code, signal })),
      )
      if (killed) {
        while (done().length < killed.after) await setTimeout(5)
        process.kill(-child.pid!, killed.signal)
      }
      return ended
    },
  }
}

const idsIn = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: unknown }).id)

describe('the recipe with GNU parallel', { timeout: 180_000 }, () => {
  test('stands in the page', () => {
    expect(recipe).toMatch(/parallel --pipe --block 10M --joblog \S+ --resume-failed/)
  })

  test('answers every row once and in order, though all of it is killed twice and a process once, and does no block again that was done', async (context) => {
    if (whyNot) context.skip(whyNot)
    const { run, path, done } = archive()
    expect((await run({ signal: 'SIGKILL', after: 2 })).signal).toBe('SIGKILL')
    expect(existsSync(path('findings.jsonl'))).toBe(false)
    await run({ signal: 'SIGTERM', after: 5 })
    expect(existsSync(path('findings.jsonl'))).toBe(false)
    // Seq Host Starttime JobRuntime Send Receive Exitval Signal Command; one that was killed is logged, too.
    const logged = readFileSync(path('findings/jobs.log'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((job) => job.split('\t'))
      .flatMap(([block, , , , , , code, signal]) => (code === '0' && signal === '0' ? [`${block}.jsonl`] : []))
    const timesOf = (names: readonly string[]): readonly number[] =>
      names.map((name) => statSync(path('findings', name)).mtimeMs)
    const before = timesOf(logged)
    expect(logged.length).toBeGreaterThan(1)
    expect((await run()).code).toBe(1)
    expect(existsSync(path('findings.jsonl'))).toBe(false)
    expect(await run()).toEqual({ code: 0, signal: null })
    expect(done().length).toBeGreaterThan(logged.length)
    expect(timesOf(logged)).toEqual(before)
    expect(readdirSync(path('findings')).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(idsIn(path('findings.jsonl'))).toEqual(Array.from({ length: ROWS }, (_, id) => id))
    // The answers are those of one process that nobody disturbs.
    const { stdout } = await command.run(['stream', '--fail-on=never'], {
      cwd: path(),
      stdin: readFileSync(path('articles.jsonl'), 'utf8'),
    })
    expect(readFileSync(path('findings.jsonl'), 'utf8')).toBe(stdout)
  })
})

describe('the fields in the page', () => {
  test('are those that a row is read for', () => {
    const source = readFileSync(join(ROOT, 'src/cli/stream/stream-article.ts'), 'utf8')
    const read = [...source.matchAll(/(?:textIn|choiceIn|field)\(row, '(\w+)'/g)].map(([, name]) => name).toSorted()
    const told = [...page.matchAll(/^\| (`.*?) \|/gm)]
      .flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name))
      .toSorted()
    expect(told).toEqual([...new Set(read)])
  })
})
