/** Tests what is told of lines that stand in very many files, and the config's `known`, which settles them. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defineRule, span } from '#rule'
import { parse } from 'yaml'
import { checkout, type Checkout } from './checkout.ts'
import { FIXTURE_RULES } from './fixture-rules.ts'

/** Finds a line of a page: a leftover, whatever stands around it. */
const pageLine = defineRule({
  id: 'page-line',
  summary: 'A line of a page.',
  kind: 'leftover',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  messages: { found: ({ line }: { line: string }) => `“${line}” is left over from a page` },
  *check({ story, find }) {
    for (const match of story.text.matchAll(/Follow[^.]*\./g))
      yield find('found', { at: span(match.index, match.index + match[0].length), line: match[0] })
  },
})
const RULES = { rules: [pageLine, ...FIXTURE_RULES] }

/** A site of some stories, of which the first have the site's own line below. */
function site(
  stories: number,
  withLine: number,
  line = 'Follow "us" — #1 in {Ostby}.',
  more: Readonly<Record<string, string>> = {},
): Checkout {
  return checkout({
    ...Object.fromEntries(
      Array.from({ length: stories }, (_, index) => [
        `s${String(index).padStart(3, '0')}.md`,
        `The council met.\n${index < withLine ? `\n${line}\n` : ''}`,
      ]),
    ),
    ...more,
  })
}

describe('what stands in very many files', () => {
  test('is told once by the desk report, with the line for the config that settles it', async () => {
    const made = site(40, 12, undefined, { 's000.md': 'Follow "us" — #1 in {Ostby}.\n\nA widget.\n' })
    const { code, stdout } = await made.run(['.', '--format=desk'], RULES)
    expect(code).toBe(1)
    expect(stdout).toBe(`\
IN MANY FILES
 12  “Follow "us" — #1 in {Ostby}.” is left over from a page. In 12 of 40 files,
     such as s000.md:1.                                                page-line
     - {rule: page-line, quote: "Follow \\"us\\" — #1 in {Ostby}."}
What is the site’s own is known by such a line under “known:” in copydesk.yml;
docs/known-findings.md says more.

s000.md  7 words  STOP: 2 must-fix

MUST FIX
  3  “widget” is a widget. Write “gadget”.                          stray-widget
     and 1 that stands in many files, above

40 files, 179 words: 12 stop, 0 to look at, 28 clean
`)
    const [, entry] = /^ +(- \{rule.*)$/m.exec(stdout)!
    made.write('copydesk.yml', `known:\n  ${entry}\n`)
    const settled = await made.run(['.', '--format=desk'], RULES)
    expect(settled.stdout).not.toContain('Follow')
    expect(settled.stdout).toMatch(/\n12 hidden by the config\n$/)
  })

  test('is told in each file in the reports for machines, and fails the run as it does each file', async () => {
    const { run } = site(12, 12)
    const { code, stdout } = await run(['.', '--format=compact'], RULES)
    expect({ code, lines: stdout.trim().split('\n').length }).toEqual({ code: 1, lines: 12 })
    const { files } = JSON.parse((await run(['.', '--format=json'], RULES)).stdout) as {
      files: { path: string; findings: { fingerprint: string }[] }[]
    }
    const alone = JSON.parse((await run(['s003.md', '--format=json'], RULES)).stdout) as { files: typeof files }
    expect(files.find(({ path }) => path === 's003.md')).toEqual(alone.files[0])
  })

  test.each([
    ['nine files', 9, 9, 'Follow us.', false],
    ['ten files', 10, 10, 'Follow us.', true],
    ['ten in five hundred', 500, 10, 'Follow us.', true],
    ['ten in six hundred', 600, 10, 'Follow us.', false],
    ['a slip in a fifth of the files', 50, 10, 'A widget.', true],
    ['a slip in fewer', 60, 10, 'A widget.', false],
  ])('counts from ten files on, and from a share: %s', async (_name, stories, withLine, line, isCommon) => {
    expect(
      (await site(stories, withLine, line).run(['.', '--format=desk'], RULES)).stdout.includes('IN MANY FILES'),
    ).toBe(isCommon)
  })

  test('heads the page, where each story keeps its marks', async () => {
    const { stdout } = await site(12, 12).run(['.', '--format=html'], RULES)
    expect(stdout).toContain(
      '<code>- {rule: page-line, quote: &quot;Follow \\&quot;us\\&quot; — #1 in {Ostby}.&quot;}</code>',
    )
    expect(stdout.match(/<mark /g)).toHaveLength(12)
  })

  test('is nothing that isn’t shown', async () => {
    expect((await site(12, 12, 'It is mild.').run(['.', '--format=desk'], RULES)).stdout).not.toContain('IN MANY FILES')
  })
})

describe('a config’s known words', () => {
  test('are hidden in every file with the reason, whatever the spaces between them, and only what their rule says of them', async () => {
    const made = checkout({
      'copydesk.yml':
        'known:\n  - rule: page-line\n    quote: Follow us in Ostby.\n    reason: our own line\n  - {rule: loud-word, quote: widget}\n',
      'a.md': 'Follow us\nin Ostby.\n\nFollow us in Salden.\n\nA widget.\n',
      'b/b.md': 'Follow us in Ostby.\n',
      'b/copydesk.yml': 'extends: ../copydesk.yml\n',
    })
    const { code, stdout, stderr } = await made.run(['.', '--format=compact'], RULES)
    expect(stdout.match(/^[^:]+:\d+/gm)).toEqual(['a.md:4', 'a.md:6'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'copydesk: 2 hidden by the config\n' })
    expect(JSON.parse((await made.run(['--print-config=a.md'], RULES)).stdout)).toMatchObject({
      known: [{ rule: 'page-line', reason: 'our own line' }, {}],
    })
  })

  test('are known to fixes, to the cache and to a stream', async () => {
    const made = checkout({ 'copydesk.yml': 'known: [{rule: stray-widget, quote: widget}]\n', 'a.md': 'A widget.\n' })
    await made.run(['--fix', 'a.md'])
    expect(readFileSync(made.path('a.md'), 'utf8')).toBe('A widget.\n')
    const cached = { env: { XDG_CACHE_HOME: made.path('cache'), HOME: made.root } }
    expect((await made.run(['a.md', '--cache'], cached)).code).toBe(0)
    made.write('copydesk.yml', '')
    expect((await made.run(['a.md', '--cache'], cached)).code).toBe(1)
    made.write('copydesk.yml', 'known: [{rule: stray-widget, quote: widget}]\n')
    expect(await made.run(['stream'], { stdin: '{"id": 1, "body": "A widget."}' })).toMatchObject({ code: 0 })
  })

  test.each([
    ['known: {}', 'copydesk.yml: line 1: “known” is a list of entries with “rule”, “quote” and “reason”'],
    ['known:\n  - rule: page-line', 'copydesk.yml: line 2: an entry needs a “rule” and a “quote”'],
    [
      'known:\n  - {rule: page-lime, quote: x}',
      'copydesk.yml: line 2: there is no rule “page-lime”; did you mean “page-line”?',
    ],
    [
      'known:\n  - {rule: page-line, quote: 7}',
      'copydesk.yml: line 2: “quote” is a text; put quotation marks around it',
    ],
    ['known:\n  - {rule: page-line, quote: " "}', 'copydesk.yml: line 2: an empty text says nothing'],
    [
      'known:\n  - {rule: page-line, quote: x, why: y}',
      'copydesk.yml: line 2: an entry has no key “why”; known are rule, quote, reason',
    ],
  ])('that can’t be followed are an error with its line: %s', async (config, message) => {
    expect(() => parse(config) as unknown).not.toThrow()
    expect(await checkout({ 'copydesk.yml': config, 'a.md': 'A.' }).run(['a.md'], RULES)).toMatchObject({
      code: 2,
      stderr: `copydesk: ${message}\n`,
    })
  })
})
