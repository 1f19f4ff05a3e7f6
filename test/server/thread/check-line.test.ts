/** Tests of the line of texts before a thread, with threads that do what the test says. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CheckLine } from '../../../src/server/thread/check-line.ts'
import { CheckThreads } from '../../../src/server/thread/check-threads.ts'
import type { TextOutcome, TextTask } from '../../../src/server/thread/text-task.ts'
import { inSameThread, threadsOf, type Thread } from '../../../src/server/thread/threads.ts'
import rules from '../../../rules/index.ts'

class FakeThread extends EventEmitter implements Thread {
  readonly tasks: TextTask[] = []
  isEnded = false

  postMessage(task: TextTask): void {
    this.tasks.push(task)
  }

  terminate(): void {
    this.isEnded = true
    // As a thread's, it comes later.
    setTimeout(() => this.emit('exit'), 1)
  }

  answer(): void {
    this.emit('message', DONE)
  }
}

const DONE: TextOutcome = { edits: [], fixed: 0 }
const PATIENCE = { limit: 1000, unwanted: 100, idle: 5000 }
const wanted = (): boolean => true

function task(text = 'Copy.'): TextTask {
  const choice = { cwd: '/', config: undefined, noConfig: true, rules: new Map() }
  return {
    work: 'check',
    text,
    place: { path: 'a.txt', absolute: '/a.txt' },
    isFile: false,
    format: 'text',
    choice,
    generation: 0,
  }
}

/** A line, and the threads that it has started. */
function line(): { readonly line: CheckLine; readonly threads: readonly FakeThread[] } {
  const threads: FakeThread[] = []
  const start = (): FakeThread => {
    threads.push(new FakeThread())
    return threads.at(-1)!
  }
  return { line: new CheckLine(start, PATIENCE), threads }
}

describe('a line', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  test('hands over one text after the other', async () => {
    const { line: at, threads } = line()
    const outcomes = [at.run(task('a'), wanted), at.run(task('b'), wanted)]
    expect(threads[0]!.tasks.map(({ text }) => text)).toEqual(['a'])
    threads[0]!.answer()
    expect(threads[0]!.tasks.map(({ text }) => text)).toEqual(['a', 'b'])
    threads[0]!.answer()
    expect(await Promise.all(outcomes)).toEqual([DONE, DONE])
    expect(threads).toHaveLength(1)
  })

  test('says of a text that takes too long that it does, and goes on with another thread', async () => {
    const { line: at, threads } = line()
    const [slow, next] = [at.run(task('slow'), wanted), at.run(task('next'), wanted)]
    vi.advanceTimersByTime(PATIENCE.limit - 1)
    expect(threads).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(await slow).toEqual({
      problem:
        'this takes too long to be checked while you type (over 1 seconds); `copydesk` checks it at the command line',
    })
    expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, false])
    // The end of the first thread is no trouble of the second.
    vi.advanceTimersByTime(5)
    threads[1]!.answer()
    expect(await next).toEqual(DONE)
  })

  test.each<readonly [string, (thread: FakeThread) => void, string]>([
    ['an exception', (thread) => thread.emit('error', new Error('no\nmore')), 'no'],
    [
      'want of memory',
      (thread) => thread.emit('error', Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })),
      'out of memory',
    ],
    ['no reason', () => undefined, 'it ended'],
  ])('survives its thread, which ends for %s', async (_, fail, why) => {
    const { line: at, threads } = line()
    const [lost, next] = [at.run(task('lost'), wanted), at.run(task('next'), wanted)]
    fail(threads[0]!)
    threads[0]!.emit('exit')
    expect(await lost).toEqual({ problem: `this could not be checked: the thread that checked it broke down (${why})` })
    expect(threads[1]!.tasks.map(({ text }) => text)).toEqual(['next'])
    threads[1]!.answer()
    expect(await next).toEqual(DONE)
  })

  test('does not begin what nobody waits for any more, and leaves what takes a while', async () => {
    const { line: at, threads } = line()
    let isWanted = true
    const old = at.run(task('old'), () => isWanted)
    const outdated = at.run(task('outdated'), () => isWanted)
    vi.advanceTimersByTime(30)
    isWanted = false
    at.review()
    const now = at.run(task('now'), wanted)
    vi.advanceTimersByTime(69)
    expect(threads[0]!.isEnded).toBe(false)
    vi.advanceTimersByTime(1)
    expect(await Promise.all([old, outdated])).toEqual([{}, {}])
    expect(threads.map(({ tasks }) => tasks.map(({ text }) => text))).toEqual([['old'], ['now']])
    threads[1]!.answer()
    expect(await now).toEqual(DONE)
  })

  test('keeps its thread for a while', async () => {
    const { line: at, threads } = line()
    const first = at.run(task(), wanted)
    threads[0]!.answer()
    await first
    vi.advanceTimersByTime(PATIENCE.idle - 1)
    expect(threads[0]!.isEnded).toBe(false)
    vi.advanceTimersByTime(1)
    expect(threads[0]!.isEnded).toBe(true)
    void at.run(task(), wanted)
    expect(threads).toHaveLength(2)
  })

  test('ends at once, and leaves nobody waiting', async () => {
    const { line: at, threads } = line()
    const outcomes = [at.run(task(), wanted), at.run(task(), wanted)]
    at.stop()
    expect(threads[0]!.isEnded).toBe(true)
    expect(await Promise.all(outcomes)).toEqual([{}, {}])
  })
})

test('a thread that can’t be started is told of each text', async () => {
  const at = new CheckLine(threadsOf(new URL('missing-thread.mjs', import.meta.url)), { limit: 60_000, unwanted: 1000 })
  for (const text of ['a', 'b'])
    expect(await at.run(task(text), wanted)).toMatchObject({
      problem: expect.stringMatching(
        /^this could not be checked: the thread that checked it broke down \(.*missing-thread\.mjs/,
      ),
    })
  const never = new CheckLine(
    () => {
      throw new Error('no threads here')
    },
    { limit: 60_000, unwanted: 1000 },
  )
  never.warmUp()
  expect(await never.run(task(), wanted)).toEqual({
    problem: 'this could not be checked: the thread that checked it broke down (no threads here)',
  })
})

test('short texts don’t wait behind long ones', async () => {
  const threads: FakeThread[] = []
  const both = new CheckThreads(() => {
    threads.push(new FakeThread())
    return threads.at(-1)!
  })
  void both.run(task('long '.repeat(50_000)), wanted)
  const short = both.run(task('short'), wanted)
  expect(threads).toHaveLength(2)
  threads[1]!.answer()
  expect(await short).toEqual(DONE)
  both.stop()
  expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, true])
})

test('where there are no threads, texts are checked in this one', async () => {
  const at = new CheckLine(inSameThread(rules), { limit: 60_000, unwanted: 1000 })
  expect(await at.run(task('They put the the ferry off.'), wanted)).toMatchObject({
    findings: [{ rule: 'repeated-word' }],
  })
  expect(await at.run({ ...task('They put the the ferry off and or.'), work: 'fix', names: [] }, wanted)).toMatchObject(
    { fixed: expect.any(Number) },
  )
})
