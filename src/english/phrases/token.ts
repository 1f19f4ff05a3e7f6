/** What phrases are matched by: the tokens of a text, whoever makes them. */

/**
 * What a token is. A `quote` opens a quotation, the mark `<brackets>` is a wire's “((”, a `stop` ends a sentence that
 * another follows, a `break` ends a line, an `embed` is the address of a post or a video.
 */
export type TokenKind = 'word' | 'number' | 'mark' | 'quote' | 'stop' | 'break' | 'url' | 'embed' | 'email' | 'handle'

export interface Token {
  readonly kind: TokenKind
  /** What templates name it by: a word or a mark itself, with straight apostrophes; `<number>`, `<url>` … */
  readonly key: string
  /** Whether nothing parts it from the token before, where that makes a difference: “TK” in “$TK” is no word “TK”. */
  readonly joined?: boolean
  /** Offsets into the text. */
  readonly start: number
  readonly end: number
}

/** The tokens of a text, which may be made one by one as they are asked for. */
export interface Tokens {
  /** The token at an index, or nothing past the last one. */
  at(index: number): Token | undefined
}

/** The keys of all tokens. */
export function keysOf(tokens: Tokens): readonly string[] {
  const keys: string[] = []
  for (let index = 0, token = tokens.at(0); token; token = tokens.at(++index)) keys.push(token.key)
  return keys
}
