/** A project in a temporary folder, for tests of what writes files: its own rules, the real package under them. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from './rule-folders.ts'

/** A folder that is taken away after the test. */
export interface TemporaryProject {
  readonly root: string
  read(path: string): string
  write(path: string, content: string): void
  [Symbol.dispose](): void
}

/**
 * Makes a project without rules, or with a copy of all of this project's. Take it away with `using` or in `afterAll`.
 */
export function temporaryProject({ withRules = false } = {}): TemporaryProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-')))
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction')
  mkdirSync(join(root, 'src'))
  for (const layer of ['rule', 'story']) symlinkSync(join(ROOT, 'src', layer), join(root, 'src', layer), 'junction')
  if (withRules) cpSync(join(ROOT, 'rules'), join(root, 'rules'), { recursive: true })
  else mkdirSync(join(root, 'rules'))
  return {
    root,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  }
}
