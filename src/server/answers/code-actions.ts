/**
 * What an editor offers where the cursor stands: the edits that findings suggest, ways to hide them, and the desk's
 * names.
 */
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver'
import type { Severity } from '#rule'
import type { Finding } from '../../check/finding.ts'
import { fileWithName } from '../actions/add-to-names.ts'
import { hasComments, REASON, type HidingComment } from '../actions/hide-by-comment.ts'
import { sideFileWith } from '../actions/hide-by-side-file.ts'
import { editDocument, editFile, toTextEdits, type OtherFile } from '../actions/workspace-edits.ts'
import { triedWays } from '../actions/tried-ways.ts'
import type { CheckedDocument } from '../check-document.ts'
import type { Client } from '../session/client.ts'
import { shownFindings, SOURCE } from './diagnostics.ts'
import type { OpenDocument } from '../documents/open-document.ts'
import type { FindFile } from '../documents/other-files.ts'

/** The kind of the action that makes all safe edits of a document; editors may run it at every save. */
export const FIX_ALL: CodeActionKind = `${CodeActionKind.SourceFixAll}.${SOURCE}`

/** What actions are made from. */
export interface ActionContext {
  readonly document: OpenDocument
  /** The check of the document's text as it is now. */
  readonly check: CheckedDocument
  readonly client: Client
  readonly level: Severity
  readonly findFile: FindFile
  readonly rules: readonly string[]
  /** The workspace's first folder. */
  readonly folder: string | undefined
  /** Lets what has come in go first; throws where the editor wants no answer any more, or the text has changed. */
  readonly yieldToOthers: () => Promise<void>
}

// Nobody reads a longer menu; where all of a page is selected there could be thousands of actions.
const MOST_FINDINGS = 50
// To try a way to hide a finding, the whole text is checked. A menu for more findings than these, or that takes more,
// offers their edits alone.
const MOST_TRIED = 8
const MOST_READ = 4_000_000
const CHECKS_A_FINDING = 4

/** The actions for a stretch of a document. */
export async function codeActions({ range, context }: CodeActionParams, given: ActionContext): Promise<CodeAction[]> {
  const { document, check, level } = given
  // An empty kind means all.
  const wants = (kind: CodeActionKind): boolean =>
    context.only === undefined
    || context.only === null
    || context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`))
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const from = document.positions.offsetOf(range.start) - check.shift
    const to = document.positions.offsetOf(range.end) - check.shift
    const touched = shownFindings(check.report.findings, level).filter(
      ({ start, end }) => start.offset <= to && end.offset >= from,
    )
    const ways = touched
      .slice(0, MOST_FINDINGS)
      .map((finding) => ({ finding, diagnostics: context.diagnostics.filter((one) => isAbout(one, finding)) }))
    for (const { finding, diagnostics } of ways) actions.push(...suggestedEdits(finding, diagnostics, given))
    const isShort =
      touched.length <= MOST_TRIED && touched.length * CHECKS_A_FINDING * document.text.length <= MOST_READ
    if (isShort)
      for (const { finding, diagnostics } of ways) actions.push(...(await waysToHide(finding, diagnostics, given)))
  }
  // An editor that asks by itself wherever the cursor goes doesn't want the whole page fixed.
  const isAskedFor = context.only ? context.only.length > 0 : context.triggerKind !== CodeActionTriggerKind.Automatic
  if (isAskedFor && wants(FIX_ALL)) actions.push(...(await fixAll(given)))
  return actions
}

function isAbout({ code, data }: Diagnostic, { rule, fingerprint }: Finding): boolean {
  const about = data as { readonly fingerprint?: unknown } | null | undefined
  // Not every editor sends a diagnostic's data back.
  return code === rule && (about === null || about === undefined || about.fingerprint === fingerprint)
}

function suggestedEdits(
  { suggestions }: Finding,
  diagnostics: Diagnostic[],
  { document, check, client }: ActionContext,
): readonly CodeAction[] {
  return suggestions.map(({ title, grade, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: editDocument(document, toTextEdits(edits, document, check.shift), client),
    ...(grade === 'safe' ? { isPreferred: true } : {}),
  }))
}

async function waysToHide(
  finding: Finding,
  diagnostics: Diagnostic[],
  context: ActionContext,
): Promise<readonly CodeAction[]> {
  const { document, check, client, findFile, rules, folder } = context
  const inDocument = (title: string, comment: HidingComment | undefined): readonly CodeAction[] =>
    comment
      ? [
          {
            title,
            kind: CodeActionKind.QuickFix,
            diagnostics,
            edit: editDocument(document, [insertComment(comment, document, client)], client),
          },
        ]
      : []
  const inOtherFile = (title: string, file: OtherFile | undefined): readonly CodeAction[] => {
    const edit = file && editFile(file, client)
    return edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit }] : []
  }
  const { name, onNextLine, onFile } = await triedWays(finding, check, document, context.yieldToOthers)
  const here = `Ignore ${finding.rule} here, with a reason`
  const inFile = `Ignore ${finding.rule} in this file, with a reason`
  return [
    ...(name ? inOtherFile(name.title, await fileWithName(name.name, check, findFile, folder)) : []),
    ...(hasComments(check)
      ? [...inDocument(here, onNextLine), ...inDocument(inFile, onFile)]
      : [
          ...inOtherFile(here, sideFileWith(finding, 'words', check, findFile, rules)),
          ...inOtherFile(inFile, sideFileWith(finding, 'file', check, findFile, rules)),
        ]),
  ]
}

/** A comment as an edit; where the editor knows snippets, the cursor goes to the reason. */
function insertComment(
  { at, before, behind }: HidingComment,
  { positions }: OpenDocument,
  client: Client,
): TextEdit | SnippetTextEdit {
  const range = positions.range(at, at)
  if (!client.takesSnippets) return { range, newText: `${before}${REASON}${behind}` }
  const literal = (text: string): string => text.replace(/[$}\\]/g, '\\$&')
  return { range, snippet: { kind: 'snippet', value: `${literal(before)}\${1:${REASON}}${literal(behind)}` } }
}

/** All safe edits at once, as `--fix` would make them. */
async function fixAll({ document, check, client, yieldToOthers }: ActionContext): Promise<readonly CodeAction[]> {
  const { findings } = check.report
  if (!findings.some(({ suggestions }) => suggestions.some(({ grade }) => grade === 'safe'))) return []
  await yieldToOthers()
  const { edits, fixed } = (await check.fix()) ?? { edits: [], fixed: 0 }
  if (fixed === 0) return []
  const title = `Make all safe edits (${fixed})`
  return [{ title, kind: FIX_ALL, edit: editDocument(document, toTextEdits(edits, document, check.shift), client) }]
}
