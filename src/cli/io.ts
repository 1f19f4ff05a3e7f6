/** What the command line has of the world: where it stands, what it hears and where it speaks. */

/** A place to write to. */
export interface Outlet {
  /** False where more is waiting to go out than there is room for. */
  write(text: string): unknown
  /** Whether somebody sits in front of it. */
  readonly isTTY?: boolean | undefined
  /** A terminal's width. */
  readonly columns?: number | undefined
  /** Calls back once: when what was written has gone out, or when nobody is left to read it. */
  once?(event: 'drain' | 'error' | 'close', listener: () => void): unknown
}

/** The world as `runCommand` sees it; `src/cli/process-io.ts` hands in the process's, a test its own. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Opens the standard input; only called where it is asked for. */
  readonly stdin: () => AsyncIterable<Uint8Array | string>
  readonly stdout: Outlet
  readonly stderr: Outlet
  /** The module of the threads that may check files (src/cli/workers/check-worker.ts); left out, there are none. */
  readonly worker?: URL
}
