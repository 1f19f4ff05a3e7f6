/** Plans how one piece of copy is checked, as its config wants it, whoever read its text: the command, or an editor. */
import { basename } from 'node:path'
import type { CalendarDay, CopyKind, DeskName, Format } from '#copy'
import type { CheckPlan } from '../check/check-source.ts'
import { kindOfSource, type SourceKind } from '../copy/formats/format-of.ts'
import { UnreadError } from '../check/unread.ts'
import { loadReader } from '../readers/load-reader.ts'
import { withMoreNames } from '../copy/desk.ts'
import type { Settings } from './settings.ts'

/** Where a piece of copy lies. */
export interface CopyPath {
  /** As the user knows it. */
  readonly path: string
  readonly absolute: string
}

/** What somebody has said of a piece of copy; it goes before what its name and the config say. */
export interface CopyDetails {
  readonly format?: Format | undefined
  readonly date?: CalendarDay | undefined
  readonly kind?: CopyKind | undefined
  /** Names that count beside the desk's. */
  readonly names?: readonly DeskName[] | undefined
}

/**
 * Plans the check of one file; the plan holds for other versions of its text, too.
 * @param source The file's text, from which its format is told where its name tells none.
 * @throws {ConfigError}
 * @throws {UnreadError} where the source is of a kind that isn't read, and nobody has said in which format it is to be
 * read.
 */
export async function planCheck(
  { path, absolute }: CopyPath,
  settings: Settings,
  source: string,
  details: CopyDetails = {},
): Promise<CheckPlan> {
  const { joined, active } = await settings.of(absolute)
  const said = details.format ?? settings.input
  const sourceKind: SourceKind = said === undefined ? kindOfSource(basename(path), source) : { format: said }
  if ('unread' in sourceKind) throw new UnreadError(sourceKind.unread)
  const { format } = sourceKind
  const { names, known: knownWords } = joined
  return {
    path,
    format,
    read: await loadReader(format),
    active,
    names: details.names ? withMoreNames(names, details.names) : names,
    date: details.date,
    kind: details.kind ?? joined.kind,
    knownWords,
    scope: settings.scope,
  }
}
