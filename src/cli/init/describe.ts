/** Says what `copydesk init` found, and which commands come next. */
import { printablePath } from '../../reporters/writing/printable.ts'
import { counted } from '../../reporters/content/shown.ts'
import type { CiSystem, FolderSurvey } from './look-around.ts'
import type { ConfigSuggestion } from './suggest.ts'

// More folders than that are counted.
const SHOWN = 6

/** What was found: copy by folder, what is left out, what isn't read, site generators, CI. A line each. */
export function describe(
  { files, unread, machineText, translations, sites, ci, isRepository }: FolderSurvey,
  { copy, kinds }: ConfigSuggestion,
): string {
  const foreign = translations.reduce((sum, translation) => sum + translation.files, 0)
  const left = Math.max(0, files.length - copy.length - foreign)
  const generators = sites.map(
    ({ folder, generator }) => `${generator.name}${folder === '' ? '' : ` in ${printablePath(folder)}`}`,
  )
  return [
    `Found ${copy.length === 0 ? 'no copy yet' : `${counted(copy.length, 'piece')} of copy: ${placesOf(copy)}`}`,
    ...(left > 0
      ? [
          `Left out ${counted(left, 'file')} that ${left === 1 ? 'is' : 'are'} no copy (README and the like, templates, dumps, packages)`,
        ]
      : []),
    ...(machineText.dumps.length > 0 ? [`Dumps and logs among them: ${shortList(machineText.dumps)}`] : []),
    ...(foreign > 0
      ? [
          `Left out ${counted(foreign, 'file')} in other languages, since Copydesk reads English: ${shortList(translations.map(({ place, language }) => `${place} (${language})`))}`,
        ]
      : []),
    ...(unread.size > 0
      ? [
          `Not read: ${[...unread].map(([kind, count]) => `${count} ${kind}`).join(', ')} (docs/patterns.md, “What is passed over”)`,
        ]
      : []),
    ...(kinds.size > 0 ? [`Kinds of copy: ${[...kinds.keys()].join(', ')}`] : []),
    ...(generators.length > 0 ? [`Site generator: ${generators.join(', ')}`] : []),
    ...(ci.length > 0 ? [`CI: ${ci.join(', ')}`] : []),
    ...(isRepository ? [] : ['No git repository: --since and --staged need one']),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function shortList(names: readonly string[]): string {
  const more = names.length - SHOWN
  return `${names
    .slice(0, SHOWN)
    .map((name) => printablePath(name))
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** “articles (200 .md), wire (3 .txt, 1 .html) and 4 other folders”. */
function placesOf(copy: readonly string[]): string {
  const places = new Map<string, Map<string, number>>()
  for (const file of copy) {
    const place = file.includes('/') ? file.slice(0, file.indexOf('/')) : 'this folder'
    const ending = file.slice(file.lastIndexOf('.')).toLowerCase()
    const endings = places.get(place) ?? new Map<string, number>()
    places.set(place, endings.set(ending, (endings.get(ending) ?? 0) + 1))
  }
  const largest = [...places].toSorted(([, one], [, other]) => total(other) - total(one))
  const shown = largest
    .slice(0, SHOWN)
    .map(
      ([place, endings]) =>
        `${printablePath(place)} (${[...endings].map(([ending, count]) => `${count} ${ending}`).join(', ')})`,
    )
  const more = largest.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${counted(more, 'other folder')}` : ''}`
}

function total(endings: ReadonlyMap<string, number>): number {
  return [...endings.values()].reduce((sum, count) => sum + count, 0)
}

const RECIPES: Readonly<Record<CiSystem, string>> = {
  'GitHub Actions': 'docs/ci.md, “GitHub”',
  'GitLab CI': 'docs/ci.md, “GitLab”',
  'pre-commit': 'docs/ci.md, “pre-commit”',
  Jenkins: 'docs/reports.md, --format junit',
}

/** The next two commands, and where the recipes for the CI in use stand. */
export function nextCommands({ ci }: FolderSurvey, baseline: string | undefined): string {
  const file = quotedForShell(baseline ?? 'copydesk-baseline.json')
  const commands =
    baseline === undefined
      ? [
          ['npx --no -- copydesk .', 'read it all'],
          [`npx --no -- copydesk --baseline ${file} --update-baseline .`, 'from then on tell only what is new'],
        ]
      : [
          [`git add copydesk.yml ${file}`, 'so that all have the same'],
          [`npx --no -- copydesk --baseline ${file} .`, 'tell only what is new'],
        ]
  const width = Math.max(...commands.map(([command]) => command!.length))
  return [
    'Next:',
    ...commands.map(([command, why]) => `  ${command!.padEnd(width)}   # ${why}`),
    ...ci.map((system) => `For ${system}: ${RECIPES[system]}`),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function quotedForShell(path: string): string {
  return /^[\w./@%+-]+$/.test(path) && !path.startsWith('-')
    ? path
    : `'${printablePath(path).replaceAll("'", "'\\''")}'`
}
