/** Character references: `&amp;`, `&#8217;`, and in HTML `&copy` without its semicolon. */
import { Tokenizer, type Token } from 'parse5'
import { DecodedText } from '../markup/decoded-text.ts'

const nothing = (): void => undefined

/**
 * What a stretch of HTML text that starts with `&` shows: `&` for `&amp;`, `©x` for `&copyx`, itself where it is no
 * reference.
 */
export function decodeReference(reference: string): string {
  let shown = ''
  const add = ({ chars }: Token.CharacterToken): void => {
    shown += chars
  }
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onCharacter: add,
      onWhitespaceCharacter: add,
      onNullCharacter: nothing,
      onStartTag: nothing,
      onEndTag: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  )
  tokenizer.write(reference, true)
  return shown
}

const REFERENCE = /&(?:#[xX]?[\dA-Fa-f]{1,10}|[A-Za-z][\dA-Za-z]{0,40});?/g

/** A text with what its character references show in place of them. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, (reference) => decodeReference(reference)) : text
}

/**
 * A text once more without its character references: what they show stands in their place. Those without a semicolon
 * stay.
 */
export function withoutReferences(decoded: DecodedText, start: number, source: string): DecodedText {
  const { text } = decoded
  if (!text.includes('&')) return decoded
  const shown = new DecodedText(source, start)
  const add = (from: number, to: number): void => {
    decoded.forEach(
      from,
      to,
      (first, last) => shown.plain(first, last),
      (part, first, last) => shown.decoded(part, first, last),
    )
  }
  let from = 0
  for (const { 0: reference, index } of text.matchAll(REFERENCE)) {
    if (!reference.endsWith(';')) continue
    add(from, index)
    from = index + reference.length
    const at = decoded.toSource(index, from)
    shown.decoded(decodeReference(reference), at.start, at.end)
  }
  add(from, text.length)
  return shown
}
