/** Tests edits: that they are made as they say, and that two rounds of them become one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, composeEdits, isSound } from '../../src/text/edits.ts'
import { aSource, editsOf } from './edits.ts'
import { runs } from '../runs.ts'

describe('edits', () => {
  test('are made in place', () => {
    const edits = [
      { start: 0, end: 3, text: 'A' },
      { start: 4, end: 4, text: 'new ' },
      { start: 8, end: 9, text: '' },
    ]
    expect(applyEdits('The tram.', edits)).toBe('A new tram')
  })

  test('of two rounds are one round that does the same, in order and apart', () => {
    const twoRounds = aSource.chain((source) =>
      editsOf(source).chain((first) => editsOf(applyEdits(source, first)).map((second) => ({ source, first, second }))),
    )
    fc.assert(
      fc.property(twoRounds, ({ source, first, second }) => {
        const joined = composeEdits(source, first, second)
        expect(applyEdits(source, joined)).toBe(applyEdits(applyEdits(source, first), second))
        expect(
          joined.every(({ start, end }, index) => start <= end && (index === 0 || start > joined[index - 1]!.end)),
        ).toBe(true)
      }),
      { numRuns: runs(1000, 50_000) },
    )
  })

  test('of two rounds that undo each other are none', () => {
    expect(composeEdits('A tram', [{ start: 2, end: 2, text: 'new ' }], [{ start: 2, end: 6, text: '' }])).toEqual([])
    expect(composeEdits('A tram', [], [])).toEqual([])
  })

  test.each([
    ['a line feed alone', 'a\n', 1],
    ['a line feed behind another', '\n\n', 1],
    ['a carriage return before a letter', '\ra', 1],
    ['two carriage returns', '\r\r', 1],
    ['a high half alone', '\ud83da', 1],
    ['a low half alone', 'a\ude8b', 1],
    ['two high halves', '\ud83d\ud83d', 1],
    ['two low halves', '\ude8b\ude8b', 1],
    ['two of the first low half', '\udc00\udc00', 1],
    ['the letter before all halves', '\ud7ff\udc00', 1],
    ['the one behind them all', '\ud800\ue000', 1],
  ])('may start and end at %s', (_, source, at) => {
    expect(isSound({ start: at, end: at, text: 'x' }, source)).toBe(true)
    expect(isSound({ start: 0, end: source.length, text: 'x' }, source)).toBe(true)
  })

  test.each([['\r\n'], ['\ud800\udc00'], ['\udbff\udfff'], ['\ud800\udfff'], ['\udbff\udc00']])(
    'neither start nor end within %j',
    (pair) => {
      expect(isSound({ start: 1, end: 2, text: 'x' }, pair)).toBe(false)
      expect(isSound({ start: 0, end: 1, text: 'x' }, pair)).toBe(false)
    },
  )

  test.each([
    ['leaves the source', { start: 3, end: 9, text: '' }],
    ['starts before it', { start: -1, end: 1, text: '' }],
    ['ends before its start', { start: 4, end: 3, text: '' }],
    ['is at half an offset', { start: 0.5, end: 1, text: '' }],
    ['ends at half an offset', { start: 0, end: 1.5, text: '' }],
    ['cuts a character in two', { start: 2, end: 3, text: '' }],
    ['cuts a CRLF in two', { start: 0, end: 5, text: '' }],
    ['puts half a character in', { start: 0, end: 1, text: '\ud83d' }],
    ['puts a NUL in', { start: 0, end: 1, text: '\0' }],
  ])('are refused where one %s', (_, edit) => {
    expect(isSound(edit, 'a🚋b\r\nc')).toBe(false)
    expect(isSound({ start: 1, end: 3, text: '🚋' }, 'a🚋b\r\nc')).toBe(true)
  })
})
