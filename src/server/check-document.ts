/** Checks an open document as the command would check its file, with what stands in the editor for its text. */
import type { DeskName, Format } from '#copy'
import type { FileReport } from '../check/file-report.ts'
import type { Finding } from '../check/finding.ts'
import type { Settings } from '../project/settings.ts'
import { kindOfDocument, placeOfDocument, type DocumentPlace } from './documents/document-place.ts'
import type { OpenDocument } from './documents/open-document.ts'
import type { Project } from './project.ts'
import type { CheckThreads } from './thread/check-threads.ts'
import { problemOf } from './thread/text-problem.ts'
import type { TextFixes, TextOutcome, TextTask } from './thread/text-task.ts'

/** A document that was checked, or why it wasn't. */
export type DocumentCheck = CheckedDocument | UncheckedDocument

/** What was found in a document, and the means to find out what would be. */
export interface CheckedDocument {
  readonly place: DocumentPlace
  readonly format: Format
  readonly report: FileReport
  /** How far the report's offsets lie behind the document's: 1 where the editor shows a byte order mark as text. */
  readonly shift: number
  /**
   * Checks other text in the document's place, with more names than the desk's where there are such; nothing where it
   * can't be checked.
   */
  readonly check: (text: string, names?: readonly DeskName[]) => Promise<FileReport | undefined>
  /** The safe edits of the document's text, as `--fix` would make them; nothing where it can't be checked. */
  readonly fix: () => Promise<TextFixes | undefined>
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
  readonly threads: CheckThreads
  /** The workspace's first folder. */
  readonly folder: string | undefined
  /** Whether the document is still open. */
  readonly isOpen: () => boolean
  /** Hears of what nobody foresaw. */
  readonly onBug: (bug: string) => void
}

// Two hundred times a long story. What is longer can be checked by the command; in an editor it would get in the way of
// typing.
const LONGEST = 4_000_000

/** Checks a document. Never throws for what stands in it. */
export async function checkDocument(document: OpenDocument, options: CheckingOptions): Promise<DocumentCheck> {
  const { text } = document
  if (text.length > LONGEST) {
    return {
      problem: `this is too long to be checked while you type (over ${LONGEST / 1_000_000} million characters); \`copydesk\` checks it at the command line`,
    }
  }
  try {
    const place = placeOfDocument(document.uri, options.folder)
    const kind = kindOfDocument(document.languageId, place.name, text)
    if (kind === undefined) return {}
    return 'unread' in kind ? { problem: `this ${kind.unread}` } : await check(document, place, kind.format, options)
  } catch (error) {
    const { problem, bug } = problemOf(error)
    if (bug !== undefined) options.onBug(bug)
    return { problem: problem! }
  }
}

async function check(
  document: OpenDocument,
  place: DocumentPlace,
  format: Format,
  { project, threads, isOpen, onBug }: CheckingOptions,
): Promise<DocumentCheck> {
  const { text, edition } = document
  const { settings, choice, generation } = project.settingsFor(place.absolute)
  if (place.absolute !== undefined) {
    await project.of(settings, place.absolute)
    if (await settings.isIgnored(place.absolute)) return {}
  }
  const where = { path: place.name, absolute: place.absolute ?? place.name }
  const run = async (task: Pick<TextTask, 'work' | 'text' | 'names'>): Promise<TextOutcome> => {
    const given = {
      ...task,
      text: withoutMark(task.text),
      place: where,
      isFile: place.isFile,
      format,
      choice,
      generation,
    }
    const outcome = await threads.run(given, () => isOpen() && document.edition === edition)
    if ('bug' in outcome) onBug(outcome.bug)
    return outcome
  }
  const report = await run({ work: 'check', text })
  if (!('findings' in report)) return 'problem' in report ? { problem: report.problem } : {}
  return {
    place,
    format,
    report,
    settings,
    shift: text.length - withoutMark(text).length,
    tried: new WeakMap(),
    check: async (other, names) => {
      const outcome = await run({ work: 'check', text: other, names })
      return 'findings' in outcome ? outcome : undefined
    },
    fix: async () => {
      const outcome = await run({ work: 'fix', text })
      return 'edits' in outcome ? outcome : undefined
    },
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
