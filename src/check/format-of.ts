/** Tells a file's format from its path. */
import type { Format } from '#story'

/** The format that a path's ending tells; plain text where it tells none. */
export function formatOf(path: string | undefined): Format {
  return path !== undefined && /\.(?:md|markdown|mdown|mkd)$/i.test(path) ? 'markdown' : 'text'
}
