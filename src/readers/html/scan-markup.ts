/**
 * Tells the tags of a stretch of HTML from its text, with exact offsets and in the order of the source. parse5's
 * tokenizer does the work, not its tree builder: that one moves text out of tables, and is quadratic in open elements.
 */
import { Tokenizer, TokenizerMode, type Token } from 'parse5'
import { RAW_TEXT } from './elements.ts'

/**
 * Where an attribute's value stands: without its quotes; `quote` is empty where it has none, as where there is no
 * value.
 */
export interface AttributeValue {
  readonly start: number
  readonly end: number
  readonly quote: '"' | "'" | ''
}

/** Called for each piece of a stretch of HTML; offsets count from its start. */
export interface MarkupHandler {
  /** Text as it stands, character references and all. */
  text(start: number, end: number): void
  startTag(name: string, start: number, end: number, attribute: (name: string) => AttributeValue | undefined): void
  endTag(name: string, start: number, end: number): void
  /** A comment, `<!-- … -->`, marks and all. */
  comment?(start: number, end: number): void
  /** A comment that is never closed takes all that follows. */
  openComment?(start: number, end: number): void
}

/** Scans HTML. */
export function scanMarkup(html: string, handler: MarkupHandler): void {
  let from = 0
  let skipped = 0
  let cutShort = false
  const textUpTo = (to: number): void => {
    const start = Math.max(from, skipped)
    if (to > start) handler.text(start, to)
  }
  const markup = ({ location }: Token.Token, tell: (start: number, end: number) => void): void => {
    const { startOffset, endOffset } = location!
    if (startOffset < skipped) return
    textUpTo(startOffset)
    tell(startOffset, endOffset)
    from = endOffset
  }
  const nothing = (): void => undefined
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        tokenizer.state = RAW_TEXT.get(token.tagName) ?? TokenizerMode.DATA
        markup(token, (start, end) =>
          handler.startTag(token.tagName, start, end, (name) => attributeOf(html, token, name)),
        )
      },
      onEndTag: (token) => markup(token, (start, end) => handler.endTag(token.tagName, start, end)),
      onComment: (token) =>
        markup(token, (start, end) => {
          // To HTML, “<?php if ($a > 1) …” ends at its first “>”; to Markdown it doesn't.
          const close = html.startsWith('<?', start) ? '?>' : html.startsWith('<![CDATA[', start) ? ']]>' : undefined
          if (close) {
            const at = html.indexOf(close, start)
            skipped = at < 0 ? html.length : at + close.length
          } else if (html.startsWith('<!--', start) && html[end - 1] !== '>') {
            handler.openComment?.(start, end)
          } else if (html.startsWith('<!--', start)) {
            handler.comment?.(start, end)
          }
        }),
      onDoctype: (token) => markup(token, nothing),
      onEof: () => {
        textUpTo(cutShort ? unfinishedTag(html, Math.max(from, skipped)) : html.length)
      },
      onCharacter: nothing,
      onWhitespaceCharacter: nothing,
      onNullCharacter: nothing,
      onParseError: ({ code }) => {
        if (code === 'eof-in-tag') cutShort = true
      },
    },
  )
  tokenizer.write(html, true)
}

/** Where a tag starts that the end of the HTML cuts short: all whole ones lie before `from`. */
function unfinishedTag(html: string, from: number): number {
  const tag = /<\/?[A-Za-z]/g
  tag.lastIndex = from
  return tag.exec(html)?.index ?? html.length
}

function attributeOf(html: string, token: Token.TagToken, name: string): AttributeValue | undefined {
  const at = token.location?.attrs?.[name]
  if (!at) return undefined
  const match = /^[^=]+=\s*(["']?)/.exec(html.slice(at.startOffset, at.endOffset))
  if (!match) return { start: at.endOffset, end: at.endOffset, quote: '' }
  const quote = match[1] as AttributeValue['quote']
  return { start: at.startOffset + match[0].length, end: at.endOffset - quote.length, quote }
}
