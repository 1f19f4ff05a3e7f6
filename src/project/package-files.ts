/** Finds what ships beside the code: the package's version and the rules' pages. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Manifest {
  readonly name?: unknown
  readonly version?: unknown
}

/** The package's folder, whether this file runs from the sources or from a bundle. */
function packageRoot(): { readonly folder: string; readonly manifest: Manifest } {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = manifestIn(folder)
    if (manifest?.name === 'copydesk') return { folder, manifest }
    if (dirname(folder) === folder) throw new Error('the package’s own package.json is missing')
    folder = dirname(folder)
  }
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  } catch {
    return undefined
  }
}

/** Copydesk's version. */
export function version(): string {
  return String(packageRoot().manifest.version)
}

/** A rule's page, as Markdown, or nothing where the installation lacks it. */
export function rulePage(id: string): string | undefined {
  try {
    return readFileSync(join(packageRoot().folder, 'rules', id, 'rule.md'), 'utf8')
  } catch {
    return undefined
  }
}
