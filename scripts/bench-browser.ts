/**
 * Measures the playground in Chromium: from a keystroke to new findings, the longest task of the page while somebody
 * types, and how big the bundles are. `npm run bench:browser`; other work on the machine shows in the figures.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { bundleWorker } from './browser-bundle.mjs'
import { buildPlayground } from './build-playground.ts'
import { InputError } from './input-error.ts'
import { makeNews } from './made-up-news.ts'
import { CHROMIUM, startChromium } from './playground/chromium.ts'
import { runScript, type ScriptWorld } from './run-script.ts'

const DEBOUNCE = 250
const SIZES = [
  { words: 1000, keys: 60, bar: 'bar: p95 50 ms' },
  { words: 20_000, keys: 20, bar: 'bar: 500 ms' },
]

await runScript('bench-browser', import.meta.url, async (argv, { say }) => {
  if (argv.length > 0) throw new InputError('it takes no arguments')
  await saySizes(say)
  if (CHROMIUM === undefined) throw new InputError('there is no Chromium here to measure in')
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
  const browser = await startChromium()
  try {
    await buildPlayground(folder)
    for (const { words, keys, bar } of SIZES) {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(join(folder, 'index.html')).href)
      say(
        `${words.toLocaleString('en')} words: ${await measure(browser, page, words, keys)}  (${bar}; no task over 50 ms; load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores)\n`,
      )
      await page.close()
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
})

async function saySizes(say: ScriptWorld['say']): Promise<void> {
  const { code, metafile } = await bundleWorker(esbuild)
  say(
    `worker: ${kilobytes(gzipSync(code, { level: 9 }).length)} kB gzipped with its lists, ${kilobytes(code.length)} kB in all  (bar 350)\n`,
  )
  const parts = new Map<string, number>()
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs))
      parts.set(partOf(path), (parts.get(partOf(path)) ?? 0) + bytesInOutput)
  }
  const most = [...parts].toSorted(([, one], [, other]) => other - one).slice(0, 12)
  say(
    `  ${most.map(([name, bytes]) => `${name} ${kilobytes(bytes)}`).join(', ')}, the rest ${kilobytes(code.length - most.reduce((sum, [, bytes]) => sum + bytes, 0))}\n`,
  )
  const editor = await esbuild.build({
    entryPoints: ['src/browser/codemirror.ts', 'src/browser/checker.ts'],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    outdir: 'x',
    external: ['@codemirror/*'],
    logLevel: 'silent',
  })
  for (const { path, contents } of editor.outputFiles)
    say(
      `${basename(path, '.js')}: ${kilobytes(gzipSync(contents, { level: 9 }).length)} kB gzipped, beside the editor itself\n`,
    )
}

function partOf(path: string): string {
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(path)?.[1]
  if (name !== undefined)
    return /^(?:micromark|mdast|remark|unist|unified|vfile)/.test(name) ? 'Markdown’s parser' : name
  if (path.endsWith('.generated.ts')) return /common-words/.test(path) ? 'common words' : 'other lists'
  return path.startsWith('rules/') ? 'rules' : path.split('/').slice(0, 2).join('/')
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0)
}

/** Types into the middle of a draft, key by key, and asks the page when each new report was there. */
async function measure(browser: Browser, page: Page, words: number, keys: number): Promise<string> {
  await page.locator('#verdict .stamp').waitFor()
  await page.evaluate(() => {
    const seen = { keys: [] as number[], reports: [] as number[], tasks: [] as number[] }
    Object.assign(window, { seen })
    document
      .getElementById('editor')!
      .shadowRoot!.addEventListener('keydown', () => seen.keys.push(performance.now()), { capture: true })
    new PerformanceObserver((list) => {
      for (const { startTime, name } of list.getEntries()) if (name === 'copydesk-report') seen.reports.push(startTime)
    }).observe({ type: 'mark' })
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })
  await page
    .locator('#file')
    .setInputFiles({ name: 'draft.txt', mimeType: 'text/plain', buffer: Buffer.from(draftOf(words)) })
  await page.waitForFunction(
    (least) => Number.parseInt(document.getElementById('count')!.textContent!.replaceAll(',', ''), 10) >= least,
    words * 0.9,
  )
  await page.locator('.say').first().click()
  await page.keyboard.press('ArrowRight')
  // The first checks find cold code.
  await latencies(page, 8)
  await page.evaluate(() => void ((window as unknown as { seen: { tasks: number[] } }).seen.tasks.length = 0))
  const times = (await latencies(page, keys)).toSorted((one, other) => one - other)
  // And without a pause, at fourteen letters a second; what the threads work is told apart from what they wait for.
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] })
  await page.keyboard.type(' The mayor said on Friday that the the harbour would stay open.', { delay: 70 })
  await page.waitForTimeout(1500)
  await latencies(page, 5)
  const { main, worker } = workedTimes(await browser.stopTracing())
  const tasks = await page.evaluate(() => (window as unknown as { seen: { tasks: number[] } }).seen.tasks)
  const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(0)
  return `from a key to new findings, beyond the debounce, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${times.at(-1)!.toFixed(0)} ms; longest task of the page ${tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms (${tasks.length} over 50)` : 'under 50 ms'}; of the processor’s time, longest task ${main.toFixed(0)} ms, longest check in the worker ${worker.toFixed(0)} ms`
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** How long the thread worked, in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/**
 * The longest tasks of the page's main thread and of its worker, in milliseconds of the processor: without what others
 * took from it.
 */
function workedTimes(trace: Buffer): { readonly main: number; readonly worker: number } {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] }
  const threads = new Map(
    traceEvents
      .filter(({ name, ph }) => ph === 'M' && name === 'thread_name')
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args?.name ?? '']),
  )
  const longest = (thread: string): number =>
    traceEvents.reduce(
      (most, { name, ph, pid, tid, tdur = 0 }) =>
        ph === 'X' && name.endsWith('RunTask') && threads.get(`${pid} ${tid}`)?.startsWith(thread) === true
          ? Math.max(most, tdur / 1000)
          : most,
      0,
    )
  return { main: longest('CrRendererMain'), worker: longest('DedicatedWorker') }
}

async function latencies(page: Page, keys: number): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < keys; index++) {
    await page.evaluate(() => Object.assign((window as unknown as { seen: object }).seen, { keys: [], reports: [] }))
    await page.keyboard.press(index % 6 === 5 ? 'Space' : 'abcde'[index % 6]!)
    const [key, report] = await page
      .waitForFunction(() => {
        const { seen } = window as unknown as { seen: { keys: number[]; reports: number[] } }
        return seen.reports.length > 0 ? ([seen.keys[0]!, seen.reports.at(-1)!] as const) : null
      })
      .then((handle) => handle.jsonValue() as Promise<readonly [number, number]>)
    times.push(report - key - DEBOUNCE)
  }
  return times
}

/** A draft of about so many words, with some mistakes in it. */
function draftOf(words: number): string {
  const all = makeNews(words * 8)
    .join('\n\n')
    .split(/(?<=\s)/)
  return all
    .slice(0, words)
    .map((word, index) => (index % 400 === 200 ? `the the ${word}` : word))
    .join('')
}
