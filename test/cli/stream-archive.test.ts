/** Runs the recipe of docs/stream.md for archives, with GNU parallel where it is installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../rule-folders.ts'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Checkout } from './checkout.ts'

const page = readFileSync(join(ROOT, 'docs/stream.md'), 'utf8')
const recipe = /```sh\n(mkdir [^]*?)```/.exec(page)?.[1] ?? ''
const whyNot = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel') ? '' : 'GNU parallel is not installed'
const command = bundledCommand()

function archive(rows: number): Checkout & { run(): void } {
  const made = checkout({ 'articles.jsonl': Array.from({ length: rows }, (_, id) => `${JSON.stringify({ id, body: `They put the the ferry no. ${id} off.` })}\n`).join('') })
  made.write('bin/copydesk', `#!/bin/sh\nexec "${process.execPath}" "${command.path}" "$@"\n`)
  chmodSync(made.path('bin/copydesk'), 0o755)
  // Blocks of a few rows, so that there are several of so small an archive.
  const line = recipe.replace('--block 10M', '--block 4k --will-cite --jobs 2')
  return { ...made, run: () => execFileSync('sh', ['-ec', line], {
    cwd: made.root, stdio: 'pipe', env: { PATH: [made.path('bin'), process.env['PATH']].join(delimiter), HOME: made.root },
  }) } as never
}

const idsIn = (path: string): unknown[] => readFileSync(path, 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { id: unknown }).id)

describe('the recipe with GNU parallel', { timeout: 60_000 }, () => {
  test('stands in the page', () => {
    expect(recipe).toMatch(/parallel --pipe --block 10M --joblog \S+ --resume/)
  })

  test('answers every row in order, and goes on where it was stopped', (context) => {
    if (whyNot) context.skip(whyNot)
    const { run, path } = archive(600)
    run()
    const whole = readFileSync(path('findings.jsonl'), 'utf8')
    expect(idsIn(path('findings.jsonl'))).toEqual(Array.from({ length: 600 }, (_, id) => id))
    // As if it had been killed in block 3: the log lacks it and what came after, and half an answer is left.
    const [head, ...jobs] = readFileSync(path('findings/jobs.log'), 'utf8').trim().split('\n')
    expect(jobs.length).toBeGreaterThan(4)
    const numberOf = (job: string): number => Number(job.split('\t')[0])
    writeFileSync(path('findings/jobs.log'), [head, ...jobs.filter((job) => numberOf(job) < 3), ''].join('\n'))
    for (const job of jobs.filter((one) => numberOf(one) >= 3)) rmSync(path(`findings/${numberOf(job)}.jsonl`))
    writeFileSync(path('findings/3.part'), '{"id": 1')
    rmSync(path('findings.jsonl'))
    const before = [1, 2].map((block) => statSync(path(`findings/${block}.jsonl`)).mtimeMs)
    run()
    expect(readFileSync(path('findings.jsonl'), 'utf8')).toBe(whole)
    expect([1, 2].map((block) => statSync(path(`findings/${block}.jsonl`)).mtimeMs)).toEqual(before)
    expect(existsSync(path('findings/3.part'))).toBe(false)
  })
})

describe('the fields in the page', () => {
  test('are those that a row is read for', () => {
    const source = readFileSync(join(ROOT, 'src/cli/stream-article.ts'), 'utf8')
    const read = [...source.matchAll(/(?:textIn|choiceIn|field)\(row, '(\w+)'/g)].map(([, name]) => name).toSorted()
    const told = [...page.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toSorted()
    expect(told).toEqual([...new Set(read)])
  })
})
