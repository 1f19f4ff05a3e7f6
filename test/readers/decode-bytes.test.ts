/** Decoding a file: which bytes are text, and what is said of those that aren't. */
import { describe, expect, it } from 'vitest'
import { decodeBytes, DecodeError } from '../../src/readers/bytes/decode-bytes.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
  for (const [index, unit] of ['\uFEFF', ...text.split('')].entries())
    view.setUint16(index * 2, unit.charCodeAt(0), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('a file', () => {
  it('in UTF-8 is decoded', () => {
    expect(decodeBytes(utf8('Zoë’s 🙂\r\n'))).toEqual({ text: 'Zoë’s 🙂\r\n', encoding: 'utf-8', bom: false })
    expect(decodeBytes(bytes())).toEqual({ text: '', encoding: 'utf-8', bom: false })
  })

  it('with a byte order mark is decoded without it', () => {
    expect(decodeBytes(utf8('\uFEFFZoë'))).toEqual({ text: 'Zoë', encoding: 'utf-8', bom: true })
    expect(decodeBytes(utf16('Zoë 🙂', true))).toEqual({ text: 'Zoë 🙂', encoding: 'utf-16le', bom: true })
    expect(decodeBytes(utf16('Zoë 🙂', false))).toEqual({ text: 'Zoë 🙂', encoding: 'utf-16be', bom: true })
  })

  it.each(['＿', 'ﻰ', '㻿'])('may begin with %s, which shares two bytes with the mark of UTF-8', (letter) => {
    expect(decodeBytes(utf8(`${letter}a`))).toEqual({ text: `${letter}a`, encoding: 'utf-8', bom: false })
  })

  it.each([
    [[0xff, 0x41], 1],
    [[0xfe, 0x41], 1],
    [[0x41, 0xfe], 2],
    [[0x41, 0xff], 2],
    [[0xff, 0xff], 1],
    [[0xfe, 0xfe], 1],
  ])('with half a mark of UTF-16, %j, is UTF-8 that is wrong', (given, at) => {
    expect(() => decodeBytes(bytes(...given))).toThrow(
      `is not UTF-8 (line 1, byte ${at} of the file); save it as UTF-8`,
    )
  })

  it('keeps a second byte order mark as a character of its own', () => {
    expect(decodeBytes(utf8('\uFEFF\uFEFFa')).text).toBe('\uFEFFa')
  })

  it('in another encoding is an error that names the first byte at fault', () => {
    expect(() => decodeBytes(bytes(0x5a, 0x6f, 0xeb, 0x20))).toThrow(
      new DecodeError('is not UTF-8 (line 1, byte 3 of the file); save it as UTF-8'),
    )
    expect(() => decodeBytes(bytes(0xef, 0xbb, 0xbf, 0x41, 0x0a, 0x41, 0xff))).toThrow('line 2, byte 7 of the file')
    expect(() => decodeBytes(bytes(0x41, 0xe2, 0x80))).toThrow('line 1, byte 2 of the file')
    expect(() => decodeBytes(bytes(0xed, 0xa0, 0x80))).toThrow('line 1, byte 1 of the file')
  })

  it('that is a document of another kind is an error by its name, also where it is sound UTF-8', () => {
    expect(() => decodeBytes(utf8('%PDF-1.7\n'))).toThrow(/^is a PDF, which is not read; /)
    expect(() => decodeBytes(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toThrow(
      expect.objectContaining({
        name: 'DecodeError',
        message: expect.stringMatching(/^is an image, which is not read; /) as string,
      }),
    )
  })

  it('that is cut in the middle of a UTF-16 character is an error', () => {
    expect(() => decodeBytes(bytes(0xff, 0xfe, 0x41))).toThrow(
      'has the byte order mark of UTF-16LE but is not UTF-16LE; save it as UTF-8',
    )
    expect(() => decodeBytes(bytes(0xfe, 0xff, 0xd8, 0x00))).toThrow(/UTF-16BE/)
  })

  it('that is binary, or UTF-16 without its mark, is an error', () => {
    expect(() => decodeBytes(utf16('Zoe', true).subarray(2))).toThrow(/^holds NUL characters/)
    expect(() => decodeBytes(bytes(0x89, 0x50, 0x4e, 0x47))).toThrow(DecodeError)
  })
})
