/**
 * Every regular expression of ours is analysed for catastrophic backtracking, and what is not linear is attacked in
 * whole stories.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { check as analyse } from 'recheck'
import { beforeAll, describe, expect, test } from 'vitest'
import { duration } from './duration.ts'
import { POLYNOMIAL, type PolynomialExpression } from './polynomial-expressions.ts'
import { allLiterals, builtDuring, literalsIn, SOURCE_FILES, unique, type Expression } from './regular-expressions.ts'
import { ROOT } from './rule-folders.ts'
import { IS_LONG } from './runs.ts'
import type { Format } from '../src/copy/index.ts'

/** What the analysis says, as far as it is asked. */
interface Verdict {
  readonly status: 'safe' | 'vulnerable' | 'unknown'
  readonly complexity?: string
  readonly attack?: {
    readonly pumps: readonly { readonly prefix: string; readonly pump: string }[]
    readonly suffix: string
  }
}

// Ten times what the slowest takes, so that a verdict never hangs on how busy the machine is; what is not decided then
// is attacked with its own words.
const PATIENCE = 20_000
// Verdicts are the same for the same expression, so that only new ones take time. The folder is nobody's to keep; the
// names of those that a long run has found linear are kept for everybody, and only a long run analyses these again.
const LINEAR_FILE = join(ROOT, 'test/fixtures/linear-expressions.txt')
const CACHE = join(ROOT, 'node_modules/.cache/copydesk')
const CACHE_FILE = join(CACHE, 'regular-expressions.json')
const VERSION = (
  JSON.parse(readFileSync(join(ROOT, 'node_modules/recheck/package.json'), 'utf8')) as { version: string }
).version

// They start to work as they load, and build nothing of their own.
const ENTRIES: ReadonlySet<string> = new Set([
  'src/bin/copydesk.ts',
  'src/browser/worker.ts',
  'src/cli/workers/check-worker.ts',
  'src/server/thread/check-thread.ts',
])

const nameOf = ({ file, source, flags }: Expression): string =>
  `${file}: /${source.slice(0, 70)}${source.length > 70 ? '…' : ''}/${flags}`
const keyOf = ({ source, flags }: Expression): string =>
  createHash('sha256').update(`${VERSION} /${source}/${flags}`).digest('hex').slice(0, 32)
const listed = ({ file, source }: Expression): PolynomialExpression | undefined =>
  POLYNOMIAL.filter((one) => one.file === file && source.startsWith(one.start)).toSorted(
    (one, other) => other.start.length - one.start.length,
  )[0]

let expressions: readonly Expression[] = []
const verdicts = new Map<Expression, Verdict>()
const withStatus = (status: Verdict['status']): readonly Expression[] =>
  expressions.filter((one) => verdicts.get(one)?.status === status)

beforeAll(async () => {
  const built = await builtDuring(async () => {
    for (const file of SOURCE_FILES) if (!ENTRIES.has(file)) await import(join(ROOT, file))
    const { check } = await import('../src/check.ts')
    for (const name of readdirSync(join(ROOT, 'samples')))
      check(readFileSync(join(ROOT, 'samples', name), 'utf8'), { path: name.replace(/\.desk$/, '.txt') })
  })
  expressions = unique([...allLiterals(), ...built])
  await analyseAll()
}, 3_600_000)

/** What is known of expressions without analysing them: in a long run nothing. */
function knownVerdicts(): Map<string, Verdict> {
  if (IS_LONG) return new Map()
  const linear = readFileSync(LINEAR_FILE, 'utf8').trimEnd().split('\n')
  return new Map<string, Verdict>([
    ...linear.map((key) => [key, { status: 'safe' }] as const),
    ...(existsSync(CACHE_FILE)
      ? Object.entries(JSON.parse(readFileSync(CACHE_FILE, 'utf8')) as Record<string, Verdict>)
      : []),
  ])
}

async function analyseAll(): Promise<void> {
  const cached = knownVerdicts()
  const waiting = expressions.filter((one) => !cached.has(keyOf(one)) && !listed(one)?.attack)
  const work = async (): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const { status, complexity, attack } = (await analyse(one.source, one.flags, {
        timeout: PATIENCE,
      })) as Verdict & { complexity?: { summary: string } }
      cached.set(keyOf(one), {
        status,
        ...(complexity ? { complexity: complexity.summary } : {}),
        ...(attack
          ? { attack: { pumps: attack.pumps.map(({ prefix, pump }) => ({ prefix, pump })), suffix: attack.suffix } }
          : {}),
      })
    }
  }
  await Promise.all([work(), work()])
  for (const one of expressions) {
    const verdict = cached.get(keyOf(one))
    if (verdict) verdicts.set(one, verdict)
  }
  if (IS_LONG) writeFileSync(LINEAR_FILE, `${withStatus('safe').map(keyOf).toSorted().join('\n')}\n`)
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(
    CACHE_FILE,
    JSON.stringify(Object.fromEntries([...verdicts].map(([one, verdict]) => [keyOf(one), verdict]))),
  )
}

/** Whether four times the text takes much more than four times the time; what is quick is never asked twice. */
function isSlow(make: (length: number) => () => unknown, length: number): boolean {
  if (duration(make(length)) < 350) return false
  const [few, many] = [
    Math.min(duration(make(length / 4)), duration(make(length / 4))),
    Math.min(duration(make(length)), duration(make(length))),
  ]
  return many > 350 && many / few > 9
}

describe('the regular expressions', () => {
  test('are all found: literals of every kind, and what is put together at run time', () => {
    expect(
      literalsIn(
        'const a: RegExp = /x+/g\nconst b = 4 / 2 / 1 // /no/\nconst c = `${/[/]y/u.source}` as string',
        'a.ts',
      ).map(({ source, flags }) => `/${source}/${flags}`),
    ).toEqual(['/x+/g', '/[/]y/u'])
    expect(expressions.length).toBeGreaterThan(600)
    expect(
      expressions.filter(({ source }) => source.includes('Monday|') || source.length > 1000).length,
    ).toBeGreaterThan(0)
    expect(new Set(expressions.map(({ file }) => file)).size).toBeGreaterThan(100)
  })

  test('are analysed by what knows a bad one when it sees it', async () => {
    expect((await analyse('^(a|a)*$', '')).status).toBe('vulnerable')
    expect((await analyse('\\s+$', '')).status).toBe('vulnerable')
    expect((await analyse('^(?:ab)+$', '')).status).toBe('safe')
  })

  test('take linear time, but for those that are listed with what bounds them', () => {
    const bad = withStatus('vulnerable').filter(
      (one) => !listed(one) || verdicts.get(one)!.complexity?.includes('exponential'),
    )
    expect(bad.map((one) => `${nameOf(one)}: ${verdicts.get(one)!.complexity}`)).toEqual([])
  })

  test('that are listed exist', () => {
    expect(
      POLYNOMIAL.filter(
        ({ file, start }) => !expressions.some((one) => one.file === file && one.source.startsWith(start)),
      ),
    ).toEqual([])
  })

  test(
    'that can’t be decided in time take linear time on 50,000 characters of their own words',
    { timeout: 120_000 },
    () => {
      const slow = withStatus('unknown').flatMap((one) => {
        const words = new Set([...one.source.matchAll(/[a-z]{2,}|[^\\\w\s]| /gi)].map(([word]) => word))
        const picked = [...words, 'a', 'A', '1', '\n', ' a', 'a '].slice(0, 40)
        const made = new RegExp(one.source, one.flags.replace('y', ''))
        const isBad = (token: string): boolean =>
          isSlow((length) => {
            const text = ` ${token.repeat(Math.ceil(length / token.length))}\0`
            return () => text.replace(made, '')
          }, 50_000)
        return listed(one) || !picked.some(isBad) ? [] : [nameOf(one)]
      })
      expect(slow).toEqual([])
    },
  )
})

describe('the text that would slow an expression down', { timeout: 240_000 }, () => {
  const json = (text: string): string => JSON.stringify(text)
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  // What isn't blank is a line end there; a text without blanks would be line ends alone, as that of another attack is.
  const blanksOf = (text: string): string => (/[ \t\n]/.test(text.slice(0, 100)) ? text.replace(/[^ \t\n]/g, '\n') : '')
  const WAYS: readonly (readonly [string, Format, (text: string) => string])[] = [
    ['plain text', 'text', (text) => text],
    ['Markdown', 'markdown', (text) => text],
    [
      'YAML front matter',
      'markdown',
      (text) =>
        `---\ntitle: ${json(text)}\nsection: ${json(text)}\ndate: ${json(text)}\ndescription: |\n  x${text.replaceAll('\n', '\n  ')}y\n---\n\nA day.\n`,
    ],
    [
      'TOML front matter',
      'markdown',
      (text) => `+++\ntitle = ${json(text)}\nsection = ${json(text)}\n${blanksOf(text)}\n+++\n\nA day.\n`,
    ],
    ['MDX', 'mdx', (text) => text],
    [
      'HTML',
      'html',
      (text) => `<title>${escaped(text)}</title><article><h1>${escaped(text)}</h1><p>${escaped(text)}</p>${text}`,
    ],
    [
      'ninjs',
      'ninjs',
      (text) =>
        `{"headline": ${json(text)}, "byline": ${json(text)}, "versioncreated": ${json(text)}, "body_html": ${json(text)}}`,
    ],
    [
      'a feed',
      'feed',
      (text) =>
        `<rss><item><title>${escaped(text)}</title><pubDate>${escaped(text)}</pubDate><description>${escaped(text)}</description></item>${text}</rss>`,
    ],
  ]

  test.each(WAYS)('doesn’t slow a check down in %s', async (_, format, write) => {
    const { check } = await import('../src/check.ts')
    check(write('Warm up. '), { format, extends: ['strict'] })
    const slow = POLYNOMIAL.flatMap(({ file, start, bound, attack }) => {
      if (!attack || bound === 'none yet') return []
      const [prefix, pump, suffix] = attack
      return isSlow((length) => {
        const source = write(prefix + pump.repeat(Math.ceil(length / pump.length)) + suffix)
        return () => check(source, { format, extends: ['strict'] })
      }, 30_000)
        ? [`${file}: ${start}`]
        : []
    })
    expect(slow).toEqual([])
  })
})
