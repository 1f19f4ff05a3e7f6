/** Packs the project as `npm publish` would, from a clean copy, and uses it as its users do. */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { ROOT } from './rule-folders.ts'

const BUILT_FROM = [
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'src',
  'rules',
  'schema',
  'docs',
  ...readdirSync(join(ROOT, 'scripts'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => `scripts/${name}`),
  ...packageJson.files.filter((path) => /\.md$/.test(path) && !path.includes('*')),
  'README.md',
  'LICENSE',
]
const DRAFT =
  'Council puts off library vote\n\nThe council put off the the vote on Monday, after residents asked it for more time.\n'

let folder: string
let consumer: string
let installed: string

/** Runs a program in the consumer's project; its output, or what it said when it failed. */
function run(
  program: string,
  args: readonly string[],
  cwd = consumer,
): { code: number; stdout: string; stderr: string } {
  try {
    return { code: 0, stdout: execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe' }), stderr: '' }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number | null; stdout: string; stderr: string }
    return { code: status ?? -1, stdout, stderr }
  }
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-package-')))
  // A clean copy, so that the build leaves the tree's own dist alone and nothing of it gets into the package.
  const copy = join(folder, 'copy')
  for (const path of BUILT_FROM.filter((one) => existsSync(join(ROOT, one))))
    cpSync(join(ROOT, path), join(copy, path), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const packed = run('npm', ['pack', '--offline', '--no-update-notifier', '--pack-destination', folder], copy)
  if (packed.code !== 0) throw new Error(`npm pack failed:\n${packed.stdout}${packed.stderr}`)

  consumer = join(folder, 'consumer')
  installed = join(consumer, 'node_modules', packageJson.name)
  mkdirSync(installed, { recursive: true })
  run('tar', [
    '-xzf',
    join(
      folder,
      readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
    ),
    '-C',
    installed,
    '--strip-components=1',
  ])
  // Beside it lie its own dependencies and nothing else: what it imports without depending on it is not found.
  for (const name of Object.keys(packageJson.dependencies)) {
    mkdirSync(dirname(join(consumer, 'node_modules', name)), { recursive: true })
    symlinkSync(realpathSync(join(ROOT, 'node_modules', name)), join(consumer, 'node_modules', name), 'junction')
  }
  writeFileSync(join(consumer, 'package.json'), '{"type":"module"}')
  writeFileSync(join(consumer, 'draft.txt'), DRAFT)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package', () => {
  it('holds the build, the schemas, the rules’ pages and the docs, and no sources, tests or scripts', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/src/index.js',
        'dist/src/index.d.ts',
        'dist/bin/copydesk.js',
        'dist/bin/LICENSES.txt',
        'dist/browser/copydesk-worker.js',
        'dist/browser/LICENSES.txt',
        'schema/config.schema.json',
        'schema/report.schema.json',
        'rules/self-reference/rule.md',
        'docs/adopt.md',
        'NOTICE.md',
      ]),
    )
    expect(
      files.filter((path) =>
        /^(?:src|test|scripts|node_modules)\b|\bcases\.md$|(?<!\.d)\.ts$|(?<!LICENSES|LEGAL)\.txt$|\.yml$/.test(path),
      ),
    ).toEqual([])
  })

  it('passes publint', async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true })
    expect(messages).toEqual([])
  })

  it('can be used from JavaScript', () => {
    writeFileSync(
      join(consumer, 'use.js'),
      `
      import { check } from 'copydesk'
      const { findings, words, file } = check(${JSON.stringify(DRAFT)}, { path: 'draft.txt' })
      console.log(JSON.stringify({ rules: findings.map(({ rule, quote }) => [rule, quote]), words, messages: file.messages.length }))
    `,
    )
    expect(run(process.execPath, ['use.js'])).toEqual({
      code: 0,
      stderr: '',
      stdout: '{"rules":[["repeated-word","the the"]],"words":21,"messages":1}\n',
    })
  })

  it('can be used from strict TypeScript, its own types and all', () => {
    writeFileSync(
      join(consumer, 'use.ts'),
      `
      import { check, defineRule, SettingError, type CheckOptions, type CheckResult, type Finding, type Rule } from 'copydesk'
      import type { VFile } from 'vfile'
      const options: CheckOptions = { path: 'draft.md', date: { year: 2020, month: 7, day: 18 }, rules: { 'repeated-word': 'warning' } }
      const result: CheckResult = check('The the.', options)
      export const lines: number[] = result.findings.map((finding: Finding) => finding.start.line)
      export const file: VFile = result.file
      export const rule: Rule = defineRule({
        id: 'lost-word', summary: 'A word is lost.', kind: 'slip', stage: 'trial', severity: 'info', since: '1.0.0', quotations: 'check',
        options: { least: { type: 'integer', default: 2, description: 'A number.' } },
        messages: { found: ({ count }: { count: number }) => \`\${count} lost\` },
        *check({ story, options: { least }, find }) {
          const [block] = story.blocks
          if (block) yield find('found', { at: block, count: least })
          // @ts-expect-error: the message wants its count
          if (block) yield find('found', { at: block })
        },
      })
      // @ts-expect-error: there is no such level
      check('', { rules: { 'repeated-word': 'loud' } })
      export const problem: Error = new SettingError('no')
    `,
    )
    writeFileSync(
      join(consumer, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          module: 'nodenext',
          target: 'es2022',
          noEmit: true,
          skipLibCheck: false,
          exactOptionalPropertyTypes: true,
          types: [],
        },
        files: ['use.ts'],
      }),
    )
    expect(run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })

  it('has for authors of rules what they need, with a test kit that runs', () => {
    writeFileSync(
      join(consumer, 'rule.ts'),
      `
      import { defineRule, span, storyOf, testRule, type Facts, type Rule, type RuleCase, type Span, type Story } from 'copydesk/rule'
      import { startWorker } from 'copydesk/custom-worker'
      import { check } from 'copydesk'
      const placesOf = (story: Story, facts: Facts): readonly Span[] => facts.mentions.filter((at) => story.slice(at) === 'Norvik')
      const rule: Rule = defineRule({
        id: 'no-norvik', summary: 'A name.', kind: 'slip', stage: 'trial', severity: 'info', since: '1.0.0', quotations: 'check',
        messages: { found: ({ name }: { name: string }) => \`“\${name}” stands here\` },
        *check({ story, facts, find }) {
          for (const at of placesOf(story, facts)) yield find('found', { at: span(at.start, at.end), name: story.slice(at) })
        },
      })
      const cases: readonly RuleCase[] = [{ copy: 'It is said that [[Norvik]] met.', messages: ['“Norvik” stands here'] }]
      testRule(rule, cases)
      console.log(check('It is said that Norvik met.', { customRules: [rule] }).findings.length, storyOf('').blocks.length, typeof startWorker)
    `,
    )
    writeFileSync(
      join(consumer, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          module: 'nodenext',
          target: 'es2022',
          skipLibCheck: false,
          types: ['node'],
          typeRoots: [join(ROOT, 'node_modules/@types')],
        },
        files: ['rule.ts'],
      }),
    )
    expect(run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    expect(run(process.execPath, ['rule.js'])).toEqual({ code: 0, stderr: '', stdout: '1 0 function\n' })
  })

  it('brings a command that checks a draft', () => {
    const bin = join(installed, packageJson.bin.copydesk)
    expect(run(bin, ['--version']).stdout).toBe(`${packageJson.version}\n`)
    const report = run(bin, ['draft.txt', '--format', 'json', '--fail-on', 'info'])
    expect(report).toMatchObject({ code: 1, stderr: '' })
    expect(JSON.parse(report.stdout)).toMatchObject({
      files: [{ path: 'draft.txt', findings: [{ rule: 'repeated-word', quote: 'the the' }] }],
    })
    expect(run(bin, ['draft.txt', '--format', 'vfile', '--fail-on', 'info']).stdout).toContain('repeated-word')
    expect(run(bin, ['--explain', 'repeated-word']).stdout).toContain(
      readFileSync(join(ROOT, 'rules/repeated-word/rule.md'), 'utf8').split('\n')[2],
    )
    writeFileSync(join(consumer, 'copydesk.yml'), 'rules:\n  repeated-word: off\n')
    writeFileSync(join(consumer, 'draft.md'), `# ${DRAFT}`)
    expect(run(bin, ['draft.txt', 'draft.md', '*.md', '--fail-on', 'info'])).toMatchObject({ code: 0, stderr: '' })
  })

  it('has its schemas where its exports say', () => {
    writeFileSync(
      join(consumer, 'schemas.js'),
      `
      import config from 'copydesk/config.schema.json' with { type: 'json' }
      import report from 'copydesk/report.schema.json' with { type: 'json' }
      console.log(config.title, report.title)
    `,
    )
    expect(run(process.execPath, ['--no-warnings', 'schemas.js']).stdout).toBe('Copydesk’s config Copydesk’s report\n')
  })
})
