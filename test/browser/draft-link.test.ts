import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftIn, fragmentOf, type Draft } from '../../playground/draft-link.ts'
import { runs } from '../runs.ts'

const pack = (text: string): string => `#draft=${deflateRawSync(text).toString('base64url')}`

describe('a link’s draft', () => {
  it('comes back as it was: emoji, CRLF, settings and all', async () => {
    const draft: Draft = {
      text: '🚢 Norvik\r\n\r\n“The the” \u202E ferry\r\n',
      lineEnd: '\r\n',
      format: 'markdown',
      path: 'a b.md',
      kind: 'sport',
      date: '2026-03-01',
      config: 'rules: {}\n',
    }
    const fragment = await fragmentOf(draft)
    expect(fragment).toMatch(/^#draft=[\w-]+$/)
    await expect(draftIn(fragment)).resolves.toEqual(draft)
  })

  it('comes back whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        await expect(draftIn(await fragmentOf({ text }))).resolves.toMatchObject({ text })
      }),
      { numRuns: runs(40, 1000) },
    )
  })

  it('is short: prose packs to less than half', async () => {
    const text =
      'The council voted to put off the work on the harbour until the spring, the mayor said on Monday. '.repeat(40)
    expect((await fragmentOf({ text })).length).toBeLessThan(text.length / 2)
  })

  it('is none where the fragment is about something else', async () => {
    await expect(draftIn('')).resolves.toBeUndefined()
    await expect(draftIn('#findings')).resolves.toBeUndefined()
  })

  it.each([
    [
      'was cut',
      async () => (await fragmentOf({ text: 'A long enough draft to be cut, in the middle of it.' })).slice(0, 40),
    ],
    ['is no base64', async () => '#draft=%%%'],
    ['packs no JSON', async () => pack('{"text": ')],
    ['packs no UTF-8', async () => `#draft=${deflateRawSync(Buffer.from([0x22, 0xff, 0x22])).toString('base64url')}`],
    ['unpacks to more than a page can hold', async () => pack(`{"text":"${'a'.repeat(9_000_000)}"}`)],
  ])('is refused in one line where it %s', async (_, fragment) => {
    await expect(draftIn(await fragment())).rejects.toThrow(
      'This link’s draft can’t be read; it may have been cut on the way.',
    )
  })

  it('is refused where it holds something else', async () => {
    for (const other of ['null', '5', '[]', '{}', '{"text":5}'])
      await expect(draftIn(pack(other))).rejects.toThrow('This link holds no draft.')
    await expect(draftIn(pack('{"text":"a","lineEnd":"x","format":5,"__proto__":{"config":"b"}}'))).resolves.toEqual({
      text: 'a',
    })
  })
})
