/**
 * Long sorted lists of words at less than a third of the gzipped size, and long texts at four fifths: by models of how
 * they go on.
 */
import { TextModel } from './text-model.mjs'
import { DIGITS, LEAST_RANGE, lettersIn, splitOf } from './unpack-words.mjs'
import { WordModel } from './word-model.mjs'

/** What `unpackWords` takes. */
export function packWords(words) {
  const letters = [...new Set(words.join('').split(''))].toSorted().join('')
  const longest = Math.max(...words.map(({ length }) => length), 1)
  const bits = 1 + Math.ceil(Math.log2(Math.max(letters.length, longest + 1)))
  const model = new WordModel(bits)
  const writer = new Writer()
  // The mark of a word is what tells that the one before has ended.
  for (const symbol of [...symbolsOf(words, letters, bits), 2 ** (bits - 1)]) {
    let bit = bits
    model.next((likely) => writer.write(likely, (symbol >> --bit) & 1))
  }
  return { digits: writer.end(), letters, bits, count: words.length }
}

/** What `unpackText` takes; its characters are UTF-16 units. */
export function packText(text) {
  const letters = [...new Set(text.split(''))].toSorted().join('')
  const bits = Math.max(1, Math.ceil(Math.log2(letters.length)))
  const model = new TextModel(bits, lettersIn(letters), text.length)
  const writer = new Writer()
  for (let at = 0; at < text.length; at++) {
    const symbol = letters.indexOf(text[at])
    let bit = bits
    model.next((likely) => writer.write(likely, (symbol >> --bit) & 1))
  }
  return { digits: writer.end(), letters, bits, count: text.length }
}

function symbolsOf(words, letters, bits) {
  let before = ''
  return words.flatMap((word) => {
    let shared = 0
    while (shared < word.length && word[shared] === before[shared]) shared++
    const mark = 2 ** (bits - 1) + before.length - shared
    before = word
    return [
      mark,
      ...word
        .slice(shared)
        .split('')
        .map((letter) => letters.indexOf(letter)),
    ]
  })
}

/** The other half of what `unpackWords` reads by: the least number that lies in all the parts. */
class Writer {
  #range = 1
  #digits = []

  write(likely, bit) {
    while (this.#range < LEAST_RANGE) {
      this.#range *= DIGITS.length
      this.#digits.push(0)
    }
    const split = splitOf(this.#range, likely)
    if (!bit) this.#add(split)
    this.#range = bit ? split : this.#range - split
    return bit
  }

  #add(amount) {
    for (let index = this.#digits.length - 1; amount > 0; index--) {
      amount += this.#digits[index]
      this.#digits[index] = amount % DIGITS.length
      amount = Math.floor(amount / DIGITS.length)
    }
  }

  end() {
    return this.#digits.map((digit) => DIGITS[digit]).join('')
  }
}
