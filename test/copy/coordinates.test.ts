/** Tests of the way from source to text and back, for sources made of anything. */
import fc from 'fast-check'
import type { Copy } from '../../src/copy/index.ts'
import { describe, expect, it } from 'vitest'
import { CopyBuilder } from '../../src/copy/copy-builder.ts'
import { span } from '../../src/text/span.ts'
import type { SourceEdit } from '../../src/text/index.ts'

const ODD_SPACES = [
  '\t',
  '\v',
  '\f',
  '\u0085',
  '\u00A0',
  '\u1680',
  '\u2002',
  '\u2009',
  '\u200A',
  '\u2028',
  '\u2029',
  '\u202F',
  '\u205F',
  '\u3000',
]
const INVISIBLE = [
  '\u00AD',
  '\u061C',
  '\u180E',
  '\u200B',
  '\u200D',
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202E',
  '\u2060',
  '\u2064',
  '\u2066',
  '\u2069',
  '\uFEFF',
]

// What a source may be made of; how each is read is told again here, by hand, so that the two can disagree.
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&rsquo;': '’', '&eacute;': 'é', '&#128512;': '😀' }
type Token = { readonly kind: 'copy' | 'decode' | 'skip'; readonly source: string }

const token: fc.Arbitrary<Token> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.stringMatching(/^[a-zA-Z .,“”’é]{1,6}$/).map((source): Token => ({ kind: 'copy', source })),
  },
  fc.constantFrom('😀', '中文', 'u\u0308').map((source): Token => ({ kind: 'copy', source })),
  fc.constantFrom(...INVISIBLE, '\u200B\u200D').map((source): Token => ({ kind: 'copy', source })),
  fc.constantFrom('\r\n', ...ODD_SPACES).map((source): Token => ({ kind: 'copy', source })),
  fc.constantFrom(...Object.keys(ENTITIES)).map((source): Token => ({ kind: 'decode', source })),
  fc.constantFrom('<b>', '</b>', '<!-- -->').map((source): Token => ({ kind: 'skip', source })),
)

/** Reads a source all over again: without markup, entities decoded, spaces plain, nothing invisible. */
function reread(source: string): string {
  return source
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z#0-9]+;/g, (entity) => ENTITIES[entity]!)
    .replaceAll('\r\n', ' ')
    .replace(new RegExp(`[${ODD_SPACES.join('')}]`, 'g'), ' ')
    .replace(new RegExp(`[${INVISIBLE.join('')}]`, 'g'), '')
}

function storyOf(tokens: readonly Token[]): Copy {
  const source = tokens.map((each) => each.source).join('')
  const copy = new CopyBuilder(source)
  copy.open({ kind: 'paragraph' })
  let at = 0
  for (const {
    kind,
    source: { length },
    source: written,
  } of tokens) {
    if (kind === 'copy') copy.copy(at, at + length)
    if (kind === 'decode') copy.decode(ENTITIES[written]!, at, at + length)
    at += length
  }
  copy.close()
  return copy.finish({ format: 'text' })
}

/** Spans of a story that begin and end between characters. */
function someSpans(story: Copy, ends: readonly [number, number][]) {
  const offsets = [0]
  for (const character of story.text) offsets.push(offsets.at(-1)! + character.length)
  return ends.map(([one, other]) => {
    const [start, end] = [one % offsets.length, other % offsets.length].toSorted((a, b) => a - b) as [number, number]
    return span(offsets[start]!, offsets[end]!)
  })
}

const tokens = fc.array(token, { maxLength: 40 })
const ends = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 20 })

describe('whatever a source is made of', () => {
  it('its text is what a reader sees', () => {
    fc.assert(
      fc.property(tokens, (all) => {
        const story = storyOf(all)
        expect(story.text).toBe(reread(story.source))
      }),
    )
  })

  it('the source of every span, read again, is the span', () => {
    fc.assert(
      fc.property(tokens, ends, (all, pairs) => {
        const story = storyOf(all)
        for (const at of someSpans(story, pairs)) {
          const { start, end } = story.toSource(at)
          expect(reread(story.source.slice(start, end))).toBe(story.slice(at))
        }
      }),
    )
  })

  it('every edit that is offered changes its span and nothing else', () => {
    let offered = 0
    fc.assert(
      fc.property(tokens, ends, fc.constantFrom('', 'Huawei', ' and '), (all, pairs, replacement) => {
        const story = storyOf(all)
        for (const at of someSpans(story, pairs)) {
          const edited = apply(story, story.toSourceEdit(at, replacement))
          if (edited === undefined) continue
          offered++
          expect(reread(edited)).toBe(story.text.slice(0, at.start) + replacement + story.text.slice(at.end))
          expect(edited.match(/<[^>]*>/g)).toEqual(story.source.match(/<[^>]*>/g))
        }
      }),
    )
    expect(offered).toBeGreaterThan(100)
  })
})

function apply(story: Copy, edit: SourceEdit | undefined): string | undefined {
  return edit && story.source.slice(0, edit.start) + edit.text + story.source.slice(edit.end)
}
