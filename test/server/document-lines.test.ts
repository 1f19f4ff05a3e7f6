/** What an edit of a big document costs. */
import { expect, test } from 'vitest'
import { OpenDocument } from '../../src/server/documents/open-document.ts'
import { duration } from '../duration.ts'

const LINE = 'Most of the ferries sail at noon, 🙂 and the rest at night.\n'

test.each(['utf-16', 'utf-8', 'utf-32'] as const)(
  'thousands of edits in a megabyte cost as much as their lines, and not each as much as the megabyte: %s',
  (encoding) => {
    const lines = Math.ceil(1_000_000 / LINE.length)
    let edition = 0
    const document = new OpenDocument(
      { uri: 'untitled:a', languageId: 'plaintext', version: 1, text: LINE.repeat(lines) },
      encoding,
      () => ++edition,
    )
    const changes = Array.from({ length: 5000 }, (_, index) => ({
      range: { start: { line: index, character: 4 }, end: { line: index, character: 7 } },
      text: ' all',
    }))
    // Five thousand times a megabyte would take ten seconds.
    expect(
      duration(() => {
        document.change(changes, 2)
        for (const [index, change] of changes.entries()) document.change([{ ...change, text: ' of' }], 3 + index)
        return document.text
      }),
    ).toBeLessThan(2000)
    const { text } = document
    expect(text.length).toBe(LINE.length * lines + 5000)
    expect(text.startsWith('Most ofl the ferries')).toBe(true)
  },
)

test('a text of many lines is put in at once', () => {
  const document = new OpenDocument(
    { uri: 'untitled:a', languageId: 'plaintext', version: 1, text: 'a\nb' },
    'utf-16',
    () => 1,
  )
  document.change(
    [{ range: { start: { line: 0, character: 1 }, end: { line: 1, character: 0 } }, text: '\n'.repeat(300_000) }],
    2,
  )
  expect(document.text).toBe(`a${'\n'.repeat(300_000)}b`)
  expect(document.positions.at(document.text.length)).toEqual({ line: 300_000, character: 1 })
})
