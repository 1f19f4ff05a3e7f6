/**
 * Measures how long the language server takes from a keystroke to new diagnostics, beyond the time that it waits for
 * the next keystroke: the built command as an editor runs it, over its standard input and output. `npm run build && npm
 * run bench:server`, or `npm run bench:server -- COMMAND` for a command that is built elsewhere. Then how long a hover
 * takes while a draft of 4 MB is being checked beside it.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { makeNews } from './made-up-news.ts'
import { runScript } from './run-script.ts'

const DEBOUNCE = 20
const KEYSTROKES = 250
const LONGEST_HOVER = 100

/** What is measured: words, and the bar for 95 of 100 keystrokes, in milliseconds. */
const DOCUMENTS = [
  { words: 1000, format: 'plaintext', bar: 50 },
  { words: 1000, format: 'markdown', bar: 50 },
  { words: 20_000, format: 'plaintext', bar: 500 },
  { words: 20_000, format: 'markdown', bar: 500 },
] as const

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly uri?: string; readonly version?: number }
}

/** The server as a process, and the messages that come from it. */
class Server {
  readonly #child
  #read = Buffer.alloc(0)
  readonly #awaited = new Set<(message: Message) => void>()

  constructor(command: string) {
    this.#child = spawn(process.execPath, [command, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#child.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
  }

  send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.#child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
  }

  /** Waits for a message that is still to come. */
  wait(isAnswer: (answer: Message) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const hear = (answer: Message): void => {
        if (!isAnswer(answer)) return
        this.#awaited.delete(hear)
        resolve()
      }
      this.#awaited.add(hear)
    })
  }

  /** Sends a message and waits for what answers it; returns the milliseconds. */
  async time(message: object, isAnswer: (answer: Message) => boolean): Promise<number> {
    const start = performance.now()
    const answered = this.wait(isAnswer)
    this.send(message)
    await answered
    return performance.now() - start
  }

  async stop(): Promise<void> {
    await this.time({ id: 0, method: 'shutdown' }, ({ id }) => id === 0)
    this.send({ method: 'exit' })
  }

  #take(chunk: Buffer): void {
    this.#read = Buffer.concat([this.#read, chunk])
    for (;;) {
      const head = this.#read.indexOf('\r\n\r\n')
      const length = head < 0 ? 0 : Number(/Content-Length: (\d+)/.exec(this.#read.toString('latin1', 0, head))![1])
      if (head < 0 || this.#read.length < head + 4 + length) return
      const message = JSON.parse(this.#read.toString('utf8', head + 4, head + 4 + length)) as Message
      for (const hear of this.#awaited) hear(message)
      this.#read = this.#read.subarray(head + 4 + length)
    }
  }
}

const isShown =
  (uri: string, version: number) =>
  ({ method, params }: Message): boolean =>
    method === 'textDocument/publishDiagnostics' && params?.uri === uri && params.version === version

async function start(command: string): Promise<Server> {
  const server = new Server(command)
  await server.time(
    {
      id: 1,
      method: 'initialize',
      params: {
        processId: null,
        rootUri: null,
        initializationOptions: { debounce: DEBOUNCE },
        capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
      },
    },
    ({ id }) => id === 1,
  )
  server.send({ method: 'initialized', params: {} })
  return server
}

function opened(uri: string, languageId: string, text: string): object {
  return { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId, version: 0, text } } }
}

/**
 * The hovers in a draft of a thousand words from the moment that one of 4 MB is opened until that one is checked: their
 * times in milliseconds.
 */
async function hoversBeside(command: string, format: string): Promise<readonly number[]> {
  const server = await start(command)
  const [small, big] = ['untitled:small.txt', 'untitled:big']
  await server.time(opened(small, 'plaintext', draftOf(1000)), isShown(small, 0))
  const long = draftOf(700_000).slice(0, 3_990_000)
  const times: number[] = []
  const state = { isDone: false }
  const checked = server.wait(isShown(big, 0)).then(() => (state.isDone = true))
  server.send(opened(big, format, long))
  for (let id = 10; !state.isDone; id++) {
    times.push(
      await server.time(
        {
          id,
          method: 'textDocument/hover',
          params: { textDocument: { uri: small }, position: { line: 2, character: 4 } },
        },
        (answer) => answer.id === id,
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await checked
  await server.stop()
  return times
}

/** Made-up news of so many words, with an error here and there. */
function draftOf(words: number): string {
  const lines = makeNews(words * 8)
    .join('\n\n')
    .split('\n')
  let left = words
  const taken = lines.filter((line) => {
    const isTaken = left > 0
    left -= line.split(' ').length
    return isTaken
  })
  return taken.map((line, index) => (index % 40 === 2 ? line.replace(' the ', ' the the ') : line)).join('\n')
}

await runScript('bench:server', import.meta.url, async ([command], { root, say }) => {
  const path = command ?? join(root, 'dist/bin/copydesk.js')
  for (const { words, format, bar } of DOCUMENTS) {
    const server = await start(path)
    const uri = `untitled:draft.${format === 'markdown' ? 'md' : 'txt'}`
    const text = draftOf(words)
    const first = await server.time(opened(uri, format, text), isShown(uri, 0))
    const times: number[] = []
    const lines = text.split('\n')
    for (let version = 1; version <= KEYSTROKES; version++) {
      // A sentence is typed at one place, letter by letter, and taken back at another.
      const line = version % 2 === 0 ? Math.floor(lines.length / 2) : lines.length - 1
      const range = { start: { line, character: 0 }, end: { line, character: 0 } }
      const took = await server.time(
        {
          method: 'textDocument/didChange',
          params: { textDocument: { uri, version }, contentChanges: [{ range, text: 'a word '[version % 7]! }] },
        },
        isShown(uri, version),
      )
      times.push(Math.max(0, took - DEBOUNCE))
    }
    await server.stop()
    times.sort((one, other) => one - other)
    const at = (share: number): number => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)]!
    const figures = { p50: at(0.5), p95: at(0.95), max: at(1) }
    const verdict = figures.p95 <= bar ? 'held' : 'MISSED'
    say(
      `${text.split(/\s+/).length} words, ${format}: ${KEYSTROKES} keystrokes, beyond the wait p50 ${figures.p50.toFixed(1)} ms, p95 ${figures.p95.toFixed(1)} ms, max ${figures.max.toFixed(1)} ms; `
        + `first ${first.toFixed(0)} ms  (bar: p95 ≤ ${bar} ms, ${verdict})\n`,
    )
  }
  for (const format of ['plaintext', 'markdown', 'html']) {
    const times = await hoversBeside(path, format)
    const longest = Math.max(...times)
    say(
      `a hover beside 4 MB, ${format}: ${times.length} while it was being checked, the longest ${longest.toFixed(1)} ms  (bar: ${LONGEST_HOVER} ms, ${longest <= LONGEST_HOVER ? 'held' : 'MISSED'})\n`,
    )
  }
})
