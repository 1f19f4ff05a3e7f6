/** Tries what would settle a finding other than an edit of its words, once for each finding of a check. */
import type { Finding } from '../../check/finding.ts'
import type { CheckedDocument } from '../check-document.ts'
import type { OpenDocument } from '../documents/open-document.ts'
import { nameToAdd, type NameOffer } from './add-to-names.ts'
import { commentOnFile, commentOnNextLine, hasComments, type HidingComment } from './hide-by-comment.ts'

/** What was tried and does settle the finding. */
export interface TriedWays {
  readonly name: NameOffer | undefined
  readonly onNextLine: HidingComment | undefined
  readonly onFile: HidingComment | undefined
}

/**
 * The ways that settle a finding.
 * @param yieldToOthers Called before each try, which checks the whole text.
 */
export async function triedWays(
  finding: Finding,
  check: CheckedDocument,
  document: OpenDocument,
  yieldToOthers: () => Promise<void>,
): Promise<TriedWays> {
  const known = check.tried.get(finding) as TriedWays | undefined
  if (known) return known
  await yieldToOthers()
  const name = await nameToAdd(finding, check, document.text)
  const mayComment = hasComments(check)
  await yieldToOthers()
  const onNextLine = mayComment ? await commentOnNextLine(finding, check, document) : undefined
  await yieldToOthers()
  const onFile = mayComment ? await commentOnFile(finding, check, document) : undefined
  const ways = { name, onNextLine, onFile }
  check.tried.set(finding, ways)
  return ways
}
