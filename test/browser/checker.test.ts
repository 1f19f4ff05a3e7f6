import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  CheckRefused,
  createChecker,
  WorkerLost,
  type BrowserChecker,
  type BrowserReport,
} from '../../src/browser/checker.ts'
import { CheckingWorker, FakeWorker } from './fake-worker.ts'

const REPORT: BrowserReport = { findings: [], notices: [], words: 3, format: 'text', unusedKeys: [] }

let workers: FakeWorker[]
let checker: BrowserChecker
const lost: WorkerLost[] = []

const start = (): FakeWorker => {
  workers.push(new FakeWorker())
  return workers.at(-1)!
}
const answer = (worker: FakeWorker): void =>
  worker.send('message', { data: { type: 'report', id: worker.requests.at(-1)!.id, report: REPORT } })
const texts = (worker: FakeWorker): string[] => worker.requests.map(({ text }) => text)

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  lost.length = 0
  checker = createChecker(start, { limit: 2000, onLost: (why) => lost.push(why) })
})
afterEach(() => vi.useRealTimers())

describe('a checker', () => {
  it('starts a worker with the first text, and keeps it', async () => {
    expect(workers).toHaveLength(0)
    const first = checker.check('one')
    answer(workers[0]!)
    await expect(first).resolves.toEqual(REPORT)
    const second = checker.check('two', { path: 'a.md' })
    answer(workers[0]!)
    await expect(second).resolves.toEqual(REPORT)
    expect(workers[0]!.requests).toMatchObject([
      { text: 'one', options: {} },
      { text: 'two', options: { path: 'a.md' } },
    ])
    expect(workers).toHaveLength(1)
  })

  it('gives the worker one text at a time, and of those that wait only the newest', async () => {
    const asked = ['a', 'b', 'c', 'd'].map((text) => checker.check(text))
    await expect(Promise.all(asked.slice(0, 3))).resolves.toEqual([undefined, undefined, undefined])
    expect(texts(workers[0]!)).toEqual(['a'])
    answer(workers[0]!)
    expect(texts(workers[0]!)).toEqual(['a', 'd'])
    answer(workers[0]!)
    await expect(asked[3]).resolves.toEqual(REPORT)
  })

  it('listens to no answer but the one it waits for', async () => {
    const asked = checker.check('a')
    workers[0]!.send('message', { data: { type: 'report', id: 99, report: { ...REPORT, words: 99 } } })
    answer(workers[0]!)
    await expect(asked).resolves.toEqual(REPORT)
    answer(workers[0]!)
  })

  it('tells what is refused, with its line', async () => {
    const asked = checker.check('a', { config: 'x: 1' })
    workers[0]!.send('message', { data: { type: 'refusal', id: 1, message: 'a config has no key “x”', line: 1 } })
    await expect(asked).rejects.toEqual(new CheckRefused('a config has no key “x”', 1))
  })

  it('tells a fault, and goes on with the same worker', async () => {
    const asked = checker.check('a')
    workers[0]!.send('message', { data: { type: 'fault', id: 1, message: 'oh' } })
    await expect(asked).rejects.toThrow('oh')
    const next = checker.check('b')
    answer(workers[0]!)
    await expect(next).resolves.toEqual(REPORT)
    expect(workers).toHaveLength(1)
  })

  it('replaces a worker that takes longer than the limit', async () => {
    const asked = checker.check('a')
    vi.advanceTimersByTime(2000)
    await expect(asked).rejects.toMatchObject({ name: 'WorkerLost', how: 'hung' })
    expect(workers[0]!.isTerminated).toBe(true)
    expect(lost).toHaveLength(1)
    const next = checker.check('b')
    answer(workers[1]!)
    await expect(next).resolves.toEqual(REPORT)
    expect(texts(workers[1]!)).toEqual(['b'])
  })

  it('gives the text that waits to the next worker, where the one before hangs or crashes', async () => {
    for (const lose of [
      () => vi.advanceTimersByTime(2000),
      () => workers.at(-1)!.send('error', { message: 'out of memory' }),
      () => workers.at(-1)!.send('messageerror'),
    ]) {
      const [stale, next] = [checker.check('stale'), checker.check('next')]
      const before = workers.length
      lose()
      await expect(stale).resolves.toBeUndefined()
      expect(workers).toHaveLength(before + 1)
      answer(workers.at(-1)!)
      await expect(next).resolves.toEqual(REPORT)
    }
    expect(lost.map(({ message }) => message)).toEqual([
      'the check took too long and was stopped',
      'the worker stopped: out of memory',
      'the worker stopped: its answer could not be read',
    ])
  })

  it('tells whoever waits that the worker crashed, and starts no other before there is a text', async () => {
    const asked = checker.check('a')
    workers[0]!.send('error', { message: 'broken' })
    await expect(asked).rejects.toThrow(new WorkerLost('crashed', 'broken'))
    expect(workers).toHaveLength(1)
    // What the old one still says is nobody's business.
    const next = checker.check('b')
    workers[0]!.send('message', { data: { type: 'report', id: 2, report: { ...REPORT, words: 9 } } })
    workers[0]!.send('error')
    answer(workers[1]!)
    await expect(next).resolves.toEqual(REPORT)
  })

  it('tells where no worker can be started, or the options can’t be sent', async () => {
    const none = createChecker(() => {
      throw new Error('no workers here')
    })
    await expect(none.check('a')).rejects.toThrow('no workers here')
    await expect(checker.check('a', { rules: { 'leftover-note': ['on', { allow: () => 0 }] } })).rejects.toThrow(
      /could not be cloned/,
    )
    const next = checker.check('b')
    answer(workers[0]!)
    await expect(next).resolves.toEqual(REPORT)
  })

  it('ends its worker when it is closed, and leaves nobody waiting', async () => {
    const asked = [checker.check('a'), checker.check('b')]
    checker.close()
    await expect(Promise.all(asked)).resolves.toEqual([undefined, undefined])
    expect(workers[0]!.isTerminated).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
    await expect(checker.check('c')).rejects.toThrow('closed')
  })

  it('checks for real', async () => {
    vi.useRealTimers()
    const real = createChecker(() => new CheckingWorker())
    await expect(real.check('He put the the bag on the floor.\r\n')).resolves.toMatchObject({
      findings: [{ rule: 'repeated-word', start: { offset: 7 } }],
      words: 8,
    })
    real.close()
  })
})
