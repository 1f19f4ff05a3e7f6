/** Writes what is made from the rules, word lists and figures, or with `--check` compares it and writes nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { renderCatalogue } from './generate/catalogue.ts'
import { renderConfigSchema } from './generate/config-schema.ts'
import { ERROR_KINDS, renderErrorKinds } from './generate/error-kinds.ts'
import { readFigures } from './generate/figures.ts'
import { renderPages } from './generate/page-figures.ts'
import { FURNITURE_EDGES, renderFurnitureEdges } from './generate/furniture-edges.ts'
import { findRules, loadRules, renderRegistry } from './generate/registry.ts'
import { renderReadme } from './generate/readme.ts'
import { levelsOf } from './generate/rule-levels.ts'
import { renderReportSchema } from './generate/report-schema.ts'
import { renderStreamSchema } from './generate/stream-schema.ts'
import { renderVscodeManifest, VSCODE_MANIFEST } from './generate/vscode-manifest.ts'
import { findWordData, modulePath, renderModule } from './generate/word-data.ts'

/** How a generated file is not what it should be. */
export interface StaleFile {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly state: 'missing' | 'different' | 'left over'
}

/**
 * Brings the generated files of a project up to date.
 * @param root The project's root folder.
 * @param options `check`: compare only, write nothing.
 * @returns The files that were not what they should be; each is right now, unless only compared.
 */
export async function generate(root: string, { check = false } = {}): Promise<readonly StaleFile[]> {
  const settle = (files: ReadonlyMap<string, string>): readonly StaleFile[] => {
    const differences = compare(root, files)
    if (!check) write(root, files, differences)
    return differences
  }
  const lists = new Map(findWordData(root).map((path) => [modulePath(path), renderModule(root, path)]))
  const tables = settle(lists)
  const edges = await renderFurnitureEdges(root)
  const made = new Map(edges === undefined ? [] : [[FURNITURE_EDGES, edges]])
  const listDifferences = [
    ...tables,
    ...settle(made),
    ...settleLeftovers(root, new Set([...lists.keys(), ...made.keys()]), check),
  ]
  // A rule can't be loaded while its list is missing, and what is made from the rules can't be compared.
  if (check && listDifferences.some(({ state }) => state === 'missing')) return listDifferences
  const ids = findRules(root)
  const rules = await loadRules(root, ids)
  const levels = levelsOf(root, rules)
  const figures = readFigures(root)
  const vscodeManifest = renderVscodeManifest(root, rules)
  const errorKinds = renderErrorKinds(root)
  return [
    ...listDifferences,
    ...settle(
      new Map([
        ['rules/index.ts', renderRegistry(ids, levels)],
        ['rules/README.md', renderCatalogue(rules, figures, levels)],
        ...renderPages(root, rules, figures),
        ['schema/config.schema.json', renderConfigSchema(rules)],
        ['schema/report.schema.json', renderReportSchema()],
        ['schema/stream-row.schema.json', renderStreamSchema()],
        ...(errorKinds === undefined ? [] : [[ERROR_KINDS, errorKinds] as const]),
        ...(vscodeManifest === undefined ? [] : [[VSCODE_MANIFEST, vscodeManifest] as const]),
      ]),
    ),
    // Last, since it shows what the command prints with all the others.
    ...settle(renderReadme(root, rules, figures)),
  ]
}

function compare(root: string, files: ReadonlyMap<string, string>): readonly StaleFile[] {
  return [...files].flatMap(([path, content]): StaleFile[] => {
    if (!existsSync(join(root, path))) return [{ path, state: 'missing' }]
    // A checkout may have given the file other line ends.
    return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n') === content
      ? []
      : [{ path, state: 'different' }]
  })
}

function write(root: string, files: ReadonlyMap<string, string>, differences: readonly StaleFile[]): void {
  for (const { path } of differences) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), files.get(path)!)
  }
}

/** Generated modules that are made no more: their list is gone. */
function settleLeftovers(root: string, made: ReadonlySet<string>, check: boolean): readonly StaleFile[] {
  const leftovers = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.generated.ts') && !made.has(path)),
  )
  if (!check) for (const path of leftovers) rmSync(join(root, path))
  return leftovers.map((path) => ({ path, state: 'left over' }))
}

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((argument) => argument !== '--check')
  if (unknown !== undefined) {
    process.stderr.write(`generate: unknown argument ${unknown}; it takes --check, or nothing\n`)
    return 2
  }
  const check = args.includes('--check')
  const differences = await generate(join(fileURLToPath(import.meta.url), '../..'), { check })
  for (const { path, state } of differences) {
    const said = check ? state : state === 'left over' ? 'removed' : 'written'
    process.stdout.write(`${path}: ${said}\n`)
  }
  if (!check || differences.length === 0) return 0
  process.stderr.write('Generated files are out of date; run `npm run generate` and look at the difference.\n')
  return 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`generate: ${(error as Error).message}\n`)
    process.exitCode = 2
  }
}
