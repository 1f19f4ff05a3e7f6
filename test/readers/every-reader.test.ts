/**
 * What holds of every reader, whatever it reads: exact places, the same text with any line ends, edits that read as
 * meant.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Copy } from '../../src/copy/index.ts'
import { span } from '../../src/text/index.ts'
import { applied, blocksOf } from './read.ts'
import { FORMAT_CASES } from './sources.ts'
import { runs } from '../runs.ts'

const RUNS = runs(300, 20_000)

// In HTML in the middle of Markdown a `>` is text, and a tag behind it has its line for itself: it is part of the white
// space.
const TAG_IN_SPACE = /<\w+(?:[^<>{}"]|"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})*>|\{\{[^{}]*\}\}|\{[%#:][^{}]*\}/g
const BROKEN = /<!\[CDATA\[|\]\]>|<[^>]*>/

/** What one letter of the text may have been read from, if not from itself. */
function isSourceOf(letter: string, whole: string): boolean {
  const source = letter === ' ' ? whole.replace(TAG_IN_SPACE, '') : whole
  // The alternative text of an image that holds markup is one piece.
  if (letter === source || letter === '\uFFFC' || source.startsWith('![')) return true
  // In a feed that is broken, tags may stand in the middle of a reference, and in the middle of white space that is
  // read as one.
  if (BROKEN.test(source)) return isSourceOf(letter, source.replace(new RegExp(BROKEN, 'g'), ''))
  // A line may start with characters that show nothing.
  if (letter === ' ')
    return (
      source === ''
      || /^(?:[\s\u00a0\u200b\uFEFF>\\]|\\u00a0|\\[nrt]|&(?:amp;)?nbsp;|(?:<|\\u003c|&lt;)br\/?>)+$/.test(source)
    )
  return (
    /^&(?:amp;)?#?\w*;?(?:amp;)?$/.test(source)
    || source === `\\${letter}`
    || /^(?:\\u[\dA-Fa-f]{4}){1,2}$/.test(source)
    || source === '\0'
  )
}

function assertExact(story: Copy): void {
  const { source } = story
  for (const block of story.blocks) {
    expect(story.slice(block)).not.toMatch(/^$|[\n\r\t\u00a0\u200b\ufdd0\ufdd1]/)
    for (let at = block.start as number; at < block.end; at++) {
      const { start, end } = story.toSource(span(at, at + 1))
      if (start < 0 || end > source.length || !isSourceOf(story.text[at]!, source.slice(start, end))) {
        throw new Error(
          `“${story.text[at]}” at ${at} from “${source.slice(start, end)}” at ${start} in “${story.slice(block)}”`,
        )
      }
    }
  }
}

const allBlocks = (stories: readonly Copy[]): readonly string[][] => stories.map(blocksOf)

/**
 * Whether lines of a plain text are taken for wrapped ones. That is told by all lines of a file together, their lengths
 * and how they end, so that an edit of one may join or part two others that it has nothing to do with.
 */
function isWrapped(stories: readonly Copy[]): boolean {
  return stories.some(
    (story) =>
      story.format === 'text'
      && story.blocks.some((block) => {
        const { start, end } = story.toSource(block)
        return /[\n\r]/.test(story.source.slice(start, end))
      }),
  )
}

/**
 * Whether a page's boxes are a live blog's entries. How many there are and how long they are tells that, so that an
 * edit may put them back into the page around them, and into a heading that was never closed.
 */
function hasBoxes(stories: readonly Copy[]): boolean {
  return stories.some((story) => story.kind === 'live-blog' && story.source.includes('<div class="e">'))
}

/**
 * What to compare of some blocks of the stories before and after an edit: where lines are joined what they say,
 * wherever a line ends and an item starts; where boxes are entries what they say, wherever they stand.
 */
function comparable(blocks: readonly string[], stories: readonly Copy[]): readonly string[] {
  const words = blocks.map((block) => block.slice(block.indexOf(':') + 1))
  if (isWrapped(stories)) return [words.join('').replace(/[\s•*–.\d-]+/g, '')]
  return hasBoxes(stories) ? words.toSorted() : blocks
}

describe.each(FORMAT_CASES)('the reader of $name', { timeout: 3_600_000 }, ({ read, sources }) => {
  it('never throws, and every letter of the text has its source', () => {
    let letters = 0
    fc.assert(
      fc.property(sources, (source) => {
        const stories = read(source)
        expect(stories.length).toBeGreaterThan(0)
        for (const story of stories) {
          assertExact(story)
          letters += story.text.length
        }
      }),
      { numRuns: RUNS },
    )
    expect(letters).toBeGreaterThan(RUNS * 2)
  })

  it('finds the same text with CRLF as with LF', () => {
    fc.assert(
      fc.property(sources, (source) => {
        expect(allBlocks(read(source.replaceAll('\n', '\r\n')))).toEqual(allBlocks(read(source)))
      }),
      { numRuns: RUNS / 2 },
    )
  })

  it('writes edits that read as they were meant to', () => {
    const replacement = fc
      .array(
        fc.constantFrom(
          'a',
          'Word',
          ' ',
          '"',
          "'",
          '\\',
          '&',
          '&amp;',
          'amp;',
          'lt;',
          '<b>',
          '<',
          '>',
          '{',
          '}',
          '{{ x }}',
          ']]>',
          ']',
          '#',
          '-',
          '*',
          '`',
          'é',
          '🙂',
          '<!--',
          '</b>',
          '|',
          '=',
          '%}',
          '\\u0041',
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(''))
    let written = 0
    fc.assert(
      fc.property(sources, fc.nat(), fc.nat(), fc.nat(), replacement, (source, pick, from, length, text) => {
        const stories = read(source)
        const places = stories.flatMap((story, index) => story.blocks.map((block) => ({ story, index, block })))
        const place = places[pick % Math.max(1, places.length)]
        if (!place) return
        const { story, block, index } = place
        // What a page's head says twice is read once, so that another edit of it may bring the second to light.
        if (story.format === 'html' && block.kind === 'field') return
        const start = block.start + (from % (block.end - block.start))
        const end = start + 1 + (length % (block.end - start))
        const edit = story.toSourceEdit(span(start, end), text)
        if (!edit) return
        written++
        const wanted = allBlocks(stories)
        wanted[index]![block.index] =
          wanted[index]![block.index]!.slice(0, -(block.end - block.start) || undefined)
          + story.text.slice(block.start, start)
          + text
          + story.text.slice(end, block.end)
        // White space may close up where markup stood in it.
        const close = (all: readonly string[]): readonly string[] =>
          all.map((one) => one.replace(/(?<!^[^:]*) /g, '')).filter((one) => !one.endsWith(':'))
        const after = read(applied(source, edit))
        const both = [...stories, ...after]
        expect(comparable(close(allBlocks(after).flat()), both)).toEqual(comparable(close(wanted.flat()), both))
      }),
      { numRuns: RUNS },
    )
    expect(written).toBeGreaterThan(RUNS / 10)
  })

  it('deletes a block and leaves all others as they were', () => {
    fc.assert(
      fc.property(sources, fc.nat(), (source, pick) => {
        const stories = read(source)
        const places = stories.flatMap((story, index) => story.blocks.map((block) => ({ story, index, block })))
        const place = places[pick % Math.max(1, places.length)]
        const edit = place?.story.toSourceEdit(place.block, '')
        if (!place || !edit) return
        const wanted = allBlocks(stories)
        wanted[place.index]!.splice(place.block.index, 1)
        const after = read(applied(source, edit))
        const both = [...stories, ...after]
        expect(comparable(allBlocks(after).flat(), both)).toEqual(comparable(wanted.flat(), both))
      }),
      { numRuns: RUNS },
    )
  })
})
