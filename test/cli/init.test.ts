/** Tests `copydesk init`: what it finds, that what it writes holds, and that it writes nothing over. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, describe, test } from 'vitest'
import { parse } from 'yaml'
import shippedRules from '../../rules/index.ts'
import { renderConfigSchema } from '../../scripts/generate/config-schema.ts'
import { readConfig } from '../../src/check/config-file.ts'
import { schemaProblems } from '../json-schema.ts'
import { checkout, type Checkout } from './checkout.ts'

const COPY = 'The council said on Monday that a library would open.\n'
const BAD = 'The mayor said that that bridge would would close.\n'
const SCHEMA = JSON.parse(renderConfigSchema(shippedRules)) as Record<string, unknown>
const RULES = { rules: shippedRules }

/** The config that was written, read back in both ways that there are. */
function configOf({ path }: Checkout): ReturnType<typeof readConfig> {
  const text = readFileSync(path('copydesk.yml'), 'utf8')
  const data: unknown = parse(text)
  expect(schemaProblems(SCHEMA, data)).toEqual([])
  return readConfig(data, shippedRules)
}

/** What the checker itself makes of a file: whether it is left out, and its kind. */
async function heldFor(made: Checkout, file: string): Promise<{ ignored: boolean; kind?: string }> {
  const { stdout } = await made.run([`--print-config=${file}`], RULES)
  const { ignored, kind } = JSON.parse(stdout) as { ignored: boolean; kind?: string }
  return kind === undefined ? { ignored } : { ignored, kind }
}

test('says what it found and what comes next, and leaves out what is no copy', async () => {
  const made = checkout({
    'README.md': COPY, 'articles/CHANGELOG.md': COPY, 'articles/a.md': COPY, 'articles/history.md': COPY, 'wire/b.txt': COPY, 'wire/c.html': COPY,
    'requirements.txt': 'x', 'vendor/theme/readme.txt': COPY, 'node_modules/x/y.md': COPY, '.gitignore': 'drafts/\n', 'drafts/d.md': COPY,
    '.github/workflows/x.yml': '', '.pre-commit-config.yaml': '',
  })
  const { code, stdout, stderr } = await made.run(['init'], RULES)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toBe([
    'Found 4 pieces of copy: articles (2 .md), wire (1 .txt, 1 .html)',
    'Left out 4 files that are no copy (README and the like, templates, packages)',
    'CI: GitHub Actions, pre-commit', '',
    'Wrote copydesk.yml: 5 patterns to leave out, 0 kinds of copy', '',
    'Next:',
    '  npx --no -- copydesk .                                                       # read it all',
    '  npx --no -- copydesk --baseline copydesk-baseline.json --update-baseline .   # from then on tell only what is new',
    'For GitHub Actions: docs/ci.md, “GitHub”', 'For pre-commit: docs/ci.md, “pre-commit”', '',
  ].join('\n'))
  expect(configOf(made).ignore).toEqual(['CHANGELOG.md', 'README.md', 'readme.txt', 'requirements.txt', 'vendor/'])
  const searched = JSON.parse((await made.run(['--format=json', '.'], RULES)).stdout) as { files: { path: string }[] }
  expect(searched.files.map(({ path }) => path)).toEqual(['articles/a.md', 'articles/history.md', 'wire/b.txt', 'wire/c.html'])
})

test.each([
  ['Hugo', { 'hugo.toml': '' }, 'public/x.html', 'layouts/x.html'],
  ['Hugo', { 'config.toml': 'title = "x"\n  baseURL = "https://example.org"\n' }, 'public/x.html', 'archetypes/x.md'],
  ['Jekyll', { '_config.yml': '' }, '_site/x.html', '_layouts/x.html'],
  ['Astro', { 'astro.config.mjs': '' }, 'dist/x.html', 'src/layouts/x.html'],
  ['Astro', { 'package.json': '{"dependencies": {"astro": "4"}}' }, 'dist/x.html', 'src/components/x.mdx'],
  ['Eleventy', { '.eleventy.js': '' }, '_site/x.html', '_includes/x.html'],
  ['Hexo', { 'package.json': '{"dependencies": {"hexo": "7"}}', '_config.yml': '' }, 'public/x.html', 'themes/x.html'],
  ['Jekyll in site/', { 'site/_config.yml': '', 'site/_posts/x.md': COPY }, 'site/_site/x.html', 'site/_layouts/x.html'],
])('knows %s by %j and leaves out its output and templates', async (name, files, output, template) => {
  const made = checkout({ ...files, 'content/a.md': COPY, [template]: '<p>{{ x }}</p>\n' })
  expect((await made.run(['init'], RULES)).stdout).toContain(`\nSite generator: ${name}\n`)
  expect(await heldFor(made, output)).toEqual({ ignored: true })
  expect(await heldFor(made, template)).toEqual({ ignored: true })
  expect(await heldFor(made, 'content/a.md')).toEqual({ ignored: false })
})

test.each([
  [{ 'config.toml': 'base_url = "https://example.org"\n' }],
  [{ 'package.json': '{"dependencies": null' }],
  [{ 'package.json': '[]' }],
  [{ 'package.json': 'null', 'config.toml/x.md': COPY }],
])('sees no site generator in %j', async (files) => {
  const { code, stdout } = await checkout({ ...files, 'a.md': COPY }).run(['init'], RULES)
  expect({ code, told: stdout.includes('Site generator') }).toEqual({ code: 0, told: false })
})

describe('kinds of copy', () => {
  test('follow the names of folders, the outermost first', async () => {
    const made = checkout({
      'content/Opinion/a.md': COPY, '_letters/b.md': COPY, 'sport/letters/c.md': COPY, 'press releases/d.txt': COPY, 'news/e.md': COPY, 'opinion.md': COPY,
    })
    expect((await made.run(['init'], RULES)).stdout).toContain('Kinds of copy: letters, opinion, press-release, sport\n')
    configOf(made)
    expect(await Promise.all(['content/Opinion/a.md', '_letters/b.md', 'sport/letters/c.md', 'press releases/d.txt'].map((file) => heldFor(made, file)))).toEqual(
      ['opinion', 'letters', 'sport', 'press-release'].map((kind) => ({ ignored: false, kind })),
    )
    expect(await heldFor(made, 'news/e.md')).toEqual({ ignored: false })
    expect(await heldFor(made, 'opinion.md')).toEqual({ ignored: false })
  })

  test('share one pattern where many folders have the same name', async () => {
    const years = [2020, 2021, 2022, 2023]
    const made = checkout(Object.fromEntries(years.map((year) => [`${year}/sport/a.md`, COPY])))
    await made.run(['init'], RULES)
    expect(configOf(made).kinds).toEqual([{ kind: 'sport', files: ['**/sport/**'] }])
    expect(await heldFor(made, '2022/sport/b.md')).toEqual({ ignored: false, kind: 'sport' })
  })

  test.skipIf(process.platform === 'win32').each(['a {b,c}', 'it’s "so"', 'it\'s', '#one', '!two', '-dash', '*', '[x]', 'a\nkinds: x', '\u202Eevil', '- x: y', 'a\\b', 'two  spaces', 'é'])('are found in a folder called %j, and no other file becomes one', async (name) => {
    const made = checkout({ [`${name}/letters/a.md`]: COPY, [`${name}/README.${name}.md`]: COPY, 'other/b.md': COPY })
    expect((await made.run(['init'], RULES)).code).toBe(0)
    configOf(made)
    expect(await heldFor(made, `${name}/letters/a.md`)).toEqual({ ignored: false, kind: 'letters' })
    expect(await heldFor(made, `${name}/README.${name}.md`)).toEqual({ ignored: true })
    expect(await heldFor(made, 'other/b.md')).toEqual({ ignored: false })
  })
})

test('each setting that stands there as an example is valid once its “#” is gone', async () => {
  const made = checkout({ 'a.md': COPY })
  await made.run(['init'], RULES)
  const text = readFileSync(made.path('copydesk.yml'), 'utf8')
  expect(parse(text)).toBeNull()
  const all = parse(text.replace(/^#(?! [^ ])/gm, '')) as Record<string, unknown>
  expect(Object.keys(all)).toEqual(['extends', 'rules', 'names', 'kinds', 'ignore'])
  expect(schemaProblems(SCHEMA, all)).toEqual([])
  expect(readConfig(all, shippedRules)).toMatchObject({ presets: ['strict'], names: [{}, {}], kinds: [{ kind: 'opinion' }], ignore: ['drafts/'] })
})

describe('--baseline', () => {
  test('writes down what is there, so that only what is new is told', async () => {
    const made = checkout({ 'a.md': BAD, 'README.md': BAD })
    const { code, stdout, stderr } = await made.run(['init', '--baseline'], RULES)
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'copydesk: copydesk-baseline.json: holds 1 finding of 1 file now\n' })
    expect(stdout).toContain('\nNext:\n  git add copydesk.yml copydesk-baseline.json                # so that all have the same\n  npx --no -- copydesk --baseline copydesk-baseline.json .   # tell only what is new\n')
    expect(readFileSync(made.path('copydesk-baseline.json'), 'utf8')).not.toContain('README')
    expect(await made.run(['--baseline=copydesk-baseline.json', '--fail-on=info', '.'], RULES)).toMatchObject({ code: 0 })
  })

  test('may have another name, and is empty where there is no copy', async () => {
    const made = checkout()
    const { code, stdout } = await made.run(['init', '--baseline=known it.json'], RULES)
    expect({ code, lines: stdout.split('\n').slice(0, 1) }).toEqual({ code: 0, lines: ['Found no copy yet'] })
    expect(stdout).toContain('--baseline \'known it.json\' .')
    expect(await made.run(['--baseline=known it.json', '--fail-on=info', '-'], { ...RULES, stdin: COPY })).toMatchObject({ code: 0 })
  })

  test('ends with 2 where some copy could not be read, and tells which', async () => {
    const made = checkout({ 'a.md': COPY, 'b.md': Uint8Array.of(0xff, 0xfe, 0xff) })
    const { code, stderr } = await made.run(['init', '--baseline'], RULES)
    expect({ code, told: stderr.includes('copydesk: b.md: ') }).toEqual({ code: 2, told: true })
    configOf(made)
  })
})

describe('nothing is written over', () => {
  test.each([
    ['copydesk.yml', { 'copydesk.yml': 'rules: {}\n' }, 'copydesk.yml: holds here already; nothing was written'],
    ['copydesk.json', { 'copydesk.json': '{}' }, 'copydesk.json: holds here already; nothing was written'],
    ['package.json', { 'package.json': '{"copydesk": {}}' }, 'package.json: holds here already; nothing was written'],
    ['two configs', { 'copydesk.json': '{}', 'copydesk.yaml': '' }, 'stands beside'],
    ['a baseline', { 'copydesk-baseline.json': '{}' }, 'copydesk-baseline.json: is there already; --update-baseline brings it up to date'],
    ['a folder of that name', { 'copydesk.yml/x': '' }, 'copydesk.yml: is there already; it was left as it is'],
  ])('%s', async (_name, files, message) => {
    const made = checkout({ ...files, 'a.md': COPY })
    const { code, stdout, stderr } = await made.run(['init', '--baseline'], RULES)
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 })
    expect(stderr).toContain(message)
    for (const [name, content] of Object.entries(files)) expect(readFileSync(made.path(name), 'utf8')).toBe(content)
    expect(existsSync(made.path('copydesk-baseline.json'))).toBe('copydesk-baseline.json' in files)
  })

  test('a config further up, which would no longer hold', async () => {
    const made = checkout({ 'copydesk.yml': '', 'desk/a.md': COPY })
    expect(await made.run(['init'], { ...RULES, cwd: 'desk' })).toEqual({ code: 2, stdout: '', stderr: `copydesk: ${made.path('copydesk.yml')}: holds here already; nothing was written\n` })
    expect(existsSync(made.path('desk/copydesk.yml'))).toBe(false)
  })

  test.skipIf(process.platform === 'win32')('and nothing is begun where the folder is gone', async () => {
    const made = checkout()
    expect(await made.run(['init'], { ...RULES, cwd: 'gone' })).toEqual({ code: 2, stdout: '', stderr: 'copydesk: copydesk.yml: can not be written: its folder does not exist\n' })
  })

  test('through a link', async () => {
    const made = checkout({ 'a.md': COPY })
    made.link('copydesk.yml', 'elsewhere.yml')
    expect(await made.run(['init'], RULES)).toMatchObject({ code: 2, stderr: 'copydesk: copydesk.yml: is there already; it was left as it is\n' })
    expect(existsSync(made.path('elsewhere.yml'))).toBe(false)
  })
})

test.each([
  [['init', 'articles'], 'init looks at the folder that it runs in; its one option is --baseline[=FILE]'],
  [['init', '--force'], 'init has no option --force; it has --baseline[=FILE]'],
  [['init', '--baseline='], '--baseline= needs a file'],
])('%j is answered with one line', async (argv, message) => {
  const made = checkout({ 'a.md': COPY })
  expect(await made.run(argv, RULES)).toEqual({ code: 2, stdout: '', stderr: `copydesk: ${message}\n` })
  expect(existsSync(made.path('copydesk.yml'))).toBe(false)
})

test('--help prints the help, and a draft called init is still read as ./init', async () => {
  const made = checkout({ init: COPY })
  expect((await made.run(['init', '--help'], RULES)).stdout).toContain('copydesk init')
  expect(await made.run(['./init'], RULES)).toMatchObject({ code: 0, stdout: 'init: no issues found\n' })
})
