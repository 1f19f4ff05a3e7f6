/** Tests of Copydesk in somebody's remark pipeline. */
import type { Root } from 'mdast'
import { remark } from 'remark'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import { VFile } from 'vfile'
import { remarkCopydesk, SettingError } from '../../src/index.ts'

const POST = `---
title: Court sends the the list back
tags: [the the]
---

# Court sends the list back

It told the Pentagon to remove **Xiao**mi from [Xiaomi](https://example.com/the-the), said the _the_ judge &amp; others.

\`\`\`
the the
\`\`\`

| What | Who |
| --- | --- |
| one | they sat sat there |

<p>It was was late.</p>
`

/** The rule of each of a file's messages and the source that it stands on. */
function said(file: VFile, text: string): readonly string[] {
  return file.messages.map(
    ({ ruleId, place }) =>
      `${ruleId}: ${place && 'start' in place ? text.slice(place.start.offset, place.end.offset) : ''}`,
  )
}

/** A plugin of somebody else's: it counts headings and takes the emphasis out of the tree. */
const changesTheTree =
  () =>
  (tree: Root, file: VFile): undefined => {
    for (const child of tree.children) {
      if (child.type === 'heading') file.message('a heading', child)
      if (child.type === 'paragraph')
        child.children = child.children.flatMap((part) => (part.type === 'emphasis' ? part.children : [part]))
    }
  }

describe('in a remark pipeline', () => {
  it('findings are messages at the places of the Markdown, markup and all', async () => {
    const file = await remark().use(remarkCopydesk).process(POST)
    expect(said(file, POST)).toEqual([
      'repeated-word: the the',
      'self-reference: Xiaomi',
      'repeated-word: the _the',
      'repeated-word: sat sat',
      'repeated-word: was was',
    ])
    const place = POST.indexOf('Xiaomi](')
    expect(file.messages[1]).toMatchObject({
      source: 'copydesk',
      line: 8,
      column: 49,
      actual: 'Xiaomi',
      place: { start: { line: 8, column: 49, offset: place } },
    })
    expect(POST.split('\n')[7]!.slice(48, 54)).toBe('Xiaomi')
  })

  it('the title of the front matter is copy, and tags, code and addresses are not', async () => {
    const lines = (await remark().use(remarkCopydesk).process(POST)).messages.map(({ line }) => line)
    expect(lines).toEqual([2, 8, 8, 16, 18])
  })

  it('findings are the same whatever other plugins do to the tree', async () => {
    const alone = await remark().use(remarkCopydesk).process(POST)
    const file = await remark()
      .use(remarkFrontmatter)
      .use(remarkGfm)
      .use(changesTheTree)
      .use(remarkCopydesk)
      .process(POST)
    expect(
      file.messages.filter(({ source }) => source === 'copydesk').map(({ reason, place }) => ({ reason, place })),
    ).toEqual(alone.messages.map(({ reason, place }) => ({ reason, place })))
    expect(file.messages.filter(({ source }) => source !== 'copydesk').map(({ reason }) => reason)).toEqual([
      'a heading',
    ])
    expect(String(file)).toContain('said the the judge')
  })

  it('the Markdown comes out as it would without it', async () => {
    expect(String(await remark().use(remarkCopydesk).process(POST))).toBe(String(await remark().process(POST)))
  })

  it('rules are set, and levels tell by `fatal`', async () => {
    const rules = { 'repeated-word': 'off', 'self-reference': 'error' } as const
    const fatal = async (severity: 'error' | 'warning' | 'info') =>
      (
        await remark()
          .use(remarkCopydesk, { rules: { ...rules, 'self-reference': severity } })
          .process(POST)
      ).messages.map((message) => message.fatal)
    expect([await fatal('error'), await fatal('warning'), await fatal('info')]).toEqual([[true], [false], [undefined]])
  })

  it('a file is Markdown whatever its name', async () => {
    const text = 'They met in `the the` hall, said a man of the _the_ time.'
    expect(
      said(
        await remark()
          .use(remarkCopydesk)
          .process(new VFile({ value: text, path: 'draft.txt' })),
        text,
      ),
    ).toEqual(['repeated-word: the _the'])
  })

  it('what can’t be followed is thrown when a file is processed', async () => {
    await expect(
      remark()
        .use(remarkCopydesk, { extends: ['strickt' as 'strict'] })
        .process(POST),
    ).rejects.toThrow(SettingError)
  })

  it('what could not be read is said as info', async () => {
    const text = '---\ntitle: [broken\n---\n\nThe court sat for an hour.\n'
    const { messages } = await remark().use(remarkCopydesk).process(text)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({ ruleId: 'notice', source: 'copydesk', line: 2 })
    expect(messages[0]!.fatal).toBeUndefined()
  })
})
