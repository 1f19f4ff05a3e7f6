/** Tests that text of unknown origin is safe to print and still says what it said. */
import { describe, expect, test } from 'vitest'
import { printable, printablePath } from '../../src/reporters/writing/printable.ts'
import { dangersIn, HOSTILE } from './reports.ts'

describe('a printable text', () => {
  test('is what it was where nothing in it is odd', () => {
    for (const text of [
      '“U.S.” at 10:30, a ratio of 3:1',
      'Ürümqi – naïve 😀 👩‍👩‍👧 東京 مرحبا',
      'C++’s std::vector; #1, ##, # [x]',
      'it costs 50 %',
    ]) {
      expect(printable(text)).toBe(text)
      expect(printablePath(text)).toBe(text)
    }
  })

  test.each(HOSTILE.map((text) => [JSON.stringify(text.slice(0, 40)), text]))('is one harmless line: %s', (_, text) => {
    for (const safe of [printable(text), printablePath(text)]) {
      expect(safe).not.toContain('\n')
      expect(dangersIn(safe)).toEqual([])
    }
  })

  test('shows what it escapes, and folds line ends', () => {
    expect(printable('a\r\n\tb')).toBe('a b')
    expect(printable('\u001b[31mred\u202e \ud800')).toBe('\\u001B[31mred\\u202E \\uD800')
    expect(printable('say ::error::x')).toBe('say \\u003A:error::x')
    expect(printable('##[error]x')).toBe('\\u0023#[error]x')
    expect(printable('tag \u{e0041}')).toBe('tag \\uDB40\\uDC41')
  })

  test('is cut after 500 characters, never inside one', () => {
    expect(printable('x'.repeat(500))).toBe('x'.repeat(500))
    expect(printable('x'.repeat(501))).toBe(`${'x'.repeat(500)}…`)
    expect(printable(`${'x'.repeat(499)}😀`)).toBe(`${'x'.repeat(499)}…`)
  })

  test('of a path keeps its whole name: line ends show, nothing is cut', () => {
    expect(printablePath('a\nb\tc')).toBe('a\\u000Ab\\u0009c')
    expect(printablePath('d/'.repeat(400))).toBe('d/'.repeat(400))
    expect(printablePath(':')).toBe('./:')
  })
})
