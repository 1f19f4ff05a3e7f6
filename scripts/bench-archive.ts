/**
 * Measures what an archive costs: two threads against one, a second run with the cache against the first, and the
 * memory of `stream` against the number of rows. `npm run bench -- --archive [FOLDER]`; takes some minutes.
 */
import { spawn } from 'node:child_process'
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { middle } from './middle.ts'

const ARTICLES = 10_000
const ROUNDS = 3
// Printed as the process ends: the CPU time of all its threads, and the most memory that it had.
const METER = `data:text/javascript,process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();console.error('METER',(u+s)/1e6,m/1024)})`

interface TimedRun {
  /** From start to end, in seconds. */
  readonly wall: number
  readonly cpu: number
  readonly megabytes: number
}

/** Measures with articles, taken in turn until there are enough; prints a line for each bar. */
export async function measureArchive(cli: string, articles: readonly string[]): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'copydesk-archive-'))
  try {
    writeArchive(work, articles)
    await measureThreads(cli, work)
    await measureCache(cli, work)
    await measureStream(cli, work)
  } finally {
    rmSync(work, { recursive: true })
  }
}

/** Two halves, so that two processes can share them; every other article in Markdown. */
function writeArchive(work: string, articles: readonly string[]): void {
  for (const half of ['a', 'b']) mkdirSync(join(work, 'news', half), { recursive: true })
  const rows = { few: '', many: '' }
  for (let index = 0; index < ARTICLES; index++) {
    // Spread over all, whatever their order.
    const body = articles[Math.floor((index * articles.length) / ARTICLES)]!
    const isMarkdown = index % 4 > 1
    writeFileSync(
      join(work, 'news', index % 2 === 0 ? 'a' : 'b', `${index}.${isMarkdown ? 'md' : 'txt'}`),
      isMarkdown ? `# ${body}` : body,
    )
    const row = `${JSON.stringify({ id: index, body })}\n`
    rows.many += row
    if (index % 10 === 0) rows.few += row
  }
  for (const [name, text] of Object.entries(rows)) writeFileSync(join(work, `${name}.jsonl`), text)
}

/**
 * In turn, since a machine is not the same from one minute to the next. Two processes show what it has to give to two
 * of anything.
 */
async function measureThreads(cli: string, work: string): Promise<void> {
  const [one, two, processes]: [TimedRun[], TimedRun[], number[]] = [[], [], []]
  for (let round = 0; round < ROUNDS; round++) {
    one.push(await run(cli, work, ['news', '--workers=1']))
    two.push(await run(cli, work, ['news', '--workers=2']))
    const halves = await Promise.all(['a', 'b'].map((half) => run(cli, work, [`news/${half}`, '--workers=1'])))
    processes.push(Math.max(...halves.map(({ wall }) => wall)))
  }
  const wall = middle(one.map((run) => run.wall))
  const ratio = (walls: readonly number[]): string =>
    `${(wall / middle(walls)).toFixed(2)} × (${walls.map((other, round) => (one[round]!.wall / other).toFixed(2)).join(', ')})`
  console.log(
    `${ARTICLES} articles, one thread: ${wall.toFixed(1)} s, ${middle(one.map(({ cpu }) => cpu)).toFixed(1)} s of CPU`,
  )
  console.log(
    `two threads: ${ratio(two.map((run) => run.wall))} as fast, ${middle(two.map(({ cpu }) => cpu)).toFixed(1)} s of CPU  (bar 1.6)`,
  )
  console.log(`two processes with half of them each: ${ratio(processes)} as fast`)
}

async function measureCache(cli: string, work: string): Promise<void> {
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rmSync(join(work, 'cache.json'), { force: true })
    const argv = ['news', '--cache-location=cache.json', '--workers=1']
    const first = await run(cli, work, argv)
    const second = await run(cli, work, argv)
    ratios.push(first.wall / second.wall)
  }
  console.log(
    `second run with the cache: ${middle(ratios).toFixed(1)} × (${ratios.map((ratio) => ratio.toFixed(1)).join(', ')}) as fast  (bar 10)`,
  )
}

async function measureStream(cli: string, work: string): Promise<void> {
  const of = async (rows: string): Promise<number[]> => {
    const runs: number[] = []
    for (let round = 0; round < ROUNDS; round++)
      runs.push((await run(cli, work, ['stream'], join(work, rows))).megabytes)
    return runs
  }
  const [few, many] = [middle(await of('few.jsonl')), middle(await of('many.jsonl'))]
  console.log(
    `stream: ${few.toFixed(0)} MB for ${ARTICLES / 10} rows, ${many.toFixed(0)} MB for ${ARTICLES}: ${(many / few).toFixed(2)} ×  (bar 1.2)`,
  )
}

/** Runs the command; its report goes to nobody. */
function run(cli: string, cwd: string, argv: readonly string[], input?: string): Promise<TimedRun> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const isStream = argv[0] === 'stream'
    const child = spawn(
      process.execPath,
      ['--import', METER, cli, ...argv, '--fail-on=never', ...(isStream ? [] : ['--format=json'])],
      { cwd, stdio: ['pipe', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      // A thread that ends by itself prints the like before the process does.
      const [, cpu, megabytes] = [...said.matchAll(/^METER (\S+) (\S+)$/gm)].at(-1) ?? []
      if (code === 0 && cpu !== undefined)
        resolve({ wall: (performance.now() - start) / 1000, cpu: Number(cpu), megabytes: Number(megabytes) })
      else reject(new Error(`the command failed (${code}): ${said.slice(0, 300)}`))
    })
    if (input === undefined) child.stdin.end()
    else createReadStream(input).pipe(child.stdin)
  })
}
