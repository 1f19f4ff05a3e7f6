/** Tells a source's format from its path, or from its first letters where the path tells nothing. */
import type { Format } from '#story'
import { aString, refuseWrong } from '../options/expectations.ts'

/** The formats that a source may be said to be in. */
export const FORMATS: readonly Format[] = ['text', 'markdown', 'mdx', 'html', 'ninjs', 'feed']

const ENDINGS: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:md|markdown|mdown|mkd)$/i, 'markdown'], [/\.mdx$/i, 'mdx'], [/\.(?:html?|xhtml)$/i, 'html'], [/\.ninjs(?:\.json)?$/i, 'ninjs'],
  [/\.(?:rss|atom)$/i, 'feed'], [/\.(?:txt|text)$/i, 'text'],
]
// Endings behind which there may be a story or something else entirely.
const OPEN_ENDING = /\.(?:xml|rdf|json)$/i

/** The copy that a search of a folder finds. A feed repeats the stories beside it, so it is read only where it is named. */
export const COPY_ENDING = /\.(?:txt|md|markdown|mdx|html?|xhtml|ninjs|ninjs\.json)$/i

/**
 * The format of a source.
 * @param source Its text, for paths that tell nothing: none at all, `story.json`, `feed.xml`.
 * @returns Plain text where nothing tells another.
 * @throws {TypeError} for a path or a source that is no string.
 */
export function formatOf(path: string | undefined, source = ''): Format {
  if (path !== undefined) refuseWrong('formatOf', 'path', path, aString)
  refuseWrong('formatOf', 'source', source, aString)
  const known = path === undefined ? undefined : ENDINGS.find(([ending]) => ending.test(path))
  if (known) return known[1]
  const hasEnding = path !== undefined && /[^/\\.][^/\\]*\.[A-Za-z]\w*$/.test(path)
  return hasEnding && !OPEN_ENDING.test(path) ? 'text' : formatOfText(source)
}

// How much of a source is looked at.
const READ = 4000
const NINJS_KEY = /"(?:headlines?|body_(?:text|html|xhtml)|bod(?:y|ies)|byline|description_text|versioncreated|slugline)"\s*:/i

/** The format that a source's beginning shows. */
function formatOfText(source: string): Format {
  const start = source.slice(0, READ).replace(/^[\s\uFEFF]+/, '')
  if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body|article|main)\b/i.test(start)) return 'html'
  if (/^<(?:\?xml|rss|feed|rdf:rdf)\b/i.test(start)) return /<(?:rss|feed|rdf:rdf)\b/i.test(start) ? 'feed' : /<html\b/i.test(start) ? 'html' : 'text'
  if (/^[[{]\s*[{"]/.test(start) && NINJS_KEY.test(start)) return 'ninjs'
  return /^---[ \t]*\r?\n(?:(?:\w[\w-]*:|[ \t#]|-[ \t]).*\r?\n|\r?\n)+---[ \t]*(?:\r?\n|$)/.test(start) ? 'markdown' : 'text'
}
