/** Nothing unread passes as sound: what is said where a source isn't read, or holds no copy. */
import type { Copy, Notice } from '#copy'

/**
 * A source that isn't read, or in which no copy was found though there is something in it. Its message is the predicate
 * of a sentence about the source: “is a Word document (DOCX), which is not read; …”.
 */
export class UnreadError extends Error {
  override readonly name = 'UnreadError'
}

/**
 * Makes sure that something of a source was read. What was passed over beside copy is left to the report, whose notices
 * tell it as `unread`.
 * @throws {UnreadError} where nothing was, and the reader says that there was something to read.
 */
export function assertRead(copies: readonly Copy[]): void {
  if (isBlank(copies) || copies.some(({ blocks }) => blocks.length > 0)) return
  const unread = copies.flatMap(({ notices }) => notices).find(({ about }) => about === 'unread')
  if (unread) throw new UnreadError(unread.message)
}

// Keys enough to recognise a file's fields by.
const MOST_KEYS = 3

/** What is to be said of a source in which nothing, or only fields, stands to be read; nothing of all others. */
export function whyEmpty(copies: readonly Copy[]): string | undefined {
  if (copies.length === 0) return undefined
  if (isBlank(copies)) return 'this is empty'
  const blocks = copies.flatMap((copy) => copy.blocks)
  if (blocks.some(({ kind }) => kind !== 'field') || copies.some(({ notices }) => notices.some(isUnread)))
    return undefined
  if (blocks.length > 0) {
    const keys = [...new Set(blocks.map(({ key }) => key ?? 'field'))]
    return `nothing but fields stands here (${keys.slice(0, MOST_KEYS).join(', ')}${keys.length > MOST_KEYS ? ' …' : ''}), and no text`
  }
  return 'nothing that stands here is copy'
}

function isBlank(copies: readonly Copy[]): boolean {
  return copies.every(({ source }) => source.trim() === '')
}

function isUnread({ about }: Notice): boolean {
  return about === 'unread'
}
