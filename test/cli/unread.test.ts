/**
 * Nothing unread passes as sound: in a run, in threads, from the cache, in a fix, a baseline, a stream and every
 * report.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { REPORT_FORMATS } from '../../src/cli/arguments/arguments.ts'
import { checkout } from './checkout.ts'

const RTF = '{\\rtf1\\ansi One widget.}'
const LOST_PAGE = `<title>Row</title><form><p>${'The widget that was lost is found again by its master, who said so on Monday. '.repeat(3)}</p></form>`

describe('a source that isn’t read', () => {
  test('is a failure that names it, exit 2, beside what was found in the others', async () => {
    const { run } = checkout({
      'a.docx': 'PK\x03\x04word/document.xml',
      'b.json': '{"total": 1}',
      'c.txt': RTF,
      'd.html': LOST_PAGE,
      'e.xml': '<ledger/>',
      'f.txt': 'One widget.',
    })
    const { code, stderr, stdout } = await run([
      'a.docx',
      'b.json',
      'c.txt',
      'd.html',
      'e.xml',
      'f.txt',
      '--format=unix',
    ])
    expect(code).toBe(2)
    expect(stderr.match(/^copydesk: [a-e]\.\w+: is (?:a Word|JSON|a Rich|a page of which no text|XML)/gm)).toHaveLength(
      5,
    )
    expect(stdout).toContain('f.txt:1:5')
    expect(stdout).not.toContain('no issues')
  })

  test('is a page that scripts would fill; a template, and a page that only leads elsewhere, have no text to lose', async () => {
    const page = (body: string, head = ''): string =>
      `<!doctype html><html><head><title>Row</title>${head}</head><body>${body}</body></html>`
    const { run } = checkout({
      'app.html': page('<div id="app"></div><script src="app.js"></script>'),
      'frame.html': page('<iframe src="story.html"></iframe>'),
      'layout.html': page('{{ content }}<script src="app.js"></script>'),
      'moved.html': page('<script>go()</script>', '<meta http-equiv="refresh" content="0; url=/news/">'),
      'blank.html': page(''),
    })
    const { code, stderr } = await run(['.', '--format=unix'])
    expect(code).toBe(2)
    expect(stderr.match(/^copydesk: \w+\.html: is a page in which no text stands/gm)).toEqual([
      'copydesk: app.html: is a page in which no text stands',
      'copydesk: frame.html: is a page in which no text stands',
    ])
  })

  test('comes through the standard input the same, and with --input it is read as somebody says', async () => {
    const { run } = checkout()
    expect(await run(['--stdin'], { stdin: RTF })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^copydesk: <stdin>: is a Rich Text document/) as string,
    })
    expect(await run(['--stdin', '--fix'], { stdin: '{"total": 1}' })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^copydesk: <stdin>: is JSON/) as string,
    })
    expect(
      (await run(['--stdin', '--input=text', '--format=unix'], { stdin: '{"total": "widget"}' })).stdout,
    ).toContain('1:12')
  })

  test.each(REPORT_FORMATS)(
    'stands among the failures of the report %s, and nobody reads that it is sound',
    async (format) => {
      const { run } = checkout({ 'c.txt': RTF, 'd.html': LOST_PAGE })
      const { code, stdout, stderr } = await run(['c.txt', 'd.html', `--format=${format}`])
      expect(code).toBe(2)
      expect(stderr).toMatch(/c\.txt: is a Rich Text document[^]*d\.html: is a page/)
      expect(stdout).not.toMatch(/no issues|CLEAN/)
    },
  )

  test('is a failure of the JSON report, and no file of it', async () => {
    const { run } = checkout({ 'c.txt': RTF, 'd.html': LOST_PAGE })
    expect(JSON.parse((await run(['.', '--format=json'])).stdout)).toMatchObject({
      files: [],
      failures: [{ path: 'c.txt' }, { path: 'd.html' }],
    })
  })

  test('fails again from the cache, and when it is to be fixed', async () => {
    const made = checkout({ 'c.txt': RTF, 'd.html': LOST_PAGE })
    const env = { XDG_CACHE_HOME: checkout({}, { repository: false }).root }
    for (const argv of [
      ['--cache'],
      ['--cache'],
      ['--fix'],
      ['--fix-dry-run'],
      ['--baseline=known.json', '--update-baseline'],
      ['--baseline=known.json'],
    ]) {
      const { code, stderr } = await made.run(['.', ...argv], { env })
      expect([argv, code, stderr.match(/: is a (?:Rich|page)/g)]).toEqual([argv, 2, [': is a Rich', ': is a page']])
    }
    expect([readFileSync(made.path('c.txt'), 'utf8'), readFileSync(made.path('d.html'), 'utf8')]).toEqual([
      RTF,
      LOST_PAGE,
    ])
  })

  test('is a refused row of a stream', async () => {
    const { run } = checkout()
    const rows = [
      { id: 1, body: RTF },
      { id: 2, body: LOST_PAGE, format: 'html' },
      { id: 3, body: 'One widget.' },
    ]
    const { code, stdout } = await run(['stream'], { stdin: rows.map((row) => JSON.stringify(row)).join('\n') })
    expect(code).toBe(2)
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; error?: string; notices?: readonly { message: string }[] })
    expect(answers.map(({ error, notices }) => error ?? notices?.[0]?.message)).toEqual([
      expect.stringMatching(/^is a Rich Text/),
      expect.stringMatching(/^is a page of which no text/),
      undefined,
    ])
  })
})

test.runIf(process.platform === 'linux')(
  'a name that is not UTF-8 is told, found in a folder, by a glob or as an argument',
  async () => {
    const { run, root, write } = checkout({ 'good.txt': 'One row.', '\uFFFD.txt': 'One row.' })
    const name = (bytes: string): Buffer => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(bytes, 'latin1')])
    writeFileSync(name('caf\xE9.txt'), 'One widget.')
    mkdirSync(name('sal\xE9'))
    writeFileSync(name('sal\xE9/a.txt'), 'One widget.')
    write('ö/b.txt', 'One row.')
    const told = /: has a name that is not UTF-8; give it another$/gm
    for (const [argument, count] of [
      ['.', 2],
      ['*.txt', 1],
      ['**/*.txt', 2],
      ['caf\uFFFD.txt', 1],
      ['sal\uFFFD/a.txt', 1],
    ] as const) {
      const { code, stderr } = await run([argument])
      expect([argument, code, stderr.match(told)?.length]).toEqual([argument, 2, count])
    }
    expect(await run(['gone\uFFFD.txt'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('does not exist') as string,
    })
    expect(await run(['\uFFFD.txt', 'ö'])).toMatchObject({ code: 0, stderr: '' })
  },
)

test('a file that is empty, or holds only front matter, is told and passes', async () => {
  const { run } = checkout({
    'a.txt': '',
    'b.md': '---\ntitle: Row\n---\n',
    'c.md': '```\ncode\n```\n',
    'd.html': '<nav>Home</nav>',
  })
  const { code, stdout, stderr } = await run(['.', '--format=unix'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /a\.txt:1:1: this is empty[^]*b\.md:1:1: nothing but fields stands here \(title\), and no text[^]*c\.md:1:1: nothing that stands here is copy[^]*d\.html:1:1: nothing that/,
  )
  expect((await run(['a.txt', 'b.md'], { isTTY: true })).stdout).toMatch(
    /EMPTY: no words to check[^]*EMPTY: no text under the fields/,
  )
})
