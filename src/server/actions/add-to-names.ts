/**
 * Takes a name over into the desk's names: the names file that the config names, the config itself, or a new config.
 */
import { basename, dirname, join } from 'node:path'
import type { DeskName } from '#copy'
import type { Finding } from '../../check/finding.ts'
import { repositoryOf } from '../../project/repository.ts'
import type { CheckedDocument } from '../check-document.ts'
import type { FindFile } from '../documents/other-files.ts'
import { withListEntry } from './list-entry.ts'
import type { OtherFile } from './workspace-edits.ts'

/** A name to take over, and what is then said in the menu. */
export interface NameOffer {
  readonly title: string
  readonly name: DeskName
}

/** Rules that say of a name that it is written wrongly. */
const ABOUT_NAMES: ReadonlySet<string> = new Set(['misspelt-name', 'inconsistent-name'])

/**
 * The name that would settle a finding, were it one of the desk's: tried before it is offered.
 * @param text The document's text.
 */
export async function nameToAdd(
  finding: Finding,
  check: CheckedDocument,
  text: string,
): Promise<NameOffer | undefined> {
  if (!ABOUT_NAMES.has(finding.rule) || check.place.absolute === undefined) return undefined
  for (const offer of namesFor(finding)) {
    const findings = (await check.check(text, [offer.name]))?.findings
    if (!findings) continue
    const isSettled =
      !findings.some(({ fingerprint }) => fingerprint === finding.fingerprint)
      && findings.length < check.report.findings.length
    if (isSettled) return offer
  }
  return undefined
}

function namesFor({ quote, suggestions }: Finding): readonly NameOffer[] {
  const other = suggestions[0]?.edits[0]?.text
  return [
    { name: { name: quote }, title: `Add “${quote}” to the desk’s names` },
    ...(other === undefined || other === '' || other === quote
      ? []
      : [
          {
            name: { name: other, aliases: [quote] },
            title: `Add “${other}” to the desk’s names, written “${quote}” too`,
          },
        ]),
  ]
}

/**
 * The file that the desk's names stand in, with one more.
 * @param folder The workspace's first folder.
 */
export async function fileWithName(
  name: DeskName,
  { place, settings }: CheckedDocument,
  find: FindFile,
  folder: string | undefined,
): Promise<OtherFile | undefined> {
  const { layers } = await settings.of(place.absolute!)
  const namesFile = layers.findLast((layer) => layer.namesFile !== undefined)?.namesFile
  const config = layers.at(-1)?.file
  const path =
    namesFile
    ?? config
    ?? join(repositoryOf(dirname(place.absolute!)) ?? folder ?? dirname(place.absolute!), 'copydesk.yml')
  // What stands in a package.json is under a key of its own, among much that isn't Copydesk's.
  if (basename(path) === 'package.json') return undefined
  const file = find(path)
  const after =
    file
    && withListEntry(
      file.text ?? '',
      namesFile === undefined ? 'names' : undefined,
      name.aliases ? name : name.name,
      /\.json$/i.test(path) ? 'json' : 'yaml',
    )
  return after === undefined ? undefined : { file: file!, after }
}
