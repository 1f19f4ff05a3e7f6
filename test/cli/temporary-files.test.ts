/** Tests that nobody can lie in wait for the temporary file of a fix. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { UnwrittenFile, writeCopy } from '../../src/cli/files/write-copy.ts'
import { checkout } from './checkout.ts'

const asked = vi.hoisted(() => ({ lengths: [] as number[] }))
vi.mock('node:crypto', async (original) => ({
  ...(await original<typeof import('node:crypto')>()),
  // What nobody can guess is known here.
  randomBytes: (length: number) => {
    asked.lengths.push(length)
    return Buffer.alloc(length, 7)
  },
}))
beforeEach(() => void (asked.lengths.length = 0))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const NAME = `.copydesk-${process.pid}-070707070707.tmp`

test('its name holds 48 bits that nobody can guess', () => {
  const { path } = checkout({ 'a.txt': 'A draft.' })
  writeCopy(path('a.txt'), bytes('A draft.'), bytes('A story.'))
  expect({ text: readFileSync(path('a.txt'), 'utf8'), lengths: asked.lengths }).toEqual({
    text: 'A story.',
    lengths: [6],
  })
})

test('whoever guesses it all the same, and puts a link there, gains nothing', () => {
  const { root, path, link } = checkout({ 'a.txt': 'A draft.', precious: 'Keep me.' })
  link(NAME, 'precious')
  expect(() => writeCopy(path('a.txt'), bytes('A draft.'), bytes('A story.'))).toThrow(UnwrittenFile)
  expect([readFileSync(path('a.txt'), 'utf8'), readFileSync(path('precious'), 'utf8')]).toEqual([
    'A draft.',
    'Keep me.',
  ])
  expect(lstatSync(path(NAME)).isSymbolicLink()).toBe(true)
  expect(readdirSync(root)).toHaveLength(4)
})
