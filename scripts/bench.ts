/**
 * Measures what Copydesk costs: time against size, memory, hostile inputs, words a second, and a cold start. `npm run
 * bench [-- [--archive | --hostile] FOLDER]`: with a folder of drafts or .jsonl(.gz) articles it measures on them, else
 * on news it makes up. With `--archive` it measures what ten thousand files cost, and nothing else; with `--hostile`
 * hostile inputs and a long list of the desk's names. Figures come from the built package; run `npm run build` first.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readArticles } from './articles.ts'
import { measureArchive } from './bench-archive.ts'
import type { DeskName } from '../src/copy/index.ts'
import { hostileInputs, nearNames } from './hostile-inputs.ts'
import { makeNews } from './made-up-news.ts'
import { middle } from './middle.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = join(root, 'dist/bin/copydesk.js')
const { check, UnreadError } = (await import(join(root, 'dist/src/index.js'))) as typeof import('../src/index.ts')

const MEGABYTE = 1_000_000
const SIZES = [1, 2, 4, 7, 10]
const RUNS = 5
const HOSTILE_LENGTH = 240_000

const {
  values: { archive, hostile },
  positionals: [folder],
} = parseArgs({
  allowPositionals: true,
  options: { archive: { type: 'boolean', default: false }, hostile: { type: 'boolean', default: false } },
})
const articles = folder === undefined ? makeNews(archive ? 40 * MEGABYTE : 10 * MEGABYTE) : readArticles(folder)
console.log(
  `news: ${folder ?? 'made up'}, ${articles.length} articles, ${megabytes(articles.reduce((sum, text) => sum + text.length, 0))} MB`,
)

const work = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
try {
  if (archive) await measureArchive(cli, articles)
  else {
    if (!hostile) {
      measureGrowth()
      measureMemory()
    }
    await measureHostile()
    measureDesk()
    if (!hostile) measureColdStart()
  }
} finally {
  rmSync(work, { recursive: true })
}

/** Time against size, as one file and as many: medians, and the slope of their logarithms. */
function measureGrowth(): void {
  const rows: { size: number; one: number; many: number; words: number }[] = []
  for (const text of takeUpTo(articles, MEGABYTE)) check(text)
  for (const size of SIZES) {
    const many = takeUpTo(articles, size * MEGABYTE)
    const one = many.join('\n\n')
    let words = 0
    const oneMs = median(RUNS, () => void check(one))
    const manyMs = median(RUNS, () => {
      words = 0
      for (const text of many) words += check(text).words
    })
    rows.push({ size: one.length, one: oneMs, many: manyMs, words })
    console.log(
      `${megabytes(one.length)} MB: one file ${oneMs.toFixed(0)} ms, ${many.length} files ${manyMs.toFixed(0)} ms, `
        + `${Math.round((words / manyMs) * 1000).toLocaleString('en')} words a second over many`,
    )
  }
  console.log(`slope, one file: ${slope(rows.map(({ size, one }) => [size, one])).toFixed(3)}  (bar 1.05)`)
  console.log(`slope, many files: ${slope(rows.map(({ size, many }) => [size, many])).toFixed(3)}  (bar 1.05)`)
}

/** Whether 10 MB complete with a heap of 200 MB, as one file. */
function measureMemory(): void {
  const file = join(work, 'ten-megabytes.txt')
  writeFileSync(file, takeUpTo(articles, 10 * MEGABYTE).join('\n\n'))
  const { status, stderr } = spawnSync(process.execPath, ['--max-old-space-size=200', cli, '--format', 'json', file], {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  console.log(
    `10 MB with --max-old-space-size=200: ${status === 0 || status === 1 ? 'completed' : `FAILED (${status}) ${stderr.slice(0, 300)}`}`,
  )
}

/** The slowest hostile inputs of 240 kB, and news of 4 MB in each format, by the processor's clock. */
async function measureHostile(): Promise<void> {
  const times: [name: string, ms: number][] = []
  for await (const { name, text, ...options } of hostileInputs(HOSTILE_LENGTH)) {
    try {
      times.push([name, processorTime(() => void check(text, options))])
    } catch (error) {
      // That nothing could be read of it is an answer, too.
      if (!(error instanceof UnreadError)) console.log(`FAILED on ${name}: ${String(error).slice(0, 300)}`)
    }
  }
  times.sort((one, other) => other[1] - one[1])
  console.log(
    `hostile inputs of 240 kB: ${times.length}, slowest (bar 2000):${times
      .slice(0, 10)
      .map(([name, ms]) => `\n  ${ms.toFixed(0)} ms  ${name}`)
      .join('')}`,
  )
  const news = takeUpTo(articles, 4 * MEGABYTE)
  for (const [format, page] of [
    ['text', news.join('\n\n')],
    ['markdown', news.join('\n\n')],
    [
      'html',
      `<article>${news
        .join('\n\n')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replace(/\n{2,}/g, '</p>\n<p>')}</article>`,
    ],
  ] as const) {
    console.log(
      `news of 4 MB as ${format}: ${middle(Array.from({ length: 3 }, () => processorTime(() => void check(page, { format })))).toFixed(0)} ms  (bar 4000)`,
    )
  }
}

/** What twenty thousand names of the desk's cost one story, once they are indexed. */
function measureDesk(): void {
  const story = articles.find((text) => text.length > 3000 && text.length < 5000) ?? articles[0]!
  const names = nearNames(20_000)
  const first = processorTime(() => void check(story, { names }))
  const times = (given?: readonly DeskName[]): number =>
    middle(Array.from({ length: 101 }, () => processorTime(() => void check(story, given ? { names: given } : {}))))
  times(names)
  const [without, with20000] = [times(), times(names)]
  console.log(
    `one story with 20,000 desk names: ${(with20000 - without).toFixed(1)} ms more than ${without.toFixed(1)} ms, the first time ${first.toFixed(0)} ms  (bar 5 more)`,
  )
}

/** What the processor works at something, in milliseconds. */
function processorTime(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** The CPU time of one story from a cold start, against that of an empty script. */
function measureColdStart(): void {
  const file = join(work, 'story.txt')
  writeFileSync(file, articles.find((text) => text.length > 1500 && text.length < 3500) ?? articles[0]!)
  const story: number[] = []
  const empty: number[] = []
  for (let run = 0; run < 15; run++) {
    empty.push(cpuOf(['-e', '0']))
    story.push(cpuOf([cli, file]))
  }
  const [storyMs, emptyMs] = [middle(story), middle(empty)]
  console.log(
    `cold start: ${storyMs.toFixed(0)} ms CPU, node -e 0 ${emptyMs.toFixed(0)} ms, ratio ${(storyMs / emptyMs).toFixed(2)}  (bar 1.8)`,
  )
}

/**
 * User and system time of a Node process in milliseconds: the mean of five, since the kernel counts in ticks of 10 ms.
 */
function cpuOf(args: readonly string[]): number {
  const command = [process.execPath, ...args].map((arg) => `'${arg}'`).join(' ')
  const { stdout } = spawnSync(
    'sh',
    ['-c', `for i in 1 2 3 4 5; do ${command} >/dev/null 2>&1; done; cat /proc/$$/stat`],
    { cwd: work, encoding: 'utf8' },
  )
  // Behind the command's name in brackets, fields 14 and 15 of proc(5) are the waited-for children's times.
  const fields = stdout.slice(stdout.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[13]) + Number(fields[14])) * 10) / 5
}

function takeUpTo(texts: readonly string[], size: number): string[] {
  const taken: string[] = []
  let length = 0
  for (let index = 0; length < size; index = (index + 1) % texts.length) {
    taken.push(texts[index]!)
    length += texts[index]!.length
  }
  return taken
}

function median(runs: number, work: () => void): number {
  return middle(
    Array.from({ length: runs }, () => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

/** The slope of a least-squares line through the logarithms of size and time. */
function slope(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]): [number, number] => [Math.log(size), Math.log(time)])
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length
  const over = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return over / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}

function megabytes(length: number): string {
  return (length / MEGABYTE).toFixed(1)
}
