/** Tells which of the files that a search passes over could be copy, so that nobody takes them for read. */
import { FORMAT_FACTS, FORMATS } from '../../copy/formats/format.ts'
import { basename, extname } from 'node:path'

// Documents, markup and data in which desks keep stories, and formats that are read only where they are named; no code,
// no pictures, no tables.
const MAY_BE_COPY = new Set([
  '.json',
  '.xml',
  '.doc',
  '.docx',
  '.odt',
  '.fodt',
  '.rtf',
  '.pdf',
  '.pages',
  '.wpd',
  '.epub',
  '.icml',
  '.idml',
  '.indd',
  '.incx',
  '.rst',
  '.adoc',
  '.asciidoc',
  '.org',
  '.tex',
  '.textile',
  '.wiki',
  '.mediawiki',
  '.creole',
  '.njk',
  '.liquid',
  ...FORMATS.flatMap((format) => FORMAT_FACTS[format].named ?? []),
])

// What programs keep beside copy, by the names that they give it.
const OF_PROGRAMS = [
  /^(?:package|package-lock|npm-shrinkwrap|composer|bower|lerna|nx|turbo|rush|vercel|netlify|firebase|now|app|deno|biome|renovate|cspell|nodemon|jsdoc|typedoc|angular|project|components|theme|pnpm-lock)\.json$/i,
  /^(?:tsconfig|jsconfig|manifest|sitemap|copydesk)[^/]*\.(?:json|xml)$/i,
  /(?:\.config|\.schema|\.conf|rc|webmanifest|[._-]lock|settings)\.(?:json|xml)$/i,
  /^(?:pom|build|web|browserconfig|opensearch|osd|crossdomain|phpunit|phpcs|AndroidManifest|ivy)\.xml$/i,
]

/**
 * The kind of a file that could be copy and is not read by a search: its ending in lower case; nothing for all else.
 */
export function unreadKind(path: string): string | undefined {
  const kind = extname(path).toLowerCase()
  if (!MAY_BE_COPY.has(kind)) return undefined
  const name = basename(path)
  return OF_PROGRAMS.some((known) => known.test(name)) ? undefined : kind
}
