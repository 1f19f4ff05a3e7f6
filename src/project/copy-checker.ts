/** Checks the text of one piece of copy as its config wants it, whoever read that text: the command, or an editor. */
import { basename } from 'node:path'
import type { CalendarDay, CopyKind, DeskName, Format } from '#copy'
import { checkSource } from '../check/check-source.ts'
import { latestDay, type FileReport } from '../check/file-report.ts'
import { hideKnownWords } from '../check/hiding/known-words.ts'
import { kindOfSource, type SourceKind } from '../copy/formats/format-of.ts'
import { UnreadError } from '../check/unread.ts'
import { loadReader } from '../readers/load-reader.ts'
import { withMoreNames } from '../copy/desk.ts'
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

/**
 * Makes what checks the text of one file, as its config wants it.
 * @param source The file's text, from which its format is told where its name tells none.
 * @returns What checks a text; it throws UnreadError where nothing of the text could be read though something stands
 * there.
 * @throws {ConfigError}
 * @throws {UnreadError} where the source is of a kind that isn't read, and nobody has said in which format it is to be
 * read.
 */
export async function checkerOf(
  { path, absolute }: Place,
  settings: Settings,
  source: string,
  known: Known = {},
): Promise<(text: string) => FileReport> {
  const { joined, active } = await settings.of(absolute)
  const said = known.format ?? settings.input
  const kind: SourceKind = said === undefined ? kindOfSource(basename(path), source) : { format: said }
  if ('unread' in kind) throw new UnreadError(kind.unread)
  const { format } = kind
  const read = await loadReader(format)
  const names = known.names ? withMoreNames(joined.names, known.names) : joined.names
  const context = { path, names, date: known.date, kind: known.kind ?? joined.kind, active, scope: settings.scope }
  return (text) => {
    const { copies, ...report } = checkSource(text, read, context)
    return { path, format, date: latestDay(copies), ...hideKnownWords(report, joined.known) }
  }
}
