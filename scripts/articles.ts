/** Reads news to measure with: folders of drafts, or of .jsonl(.gz) articles with `headline` and `body`. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One article to measure with. */
export interface Article {
  /** What tells it from others in its set. */
  readonly id: string
  /** The folder or file that it came from. */
  readonly set: string
  /** Headline, blank line, body. */
  readonly text: string
  /** The day of publication, `2020-07-17`, where the row gives one. */
  readonly date: string | undefined
}

/** The texts of all articles below a folder, or of one file. */
export function readArticles(path: string): string[] {
  return [...articlesOf(path)].map(({ text }) => text)
}

/**
 * The articles below a folder, or of one file, in the order of their paths.
 * @throws {Error} naming the file and line of a row that isn't JSON.
 */
export function* articlesOf(path: string): Iterable<Article> {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).toSorted()) yield* articlesOf(join(path, name))
    return
  }
  if (/\.(?:txt|md)$/.test(path)) {
    yield { id: path, set: path, text: readFileSync(path, 'utf8'), date: undefined }
  } else if (/\.jsonl(?:\.gz)?$/.test(path)) {
    yield* rowsOf(path)
  }
}

function* rowsOf(path: string): Iterable<Article> {
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    let row: Record<string, unknown>
    try {
      row = JSON.parse(line) as Record<string, unknown>
    } catch {
      throw new Error(`${path}, line ${index + 1}: this row isn't JSON`)
    }
    const { headline, body, id, date } = row
    if (typeof body !== 'string') continue
    const text = typeof headline === 'string' && headline !== '' ? `${headline}\n\n${body}` : body
    yield {
      id: typeof id === 'string' ? id : `${path}:${index + 1}`, set: path, text,
      date: typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
    }
  }
}
