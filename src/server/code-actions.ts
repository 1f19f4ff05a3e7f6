/** What an editor offers where the cursor stands: the edits that findings suggest, ways to hide them, and the desk's names. */
import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type SnippetTextEdit, type TextEdit } from 'vscode-languageserver'
import type { Severity } from '#rule'
import type { Finding } from '../check/finding.ts'
import { fixSource } from '../check/fix.ts'
import { nameToAdd } from './actions/add-to-names.ts'
import { commentOnFile, commentOnNextLine, hasComments, REASON, type HidingComment } from './actions/hide-by-comment.ts'
import { sideFileWith, type ReadOtherFile } from './actions/hide-by-side-file.ts'
import { editDocument, editFile, toTextEdits } from './actions/workspace-edits.ts'
import type { CheckedDocument } from './check-document.ts'
import type { Client } from './client.ts'
import { shownFindings, SOURCE } from './diagnostics.ts'
import type { OpenDocument } from './open-document.ts'

/** The kind of the action that makes all safe edits of a document; editors may run it at every save. */
export const FIX_ALL: CodeActionKind = `${CodeActionKind.SourceFixAll}.${SOURCE}`

/** What actions are made from. */
export interface ActionContext {
  readonly document: OpenDocument
  /** The check of the document's text as it is now. */
  readonly check: CheckedDocument
  readonly client: Client
  readonly level: Severity
  /** Reads another file as it is, in the editor or on the disk. */
  readonly readFile: ReadOtherFile
  readonly rules: readonly string[]
  /** The workspace's first folder. */
  readonly folder: string | undefined
}

/** The actions for a stretch of a document. */
export async function codeActions({ range, context }: CodeActionParams, given: ActionContext): Promise<CodeAction[]> {
  const { document, check, level } = given
  const wants = (kind: CodeActionKind): boolean => context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const from = document.positions.offsetOf(range.start) - check.shift
    const to = document.positions.offsetOf(range.end) - check.shift
    const touched = shownFindings(check.report.findings, level).filter(({ start, end }) => start.offset <= to && end.offset >= from)
    const ways = touched.map((finding) => ({ finding, diagnostics: context.diagnostics.filter((one) => isAbout(one, finding)) }))
    for (const { finding, diagnostics } of ways) actions.push(...suggestedEdits(finding, diagnostics, given))
    for (const { finding, diagnostics } of ways) actions.push(...await waysToHide(finding, diagnostics, given))
  }
  if (wants(FIX_ALL)) actions.push(...fixAll(given))
  return actions
}

function isAbout({ code, data }: Diagnostic, { rule, fingerprint }: Finding): boolean {
  const about = data as { readonly fingerprint?: unknown } | null | undefined
  // Not every editor sends a diagnostic's data back.
  return code === rule && (about === null || about === undefined || about.fingerprint === fingerprint)
}

function suggestedEdits({ suggestions }: Finding, diagnostics: Diagnostic[], { document, check, client }: ActionContext): readonly CodeAction[] {
  return suggestions.map(({ title, grade, edits }) => ({
    title, kind: CodeActionKind.QuickFix, diagnostics, edit: editDocument(document, toTextEdits(edits, document, check.shift), client),
    ...(grade === 'safe' ? { isPreferred: true } : {}),
  }))
}

async function waysToHide(finding: Finding, diagnostics: Diagnostic[], context: ActionContext): Promise<readonly CodeAction[]> {
  const { document, check, client, readFile, rules, folder } = context
  const here = `Ignore ${finding.rule} here, with a reason`
  const inFile = `Ignore ${finding.rule} in this file, with a reason`
  const inDocument = (title: string, comment: HidingComment | undefined): readonly CodeAction[] => (
    comment ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit: editDocument(document, [insertComment(comment, document, client)], client) }] : []
  )
  const inOtherFile = (title: string, file: Parameters<typeof editFile>[0] | undefined): readonly CodeAction[] => {
    const edit = file && editFile(file, client)
    return edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit }] : []
  }
  const name = await nameToAdd(finding, check, document.text, readFile, folder)
  return [
    ...(name ? inOtherFile(name.title, name.file) : []),
    ...(hasComments(check)
      ? [...inDocument(here, commentOnNextLine(finding, check, document)), ...inDocument(inFile, commentOnFile(finding, check, document))]
      : [...inOtherFile(here, sideFileWith(finding, 'words', check, readFile, rules)), ...inOtherFile(inFile, sideFileWith(finding, 'file', check, readFile, rules))]),
  ]
}

/** A comment as an edit; where the editor knows snippets, the cursor goes to the reason. */
function insertComment({ at, before, behind }: HidingComment, { positions }: OpenDocument, client: Client): TextEdit | SnippetTextEdit {
  const range = positions.range(at, at)
  if (!client.takesSnippets) return { range, newText: `${before}${REASON}${behind}` }
  const literal = (text: string): string => text.replace(/[$}\\]/g, '\\$&')
  return { range, snippet: { kind: 'snippet', value: `${literal(before)}\${1:${REASON}}${literal(behind)}` } }
}

const SAFE: ReadonlySet<Finding['suggestions'][number]['grade']> = new Set(['safe'] as const)

/** All safe edits at once, as `--fix` would make them. */
function fixAll({ document, check, client }: ActionContext): readonly CodeAction[] {
  if (!check.report.findings.some(({ suggestions }) => suggestions.some(({ grade }) => SAFE.has(grade)))) return []
  const text = document.text.slice(check.shift)
  const { edits, fixed } = fixSource(text, (source) => check.check(source).findings, SAFE)
  if (fixed === 0) return []
  const title = `Make all safe edits (${fixed})`
  return [{ title, kind: FIX_ALL, edit: editDocument(document, toTextEdits(edits, document, check.shift), client) }]
}
