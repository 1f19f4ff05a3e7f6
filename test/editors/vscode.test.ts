/**
 * The VS Code extension without VS Code: its manifest against the rules and the server, and the package that is made of
 * it.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../../editors/vscode/package.json' with { type: 'json' }
import root from '../../package.json' with { type: 'json' }
import rules from '../../rules/index.ts'
import { renderVscodeManifest } from '../../scripts/generate/vscode-manifest.ts'
import { missingForPackage, packageVscode } from '../../scripts/editors/vscode-package.ts'
import { DEFAULT_SETTINGS, readEditorSettings } from '../../src/server/session/editor-settings.ts'
import { ROOT } from '../rule-folders.ts'

interface Setting {
  readonly default: unknown
  readonly enum?: readonly string[]
  readonly scope?: string
}

const settings = new Map(
  manifest.contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties as Readonly<Record<string, Setting>>),
  ),
)

/** The section of the settings as the server gets it, from the values of some settings. */
function sectionOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const section: Record<string, unknown> = { rules: {} }
  for (const [key, value] of Object.entries(values)) {
    const [, name, rule] = /^copydesk\.(\w+)(?:\.(.+))?$/.exec(key)!
    if (name === 'rules') (section['rules'] as Record<string, unknown>)[rule!] = value
    else section[name!] = value
  }
  return section
}

describe('the settings', () => {
  it('say nothing where nobody has set them', () => {
    const defaults = Object.fromEntries([...settings].map(([key, setting]) => [key, setting.default]))
    expect(readEditorSettings(sectionOf(defaults), rules)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] })
  })

  it('are understood by the server, whatever is chosen', () => {
    const choices = [...settings].flatMap(([key, setting]) =>
      (setting.enum ?? []).map((choice) => [key, choice] as const),
    )
    expect(choices.length).toBeGreaterThan(rules.length * 6)
    expect(
      choices.flatMap(([key, choice]) => readEditorSettings(sectionOf({ [key]: choice }), rules).problems),
    ).toEqual([])
  })

  it('stay as they are where a rule comes in before the others', () => {
    const propertiesOf = (ids: readonly string[]): Readonly<Record<string, unknown>> => {
      const some = rules.filter(({ id }) => ids.includes(id))
      const { contributes } = JSON.parse(renderVscodeManifest(ROOT, some)!) as typeof manifest
      return Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Record<
        string,
        unknown
      >
    }
    const ids = rules.map(({ id }) => id)
    expect(propertiesOf(ids)).toMatchObject(propertiesOf(ids.slice(1)))
  })

  it('have one for each rule', () => {
    expect([...settings.keys()].filter((key) => key.startsWith('copydesk.rules.'))).toEqual(
      rules.map(({ id }) => `copydesk.rules.${id}`),
    )
  })

  it('are written from the rules', () => {
    expect(renderVscodeManifest(ROOT, [])).not.toContain('copydesk.rules.')
    expect(renderVscodeManifest(ROOT, rules)).toBe(
      readFileSync(join(ROOT, 'editors/vscode/package.json'), 'utf8').replaceAll('\r\n', '\n'),
    )
  })

  it('that name a program or a file are not taken from a workspace that isn’t trusted, and the program from none', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces
    expect(restrictedConfigurations).toEqual(['copydesk.config', 'copydesk.server.path'])
    expect(restrictedConfigurations.filter((key) => !settings.has(key))).toEqual([])
    expect(settings.get('copydesk.server.path')?.scope).toBe('machine')
  })
})

describe('the manifest', () => {
  it('has the version of what it carries', () => {
    expect(manifest.version).toBe(root.version)
  })

  it('names the commands that the extension has', () => {
    const source = readFileSync(join(ROOT, 'editors/vscode/src/extension.ts'), 'utf8')
    const registered = [...source.matchAll(/registerCommand\('([\w.]+)'/g)].map(([, id]) => id)
    expect(registered.toSorted()).toEqual(manifest.contributes.commands.map(({ command }) => command).toSorted())
  })
})

const missing = missingForPackage() ?? (spawnSync('unzip', ['-v']).error ? 'the Debian package unzip' : undefined)
if (missing !== undefined)
  process.stderr.write(`The package of the VS Code extension isn’t tested; that needs ${missing}\n`)

describe.skipIf(missing !== undefined)('the package', () => {
  let folder: string
  let files: readonly string[]
  let size: number

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-vsix-test-'))
    const path = await packageVscode(folder)
    size = statSync(path).size
    execFileSync('unzip', ['-q', path, '-d', join(folder, 'unpacked')])
    files = readdirSync(join(folder, 'unpacked'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(join(folder, 'unpacked').length + 1)
          .replaceAll('\\', '/'),
      )
  }, 180_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const read = (path: string): string => readFileSync(join(folder, 'unpacked', path), 'utf8')

  it('holds the client, the server with its pages, and the licences of both, and nothing else', () => {
    const known =
      /^(?:\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/(?:package\.json|icon\.png|readme\.md|changelog\.md|LICENSE\.txt|dist\/(?:extension\.js|LICENSES\.txt)|server\/(?:package\.json|NOTICE\.md|schema\/config\.schema\.json|rules\/[\w-]+\/rule\.md|dist\/bin\/(?:(?:copydesk|check-worker|check-thread)\.js|LICENSES\.txt|chunks\/[\w-]+\.js(?:\.LEGAL\.txt)?))))$/
    expect(files.filter((path) => !known.test(path))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining([
        'extension.vsixmanifest',
        '[Content_Types].xml',
        'extension/dist/extension.js',
        'extension/dist/LICENSES.txt',
        'extension/server/dist/bin/copydesk.js',
        'extension/server/dist/bin/LICENSES.txt',
        ...rules.map(({ id }) => `extension/server/rules/${id}/rule.md`),
      ]),
    )
    expect(read('extension/dist/LICENSES.txt')).toContain('vscode-languageclient')
  })

  it('is made from sources with sound types', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'editors/vscode')],
      { encoding: 'utf8' },
    )
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  }, 60_000)

  it('is small', () => {
    expect(size).toBeLessThan(2_000_000)
  })

  it('tells nothing of the machine that it was made on: no source maps, no folders of its', () => {
    const code = files.filter((path) => path.endsWith('.js') || path.endsWith('.json'))
    expect(code.filter((path) => /sourceMappingURL=|_authToken/.test(read(path)) || read(path).includes(ROOT))).toEqual(
      [],
    )
  })

  it('has a manifest that VS Code takes: what it runs and shows is there, and what is for development isn’t', () => {
    const packed = JSON.parse(read('extension/package.json')) as Record<string, unknown>
    expect(packed).toMatchObject({
      main: './dist/extension.js',
      icon: 'icon.png',
      engines: { vscode: '^1.100.0' },
      version: root.version,
    })
    expect(
      Object.keys(packed).filter((key) => ['devDependencies', 'dependencies', 'scripts', 'private'].includes(key)),
    ).toEqual([])
    expect(read('extension.vsixmanifest')).toMatch(
      /<Identity Language="en-US" Id="copydesk-vscode" Version="[\d.]+" Publisher="copydesk" ?\/>/,
    )
    const schemas = [...manifest.contributes.jsonValidation, ...manifest.contributes.yamlValidation]
    expect(schemas.filter(({ url }) => !files.includes(`extension/${url.slice(2)}`))).toEqual([])
  })

  it('shows its pictures without asking for them', () => {
    const sources = [...read('extension/readme.md').matchAll(/!\[[^\]]*\]\(([^)]{0,40})/g)].map(([, source]) => source)
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.filter((source) => !source!.startsWith('data:image/png;base64,'))).toEqual([])
  })

  it('brings a server that finds its own version and pages', () => {
    const run = (...args: readonly string[]): string =>
      execFileSync(process.execPath, [join(folder, 'unpacked/extension/server/dist/bin/copydesk.js'), ...args], {
        cwd: folder,
        encoding: 'utf8',
      })
    expect(run('--version')).toBe(`${root.version}\n`)
    expect(run('--explain', 'repeated-word')).toContain('A word stands twice')
  })
})
