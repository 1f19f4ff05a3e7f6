/** The formats that the command reads: told by a name, by the content, or by --input. */
import { expect, test } from 'vitest'
import { checkout, type Checkout } from './checkout.ts'

const PAGE = '<!doctype html>\n<nav>A widget</nav>\n<article><p>The shop sold one <b>wid</b>get.</p></article>\n'

/** What was found, each as path:line:column, and the format of the first file. */
async function findings({ run }: Checkout, argv: readonly string[], stdin?: string): Promise<unknown> {
  const { stdout } = await run([...argv, '--format=json'], stdin === undefined ? {} : { stdin })
  const { files } = JSON.parse(stdout) as {
    files: { path: string; format: string; findings: { rule: string; start: { line: number; column: number } }[] }[]
  }
  return files.map(({ format, findings: found }) => [
    format,
    ...found.filter(({ rule }) => rule === 'stray-widget').map(({ start }) => `${start.line}:${start.column}`),
  ])
}

test('a file’s name tells its format', async () => {
  const made = checkout({
    'a.html': PAGE,
    'b.mdx': 'import widget from "w"\n\n<Box>One widget.</Box>\n',
    'c.ninjs': '{"headline": "One \\"widget\\"", "slugline": "widget"}',
    'd.rss':
      '<rss><title>widget</title><item><title>One widget</title></item><item><title>Two: widget</title></item></rss>',
  })
  expect(await findings(made, ['a.html', 'b.mdx', 'c.ninjs', 'd.rss'])).toEqual([
    ['html', '3:34'],
    ['mdx', '3:10'],
    ['ninjs', '1:21'],
    ['feed', '1:44', '1:83'],
  ])
})

test('its content does where the name doesn’t, and for the standard input', async () => {
  const made = checkout({
    page: PAGE,
    'feed.xml': '<feed><entry><title>One widget</title></entry></feed>',
    'story.json': '{"headline": "One widget"}',
    'a.md': PAGE,
  })
  expect(await findings(made, ['page', 'feed.xml', 'story.json', 'a.md'])).toEqual([
    ['html', '3:34'],
    ['feed', '1:25'],
    ['ninjs', '1:19'],
    ['markdown', '2:8', '3:34'],
  ])
  expect(await findings(made, ['--stdin'], PAGE)).toEqual([['html', '3:34']])
})

test('--input overrules both', async () => {
  const made = checkout({ 'a.html': 'One <i>wid</i>get and a widget' })
  expect(await findings(made, ['a.html', '--input', 'text'])).toEqual([['text', '1:25']])
  expect(await made.run(['a.html', '--input=htm'])).toMatchObject({
    code: 2,
    stderr:
      'copydesk: --input takes text, markdown, mdx, html, ninjs, feed, nitf, newsml or wordpress, not “htm”; did you mean “html”?\n',
  })
})
