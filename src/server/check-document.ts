/** Checks an open document as the command would check its file, with what stands in the editor for its text. */
import type { DeskName, Format } from '#story'
import type { FileReport } from '../check/file-report.ts'
import type { Finding } from '../check/finding.ts'
import { UnreadError } from '../check/unread.ts'
import { ConfigError } from '../project/config-error.ts'
import { checkerOf } from '../project/copy-checker.ts'
import { hideBySideFiles } from '../project/side-files.ts'
import type { Settings } from '../project/settings.ts'
import { kindOfDocument, placeOfDocument, type DocumentPlace } from './document-place.ts'
import type { OpenDocument } from './open-document.ts'
import type { Project } from './project.ts'

/** A document that was checked, or why it wasn't. */
export type DocumentCheck = CheckedDocument | UncheckedDocument

/** What was found in a document, and the means to find out what would be. */
export interface CheckedDocument {
  readonly place: DocumentPlace
  readonly format: Format
  readonly report: FileReport
  /** How far the report's offsets lie behind the document's: 1 where the editor shows a byte order mark as text. */
  readonly shift: number
  /** Checks other text in the document's place; nothing is asked of the disk. */
  readonly check: (text: string) => FileReport
  /** The same with more names than the desk's. */
  readonly withNames: (names: readonly DeskName[]) => Promise<(text: string) => FileReport>
  readonly settings: Settings
  /** What was tried for a finding, so that a cursor that moves within its words has nothing tried again. */
  readonly tried: WeakMap<Finding, unknown>
}

/** Why a document has no findings. */
export interface UncheckedDocument {
  /** What the writer should know; left out where the document isn't copy, or is to be left alone. */
  readonly problem?: string
}

/** What a document is checked with. */
export interface CheckingOptions {
  readonly project: Project
  /** The workspace's first folder. */
  readonly folder: string | undefined
  /** Hears of what nobody foresaw. */
  readonly onBug: (error: unknown) => void
}

// Two hundred times a long story. What is longer can be checked by the command; in an editor it would get in the way of typing.
const LONGEST = 4_000_000

/** Checks a document. Never throws for what stands in it. */
export async function checkDocument(document: OpenDocument, { project, folder, onBug }: CheckingOptions): Promise<DocumentCheck> {
  const { text } = document
  if (text.length > LONGEST) {
    return { problem: `this is too long to be checked while you type (over ${LONGEST / 1_000_000} million characters); \`copydesk\` checks it at the command line` }
  }
  try {
    const place = placeOfDocument(document.uri, folder)
    const kind = kindOfDocument(document.languageId, place.name, text)
    if (kind === undefined) return {}
    return 'unread' in kind ? { problem: `this ${kind.unread}` } : await check(text, place, kind.format, project)
  } catch (error) {
    if (error instanceof UnreadError) return { problem: `this ${error.message}` }
    if (error instanceof ConfigError) return { problem: `${error.path}: ${error.message}; nothing is checked until that is mended` }
    onBug(error)
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { problem: `this could not be checked because of a bug in Copydesk (${what.split('\n', 1)[0]!.slice(0, 200)}); please report it with the copy` }
  }
}

async function check(text: string, place: DocumentPlace, format: Format, project: Project): Promise<DocumentCheck> {
  const settings = project.settingsFor(place.absolute)
  const where = { path: place.name, absolute: place.absolute ?? place.name }
  if (place.absolute !== undefined) {
    await project.of(settings, place.absolute)
    if (await settings.isIgnored(place.absolute)) return {}
  }
  const hide = place.isFile ? await hideBySideFiles(settings)(where) : undefined
  const checker = async (names?: readonly DeskName[]): Promise<(text: string) => FileReport> => {
    const checkText = await checkerOf(where, settings, '', { format, names })
    return (copy) => {
      const report = checkText(withoutMark(copy))
      return hide ? hide(report) : report
    }
  }
  const checkText = await checker()
  return {
    place, format, report: checkText(text), shift: text.length - withoutMark(text).length, check: checkText, withNames: checker, settings, tried: new WeakMap(),
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
