import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { layerProblems } from './layers.ts'
import { ROOT } from './rule-folders.ts'
import { importsOf, packageOf } from './source-imports.ts'

const filesIn = (...folders: string[]): string[] => folders.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1).replaceAll('\\', '/')))
  .toSorted()

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const sources = filesIn('src', 'rules').filter((path) => path.endsWith('.ts'))

describe('the sources', () => {
  it('keep to their layers', () => {
    expect(sources.flatMap((path) => layerProblems(path, read(path)))).toEqual([])
  })

  it('import nothing that the package doesn’t depend on', () => {
    const declared = new Set([...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.peerDependencies)])
    const undeclared = sources.flatMap((path) => importsOf(read(path)).flatMap(({ specifier, typeOnly }) => {
      const name = packageOf(specifier)
      // Packages of types alone have no code to import: `nlcst` is `@types/nlcst`.
      return name === undefined || declared.has(name) || (typeOnly && declared.has(`@types/${name}`)) ? [] : [`${path}: ${name}`]
    }))
    expect(undeclared).toEqual([])
  })

  it('each open with a sentence that says what the file is for', () => {
    const silent = [...sources, ...filesIn('scripts')].filter((path) => !path.endsWith('.generated.ts') && path !== 'rules/index.ts' && !/^(?:#!.*\n)?(?:\/\*\*\s[\s\S]*?\*\/|# \S)/.test(read(path)))
    expect(silent).toEqual([])
  })
})

describe('the names of files and folders', () => {
  const paths = filesIn('src', 'rules', 'test', 'scripts', 'samples')

  it('are kebab-case', () => {
    expect(paths.filter((path) => path.split('/').some((name) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*|README\.md)$/.test(name)))).toEqual([])
  })

  it('say what is in there: nothing is called utils, helpers, common, misc or manager', () => {
    expect(paths.filter((path) => path.split('/').some((name) => /^(?:utils?|helpers?|common|misc|managers?)(?:\.|$)/.test(name)))).toEqual([])
  })
})

describe('the layers', () => {
  it.each([
    ['rules/lost-word/rule.ts', 'import { span } from \'../../src/story/span.ts\''],
    ['rules/lost-word/rule.ts', 'import { createStory } from \'#story\''],
    ['rules/lost-word/rule.ts', 'import other from \'../other-word/rule.ts\''],
    ['rules/lost-word/rule.ts', 'import { readFileSync } from \'node:fs\''],
    ['rules/lost-word/rule.ts', 'import { unified } from \'unified\''],
    ['src/story/story.ts', 'import type { Rule } from \'#rule\''],
    ['src/story/facts/dates.ts', 'import { readText } from \'../../readers/text.ts\''],
    ['src/check/config.ts', 'import { readText } from \'../readers/text.ts\''],
    ['src/check/config.ts', 'import path from \'path\''],
    ['src/check/config.ts', 'const path = process.env.HOME'],
    ['src/check/config.ts', 'const size = Buffer.from(text).length'],
    ['src/check/config.ts', 'const { title } = document.body.dataset'],
    ['src/browser/checker.ts', 'import { readText } from \'../readers/text.ts\''],
    ['src/browser/checker.ts', 'import path from \'node:path\''],
    ['src/check/config.ts', 'const { load } = await import(\'../cli/load.ts\')'],
    ['src/readers/text.ts', 'export {\n  jsonReport,\n} from \'../reporters/json.ts\''],
    ['src/reporters/desk.ts', 'import type { Format } from \'../cli/formats.ts\''],
    ['src/reporters/desk.ts', 'import \'../cli/main.ts\''],
    ['src/check.ts', 'import { run } from \'./cli/run.ts\''],
    ['src/shared/text.ts', ''],
  ])('forbid %s: %s', (path, source) => {
    expect(layerProblems(path, source)).toHaveLength(1)
  })

  it.each([
    ['rules/lost-word/rule.ts', 'import { defineRule } from \'#rule\'\nimport type { Story } from \'#story\'\nimport words from \'./words.generated.ts\'\nimport retextRepeatedWords from \'retext-repeated-words\''],
    ['rules/lost-word/rule.ts', 'import {\n  type Story,\n  type Facts,\n} from \'#story\''],
    ['src/story/facts/dates.ts', '// import { x } from \'node:fs\'\n/* process.exit() */ import { word } from \'../../words/list.ts\''],
    ['src/check/config.ts', 'const text = \'the process. And the Buffer\''],
    ['src/browser/codemirror.ts', 'import { EditorView } from \'@codemirror/view\'\nconst mark = document.createElement(\'b\')'],
    ['src/check.ts', 'import { readText } from \'./readers/text.ts\'\nimport rules from \'../rules/index.ts\''],
    ['src/cli/main.ts', 'import { argv } from \'node:process\'\nimport { check } from \'../check.ts\'\nimport { jsonReport } from \'../reporters/json.ts\''],
  ])('allow %s: %s', (path, source) => {
    expect(layerProblems(path, source)).toEqual([])
  })
})
