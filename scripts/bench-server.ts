/**
 * Measures how long the language server takes from a keystroke to new diagnostics, beyond the time that it waits for the next
 * keystroke: the built command as an editor runs it, over its standard input and output. `npm run build && npm run bench:server`,
 * or `npm run bench:server -- COMMAND` for a command that is built elsewhere.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { makeNews } from './made-up-news.ts'
import { runScript } from './run-script.ts'

const DEBOUNCE = 20
const KEYSTROKES = 250

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
  #onMessage: (message: Message) => void = () => undefined

  constructor(command: string) {
    this.#child = spawn(process.execPath, [command, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#child.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
  }

  send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.#child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
  }

  /** Sends a message and waits for what answers it; returns the milliseconds. */
  time(message: object, isAnswer: (answer: Message) => boolean): Promise<number> {
    return new Promise((resolve) => {
      const start = performance.now()
      this.#onMessage = (answer) => {
        if (isAnswer(answer)) resolve(performance.now() - start)
      }
      this.send(message)
    })
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
      this.#onMessage(JSON.parse(this.#read.toString('utf8', head + 4, head + 4 + length)) as Message)
      this.#read = this.#read.subarray(head + 4 + length)
    }
  }
}

/** Made-up news of so many words, with an error here and there. */
function draftOf(words: number): string {
  const lines = makeNews(words * 8).join('\n\n').split('\n')
  let left = words
  const taken = lines.filter((line) => {
    const isTaken = left > 0
    left -= line.split(' ').length
    return isTaken
  })
  return taken.map((line, index) => (index % 40 === 2 ? line.replace(' the ', ' the the ') : line)).join('\n')
}

await runScript('bench:server', import.meta.url, async ([command], { root, say }) => {
  for (const { words, format, bar } of DOCUMENTS) {
    const server = new Server(command ?? join(root, 'dist/bin/copydesk.js'))
    const uri = `untitled:draft.${format === 'markdown' ? 'md' : 'txt'}`
    const text = draftOf(words)
    const isShown = (version: number) => ({ method, params }: Message): boolean => method === 'textDocument/publishDiagnostics' && params?.version === version
    await server.time({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, initializationOptions: { debounce: DEBOUNCE }, capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } } }, ({ id }) => id === 1)
    server.send({ method: 'initialized', params: {} })
    const first = await server.time({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: format, version: 0, text } } }, isShown(0))
    const times: number[] = []
    const lines = text.split('\n')
    for (let version = 1; version <= KEYSTROKES; version++) {
      // A sentence is typed at one place, letter by letter, and taken back at another.
      const line = version % 2 === 0 ? Math.floor(lines.length / 2) : lines.length - 1
      const range = { start: { line, character: 0 }, end: { line, character: 0 } }
      const took = await server.time({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ range, text: 'a word '[version % 7]! }] } }, isShown(version))
      times.push(Math.max(0, took - DEBOUNCE))
    }
    await server.stop()
    times.sort((one, other) => one - other)
    const at = (share: number): number => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)]!
    const figures = { p50: at(0.5), p95: at(0.95), max: at(1) }
    const verdict = figures.p95 <= bar ? 'held' : 'MISSED'
    say(`${text.split(/\s+/).length} words, ${format}: ${KEYSTROKES} keystrokes, beyond the wait p50 ${figures.p50.toFixed(1)} ms, p95 ${figures.p95.toFixed(1)} ms, max ${figures.max.toFixed(1)} ms; `
      + `first ${first.toFixed(0)} ms  (bar: p95 ≤ ${bar} ms, ${verdict})\n`)
  }
})
