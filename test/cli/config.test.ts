/** Tests which config holds for a file, how configs are joined, and what is said of one that can't be followed. */
import { mkdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkout, type Checkout } from './checkout.ts'

const COPY = 'A widget is LOUD, very loud, perhaps, maybe.\n'
const DEFAULTS = ['error stray-widget', 'warning loud-word', 'info mild-word']

/** “severity rule” of each finding of one file. */
async function found({ run }: Checkout, argv: readonly string[], cwd = ''): Promise<readonly string[]> {
  const { stdout, stderr } = await run([...argv, '--format=compact'], { cwd })
  if (stderr !== '') throw new Error(stderr)
  return [...stdout.matchAll(/: (\w+ [\w-]+): /g)].map(([, rule]) => rule!)
}

describe('the config of a file', () => {
  test('is the nearest one upward from the file, not from the working folder', async () => {
    const made = checkout({
      'copydesk.yml': 'rules: {stray-widget: off, loud-word: off, mild-word: off}\n',
      'a.txt': COPY,
      'sub/copydesk.json': '{"rules": {"stray-widget": "info"}}',
      'sub/deep/b.txt': COPY,
      'cwd/copydesk.yaml': 'rules: {trial-word: on}\n',
    })
    expect(await found(made, ['../a.txt'], 'cwd')).toEqual([])
    expect(await found(made, ['../sub/deep/b.txt'], 'cwd')).toEqual([
      'info stray-widget',
      'warning loud-word',
      'info mild-word',
    ])
  })

  test('may stand in a package.json; a package.json that says nothing to Copydesk is passed by', async () => {
    const made = checkout({
      'package.json': JSON.stringify({ name: 'site', copydesk: { rules: { 'mild-word': 'off' } } }),
      'a.txt': COPY,
      'pkg/package.json': '{"name": "copydesk"}',
      'pkg/b.txt': COPY,
      'broken/package.json': '{"copydesk"',
      'broken/c.txt': COPY,
    })
    for (const file of ['a.txt', 'pkg/b.txt', 'broken/c.txt'])
      expect(await found(made, [file])).toEqual(['error stray-widget', 'warning loud-word'])
  })

  test('is never looked for above the root of the repository', async () => {
    const made = checkout({
      'copydesk.yml': 'rules: {stray-widget: off}\n',
      'repo/a/b.txt': COPY,
      'repo/.git': 'gitdir: elsewhere\n',
    })
    expect(await found(made, ['repo/a/b.txt'])).toEqual(DEFAULTS)
  })

  test('is looked for up to the top where there is no repository', async () => {
    const made = checkout({ 'copydesk.yml': 'rules: {stray-widget: off}\n', 'a/b/c.txt': COPY }, { repository: false })
    expect(await found(made, ['a/b/c.txt'])).toEqual(DEFAULTS.slice(1))
  })

  test('may be named, for all files, or be none', async () => {
    const made = checkout({
      'copydesk.yml': 'rules: {stray-widget: off}\n',
      'a.txt': COPY,
      'sub/b.txt': COPY,
      'sub/copydesk.yml': 'rules: {loud-word: off}\n',
      'ci/house.yml': 'rules: {mild-word: off}\noverrides: [{files: /sub, rules: {stray-widget: warning}}]\n',
    })
    expect(await found(made, ['--config', 'ci/house.yml', 'a.txt', 'sub/b.txt'])).toEqual([
      'error stray-widget',
      'warning loud-word',
      'warning stray-widget',
      'warning loud-word',
    ])
    expect(await found(made, ['--no-config', 'sub/b.txt'])).toEqual(DEFAULTS)
  })

  test('says what kind of copy some files are: the last pattern of the nearest config counts', async () => {
    const { run } = checkout({
      'copydesk.yml': 'extends: base.yml\nkinds:\n  opinion: [comment/**, columns/**]\n  letters: comment/letters/**\n',
      'base.yml': 'kinds:\n  sport: ["{comment,games}/**"]\n',
    })
    const kindOf = async (file: string): Promise<unknown> =>
      (JSON.parse((await run(['--print-config', file])).stdout) as { kind?: unknown }).kind
    expect(await kindOf('comment/a.txt')).toBe('opinion')
    expect(await kindOf('comment/letters/a.txt')).toBe('letters')
    expect(await kindOf('games/a.txt')).toBe('sport')
    expect(await kindOf('a.txt')).toBeUndefined()
  })

  test('may be empty', async () => {
    const made = checkout({
      'copydesk.yml': '# nothing yet\n',
      'a.txt': COPY,
      'b/copydesk.json': '{"$schema": "x"}',
      'b/b.txt': COPY,
    })
    expect(await found(made, ['a.txt'])).toEqual(DEFAULTS)
    expect(await found(made, ['b/b.txt'])).toEqual(DEFAULTS)
  })

  test('may be written in UTF-16 or with a byte order mark', async () => {
    const made = checkout({
      'copydesk.yml': Buffer.from('\uFEFFrules: {stray-widget: off}\n', 'utf16le'),
      'a.txt': COPY,
    })
    expect(await found(made, ['a.txt'])).toEqual(DEFAULTS.slice(1))
    made.write('copydesk.yml', '\uFEFFrules: {loud-word: off}\n')
    expect(await found(made, ['a.txt'])).toEqual(['error stray-widget', 'info mild-word'])
  })
})

describe('configs are joined', () => {
  test('presets and files first, then what builds on them; a level alone keeps the options', async () => {
    const made = checkout({
      'copydesk.yml': 'extends: [strict, desk/base.yml, ./desk/more.json]\nrules:\n  stray-widget: warning\n',
      'a.txt': `${COPY}A gizmo.\n`,
      'desk/base.yml': 'rules:\n  stray-widget: [error, {words: [gizmo]}]\n  loud-word: off\n  mild-word: off\n',
      'desk/more.json': '{"rules": {"mild-word": "on"}}',
    })
    expect(await found(made, ['a.txt'])).toEqual(['info mild-word', 'warning strict-word', 'warning stray-widget'])
  })

  test('a base that two configs share holds under both', async () => {
    const made = checkout({
      'copydesk.yml': 'extends: [a.yml, b.yml]\n',
      'a.yml': 'extends: base.yml\nrules: {loud-word: off}\n',
      'b.yml': 'extends: base.yml\n',
      'base.yml': 'rules: {loud-word: info}\n',
      'x.txt': COPY,
    })
    expect(await found(made, ['x.txt'])).toEqual(['error stray-widget', 'info mild-word'])
  })

  test('overrides hold for the files that their patterns mean, from their config’s folder', async () => {
    const made = checkout({
      'copydesk.yml': [
        'overrides:',
        '  - files: "*.md"',
        '    rules: {loud-word: off}',
        '  - files: [opinion/, "sport/*.{txt,story}", "!opinion/news.txt"]',
        '    rules: {stray-widget: off}',
        '  - files: ./sport/b.txt',
        '    rules: {mild-word: off}',
        '',
      ].join('\n'),
      'a.txt': COPY,
      'opinion/deep/a.txt': COPY,
      'sport/a.txt': COPY,
      'sport/b.txt': COPY,
      'sport/deep/a.txt': COPY,
    })
    const [widget, loud, mild] = DEFAULTS
    expect(await found(made, ['a.txt'])).toEqual(DEFAULTS)
    expect(await found(made, ['opinion/deep/a.txt'])).toEqual([loud, mild])
    expect(await found(made, ['sport/a.txt'])).toEqual([loud, mild])
    expect(await found(made, ['../../sport/b.txt'], 'opinion/deep')).toEqual([loud])
    expect(await found(made, ['sport/deep/a.txt'])).toEqual([widget, loud, mild])
    expect(await found(made, ['--stdin', '--stdin-filename=x/y.md'])).toEqual([])
  })

  test('overrides of a base give way to those of what builds on it, and stand over what is said of all files', async () => {
    const made = checkout({
      'copydesk.yml':
        'extends: base.yml\nrules: {stray-widget: info, loud-word: info}\noverrides: [{files: a.txt, rules: {loud-word: off}}]\n',
      'base.yml': 'overrides: [{files: "*.txt", rules: {stray-widget: warning, loud-word: error}}]\n',
      'a.txt': COPY,
      'b.txt': COPY,
    })
    expect(await found(made, ['a.txt'])).toEqual(['warning stray-widget', 'info mild-word'])
    // A ceiling lifts nothing: the rule itself says “warning”.
    expect(await found(made, ['b.txt'])).toEqual(['warning stray-widget', 'warning loud-word', 'info mild-word'])
  })

  test('at-least raises what a rule finds, in a config, an override and with --rule, and gives way to a cap that comes later', async () => {
    const made = checkout({
      'copydesk.yml': [
        'extends: base.yml',
        'rules:',
        '  loud-word: [on, {at-least: error}]',
        'overrides:',
        '  - {files: b.txt, rules: {loud-word: info}}',
        '  - {files: c.txt, rules: {mild-word: [on, {at-least: warning}]}}',
        '',
      ].join('\n'),
      'base.yml': 'rules: {loud-word: warning}\n',
      'a.txt': COPY,
      'b.txt': COPY,
      'c.txt': COPY,
    })
    const [widget, , mild] = DEFAULTS
    expect(await found(made, ['a.txt'])).toEqual([widget, 'error loud-word', mild])
    expect(await found(made, ['b.txt'])).toEqual([widget, 'info loud-word', mild])
    expect(await found(made, ['c.txt'])).toEqual([widget, 'error loud-word', 'warning mild-word'])
    expect(await found(made, ['a.txt', '--rule=loud-word=info'])).toEqual(['info loud-word'])
    expect((await made.run(['--print-config=a.txt'])).stdout).toMatch(/"?loud-word"?.*at-least/s)
  })

  test('ignore leaves files out of searches, not those that are named', async () => {
    const made = checkout({
      'copydesk.yml': 'extends: base.yml\nignore: [drafts/, "*.{bak,old}.txt"]\n',
      'base.yml': 'ignore: [/top.txt]\n',
      'a.txt': COPY,
      'b.old.txt': COPY,
      'drafts/c.txt': COPY,
      'top.txt': COPY,
      'sub/top.txt': COPY,
    })
    const { stdout } = await made.run(['.', '--format=json'])
    expect((JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path)).toEqual([
      'a.txt',
      'sub/top.txt',
    ])
    expect(await found(made, ['drafts/c.txt'])).toEqual(DEFAULTS)
  })
})

describe('a config that can’t be followed', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    [
      'an unknown key',
      { 'copydesk.yml': 'extends: strict\nrule: {}\n' },
      'copydesk.yml: line 2: a config has no key “rule”; did you mean “rules”?',
    ],
    [
      'an unknown rule',
      { 'copydesk.yml': 'rules:\n  loud-word: off\n  stray-wigdet: off\n' },
      'copydesk.yml: line 3: there is no rule “stray-wigdet”; did you mean “stray-widget”?',
    ],
    [
      'an unknown level',
      { 'copydesk.yml': 'rules:\n\n  loud-word: wraning\n' },
      'copydesk.yml: line 3: rule “loud-word”: “wraning” is none of off, on, error, warning, info; did you mean “warning”?',
    ],
    [
      'a level that is no text',
      { 'copydesk.yml': 'rules:\n  loud-word: false\n' },
      'copydesk.yml: line 2: rule “loud-word” takes one of off, on, error, warning, info, or a list of a level and options',
    ],
    [
      'an unknown option',
      { 'copydesk.yml': 'rules:\n  stray-widget:\n    - error\n    - word: [x]\n' },
      'copydesk.yml: line 4: rule “stray-widget” has no option “word”; did you mean “words”?',
    ],
    [
      'an option of the wrong type',
      { 'copydesk.yml': 'rules:\n  stray-widget: [on, {most: 0}]\n' },
      'copydesk.yml: line 2: rule “stray-widget”, option “most”: it takes a whole number from 1',
    ],
    [
      'an unknown preset',
      { 'copydesk.yml': 'extends:\n  - default\n  - strct\n' },
      'copydesk.yml: line 3: there is no preset “strct”; did you mean “strict”?',
    ],
    [
      'an unknown key of an override',
      { 'copydesk.yml': 'overrides:\n  - file: a\n    rules: {}\n' },
      'copydesk.yml: line 2: an override has no key “file”; did you mean “files”?',
    ],
    [
      'an unknown rule of an override',
      { 'copydesk.yml': 'overrides:\n  - files: a\n    rules:\n      loud: off\n' },
      'copydesk.yml: line 4: there is no rule “loud”; known are stray-widget, loud-word, mild-word, strict-word, trial-word',
    ],
    [
      'an override for no file',
      { 'copydesk.yml': 'overrides:\n  - rules: {}\n' },
      'copydesk.yml: line 2: an override needs “files”: the patterns of the files that it is for',
    ],
    [
      'a pattern that is no text',
      { 'copydesk.yml': 'ignore:\n  - a\n  - 7\n' },
      'copydesk.yml: line 3: “ignore” is a list of patterns; put quotation marks around each',
    ],
    [
      'a list instead of keys',
      { 'copydesk.yml': '- a\n' },
      'copydesk.yml: line 1: a config is made of keys with values',
    ],
    [
      'JSON, by its own lines',
      { 'copydesk.json': '{\n  "rules": {\n    "loud-word": ["off", {}],\n    "\\u0073tray-wigdet": "off"\n  }\n}' },
      'copydesk.json: line 4: there is no rule “stray-wigdet”; did you mean “stray-widget”?',
    ],
    [
      'a package.json, by its own lines',
      { 'package.json': '{\n  "name": "x",\n  "copydesk": {\n    "rulez": {}\n  }\n}' },
      'package.json: line 4: a config has no key “rulez”; did you mean “rules”?',
    ],
    ['broken JSON', { 'copydesk.json': '{\n  "rules": {,}\n}' }, 'copydesk.json: line 2: is not valid JSON'],
    [
      'broken YAML',
      { 'copydesk.yml': 'rules:\n  a: [1\n' },
      'copydesk.yml: line 3: is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'a key that is written twice',
      { 'copydesk.yml': 'rules: {}\nrules: {}\n' },
      'copydesk.yml: line 2: is not valid YAML: Map keys must be unique',
    ],
    [
      'a tag',
      { 'copydesk.yml': 'rules: {}\nignore: !!js/function "process.exit()"\n' },
      'copydesk.yml: line 2: is not plain data: Unresolved tag: tag:yaml.org,2002:js/function',
    ],
    [
      'an alias',
      { 'copydesk.yml': 'ignore: &x [a]\nrules: *x\n' },
      'copydesk.yml: line 2: is not plain data: it repeats a part by an alias (“*name”); write it out',
    ],
    [
      'a key that has keys',
      { 'copydesk.yml': 'rules:\n  {{ rule }}: off\n' },
      'copydesk.yml: line 2: is not plain data: a key is itself a list, or has keys',
    ],
    [
      'a list for a key',
      { 'copydesk.yml': '? [a]\n: b\n' },
      'copydesk.yml: line 1: is not plain data: a key is itself a list, or has keys',
    ],
    [
      'a key that reaches for the prototype',
      { 'copydesk.yml': '__proto__: {}\n' },
      'copydesk.yml: line 1: a config has no key “__proto__”; known are $schema, extends, rules, overrides, names, kinds, ignore, known',
    ],
    [
      'a rule that reaches for the prototype',
      { 'copydesk.json': '{"rules": {"__proto__": "off"}}' },
      'copydesk.json: line 1: there is no rule “__proto__”; known are stray-widget, loud-word, mild-word, strict-word, trial-word',
    ],
    [
      'an option that reaches for the prototype',
      { 'copydesk.yml': 'rules: {loud-word: [on, {constructor: 1}]}\n' },
      'copydesk.yml: line 1: rule “loud-word” has no option “constructor”; known are at-least',
    ],
    [
      'a base that is missing',
      { 'copydesk.yml': 'rules: {}\nextends: [strict, base.yml]\n' },
      'copydesk.yml: line 2: “base.yml” does not exist',
    ],
    [
      'a base that is code',
      { 'copydesk.yml': 'extends: ./house.js\n', 'house.js': '' },
      'copydesk.yml: line 1: “./house.js” is no config file: its name must end in .yml, .yaml or .json',
    ],
    [
      'a base outside the repository',
      { 'copydesk.yml': 'extends: ../../etc/base.yml\n' },
      'copydesk.yml: line 1: “../../etc/base.yml” lies outside the repository',
    ],
    [
      'a base with a mistake of its own',
      { 'copydesk.yml': 'extends: desk/base.yml\n', 'desk/base.yml': '\nrulez: {}\n' },
      'desk/base.yml: line 2: a config has no key “rulez”; did you mean “rules”?',
    ],
    [
      'one that builds on itself',
      { 'copydesk.yml': 'extends: copydesk.yml\n' },
      'copydesk.yml: line 1: builds on itself: copydesk.yml → copydesk.yml',
    ],
    [
      'a circle',
      { 'copydesk.yml': 'extends: b.yml\n', 'b.yml': '\nextends: [default, copydesk.yml]\n' },
      'b.yml: line 2: builds on itself: copydesk.yml → b.yml → copydesk.yml',
    ],
    [
      'two in one folder',
      { 'copydesk.yml': '', 'copydesk.json': '{}' },
      'copydesk.yml: stands beside copydesk.json; keep one of the two',
    ],
    [
      'names that are no list',
      { 'copydesk.yml': 'names: {Xiaomi: x}\n' },
      'copydesk.yml: line 1: names are a list of names, or the path of a file that holds one',
    ],
    [
      'an unknown key of a name',
      { 'copydesk.yml': 'names:\n  - Xiaomi\n  - name: Huawei\n    alias: [HW]\n' },
      'copydesk.yml: line 4: a name has no key “alias”; did you mean “aliases”?',
    ],
    [
      'a kind of name that there isn’t',
      { 'copydesk.yml': 'names:\n  - name: Norvik\n    kind: firm\n' },
      'copydesk.yml: line 3: there is no kind of name “firm”; known are person, organisation, place, product, work',
    ],
    [
      'a form that is forbidden and allowed',
      { 'copydesk.yml': 'names:\n  - name: Norvik\n    aliases: [Norwik]\n    forbidden: [Norvic, Norwik]\n' },
      'copydesk.yml: line 4: “Norwik” is forbidden and allowed at once',
    ],
    [
      'a kind of copy that there isn’t',
      { 'copydesk.yml': 'kinds:\n  news: a/**\n  opinoin: b/**\n' },
      'copydesk.yml: line 3: there is no kind of copy “opinoin”; did you mean “opinion”?',
    ],
    [
      'a names file with a mistake',
      { 'copydesk.yml': 'names: names.yml\n', 'names.yml': '- Xiaomi\n- aliases: [x]\n' },
      'names.yml: line 2: a name needs its “name”, in quotation marks where it looks like a number',
    ],
    [
      'a names file that is missing',
      { 'copydesk.yml': 'names: desk-names.yml\n' },
      'copydesk.yml: line 1: “desk-names.yml” does not exist',
    ],
  ]
  test.each(cases)('is one line: %s', async (_, files, message) => {
    const { run } = checkout({ ...files, 'a.txt': COPY })
    expect(await run(['a.txt'])).toEqual({ code: 2, stdout: '', stderr: `copydesk: ${message}\n` })
  })

  test('is named once, with exit code 2, and the files of other configs are checked', async () => {
    const { run } = checkout({
      'bad/copydesk.yml': 'rulez: {}\n',
      'bad/a.txt': COPY,
      'bad/b.txt': COPY,
      'good/c.txt': COPY,
    })
    const { code, stdout, stderr } = await run(['.', '--format=json'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'copydesk: bad/copydesk.yml: line 1: a config has no key “rulez”; did you mean “rules”?\n',
    })
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ path: 'good/c.txt' }],
      failures: [{ path: 'bad/copydesk.yml', message: 'line 1: a config has no key “rulez”; did you mean “rules”?' }],
    })
  })

  test('is named once, too, where one folder holds two', async () => {
    const { run } = checkout({
      'copydesk.yml': '',
      'package.json': '{"copydesk": {}}',
      'a.txt': COPY,
      'sub/b.txt': COPY,
      'c.txt': COPY,
    })
    expect(await run(['.'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: copydesk.yml: stands beside package.json; keep one of the two\n',
    })
  })

  test('is one that --config names and that isn’t there', async () => {
    const { run } = checkout({ 'a.txt': COPY })
    expect(await run(['--config=house.yml', 'a.txt'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: house.yml: does not exist\n',
    })
  })

  test('is a link, or a base behind a link, that leaves the repository', async () => {
    const outside = checkout({ 'base.yml': 'root: x\n' })
    const made = checkout({ 'a.txt': COPY })
    made.link('copydesk.yml', outside.path('base.yml'))
    expect((await made.run(['a.txt'])).stderr).toBe('copydesk: copydesk.yml: lies outside the repository\n')
    const other = checkout({ 'a.txt': COPY, 'copydesk.yml': 'extends: desk/base.yml\n' })
    other.link('desk', outside.root)
    expect((await other.run(['a.txt'])).stderr).toBe(
      'copydesk: copydesk.yml: line 1: “desk/base.yml” lies outside the repository\n',
    )
  })

  test('is one that is nested without end, or too big', async () => {
    const { run, write } = checkout({ 'a.txt': COPY })
    write('copydesk.yml', `ignore: ${'['.repeat(20_000)}`)
    expect((await run(['a.txt'])).stderr).toMatch(
      /^copydesk: copydesk\.yml: (?:is nested too deeply|line \d+: is not valid YAML: .*)\n$/,
    )
    write('copydesk.yml', `# ${'x'.repeat(5_000_001)}`)
    expect((await run(['a.txt'])).stderr).toBe('copydesk: copydesk.yml: is too big (over 5 MB)\n')
  })

  test('that takes an alias bomb to be data is refused at once', async () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghijklmnopqrstuvwxyz'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [*${'abcdefghijklmnopqrstuvwxyz'[index]}, *${'abcdefghijklmnopqrstuvwxyz'[index]}]`,
        ),
    ].join('\n')
    const { run } = checkout({ 'a.txt': COPY, 'copydesk.yml': bomb })
    expect((await run(['a.txt'])).stderr).toMatch(/^copydesk: copydesk\.yml: line 2: is not plain data/)
  })
})

describe('--print-config', () => {
  test('shows what holds for a file and where each part comes from', async () => {
    const made = checkout({
      'copydesk.yml':
        'extends: [desk/base.yml, strict]\nrules:\n  loud-word: off\noverrides:\n  - files: "*.md"\n    rules:\n      mild-word: [info, {}]\nnames: [Xiaomi]\nignore: [old/]\n',
      'desk/base.yml': 'rules: {stray-widget: [warning, {words: [gizmo]}]}\nnames: ../names.yml\n',
      'names.yml': '- name: U.S.\n  aliases: [US]\n',
    })
    const { code, stdout } = await made.run([
      '--print-config',
      'old/post.md',
      '--rule=stray-widget',
      '--rule=mild-word',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(stdout.replace(made.root, '<root>'))).toMatchInlineSnapshot(`
      {
        "configs": [
          "desk/base.yml",
          "copydesk.yml",
        ],
        "file": "old/post.md",
        "ignored": true,
        "names": [
          {
            "aliases": [
              "US",
            ],
            "name": "U.S.",
          },
          {
            "name": "Xiaomi",
          },
        ],
        "presets": [
          "default",
          "strict",
        ],
        "rules": {
          "loud-word": {
            "from": "copydesk.yml:3",
            "level": "off",
            "options": {},
          },
          "mild-word": {
            "from": "copydesk.yml:7",
            "level": "info",
            "options": {},
          },
          "stray-widget": {
            "from": "desk/base.yml:1",
            "level": "warning",
            "options": {
              "most": 1000,
              "words": [
                "gizmo",
              ],
            },
          },
          "strict-word": {
            "from": "--rule",
            "level": "off",
            "options": {},
          },
          "trial-word": {
            "from": "--rule",
            "level": "off",
            "options": {},
          },
        },
        "searchedUpTo": "<root>",
      }
    `)
  })

  test('says so where the file lies in no repository, and needs no file to be there', async () => {
    const made = checkout({}, { repository: false })
    mkdirSync(made.path('x'))
    const shown = JSON.parse((await made.run(['--print-config', 'x/none.txt'])).stdout) as Record<string, unknown>
    expect(shown).toMatchObject({
      configs: [],
      searchedUpTo: 'the root of the file system, since the file lies in no repository',
      presets: ['default'],
      rules: {
        'stray-widget': { level: 'on', options: { words: ['widget'], most: 1000 }, from: 'preset default' },
        'strict-word': { level: 'off', options: {}, from: 'off: in preset strict' },
        'trial-word': { level: 'off', options: {}, from: 'trial: off until a config asks for it' },
      },
    })
  })

  test('tells of no search where a config is named or none is taken', async () => {
    const { run } = checkout({ 'house.yml': 'rules: {loud-word: off}\n', 'copydesk.yml': 'rulez: {}\n' })
    const shown = async (...argv: string[]): Promise<unknown> =>
      JSON.parse((await run(['--print-config', 'a.txt', ...argv])).stdout)
    const named = await shown('--config=house.yml')
    expect(named).toMatchObject({
      configs: ['house.yml'],
      rules: { 'loud-word': { level: 'off', from: 'house.yml:1' } },
    })
    expect(named).not.toHaveProperty('searchedUpTo')
    const none = await shown('--no-config')
    expect(none).toMatchObject({ configs: [], rules: { 'loud-word': { level: 'on', from: 'preset default' } } })
    expect(none).not.toHaveProperty('searchedUpTo')
  })

  test('says in one line what is wrong with a config', async () => {
    const { run } = checkout({ 'copydesk.yml': 'rulez: {}\n' })
    expect(await run(['--print-config', 'a.txt'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: copydesk.yml: line 1: a config has no key “rulez”; did you mean “rules”?\n',
    })
  })
})
