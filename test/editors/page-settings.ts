/** Takes the settings out of an editor’s page, so that what users copy is what is tried. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PAGES = fileURLToPath(new URL('../../docs/editors', import.meta.url))

/**
 * A fence of a language under a heading.
 * @param which The first, the second …
 * @throws {Error} where the page has none.
 */
export function settingsIn(page: string, heading: string, language: string, which = 1): string {
  const text = readFileSync(join(PAGES, page), 'utf8')
  const section = text.split(/^#+ (?=\S)/m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  const fences = [...section.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))]
  const fence = fences[which - 1]?.[1]
  if (fence === undefined) throw new Error(`docs/editors/${page} has no ${language} under “${heading}”`)
  return fence
}
