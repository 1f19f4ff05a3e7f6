/** What is said where the pointer rests: why, where else and what to do, with the writer's words as words. */
import { describe, expect, test } from 'vitest'
import { unified } from 'unified'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Editor } from './editor.ts'
import { check } from '../../src/check.ts'

const URI = 'untitled:draft.txt'
const MARKDOWN = { textDocument: { hover: { contentFormat: ['markdown' as const, 'plaintext' as const] } } }

interface Node {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly Node[]
}

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)]
}

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('')

async function hoverOn(text: string, capabilities = {}): Promise<{ readonly kind: string; readonly value: string }> {
  const editor = await Editor.start({ capabilities })
  await editor.open(URI, text)
  const [one] = await editor.diagnostics(URI)
  const hover = await editor.hover(URI, one!.range.start)
  expect(hover!.range).toEqual(one!.range)
  expect(await editor.hover(URI, one!.range.end)).toEqual(hover)
  expect(await editor.hover(URI, { line: 99, character: 0 })).toBeNull()
  await editor.stop()
  return hover!.contents as { kind: string; value: string }
}

describe('a hover', () => {
  test('in Markdown has the rule with its page, what is wrong, the edits, and why the rule is there', async () => {
    const { kind, value } = await hoverOn('Most of of the ferries sail.\n', MARKDOWN)
    expect(kind).toBe('markdown')
    const first = nodesOf(unified().use(remarkParse).use(remarkGfm).parse(value) as Node).find(
      ({ type }) => type === 'link',
    )
    expect(textOf(first!)).toBe('A word twice')
    expect(existsSync(fileURLToPath(first!.url!))).toBe(true)
    expect(value).toMatch(/ · must fix · repeated-word\n\n“of” stands twice in a row; delete one\.\n\n\w/)
  })

  test('has the edits that the message does not name, and an idea as no order', async () => {
    const { value } = await hoverOn('The council of Ostby met on Saturday, July 17, 2020.\n', MARKDOWN)
    expect(value).toMatch(
      /; check which of the two is right\.\n\n- Perhaps change “Saturday” to “Friday”\n- Perhaps change “17” to “18”\n\n\S/,
    )
  })

  test('in plain text has the same without marks', async () => {
    const { kind, value } = await hoverOn('Most of of the ferries sail.\n')
    expect(kind).toBe('plaintext')
    expect(value).toMatch(/^A word twice \(repeated-word\) · must fix\n“of” stands twice in a row; .+\.\n\w/)
  })

  const HOSTILE = [
    '[a](http://x.example)',
    '![a](http://x.example/a.png)',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '`code`',
    '**bold**',
    '_so_',
    '~~gone~~',
    'https://x.example/a',
    'www.x.example/a',
    'a@x.example',
    '&lt;b&gt;',
    '$(alert)',
    '| a | b |',
    '<!-- c -->',
    '<https://x.example>',
    '# head',
    '- item',
    '1. item',
    '\\[a](b)',
    'javascript:alert(1)',
    '[a]: http://x.example',
    '[^1]',
    '===',
    'command:x.y',
    'http://x.example.',
  ]
  // A reader may still take an address in plain text for a link: then it leads where it says.
  const isPlainAddress = (node: Node): boolean =>
    node.url!.replace(/^(?:mailto:|http:\/\/(?=www))/, '') === textOf(node)

  test('shows hostile copy as it is written: no link that hides where it leads, no image, markup or HTML comes of it', async () => {
    const editor = await Editor.start({ capabilities: MARKDOWN })
    let shown = 0
    for (const hostile of HOSTILE) {
      // A line left over from a page, and a name on both sides, are quoted in what is said.
      const text = `They remove ${hostile} from ${hostile}.\n\nMost of of ${hostile} ferries sail, the ${hostile} the ${hostile}.\n\n[TK: ${hostile} to come]\n\nTODO ${hostile}\n`
      await editor.open(URI, text)
      await editor.diagnostics(URI)
      for (const { start, message } of check(text).findings) {
        const hover = await editor.hover(URI, { line: start.line - 1, character: start.column - 1 })
        const { value } = (hover?.contents ?? { value: '' }) as { value: string }
        const nodes = nodesOf(unified().use(remarkParse).use(remarkGfm).parse(value) as Node)
        expect(
          nodes
            .filter(
              ({ type, url }) =>
                /^(?:image|html|inlineCode|code|emphasis|delete|table|heading|definition|footnote)/.test(type)
                || (type === 'link' && !url!.startsWith('file:')),
            )
            .filter((node) => node.type !== 'link' || !isPlainAddress(node)),
        ).toEqual([])
        const quoted = message.replace(/\s+/g, ' ')
        shown += nodes.filter(({ type }) => type === 'paragraph').some((one) => textOf(one).includes(quoted)) ? 1 : 0
      }
    }
    expect(shown).toBeGreaterThan(HOSTILE.length)
    await editor.stop()
  })
})
