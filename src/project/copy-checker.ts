/** Checks the text of one piece of copy as its config wants it, whoever read that text: the command, or an editor. */
import { basename } from 'node:path'
import type { CalendarDay, CopyKind, DeskName, Format } from '#story'
import { checkStories, pluginsOf } from '../check/check-story.ts'
import { latestDay, type FileReport } from '../check/file-report.ts'
import { hideKnownWords } from '../check/known-words.ts'
import { kindOfSource, type SourceKind } from '../check/format-of.ts'
import { assertRead, UnreadError } from '../check/unread.ts'
import type { Reader } from '../readers/reader.ts'
import { readText } from '../readers/text.ts'
import { withMoreNames } from '../story/desk.ts'
import type { Settings } from './settings.ts'

/** Where a piece of copy lies. */
export interface Place {
  /** As the user knows it. */
  readonly path: string
  readonly absolute: string
}

/** What is known of a piece of copy beside its text, and goes before what its name and the config say. */
export interface Known {
  readonly format?: Format | undefined
  readonly date?: CalendarDay | undefined
  readonly kind?: CopyKind | undefined
  /** Names that count beside the desk's. */
  readonly names?: readonly DeskName[] | undefined
}

// Most readers bring a parser of their own along; each is loaded with the first file that needs it.
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => (source, options) => [readText(source, options)],
  markdown: async () => {
    const { readMarkdown } = await import('../readers/markdown.ts')
    return (source, options) => [readMarkdown(source, options)]
  },
  mdx: async () => {
    const { readMdx } = await import('../readers/mdx.ts')
    return (source, options) => [readMdx(source, options)]
  },
  html: async () => (await import('../readers/html.ts')).readHtml,
  ninjs: async () => (await import('../readers/ninjs.ts')).readNinjs,
  feed: async () => (await import('../readers/feed.ts')).readFeed,
  nitf: async () => (await import('../readers/wire.ts')).readNitf,
  newsml: async () => (await import('../readers/wire.ts')).readNewsml,
  wordpress: async () => (await import('../readers/wordpress.ts')).readWordpress,
}

/**
 * Makes what checks the text of one file, as its config wants it.
 * @param source The file's text, from which its format is told where its name tells none.
 * @returns What checks a text; it throws UnreadError where nothing of the text could be read though something stands there.
 * @throws {ConfigError}
 * @throws {UnreadError} where the source is of a kind that isn't read, and nobody has said in which format it is to be read.
 */
export async function checkerOf({ path, absolute }: Place, settings: Settings, source: string, known: Known = {}): Promise<(text: string) => FileReport> {
  const { joined, active } = await settings.of(absolute)
  const said = known.format ?? settings.input
  const kind: SourceKind = said === undefined ? kindOfSource(basename(path), source) : { format: said }
  if ('unread' in kind) throw new UnreadError(kind.unread)
  const { format } = kind
  const read = await READERS[format]()
  const options = { path, names: known.names ? withMoreNames(joined.names, known.names) : joined.names, date: known.date, kind: known.kind ?? joined.kind, plugins: pluginsOf(active) }
  return (text) => {
    const stories = read(text, options)
    assertRead(stories)
    return { path, format, date: latestDay(stories), ...hideKnownWords(checkStories(stories, active, settings.scope), joined.known) }
  }
}
