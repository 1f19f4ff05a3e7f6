/** The Markdown reader under stress: broken pages, endless ones, and those made to be slow. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { readBody } from '../../src/readers/markdown/read-body.ts'
import type { StretchSize } from '../../src/readers/markdown/stretches.ts'
import { Notices } from '../../src/readers/notices.ts'
import { CopyBuilder, type Copy } from '../../src/copy/index.ts'
import { span } from '../../src/text/index.ts'
import { markdownPages } from './markdown-pages.ts'
import { blocksOf, noticesOf } from './read.ts'
import { runs } from '../runs.ts'

/** What one letter of the text may have been read from, if not from itself. */
function isSourceOf(letter: string, source: string): boolean {
  if (letter === source || letter === '\uFFFC') return true
  if (letter === ' ') return source === '' || /^(?:[\s\u00a0>\\]|&nbsp;|<br>)+$/.test(source)
  return (
    /^&#?\w+;?$/.test(source)
    || source === `\\${letter}`
    || (source === '\0' && letter === '\uFFFD')
    || source.startsWith('![')
  )
}

function readInStretches(source: string, size: StretchSize): Copy {
  const copy = new CopyBuilder(source)
  readBody(source, 0, copy, new Notices(copy), { size })
  return copy.finish({ format: 'markdown' })
}

describe('on any text the Markdown reader', () => {
  it('never throws, and every letter of the text has its source, in order', () => {
    fc.assert(
      fc.property(markdownPages, (source) => {
        const story = readMarkdown(source)
        for (const block of story.blocks) {
          const text = story.slice(block)
          expect(text).not.toMatch(/^$|[\n\r\t\u00a0\u200b]/)
          let last = 0
          for (let at = block.start as number; at < block.end; at++) {
            const { start, end } = story.toSource(span(at, at + 1))
            if (start < last || !isSourceOf(story.text[at]!, source.slice(start, end))) {
              throw new Error(
                `“${story.text[at]}” at ${at} from “${source.slice(start, end)}” at ${start} in “${text}”`,
              )
            }
            last = start
          }
        }
      }),
      { numRuns: runs(700, 30_000) },
    )
  })

  it('never throws, with front matter or something like it', () => {
    fc.assert(
      fc.property(fc.constantFrom('---', '+++'), markdownPages, markdownPages, (fence, fields, source) => {
        expect(readMarkdown(`${fence}\n${fields}\n${fence}\n${source}`).format).toBe('markdown')
      }),
      { numRuns: runs(500, 20_000) },
    )
  })

  it('finds the same blocks wherever it cuts the page into stretches', () => {
    fc.assert(
      fc.property(markdownPages, (source) => {
        const whole = readInStretches(source, { characters: Infinity, lines: Infinity })
        expect(blocksOf(readInStretches(source, { characters: 5, lines: 1 }))).toEqual(blocksOf(whole))
      }),
      { numRuns: runs(500, 20_000) },
    )
  })

  it('finds the same text with CRLF as with LF', () => {
    fc.assert(
      fc.property(markdownPages, (source) => {
        expect(blocksOf(readMarkdown(source.replaceAll('\n', '\r\n')))).toEqual(blocksOf(readMarkdown(source)))
      }),
      { numRuns: runs(300, 10_000) },
    )
  })
})

describe('a long page', () => {
  it('keeps code out though its fence is far away from its end', () => {
    const code = 'Not copy.\n\n'.repeat(10_000)
    expect(
      blocksOf(
        readMarkdown(
          `One.\n\n\`\`\`\`\n${code}\`\`\`\n${code}\`\`\`\`\n\nTwo.\n\n<!--\n${code}-->\n\nThree.\n\n~~~\n${code}`,
        ),
      ),
    ).toEqual(['paragraph: One.', 'paragraph: Two.', 'paragraph: Three.'])
  })

  it('is cut in a long list without a gap in it', () => {
    const items = Array.from({ length: 2000 }, (_, index) => `- item ${index}\n  goes on`)
    const story = readMarkdown(`${items.join('\n')}\n\nEnd.`)
    expect(story.blocks.length).toBe(2001)
    expect(blocksOf(story)[1234]).toBe('list-item: item 1234 goes on')
    expect(story.notices).toEqual([])
  })

  it('is read as plain text where it has no end in sight, with a notice', () => {
    const story = readMarkdown(`One *two*.\n\n${'| a | b |\n'.repeat(1500)}\n# Three\n`)
    expect(blocksOf(story)[0]).toBe('paragraph: One two.')
    expect(blocksOf(story).at(-1)).toBe('heading 1: Three')
    expect(noticesOf(story)[0]).toMatch(
      /^this stretch is too long without a blank line to be read as Markdown; it was read as plain text: \| a \| b \|/,
    )
  })
})

describe('a page made to be slow', () => {
  const filled = (unit: string, length = 60_000): string => unit.repeat(Math.ceil(length / unit.length))

  it.each([
    ['quotations', filled('> ')],
    ['lists', filled('1. ')],
    ['both', filled('> - ')],
    ['footnotes', filled('[^1]: ')],
  ])('with %s nested without end is read as plain text, with a notice', (_name, source) => {
    const story = readMarkdown(`${source}a\n\nCopy.`)
    expect(noticesOf(story)[0]).toMatch(/^this stretch is nested too deep/)
    expect(blocksOf(story).at(-1)).toBe('paragraph: Copy.')
  })

  it.each([
    ['stars', filled('*a_ ')],
    ['mixed stars', filled('*_')],
    ['links', filled('[ (](')],
    ['comments', filled('a <!-- ')],
    ['declarations', filled('a <!A ')],
    ['underlines', filled('a\n===\n', 3000)],
    ['an address without end', `www.a.b${filled('&amp;')}`],
  ])('with unmatched %s is read as plain text, with a notice', (_name, source) => {
    const story = readMarkdown(`${source}\n\nCopy.`)
    expect(noticesOf(story)[0]).toMatch(/^this stretch holds too many unmatched marks/)
    expect(blocksOf(story).at(-1)).toBe('paragraph: Copy.')
  })

  it('isn’t taken for one because it has long rules, rows of links or much emphasis', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `- [Link ${index}](/x) and **bold** *text* of [more](/y)`)
    const story = readMarkdown(
      `${'- '.repeat(60)}-\n\n${'* '.repeat(60)}*\n\n${rows.join('\n')}\n\n${filled('*Copy* goes on. ', 12_000)}`,
    )
    expect(story.notices).toEqual([])
    expect(story.blocks.length).toBe(501)
  })
})
