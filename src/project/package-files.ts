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

/** The folder that the package is installed in. */
export function packageFolder(): string {
  return packageRoot().folder
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

/** Why a rule is there, in one paragraph, from its page; empty where the installation lacks it. */
export function whyOfRule(id: string): string {
  return firstParagraphUnder('Why', rulePage(id) ?? '')
}

/** The first paragraph under a heading of a page, on one line. */
function firstParagraphUnder(heading: string, page: string): string {
  const lines = page.split(/\r\n|\n/)
  const at = lines.indexOf(`## ${heading}`)
  if (at < 0) return ''
  const from = lines.findIndex((line, index) => index > at && line.trim() !== '')
  const paragraph: string[] = []
  for (
    let index = from;
    index >= 0 && index < lines.length && lines[index]!.trim() !== '' && !lines[index]!.startsWith('#');
    index++
  )
    paragraph.push(lines[index]!)
  return paragraph.join(' ')
}
