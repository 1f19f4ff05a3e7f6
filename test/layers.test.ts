import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { LAYERS, layerProblems } from './layers.ts'
import { ROOT } from './rule-folders.ts'
import { circlesOf } from './circles.ts'
import { importsOf, packageOf, resolveImport } from './source-imports.ts'

const filesIn = (...folders: string[]): string[] =>
  folders
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(ROOT.length + 1)
            .replaceAll('\\', '/'),
        ),
    )
    .toSorted()

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const sources = filesIn('src', 'rules').filter((path) => path.endsWith('.ts'))

describe('the sources', () => {
  it('keep to their layers', () => {
    expect(sources.flatMap((path) => layerProblems(path, read(path)))).toEqual([])
  })

  it('import each other in no circle, not even for a type', () => {
    expect(
      circlesOf(
        new Map(
          sources.map((path) => [path, importsOf(read(path)).map(({ specifier }) => resolveImport(path, specifier))]),
        ),
      ),
    ).toEqual([])
  })

  it('import nothing that the package doesn’t depend on', () => {
    const declared = new Set([...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.peerDependencies)])
    const undeclared = sources.flatMap((path) =>
      importsOf(read(path)).flatMap(({ specifier, typeOnly }) => {
        const name = packageOf(specifier)
        // Packages of types alone have no code to import: `nlcst` is `@types/nlcst`.
        return name === undefined || declared.has(name) || (typeOnly && declared.has(`@types/${name}`))
          ? []
          : [`${path}: ${name}`]
      }),
    )
    expect(undeclared).toEqual([])
  })

  it('each open with a sentence that says what the file is for', () => {
    const silent = [...sources, ...filesIn('scripts')].filter(
      (path) =>
        !path.endsWith('.generated.ts')
        && path !== 'rules/index.ts'
        && !/^(?:#!.*\n)?(?:\/\*\*\s[\s\S]*?\*\/|# \S)/.test(read(path)),
    )
    expect(silent).toEqual([])
  })
})

describe('what a platform has', () => {
  const included = (name: string): readonly string[] => JSON.parse(read(`src/tsconfig.${name}.json`)).include
  const foldersOf = (path: string): readonly string[] =>
    [
      ...new Set(
        filesIn('src')
          .filter((file) => file.endsWith('.ts'))
          .map((file) => file.split('/').slice(1, -1)[0] ?? '*.ts'),
      ),
    ].filter((folder) => included(path).includes(folder))

  it('is known in the folders of one of the compiler’s three configs only, and each folder is in one', () => {
    const all = ['core', 'node', 'page'].flatMap(foldersOf)
    expect(all.toSorted()).toEqual(
      [
        ...new Set(
          filesIn('src')
            .filter((file) => file.endsWith('.ts'))
            .map((file) => file.split('/').slice(1, -1)[0] ?? '*.ts'),
        ),
      ].toSorted(),
    )
  })

  it('is Node’s for the layers that may import Node, and for no other', () => {
    const usesNode = Object.entries(LAYERS).flatMap(([name, { node }]) => (node ? [name.slice('src/'.length)] : []))
    expect(foldersOf('node').toSorted()).toEqual(usesNode.toSorted())
  })
})

describe('circles', () => {
  it('are found, each with its files, however they are joined', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', ['e', 'outside']],
      ['e', ['d']],
      ['f', ['a']],
      ['g', ['g']],
    ])
    expect(circlesOf(graph)).toEqual([['a', 'b', 'c'], ['d', 'e'], ['g']])
  })
})

describe('the names of files and folders', () => {
  const paths = filesIn('src', 'rules', 'test', 'scripts', 'samples')

  it('are kebab-case', () => {
    expect(
      paths.filter((path) =>
        path.split('/').some((name) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*|README\.md)$/.test(name)),
      ),
    ).toEqual([])
  })

  it('say what is in there: nothing is called utils, helpers, common, misc or manager', () => {
    expect(
      paths.filter((path) =>
        path.split('/').some((name) => /^(?:utils?|helpers?|common|misc|managers?)(?:\.|$)/.test(name)),
      ),
    ).toEqual([])
  })
})

describe('the layers', () => {
  it.each([
    ['rules/lost-word/rule.ts', "import { span } from '../../src/story/span.ts'"],
    ['rules/lost-word/rule.ts', "import type { Story } from '#story'"],
    ['rules/lost-word/rule.ts', "import other from '../other-word/rule.ts'"],
    ['rules/lost-word/rule.ts', "import { readFileSync } from 'node:fs'"],
    ['rules/lost-word/rule.ts', "import { unified } from 'unified'"],
    ['src/story/story.ts', "import type { Rule } from '#rule'"],
    ['src/facts/dates.ts', "import { readText } from '../../readers/text.ts'"],
    ['src/check/config/config.ts', "import { readText } from '../../readers/text.ts'"],
    ['src/check/config/config.ts', "import path from 'path'"],
    ['src/browser/checker.ts', "import { readText } from '../readers/text.ts'"],
    ['src/browser/checker.ts', "import path from 'node:path'"],
    ['src/check/config/config.ts', "const { load } = await import('../../cli/load.ts')"],
    ['src/readers/text.ts', "export {\n  jsonReport,\n} from '../reporters/json.ts'"],
    ['src/reporters/desk.ts', "import type { Format } from '../cli/formats.ts'"],
    ['src/reporters/desk.ts', "import '../cli/process-io.ts'"],
    ['src/check.ts', "import { runCommand } from './cli/run-command.ts'"],
    ['src/shared/text.ts', ''],
  ])('forbid %s: %s', (path, source) => {
    expect(layerProblems(path, source)).toHaveLength(1)
  })

  it.each([
    [
      'rules/lost-word/rule.ts',
      "import { defineRule, type Story } from '#rule'\nimport words from './words.generated.ts'\nimport retextRepeatedWords from 'retext-repeated-words'",
    ],
    ['rules/lost-word/rule.ts', "import {\n  type Story,\n  type Facts,\n} from '#rule'"],
    ['src/facts/dates.ts', "// import { x } from 'node:fs'\nimport { word } from '../english/words/list.ts'"],
    [
      'src/browser/codemirror.ts',
      "import { EditorView } from '@codemirror/view'\nconst mark = document.createElement('b')",
    ],
    ['src/check.ts', "import { readText } from './readers/text.ts'\nimport rules from '../rules/index.ts'"],
    [
      'src/cli/process-io.ts',
      "import { argv } from 'node:process'\nimport { check } from '../check.ts'\nimport { jsonReport } from '../reporters/json.ts'",
    ],
  ])('allow %s: %s', (path, source) => {
    expect(layerProblems(path, source)).toEqual([])
  })
})
