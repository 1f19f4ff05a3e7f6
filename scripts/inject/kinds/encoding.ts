/**
 * Injects damaged characters: “â€™” for “’”, U+FFFD where a character was lost, tags of a page, a story without its
 * apostrophes.
 */
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'

const RULE = 'encoding-damage'

/** The kinds of damaged characters. */
const kinds: readonly ErrorKind[] = [
  { name: 'encoding damage, UTF-8 read as Windows-1252', rule: RULE, bar: 0.95, change: misread },
  { name: 'encoding damage, lost character', rule: RULE, bar: 0.95, change: lost },
  { name: 'encoding damage, HTML tags in text', rule: RULE, bar: 0.98, change: tagged },
  { name: 'encoding damage, all apostrophes lost', rule: RULE, bar: 0.95, change: withoutApostrophes },
]
export default kinds

/**
 * What Windows-1252 shows for the bytes 80 to 9F, after Unicode's CP1252.TXT; where it shows nothing, the control
 * character stays.
 */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
/** What typesetters put for the typewriter's characters. */
const TYPESET: Readonly<Record<string, string>> = { "'": '’', '"': '”', ' - ': ' – ', ' -- ': ' — ', '...': '…' }

/** A text whose bytes in UTF-8 were read as Windows-1252: “é” becomes “Ã©”. */
export function misreadAsWindows1252(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => HIGH[byte - 0x80] ?? String.fromCharCode(byte)).join('')
}

function misread(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  return damage(copy, random, misreadAsWindows1252)
}

function lost(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  return damage(copy, random, () => '\uFFFD')
}

function damage(
  copy: DraftCopy,
  random: Supplies['random'],
  broken: (character: string) => string,
): Replacement | undefined {
  const places = copy.prose.flatMap((paragraph) =>
    [
      ...copy
        .slice(paragraph)
        .matchAll(/[’‘“”–—…\u00C0-\u024F£€]|(?<=\p{L})'(?=\p{L})|(?<=[\p{L},.]) --? (?=\p{L})|\.\.\./gu),
    ].map(({ index, 0: character }) => ({ start: paragraph.start + index, character })),
  )
  // Accents are rarer than quotation marks, and the more telling.
  const rare = places.filter(({ character }) => /[\u00C0-\u024F£€–—…]/.test(character))
  const place = random.pick(rare.length > 0 && random.chance(0.3) ? rare : places)
  if (!place) return undefined
  const { start, character } = place
  const typeset = TYPESET[character] ?? character
  const trimmed = typeset.trim()
  return { start, end: start + character.length, words: typeset.replace(trimmed, broken(trimmed)) }
}

const PAIRS = [
  '<strong>|</strong>',
  '<em>|</em>',
  '<b>|</b>',
  '<i>|</i>',
  '<span class="lead">|</span>',
  '<a href="https://example.org/more">|</a>',
]
const SINGLES = ['<br>', '<br />', '</p><p>', '<br><br>']

/** Tags around one to three words, or in place of a space. */
function tagged(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const match = random.pick(copy.matches(/(?<=\p{L} )\p{L}+(?: \p{L}+){0,2}(?= \p{L})/gu))
  if (!match) return undefined
  const { index: start, 0: words } = match
  if (random.chance(0.5)) return { start: start - 1, end: start, words: random.pick(SINGLES)! }
  const [open, close] = random.pick(PAIRS)!.split('|')
  return { start, end: start + words.length, words: `${open}${words}${close}` }
}

const FEWEST_APOSTROPHES = 3
const APOSTROPHES = /(?<=\p{L})[’'](?=\p{L}|\s|$)/gu

/** The story from its first apostrophe to its last, without any. */
function withoutApostrophes({ text }: DraftCopy): Replacement | undefined {
  const places = [...text.matchAll(/(?<=\p{L})[’'](?=\p{L})/gu)]
  if (places.length < FEWEST_APOSTROPHES) return undefined
  const start = places[0]!.index
  const end = places.at(-1)!.index + 1
  return {
    start,
    end,
    words: text
      .slice(start - 1, end)
      .replace(APOSTROPHES, '')
      .slice(1),
  }
}
