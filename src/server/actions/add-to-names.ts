/** Takes a name over into the desk's names: the names file that the config names, the config itself, or a new config. */
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DeskName } from '#story'
import type { Finding } from '../../check/finding.ts'
import { repositoryOf } from '../../project/repository.ts'
import type { CheckedDocument } from '../check-document.ts'
import type { ReadOtherFile } from './hide-by-side-file.ts'
import { withListEntry } from './list-entry.ts'
import type { OtherFile } from './workspace-edits.ts'

/** A name to take over, and the file that it goes into. */
export interface NameOffer {
  readonly title: string
  readonly file: OtherFile
}

/** Rules that say of a name that it is written wrongly. */
const ABOUT_NAMES: ReadonlySet<string> = new Set(['misspelt-name', 'inconsistent-name'])

/**
 * The name that would settle a finding, were it one of the desk's: tried before it is offered.
 * @param text The document's text.
 * @param read Reads a file as it is, in the editor or on the disk; nothing where there is none.
 */
export async function nameToAdd(finding: Finding, check: CheckedDocument, text: string, read: ReadOtherFile, folder: string | undefined): Promise<NameOffer | undefined> {
  if (!ABOUT_NAMES.has(finding.rule) || check.place.absolute === undefined) return undefined
  for (const { name, title } of namesFor(finding)) {
    const after = (await check.withNames([name]))(text)
    const isSettled = !after.findings.some(({ fingerprint }) => fingerprint === finding.fingerprint) && after.findings.length < check.report.findings.length
    if (!isSettled) continue
    const file = await fileWith(name, check, read, folder)
    return file && { title, file }
  }
  return undefined
}

function namesFor({ quote, suggestions }: Finding): readonly { readonly name: DeskName; readonly title: string }[] {
  const other = suggestions[0]?.edits[0]?.text
  return [
    { name: { name: quote }, title: `Add “${quote}” to the desk’s names` },
    ...(other === undefined || other === '' || other === quote ? [] : [
      { name: { name: other, aliases: [quote] }, title: `Add “${other}” to the desk’s names, written “${quote}” too` },
    ]),
  ]
}

async function fileWith(name: DeskName, { place, settings }: CheckedDocument, read: ReadOtherFile, folder: string | undefined): Promise<OtherFile | undefined> {
  const entry = name.aliases ? name : name.name
  const { layers } = await settings.of(place.absolute!)
  const namesFile = layers.findLast((layer) => layer.namesFile !== undefined)?.namesFile
  const config = layers.at(-1)?.file
  const path = namesFile ?? config ?? join(repositoryOf(dirname(place.absolute!)) ?? folder ?? dirname(place.absolute!), 'copydesk.yml')
  // What stands in a package.json is under a key of its own, among much that isn't Copydesk's.
  if (basename(path) === 'package.json') return undefined
  const before = read(path)
  const after = withListEntry(before ?? '', namesFile === undefined ? 'names' : undefined, entry, /\.json$/i.test(path) ? 'json' : 'yaml')
  return after === undefined ? undefined : { uri: pathToFileURL(path).href, before, after }
}
