/**
 * What holds of a check in every format: findings in bounds, the same with CRLF, fixes that come to a point, all hidden
 * and all told again.
 */
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import shippedRules from '../../rules/index.ts'
import { check, type CheckResult } from '../../src/check.ts'
import {
  hideByBaseline,
  readBaseline,
  staleEntries,
  updatedEntries,
  writeBaseline,
} from '../../src/check/hiding/baseline.ts'
import { applyEdits } from '../../src/text/edits.ts'
import type { Finding } from '../../src/check/finding.ts'
import { fixSource } from '../../src/check/fixing/fix.ts'
import { FORMATS } from '../../src/copy/formats/format.ts'
import { hideBySideFile, readSideFile } from '../../src/check/hiding/side-file.ts'
import { UnreadError } from '../../src/check/unread.ts'
import { textStory } from '../stories.ts'
import type { Grade } from '../../src/rule/index.ts'
import type { Format } from '../../src/copy/index.ts'
import { span } from '../../src/text/index.ts'
import { FORMAT_CASES } from '../readers/sources.ts'
import { runs } from '../runs.ts'

// There are 45 properties: five of each of nine formats.
const RUNS = runs(8, 400)

const LINES = [
  'The council backed the the tram line on Monday.',
  'You may also like',
  'By Ann Marlow',
  'Xanthe Corp. said it it would sell.',
  'Share this on Facebook',
  'A quiet street.',
  'Harbour opens',
  '“We we waited,” she said.',
  'Itâ€™s late & wet.',
  'ADVERTISEMENT',
  'Read more: Ten more trams',
  'On Feb. 30, 2021, it rained.',
  '[TK: check figure]',
  'The café 🙂 was was full.',
  'Dr Anselm Okoro spoke.',
  'Dr Anselm Okorro spoke again.',
  'Lorem ipsum dolor sit amet',
  'Officials remove Portside from Portside',
]

interface Case {
  readonly format: Format
  /** The format's own way to write some lines. */
  readonly write: (lines: readonly string[]) => string
  /** Random sources, much of them broken. */
  readonly broken: Arbitrary<string>
}

const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const brokenOf = (name: string): Arbitrary<string> => FORMAT_CASES.find((one) => one.name === name)!.sources
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `${line}\n\n`).join('')
const CASES: readonly Case[] = [
  { format: 'text', write: paragraphs, broken: fc.oneof(brokenOf('HTML'), fc.string({ unit: 'grapheme' })) },
  { format: 'markdown', write: paragraphs, broken: brokenOf('Markdown with template tags') },
  { format: 'mdx', write: paragraphs, broken: brokenOf('MDX') },
  {
    format: 'html',
    write: (lines) => `<article>\n${lines.map((line) => `<p>${html(line)}</p>\n`).join('')}</article>\n`,
    broken: brokenOf('HTML'),
  },
  {
    format: 'ninjs',
    write: (lines) =>
      `${JSON.stringify(
        {
          headline: lines[0] ?? '',
          body_html: lines
            .slice(1)
            .map((line) => `<p>${html(line)}</p>`)
            .join(''),
        },
        null,
        2,
      )}\n`,
    broken: brokenOf('ninjs'),
  },
  {
    format: 'feed',
    broken: brokenOf('feeds'),
    write: (lines) =>
      `<rss><channel>\n<item>\n<title>${html(lines[0] ?? '')}</title>\n<description><![CDATA[${lines
        .slice(1)
        .map((line) => `<p>${html(line)}</p>\n`)
        .join('')}]]></description>\n</item>\n</channel></rss>\n`,
  },
  {
    format: 'nitf',
    broken: brokenOf('NITF'),
    write: (lines) =>
      `<nitf><body><body.head><hedline><hl1>${html(lines[0] ?? '')}</hl1></hedline></body.head><body.content>\n${lines
        .slice(1)
        .map((line) => `<p>${html(line)}</p>\n`)
        .join('')}</body.content></body></nitf>\n`,
  },
  {
    format: 'newsml',
    broken: brokenOf('NewsML-G2'),
    write: (lines) =>
      `<newsItem><contentMeta><headline>${html(lines[0] ?? '')}</headline></contentMeta><contentSet><inlineXML><html><body>\n${lines
        .slice(1)
        .map((line) => `<p>${html(line)}</p>\n`)
        .join('')}</body></html></inlineXML></contentSet></newsItem>\n`,
  },
  {
    format: 'wordpress',
    broken: brokenOf('WordPress'),
    write: (lines) =>
      `<rss><channel>\n<item>\n<title>${html(lines[0] ?? '')}</title>\n<content:encoded><![CDATA[${lines
        .slice(1)
        .map((line) => `${html(line)}\n\n`)
        .join('')}]]></content:encoded>\n</item>\n</channel></rss>\n`,
  },
]

const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 12 })
const draftsOf = ({ write, broken }: Case): Arbitrary<string> =>
  fc.oneof(
    lines.map(write),
    broken,
    fc.tuple(lines, broken, lines).map(([before, middle, after]) => `${write(before)}${middle}\n\n${write(after)}`),
  )
const checkAs = (format: Format, source: string): CheckResult => {
  try {
    return check(source, { format, extends: ['strict'] })
  } catch (error) {
    // What isn't read has no findings.
    if (error instanceof UnreadError) return check('')
    throw error
  }
}
const told = ({ findings }: Pick<CheckResult, 'findings'>): readonly string[] =>
  findings.map(
    ({ rule, quote, start, end, fingerprint }) =>
      `${rule} “${quote}” ${start.line}:${start.column}–${end.line}:${end.column} ${fingerprint}`,
  )
const HAS_COMMENTS: ReadonlySet<Format> = new Set(['markdown', 'mdx', 'html'])
const GRADES: readonly ReadonlySet<Grade>[] = [new Set(['safe']), new Set(['safe', 'likely'])]

test('every format that there is has its cases', () => {
  expect(CASES.map(({ format }) => format)).toEqual(FORMATS)
})

test(
  'plain text: every letter is the one that stands in the source, or a space for white space',
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(draftsOf(CASES[0]!), (source) => {
        const story = textStory(source)
        for (const block of story.blocks) {
          for (let at = block.start as number; at < block.end; at++) {
            const { start, end } = story.toSource(span(at, at + 1))
            expect(start >= 0 && end <= source.length).toBe(true)
            const read = source.slice(start, end)
            expect(
              story.text[at] === read || (story.text[at] === ' ' && /^[\s\u0085]*$/.test(read)),
              `“${story.text[at]}” from “${read}”`,
            ).toBe(true)
          }
        }
      }),
      { numRuns: RUNS * 5 },
    )
  },
)

describe.each(CASES)('in $format', { timeout: 600_000 }, (one) => {
  const { format, write } = one

  test('every finding lies in the source, in order, with its line and column, and quotes what stands there', () => {
    let findings = 0
    fc.assert(
      fc.property(draftsOf(one), (source) => {
        const result = checkAs(format, source)
        for (const finding of result.findings) {
          assertPlaces(source, finding)
          findings++
        }
        expect(new Set(result.findings.map(({ fingerprint }) => fingerprint)).size).toBe(result.findings.length)
      }),
      { numRuns: RUNS },
    )
    expect(findings).toBeGreaterThan(RUNS / 4)
  })

  test('CRLF makes no difference to what is found, nor to where', () => {
    fc.assert(
      fc.property(draftsOf(one), (source) => {
        const unix = source.replaceAll('\r', '')
        expect(told(checkAs(format, unix.replaceAll('\n', '\r\n')))).toEqual(told(checkAs(format, unix)))
      }),
      { numRuns: RUNS },
    )
  })

  test('fixing comes to a point from which fixing again changes nothing', () => {
    const findIn = (source: string): readonly Finding[] => checkAs(format, source).findings
    let fixed = 0
    fc.assert(
      fc.property(draftsOf(one), fc.constantFrom(...GRADES), (source, grades) => {
        const once = fixSource(source, findIn, grades)
        expect(applyEdits(source, once.edits)).toBe(once.source)
        expect(fixSource(once.source, findIn, grades)).toEqual({ source: once.source, edits: [], fixed: 0 })
        fixed += once.fixed
      }),
      { numRuns: RUNS },
    )
    expect(fixed).toBeGreaterThan(0)
  })

  test('a side file and a baseline hide all that they name, with nothing left over, and hide nothing else', () => {
    const known = shippedRules.map(({ id }) => id)
    fc.assert(
      fc.property(draftsOf(one), (source) => {
        const result = checkAs(format, source)
        const entries = readSideFile(
          { ignore: result.findings.map(({ fingerprint }) => ({ fingerprint, reason: 'as sent' })) },
          known,
        )
        const quiet = hideBySideFile(result, entries, known)
        expect(quiet.findings).toEqual([])
        expect(quiet.notices).toEqual(result.notices)
        expect((quiet.hidden ?? []).filter(({ by }) => by === 'side file').map(({ finding }) => finding)).toEqual(
          result.findings,
        )
        const written = new Map(
          readBaseline(JSON.parse(writeBaseline(new Map([['a', updatedEntries(new Map(), result, known)]])))).get('a'),
        )
        const old = hideByBaseline(result, written)
        expect(old.findings).toEqual([])
        expect(staleEntries(written, old, known)).toEqual([])
        const [first] = written.keys()
        if (first === undefined) return
        written.delete(first)
        expect(hideByBaseline(result, written).findings.map(({ fingerprint }) => fingerprint)).toEqual([first])
      }),
      { numRuns: RUNS },
    )
  })

  test('an order for the whole file hides all of it where the format has comments, and what it hid is told again without it', () => {
    const order = '<!-- copydesk-disable-file -- as sent -->\n\n'
    const written = format === 'mdx' ? '{/* copydesk-disable-file -- as sent */}\n\n' : order
    fc.assert(
      fc.property(lines.map(write), (source) => {
        const result = checkAs(format, source)
        const quiet = checkAs(format, written + source)
        const expected = HAS_COMMENTS.has(format) ? result.findings : []
        expect(HAS_COMMENTS.has(format) ? quiet.findings : []).toEqual([])
        expect(
          (quiet.hidden ?? []).map(({ finding, by, reason }) => ({
            fingerprint: finding.fingerprint,
            line: finding.start.line - 2,
            by,
            reason,
          })),
        ).toEqual(
          expected.map(({ fingerprint, start }) => ({
            fingerprint,
            line: start.line,
            by: 'comment',
            reason: 'as sent',
          })),
        )
      }),
      { numRuns: RUNS },
    )
  })
})

function assertPlaces(source: string, { start, end, quote, suggestions, related }: Finding): void {
  for (const { start: from, end: to } of [{ start, end }, ...related]) {
    expect(from.offset >= 0 && from.offset <= to.offset && to.offset <= source.length).toBe(true)
    for (const point of [from, to]) {
      const before = source.slice(0, point.offset)
      const lineStart =
        Math.max(
          before.lastIndexOf('\n'),
          before.lastIndexOf('\r', before.length - (source.startsWith('\n', point.offset) ? 2 : 1)),
        ) + 1
      expect(point, before).toEqual({
        line: before.split(/\r\n|\n|\r(?!$)/).length,
        column: point.offset - lineStart + 1,
        offset: point.offset,
      })
    }
  }
  for (const { edits } of suggestions)
    for (const edit of edits) expect(edit.start >= 0 && edit.start <= edit.end && edit.end <= source.length).toBe(true)
  const slice = source.slice(start.offset, end.offset)
  const isPlain = /^[A-Za-z ,.]*$/.test(slice)
  expect(isPlain ? quote.replace(/\s+/g, ' ') : slice).toBe(isPlain ? slice.replace(/ +/g, ' ') : slice)
}
