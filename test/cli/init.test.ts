/** Tests `copydesk init`: what it finds, that what it writes holds, and that it writes nothing over. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, describe, test } from 'vitest'
import { parse } from 'yaml'
import shippedRules from '../../rules/index.ts'
import { renderConfigSchema } from '../../scripts/generate/config-schema.ts'
import { readConfig } from '../../src/check/config/config-file.ts'
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
    'README.md': COPY,
    'articles/CHANGELOG.md': COPY,
    'articles/a.md': COPY,
    'articles/history.md': COPY,
    'wire/b.txt': COPY,
    'wire/c.html': COPY,
    'requirements.txt': 'x',
    'vendor/theme/readme.txt': COPY,
    'node_modules/x/y.md': COPY,
    '.gitignore': 'drafts/\n',
    'drafts/d.md': COPY,
    '.github/workflows/x.yml': '',
    '.pre-commit-config.yaml': '',
  })
  const { code, stdout, stderr } = await made.run(['init'], RULES)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toBe(
    [
      'Found 4 pieces of copy: articles (2 .md), wire (1 .txt, 1 .html)',
      'Left out 4 files that are no copy (README and the like, templates, dumps, packages)',
      'CI: GitHub Actions, pre-commit',
      '',
      'Wrote copydesk.yml: 5 patterns to leave out, 0 kinds of copy',
      '',
      'Next:',
      '  npx --no -- copydesk .                                                       # read it all',
      '  npx --no -- copydesk --baseline copydesk-baseline.json --update-baseline .   # from then on tell only what is new',
      'For GitHub Actions: docs/ci.md, “GitHub”',
      'For pre-commit: docs/ci.md, “pre-commit”',
      '',
    ].join('\n'),
  )
  expect(configOf(made).ignore).toEqual(['CHANGELOG.md', 'README.md', 'readme.txt', 'requirements.txt', 'vendor/'])
  const searched = JSON.parse((await made.run(['--format=json', '.'], RULES)).stdout) as { files: { path: string }[] }
  expect(searched.files.map(({ path }) => path)).toEqual([
    'articles/a.md',
    'articles/history.md',
    'wire/b.txt',
    'wire/c.html',
  ])
})

test.each([
  ['Hugo', { 'hugo.toml': '' }, 'public/x.html', 'layouts/x.html'],
  ['Hugo', { 'config.toml': 'title = "x"\n  baseURL = "https://example.org"\n' }, 'public/x.html', 'archetypes/x.md'],
  ['Hugo', { 'config.yml': 'title: x\nbaseURL: https://example.org\n' }, 'public/x.html', 'layouts/x.html'],
  ['Hugo', { 'config.yaml': 'theme: x\n' }, 'public/x.html', 'themes/x.html'],
  ['Hugo', { 'config.json': '{"baseurl": "https://example.org"}' }, 'public/x.html', 'layouts/x.html'],
  ['Hugo', { 'config/_default/hugo.toml': '' }, 'public/x.html', 'themes/t/layouts/x.html'],
  ['Hugo', { 'config/_default/params.yml': '' }, 'public/x.html', 'layouts/x.html'],
  ['Hugo', { 'hugo.json': '{}' }, 'public/x.html', 'themes/x.html'],
  [
    'Hugo in sites/paper/',
    { 'sites/paper/hugo.yaml': '', 'sites/paper/content/b.md': COPY },
    'sites/paper/public/x.html',
    'sites/paper/layouts/x.html',
  ],
  ['Jekyll', { '_config.yml': '' }, '_site/x.html', '_layouts/x.html'],
  ['Jekyll', { '_config.yml': '' }, '_site/x.html', '_pages/about.html'],
  ['Jekyll', { '_config.yml': '' }, '_site/x.html', 'lit-magazine.html'],
  ['Astro', { 'astro.config.mjs': '' }, 'dist/x.html', 'src/layouts/x.html'],
  ['Astro', { 'package.json': '{"dependencies": {"astro": "4"}}' }, 'dist/x.html', 'src/components/x.mdx'],
  ['Eleventy', { '.eleventy.js': '' }, '_site/x.html', '_includes/x.html'],
  ['Hexo', { 'package.json': '{"dependencies": {"hexo": "7"}}', '_config.yml': '' }, 'public/x.html', 'themes/x.html'],
  [
    'Jekyll in site/',
    { 'site/_config.yml': '', 'site/_posts/x.md': COPY },
    'site/_site/x.html',
    'site/_layouts/x.html',
  ],
])('knows %s by %j and leaves out its output and templates', async (name, files, output, template) => {
  const made = checkout({ ...files, 'content/a.md': COPY, [template]: '<p>{{ x }}</p>\n' })
  expect((await made.run(['init'], RULES)).stdout).toContain(`\nSite generator: ${name}\n`)
  expect(await heldFor(made, output)).toEqual({ ignored: true })
  expect(await heldFor(made, template)).toEqual({ ignored: true })
  expect(await heldFor(made, 'content/a.md')).toEqual({ ignored: false })
})

test.each([
  [{ 'config.toml': 'base_url = "https://example.org"\n' }],
  [{ 'config.yml': 'theme: dark\n' }],
  [{ 'config/app.yml': 'theme: dark\n' }],
  [{ 'package.json': '{"dependencies": null' }],
  [{ 'package.json': '[]' }],
  [{ 'package.json': 'null', 'config.toml/x.md': COPY }],
])('sees no site generator in %j', async (files) => {
  const { code, stdout } = await checkout({ ...files, 'a.md': COPY }).run(['init'], RULES)
  expect({ code, told: stdout.includes('Site generator') }).toEqual({ code: 0, told: false })
})

test('leaves out what nobody wrote for readers: templates by their tags, pages of a server, dumps and logs', async () => {
  const page = '<!doctype html><html><body><p>The council met.</p></body></html>'
  const made = checkout({
    'pages/list.html': '<ul>{% for post in site.posts %}<li>{{ post.title }}</li>{% endfor %}</ul>',
    'pages/one.html': `<main>{{ content }}</main>`,
    'mixed/story.html': `<article><p>${COPY}</p></article>`,
    'mixed/base.html': '<body>{% block main %}{% endblock %}</body>',
    '404.html': page,
    '_posts/a.html': `<p>${COPY}</p>{% if x %}{% endif %}`,
    'results.txt': `b'${page}'`,
    'line.txt': 'word '.repeat(20_000),
    'run.txt': '2024-05-01 10:00:00 start\n2024-05-01 10:00:01 go\n2024-05-01 10:00:02 end\n',
    'grep.txt': 'a/b.md:x\na/c.md:y\nd.yml:z\n',
    'story.txt': COPY,
    'times.txt': '10:15 The council met.\n10:20 It voted.\n10:40 It went home.\n',
  })
  const { stdout } = await made.run(['init', '--baseline'], RULES)
  expect(configOf(made).ignore).toEqual([
    '404.html',
    '/grep.txt',
    '/line.txt',
    '/results.txt',
    '/run.txt',
    '/mixed/base.html',
    '/pages/*.html',
  ])
  expect(stdout).toContain('Found 4 pieces of copy: this folder (2 .txt), _posts (1 .html), mixed (1 .html)\n')
  expect(stdout).toContain('\nDumps and logs among them: grep.txt, line.txt, results.txt, run.txt\n')
})

test('names translations and leaves them out; a folder that only sounds like a language stays', async () => {
  const ukrainian =
    'Гавань Остбі знову відкрилася у понеділок після того, як міська рада схвалила новий бюджет на ремонт причалів і доріг.\n'
  const polish =
    'Port w Ostby został otwarty w poniedziałek, gdy rada miasta przyjęła nowy budżet na naprawę nabrzeży i dróg dojazdowych.\n'
  const english =
    'The council said on Monday that the harbour of Ostby would open again once the work on its quays and roads was done.\n'
  const japanese = '評議会は月曜日、オストビー港の岸壁と道路の工事が終わり次第、港を再び開くと発表した。\n'
  const made = checkout({
    'pages/en/a.md': english,
    'pages/uk/a.md': ukrainian,
    'docs/pl/b.mdx': `---\ntitle: In English, for the most part of this line at least\n---\n${polish}`,
    'docs/pt-BR/c.md': polish,
    'content.ja/d.md': japanese,
    'posts/e.md': english,
    'posts/e.pl.md': polish,
    'desks/it/f.md': english,
    'desks/no/g.md': english,
  })
  const { stdout } = await made.run(['init'], RULES)
  expect(configOf(made).ignore).toEqual(['/content.ja/', '/docs/pl/', '/docs/pt-BR/', '/pages/uk/', '*.pl.md'])
  expect(stdout).toContain(
    'Left out 5 files in other languages, since Copydesk reads English: content.ja/ (Japanese), docs/pl/ (Polish), docs/pt-BR/ (Portuguese), pages/uk/ (Ukrainian), .pl.md (Polish)\n',
  )
  expect(readFileSync(made.path('copydesk.yml'), 'utf8')).toContain('  # In other languages: Copydesk reads English')
  expect(await heldFor(made, 'posts/e.pl.md')).toEqual({ ignored: true })
  expect(await heldFor(made, 'desks/it/f.md')).toEqual({ ignored: false })
})

test('names what could be copy and is not read, with counts', async () => {
  const made = checkout({
    'a.md': COPY,
    'b.docx': '',
    'c.docx': '',
    'd.json': '{}',
    'e.njk': '',
    'f.rst': '',
    'g.adoc': '',
    'package.json': '{}',
    'h.png': '',
    'i.ts': '',
  })
  expect((await made.run(['init'], RULES)).stdout).toContain(
    '\nNot read: 2 .docx, 1 .adoc, 1 .json, 1 .njk, 1 .rst (docs/patterns.md, “What is passed over”)\n',
  )
})

describe('editors are told where the schema is', () => {
  const line = (made: Checkout): string => readFileSync(made.path('copydesk.yml'), 'utf8').split('\n')[0]!

  test('in the package above, from the config’s folder', async () => {
    const made = checkout({ 'a.md': COPY, 'node_modules/copydesk/schema/config.schema.json': '{}', 'desk/b.md': COPY })
    await made.run(['init'], RULES)
    expect(line(made)).toBe('# yaml-language-server: $schema=./node_modules/copydesk/schema/config.schema.json')
    const inside = checkout({ 'node_modules/copydesk/schema/config.schema.json': '{}', 'desk/b.md': COPY })
    await inside.run(['init'], { ...RULES, cwd: 'desk' })
    expect(readFileSync(inside.path('desk/copydesk.yml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/node_modules\/copydesk\/schema\/config\.schema\.json\n/,
    )
  })

  test('else in the installation that runs, which is there without a network', async () => {
    const made = checkout({ 'a.md': COPY })
    await made.run(['init'], RULES)
    const [, path] = /^# yaml-language-server: \$schema=(\S+)$/.exec(line(made))!
    expect(existsSync(path!.startsWith('file:') ? new URL(path!) : path!)).toBe(true)
  })
})

describe('kinds of copy', () => {
  test('follow the names of folders, the outermost first', async () => {
    const made = checkout({
      'content/Opinion/a.md': COPY,
      '_letters/b.md': COPY,
      'sport/letters/c.md': COPY,
      'press releases/d.txt': COPY,
      'news/e.md': COPY,
      'opinion.md': COPY,
    })
    expect((await made.run(['init'], RULES)).stdout).toContain(
      'Kinds of copy: letters, opinion, press-release, sport\n',
    )
    configOf(made)
    expect(
      await Promise.all(
        ['content/Opinion/a.md', '_letters/b.md', 'sport/letters/c.md', 'press releases/d.txt'].map((file) =>
          heldFor(made, file),
        ),
      ),
    ).toEqual(['opinion', 'letters', 'sport', 'press-release'].map((kind) => ({ ignored: false, kind })))
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

  test
    .skipIf(process.platform === 'win32')
    .each([
      'a {b,c}',
      'it’s "so"',
      "it's",
      '#one',
      '!two',
      '-dash',
      '*',
      '[x]',
      'a\nkinds: x',
      '\u202Eevil',
      '- x: y',
      'a\\b',
      'two  spaces',
      'é',
    ])('are found in a folder called %j, and no other file becomes one', async (name) => {
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
  expect(readConfig(all, shippedRules)).toMatchObject({
    presets: ['strict'],
    names: [{}, {}],
    kinds: [{ kind: 'opinion' }],
    ignore: ['drafts/'],
  })
})

describe('--baseline', () => {
  test('writes down what is there, so that only what is new is told', async () => {
    const made = checkout({ 'a.md': BAD, 'README.md': BAD })
    const { code, stdout, stderr } = await made.run(['init', '--baseline'], RULES)
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'copydesk: copydesk-baseline.json: holds 1 finding of 1 file now\n',
    })
    expect(stdout).toContain(
      '\nNext:\n  git add copydesk.yml copydesk-baseline.json                # so that all have the same\n  npx --no -- copydesk --baseline copydesk-baseline.json .   # tell only what is new\n',
    )
    expect(readFileSync(made.path('copydesk-baseline.json'), 'utf8')).not.toContain('README')
    expect(await made.run(['--baseline=copydesk-baseline.json', '--fail-on=info', '.'], RULES)).toMatchObject({
      code: 0,
    })
  })

  test('shows what it found: how much by rule, and the surest finds, one a rule, with their words', async () => {
    const made = checkout({
      'a.md': BAD,
      'b.md': 'They met on on Monday.\n',
      'c.md': 'It closed on Saturday, July 17, 2020, as planned.\n\nThey met on June 31.\n',
      'd.md': `The the end.\n`,
    })
    const { stdout } = await made.run(['init', '--baseline'], RULES)
    expect(stdout).toMatch(
      /\nFound by rule: 3 repeated-word, 1 impossible-date, 1 weekday-mismatch\nThe surest, one a rule:\n/,
    )
    expect(stdout.match(/^ {2}[a-d]\.md:\d+ {2}“.+” {2}[\w-]+$/gm)).toHaveLength(3)
    expect(stdout).toContain('  c.md:3  “June 31”  impossible-date\n      “June 31” never comes')
    expect(stdout.indexOf('The surest')).toBeLessThan(stdout.indexOf('Next:'))
  })

  test('says so where there is nothing to mend', async () => {
    expect((await checkout({ 'a.md': COPY }).run(['init', '--baseline'], RULES)).stdout).toContain(
      '\nFound nothing to mend\n',
    )
  })

  test('may have another name, and is empty where there is no copy', async () => {
    const made = checkout()
    const { code, stdout } = await made.run(['init', '--baseline=known it.json'], RULES)
    expect({ code, lines: stdout.split('\n').slice(0, 1) }).toEqual({ code: 0, lines: ['Found no copy yet'] })
    expect(stdout).toContain("--baseline 'known it.json' .")
    expect(
      await made.run(['--baseline=known it.json', '--fail-on=info', '-'], { ...RULES, stdin: COPY }),
    ).toMatchObject({ code: 0 })
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
    [
      'a baseline',
      { 'copydesk-baseline.json': '{}' },
      'copydesk-baseline.json: is there already; --update-baseline brings it up to date',
    ],
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
    expect(await made.run(['init'], { ...RULES, cwd: 'desk' })).toEqual({
      code: 2,
      stdout: '',
      stderr: `copydesk: ${made.path('copydesk.yml')}: holds here already; nothing was written\n`,
    })
    expect(existsSync(made.path('desk/copydesk.yml'))).toBe(false)
  })

  test.skipIf(process.platform === 'win32')('and nothing is begun where the folder is gone', async () => {
    const made = checkout()
    expect(await made.run(['init'], { ...RULES, cwd: 'gone' })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: copydesk.yml: can not be written: its folder does not exist\n',
    })
  })

  test('through a link', async () => {
    const made = checkout({ 'a.md': COPY })
    made.link('copydesk.yml', 'elsewhere.yml')
    expect(await made.run(['init'], RULES)).toMatchObject({
      code: 2,
      stderr: 'copydesk: copydesk.yml: is there already; it was left as it is\n',
    })
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
