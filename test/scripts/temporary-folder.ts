/** A temporary folder with files, for tests of scripts that read and write them. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder that is taken away after the test. */
export interface TemporaryFolder {
  readonly path: string
  read(file: string): string
  /** Writes a file and returns its path. */
  write(file: string, content: string | Uint8Array): string
  [Symbol.dispose](): void
}

/** Makes an empty folder. Take it away with `using`. */
export function temporaryFolder(): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-')))
  return {
    path,
    read: (file) => readFileSync(join(path, file), 'utf8'),
    write: (file, content) => {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      writeFileSync(join(path, file), content)
      return join(path, file)
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}
