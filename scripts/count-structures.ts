/**
 * Counts the structures that join two neighbouring names: how often each joins two different ones, and how often one
 * with itself. The rule self-reference takes its levels from these counts; `structures.yml` keeps them, and no word of
 * what was counted.
 */
import { createStory, type Story } from '../src/story/index.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { levelOf } from '../rules/self-reference/level.ts'
import { joinedNames, neighbours, sameNamesIn } from '../rules/self-reference/same-name.ts'
import { readMarkdown } from '../src/readers/markdown.ts'
import { readText } from '../src/readers/text.ts'
import { articlesOf, isDraft } from './articles.ts'
import { InputError } from './input-error.ts'
import { runScript, type ScriptWorld } from './run-script.ts'
import {
  levelsWithoutEach,
  renderStructures,
  StructureCounts,
  type StructureRow,
} from './structures/structure-counts.ts'

const STRUCTURES = 'rules/self-reference/structures.yml'
const USAGE = `Usage: npm run count-structures -- FOLDER… [--show]

Counts over published copy what stands between neighbouring names, and writes ${STRUCTURES}.
--show prints each place where a name meets itself, so that somebody can read it; nothing of it is kept. Where two readers call such
places mistakes, put their number into the structure’s \`mistaken\`: it stays when the structures are counted again.
`

/**
 * Does what the arguments ask for.
 * @throws {InputError} for what the caller can set right.
 */
export function countStructures(argv: readonly string[], { root, say, remark }: ScriptWorld): void {
  const folders = argv.filter((argument) => argument !== '--show')
  const unknown = folders.find((argument) => argument.startsWith('-') && argument !== '--help')
  if (unknown !== undefined) throw new InputError(`“${unknown}” is no option: there is --show`)
  if (folders.length === 0 || folders.includes('--help')) return say(USAGE)
  const counts = new StructureCounts()
  const shown: string[] = []
  for (const folder of folders) {
    for (const article of articlesOf(folder)) {
      if (!isDraft(article)) continue
      const story = createStory((article.format === 'markdown' ? readMarkdown : readText)(article.text))
      shown.push(...countStory(story, article.folder, counts))
    }
  }
  if (counts.sets.length === 0)
    throw new InputError(`there are no articles in ${folders.map((folder) => `“${folder}”`).join(', ')}`)
  const path = join(root, STRUCTURES)
  const known = parse(readFileSync(path, 'utf8')) as { structures: readonly StructureRow[] }
  const rows = counts.rows(new Map(known.structures.map(({ name, mistaken }) => [name, mistaken ?? 0])))
  writeFileSync(path, renderStructures(rows, counts, levelsWithoutEach(counts, rows)))
  if (argv.includes('--show')) say(`${shown.toSorted().join('\n')}\n`)
  remark(
    `${STRUCTURES}: ${rows.length} structures from ${counts.words} words; \`npm run generate\` brings them into the rule\n`,
  )
}

/** Counts one story, and brings what its names that meet themselves look like. */
function countStory(story: Story, set: string, counts: StructureCounts): string[] {
  const { facts } = story
  counts.addWords(set, facts.words.count)
  const shown: string[] = []
  for (const pair of sameNamesIn(story)) {
    const { one, other, structure, bond } = pair
    if (!structure || bond !== 'name' || levelOf(story, pair, 'error') === undefined) continue
    const isQuoted = facts.quotations.holds(one.start) || facts.quotations.holds(other.start)
    counts.add(structure.name, set, isQuoted ? 'quoted' : 'same')
    shown.push(
      `${structure.name}\t${isQuoted ? 'quoted' : ''}\t${story.text.slice(Math.max(0, one.start - 60), other.end + 30).replaceAll('\n', ' / ')}`,
    )
  }
  for (const [first, second] of neighbours(story)) {
    if (first.key === second.key || facts.entities.of(first) === facts.entities.of(second)) continue
    const structure = joinedNames(story, first, second)?.structure
    if (structure) counts.add(structure.name, set, 'different')
  }
  return shown
}

await runScript('count-structures', import.meta.url, countStructures)
