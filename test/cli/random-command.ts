/** Random command lines, and random folders to run them in: much of both is broken. */
import fc, { type Arbitrary } from 'fast-check'
import { COPY_KINDS } from '../../src/copy/index.ts'
import rules from '../../rules/index.ts'
import { FORMATS } from '../../src/copy/formats/format.ts'
import { REPORT_FORMATS } from '../../src/cli/arguments/arguments.ts'
import { FORMAT_CASES } from '../readers/sources.ts'

/** One run of the command: its arguments, what stands in its folder, and what it hears. */
export interface RandomRun {
  readonly argv: readonly string[]
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly stdin: string | Uint8Array
}

const DRAFT =
  'Council puts off the vote\n\nThe council put off the the vote on Saturday, July 17, 2020. It told Norvik to sue Norvik. You may also like\n'
const COPY = [
  'a.txt',
  'b.md',
  'post.mdx',
  'page.html',
  'wire.ninjs',
  'feed.xml',
  'data.json',
  'sub/c.md',
  'sub/deep/d.txt',
  '-x.txt',
  'ü n.txt',
  'story.docx',
  'a (1).txt',
]
const CONFIGS = ['copydesk.yml', 'copydesk.json', 'sub/copydesk.yml', 'package.json']
const SIDE = [
  'names.yml',
  'known.json',
  'a.txt.copydesk.yml',
  'b.md.copydesk.yml',
  '.copydesk-cache.json',
  '.copydeskignore',
  '.gitignore',
]
const ids = rules.map(({ id }) => id)
const levels = ['off', 'on', 'error', 'warning', 'info']

const bytes = fc.uint8Array({ maxLength: 60 })
const copy: Arbitrary<string | Uint8Array> = fc.oneof(
  { arbitrary: fc.constant(DRAFT), weight: 8 },
  fc.constant(DRAFT.replaceAll('\n', '\r\n')),
  fc.constant(`---\ntitle: ${DRAFT.slice(0, 25)}\n---\n${DRAFT}`),
  ...FORMAT_CASES.map(({ sources }) => sources),
  bytes,
  fc.json(),
  fc.constantFrom('', '\uFEFF', '\0', '---\n---\n', '<', '{', '['),
)

/** Anything that a file of data may hold where something else is wanted. */
const anyValue = fc.oneof(
  { maxDepth: 3 },
  fc.constantFrom<unknown>(null, true, 7, 'x', '', [], {}, ['x', 3], { name: 'Norvik' }),
  fc.constantFrom(...ids, ...levels, ...COPY_KINDS),
  fc.jsonValue({ maxDepth: 2 }),
)
const ruleSettings = fc.dictionary(
  fc.constantFrom(...ids, 'no-such-rule', '__proto__'),
  fc.oneof(
    fc.constantFrom<unknown>(...levels, 'loud', 7, null),
    fc.tuple(
      fc.constantFrom(...levels),
      fc.dictionary(fc.constantFrom('packs', 'allow', 'groups', 'x'), anyValue, { maxKeys: 2 }),
    ),
  ),
  { maxKeys: 3 },
)
const namesList = fc.array(
  fc.oneof(
    fc.constantFrom<unknown>('Norvik', { name: 'Norvik', aliases: ['Norvik AS'], forbidden: ['Norvick'] }),
    anyValue,
  ),
  { maxLength: 3 },
)
const config = fc
  .record(
    {
      extends: fc.oneof(
        fc.constantFrom<unknown>('strict', ['strict'], 'base.yml', './copydesk.yml', ['sub/copydesk.yml']),
        anyValue,
      ),
      rules: fc.oneof(ruleSettings, anyValue),
      overrides: fc.oneof(
        fc.array(
          fc.record(
            { files: fc.constantFrom<unknown>('*.md', ['**/*.txt'], '[', '{a,', 7), rules: ruleSettings },
            { requiredKeys: [] },
          ),
          { maxLength: 2 },
        ),
        anyValue,
      ),
      names: fc.oneof(fc.constantFrom<unknown>('names.yml', 'gone.yml', '.'), namesList, anyValue),
      kinds: fc.oneof(
        fc.dictionary(fc.constantFrom(...COPY_KINDS, 'x'), fc.constantFrom<unknown>('*.md', ['sub/'], 3)),
        anyValue,
      ),
      ignore: fc.oneof(fc.constantFrom<unknown>(['sub/'], ['**'], ['!a.txt', '[z-a]']), anyValue),
      ignroe: anyValue,
    },
    { requiredKeys: [] },
  )
  .map((data) => JSON.stringify(data))
const yaml = fc
  .array(
    fc.constantFrom(
      'extends: ',
      'rules:',
      'names: ',
      'ignore:',
      'overrides:',
      ...ids.slice(0, 3),
      ': ',
      ':',
      '\n',
      '\n  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      'strict',
      'off',
      '"',
      "'",
      '# x',
      '|',
      '>',
      '&a ',
      '*a',
      '<<: ',
      '!!binary ',
      '%YAML 9\n',
      '---\n',
      '...\n',
      '\t',
      '~',
      '0x1F',
      '2020-01-01',
      '.nan',
      '\uFEFF',
      '\0',
      'é',
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))
const known = fc
  .oneof(
    fc.record(
      {
        version: fc.constantFrom<unknown>(1, 2, '1'),
        files: fc.oneof(
          fc.dictionary(
            fc.constantFrom(...COPY),
            fc.oneof(
              fc.dictionary(
                fc.constantFrom('0123456789abcdef', 'x', ''),
                fc.constantFrom<unknown>({ rule: 'repeated-word' }, {}, 3),
              ),
              anyValue,
            ),
          ),
          anyValue,
        ),
      },
      { requiredKeys: [] },
    ),
    fc.record({
      ignore: fc.oneof(
        fc.array(
          fc.record(
            {
              rule: fc.constantFrom<unknown>(...ids, 'x', 3),
              quote: anyValue,
              fingerprint: anyValue,
              reason: anyValue,
            },
            { requiredKeys: [] },
          ),
        ),
        anyValue,
      ),
    }),
  )
  .map((data) => JSON.stringify(data))
const data: Arbitrary<string | Uint8Array> = fc.oneof(
  { arbitrary: config, weight: 3 },
  yaml,
  known,
  fc.json(),
  namesList.map((list) => JSON.stringify(list)),
  bytes,
  fc.constantFrom('', '{}', 'null', '[]'),
)
const patterns = fc
  .array(fc.constantFrom('*.md', '!a.txt', 'sub/', '**', '[', '[z-a]', '{a,b}', '\\', '#x', ' ', '/', '!(x)'), {
    maxLength: 4,
  })
  .map((lines) => lines.join('\n'))

const fileOf = (
  names: readonly string[],
  content: Arbitrary<string | Uint8Array>,
): Arbitrary<readonly [string, string | Uint8Array]> => fc.tuple(fc.constantFrom(...names), content)
const seldom = <Item>(one: Arbitrary<Item>): Arbitrary<readonly Item[]> =>
  fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, fc.tuple(one))
const files = fc
  .tuple(
    fc.tuple(fileOf(['a.txt'], copy)),
    fc.array(fileOf(COPY, copy), { maxLength: 4 }),
    seldom(fileOf(CONFIGS, data)),
    seldom(fc.oneof(fileOf(SIDE, data), fileOf(['.copydeskignore', '.gitignore'], patterns))),
  )
  .map((parts) => Object.fromEntries(parts.flat()))

// Nothing that leads out of the folder: a search of the whole disk would take its time.
const scrap = fc.string({ maxLength: 8, unit: 'binary' }).filter((text) => !/[/\\~]|\.\.|^init$|^stream$/.test(text))
const input = fc.oneof(
  { arbitrary: fc.constantFrom('a.txt', '.'), weight: 12 },
  { arbitrary: fc.constantFrom(...COPY), weight: 3 },
  fc.constantFrom(
    '.',
    'sub',
    '-',
    '**/*',
    '*.{md,txt}',
    '[',
    '{a,b',
    '!a.txt',
    '(a|b).txt',
    'gone.txt',
    '*.pdf',
    'sub/',
    './a.txt',
    'a.txt/',
    'copydesk.yml',
    '',
  ),
  scrap,
)
const valued = (name: string, values: readonly string[]): Arbitrary<readonly string[]> =>
  fc
    .tuple(fc.oneof({ arbitrary: fc.constantFrom(...values), weight: 12 }, scrap), fc.boolean())
    .map(([value, inline]) => (inline ? [`--${name}=${value}`] : [`--${name}`, value]))
const flag = fc.constantFrom(
  '--stdin',
  '--quiet',
  '--all',
  '--no-config',
  '--list-rules',
  '--fix',
  '--fix-unsafe',
  '--fix-dry-run',
  '--staged',
  '--update-baseline',
  '--cache',
  '--no-color',
  '--help',
  '--version',
  '--',
  '--statistics',
  '-h',
  '-vq',
  '--fxi',
)
const option: Arbitrary<readonly string[]> = fc.oneof(
  { arbitrary: flag.map((name) => [name]), weight: 4 },
  { arbitrary: valued('format', REPORT_FORMATS), weight: 3 },
  valued('stdin-filename', COPY),
  valued('input', FORMATS),
  valued('output', ['out.txt', 'sub/out.html', 'sub', 'gone/out.txt', '-', 'a.txt']),
  valued('fail-on', ['error', 'warning', 'info', 'never']),
  valued('max-warnings', ['0', '3', '-1', '1e9', '999999999999']),
  valued('rule', [...ids, ...ids.map((id) => `${id}=info`), '=', 'x=y']),
  valued('config', [...CONFIGS, 'gone.yml', 'sub', 'a.txt']),
  valued('print-config', [...COPY, 'gone.txt', '.']),
  valued('explain', [...ids, 'x']),
  valued('baseline', ['known.json', 'gone.json', 'sub', 'new.json']),
  valued('since', ['HEAD', 'main', 'HEAD~9', '--all', 'gone']),
  valued('cache-location', ['.copydesk-cache.json', 'sub', 'gone/cache.json', 'a.txt']),
  valued('color', ['auto', 'always', 'never']),
  valued('workers', ['1', '0', '2', '99']),
)
const check = fc
  .tuple(fc.array(option, { maxLength: 3 }), fc.array(input, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([options, inputs, inputsFirst]) =>
    inputsFirst ? [...inputs, ...options.flat()] : [...options.flat(), ...inputs],
  )
const streamed = fc.array(option, { maxLength: 2 }).map((options) => ['stream', ...options.flat()])
const begun = fc
  .array(fc.oneof(fc.constantFrom('--baseline', '--baseline=known.json', '--help', '--force', 'x'), scrap), {
    maxLength: 2,
  })
  .map((argv) => ['init', ...argv])

const row = fc.oneof(
  fc
    .record(
      {
        id: anyValue,
        headline: fc.oneof(fc.constant('Council puts off the the vote'), anyValue),
        body: fc.oneof(fc.constant(DRAFT), anyValue),
        date: fc.constantFrom<unknown>('2020-07-17', '2020-02-31', 7),
        path: anyValue,
        format: fc.constantFrom<unknown>(...FORMATS, 'docx'),
        kind: fc.constantFrom<unknown>(...COPY_KINDS, 'x'),
      },
      { requiredKeys: [] },
    )
    .map((data) => JSON.stringify(data)),
  fc.json(),
  fc.constantFrom('', '{', '[]', 'null', '\uFEFF{}', '\0'),
)
const stdin: Arbitrary<string | Uint8Array> = fc.oneof(
  copy,
  fc.array(row, { maxLength: 3 }).map((rows) => rows.join('\n')),
)

/** Runs of the command. */
export const randomRuns: Arbitrary<RandomRun> = fc.record({
  argv: fc.oneof({ arbitrary: check, weight: 10 }, streamed, begun),
  files,
  stdin,
})
