/**
 * Gives the tests of one run a folder for the bundled command, and takes it away after them; see bundled-command.ts.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly commandFolder: string
  }
}

export default function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-bundle-')))
  project.provide('commandFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
