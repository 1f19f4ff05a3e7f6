/** The server as a process: bytes go in, messages come out, and every wait ends. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'

const PATIENCE = 50_000

/** A message of the server. */
export interface Answer {
  readonly id?: number | string | null
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** A message as bytes. */
export function frame(message: unknown): Buffer {
  const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message))
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body])
}

export function request(id: unknown, method: string, params?: unknown): Buffer {
  return frame({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) })
}

export function notification(method: string, params?: unknown): Buffer {
  return frame({ jsonrpc: '2.0', method, ...(params === undefined ? {} : { params }) })
}

/** A process that serves, or has ended. */
export class ServerProcess {
  readonly child: ChildProcessWithoutNullStreams
  readonly answers: Answer[] = []
  /** How it ended: its exit code, or the signal. */
  ended: number | string | undefined
  stderr = ''
  #read = Buffer.alloc(0)
  #wake: () => void = () => undefined

  constructor(
    path: string,
    {
      args = ['lsp'],
      node = [],
      env = {},
      cwd,
    }: {
      readonly args?: readonly string[]
      readonly node?: readonly string[]
      readonly env?: Readonly<Record<string, string>>
      readonly cwd?: string
    } = {},
  ) {
    this.child = spawn(process.execPath, [...node, path, ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      ...(cwd === undefined ? {} : { cwd }),
    })
    this.child.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
    this.child.stderr.setEncoding('utf8').on('data', (chunk: string) => (this.stderr += chunk))
    // A process may end without having read what it was sent.
    this.child.stdin.on('error', () => undefined)
    this.child.on('close', (code, signal) => {
      this.ended = code ?? signal ?? 'lost'
      this.#wake()
    })
  }

  send(...bytes: readonly (string | Buffer)[]): void {
    for (const one of bytes) this.child.stdin.write(one)
  }

  answerTo(id: number | string | null): Answer | undefined {
    return this.answers.find((one) => one.id === id && one.method === undefined)
  }

  /** Waits for something, or the end of the process, or of patience. */
  async until<Value>(find: () => Value | undefined): Promise<Value | undefined> {
    for (const start = performance.now(); performance.now() - start < PATIENCE;) {
      const found = find()
      if (found !== undefined || this.ended !== undefined) return found
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 200)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    this.child.kill('SIGKILL')
    throw new Error(`the server neither answers nor ends; stderr: ${this.stderr}`)
  }

  /** Waits until the process has ended. */
  async end(): Promise<number | string> {
    await this.until(() => (this.ended === undefined ? undefined : true))
    return this.ended!
  }

  #take(chunk: Buffer): void {
    this.#read = Buffer.concat([this.#read, chunk])
    for (;;) {
      const head = this.#read.indexOf('\r\n\r\n')
      if (head < 0) break
      const length = Number(/Content-Length: (\d+)/i.exec(this.#read.toString('latin1', 0, head))![1])
      if (this.#read.length < head + 4 + length) break
      this.answers.push(JSON.parse(this.#read.toString('utf8', head + 4, head + 4 + length)) as Answer)
      this.#read = this.#read.subarray(head + 4 + length)
    }
    this.#wake()
  }
}
