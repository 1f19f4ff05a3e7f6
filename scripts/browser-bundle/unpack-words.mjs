/** Brings packed words and texts back: what runs in the worker. */
import { wordsOf } from './stems.mjs'
import { TextModel } from './text-model.mjs'
import { WordModel } from './word-model.mjs'

/**
 * What a packed list is written in. With 64 digits, gzip would need seven bits for some: it has marks of its own to
 * tell from them.
 */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Below it, a range is made wider by a digit; then it still has less than 31 bits. */
export const LEAST_RANGE = 2 ** 24

/** Lists of words, a line each, by how many stems each of them has. */
export function unpackLists(packed, counts) {
  const stems = unpackWords(packed)
  return counts.map((count) => wordsOf(stems.splice(0, count)).join('\n'))
}

/** The words of a packed list. */
export function unpackWords({ digits, letters, bits, count }) {
  const model = new WordModel(bits)
  const firstMark = 1 << (bits - 1)
  const read = readerOf(digits)
  const words = []
  let word = ''
  let symbol = model.next(read)
  while (words.length < count) {
    word = word.slice(0, word.length + firstMark - symbol)
    while ((symbol = model.next(read)) < firstMark) word += letters[symbol]
    words.push(word)
  }
  return words
}

/** A packed text. */
export function unpackText({ digits, letters, bits, count }) {
  const model = new TextModel(bits, lettersIn(letters), count)
  const read = readerOf(digits)
  let text = ''
  for (let index = 0; index < count; index++) text += letters[model.next(read)]
  return text
}

/** Which of a text's characters are letters. */
export function lettersIn(characters) {
  return [...characters].map((character) => /[a-z']/.test(character))
}

/**
 * Arithmetic coding: says bit by bit in which part of the range, split by how likely the bit is set, the number lies.
 */
function readerOf(digits) {
  let range = 1
  let number = 0
  let index = 0
  return (likely) => {
    while (range < LEAST_RANGE) {
      range *= DIGITS.length
      number = number * DIGITS.length + DIGITS.indexOf(digits[index++])
    }
    const split = splitOf(range, likely)
    if (number < split) {
      range = split
      return 1
    }
    range -= split
    number -= split
    return 0
  }
}

/** The part of a range that stands for a bit that is set. */
export function splitOf(range, likely) {
  return (range >> 14) * ((likely * 16384) | 0)
}
