/** Injects damaged characters: “â€™” for “’”, and U+FFFD where a character was lost. */
import type { Copy } from './copy.ts'
import type { Change, ErrorKind, Supplies } from './kind.ts'

const RULE = 'encoding-damage'

/** The kinds of damaged characters. */
export const encodingKinds: readonly ErrorKind[] = [
  { name: 'encoding damage, UTF-8 read as Windows-1252', rule: RULE, bar: 0.95, change: misread },
  { name: 'encoding damage, lost character', rule: RULE, bar: 0.95, change: lost },
]

/** What Windows-1252 shows for the bytes 80 to 9F, after Unicode's CP1252.TXT; where it shows nothing, the control character stays. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
/** What typesetters put for the typewriter's characters. */
const TYPESET: Readonly<Record<string, string>> = { "'": '’', '"': '”', ' - ': ' – ', ' -- ': ' — ', '...': '…' }

/** A text whose bytes in UTF-8 were read as Windows-1252: “é” becomes “Ã©”. */
export function misreadAsWindows1252(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => HIGH[byte - 0x80] ?? String.fromCharCode(byte)).join('')
}

function misread(copy: Copy, { random }: Supplies): Change | undefined {
  return damage(copy, random, misreadAsWindows1252)
}

function lost(copy: Copy, { random }: Supplies): Change | undefined {
  return damage(copy, random, () => '\uFFFD')
}

function damage(copy: Copy, random: Supplies['random'], broken: (character: string) => string): Change | undefined {
  const places = copy.prose.flatMap((paragraph) => (
    [...copy.slice(paragraph).matchAll(/[’‘“”–—…\u00C0-\u024F£€]|(?<=\p{L})'(?=\p{L})|(?<=[\p{L},.]) --? (?=\p{L})|\.\.\./gu)]
      .map(({ index, 0: character }) => ({ start: paragraph.start + index, character }))
  ))
  // Accents are rarer than quotation marks, and the more telling.
  const rare = places.filter(({ character }) => /[\u00C0-\u024F£€–—…]/.test(character))
  const place = random.pick(rare.length > 0 && random.chance(0.3) ? rare : places)
  if (!place) return undefined
  const { start, character } = place
  const typeset = TYPESET[character] ?? character
  const trimmed = typeset.trim()
  return { start, end: start + character.length, words: typeset.replace(trimmed, broken(trimmed)) }
}
