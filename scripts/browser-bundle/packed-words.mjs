/** Long sorted lists of words at less than a third of the gzipped size, as stems, and long texts at four fifths: by models of how they go on. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stemsOf } from './stems.mjs'
import { TextModel } from './text-model.mjs'
import { DIGITS, LEAST_RANGE, lettersIn, splitOf } from './unpack-words.mjs'
import { WordModel } from './word-model.mjs'

export const packedWords = {
  name: 'packed words',
  setup(build) {
    const replace = (filter, contentsOf) => build.onLoad({ filter }, async ({ path }) => {
      const { code } = await build.esbuild.transform(readFileSync(path, 'utf8'), { loader: 'ts', format: 'cjs' })
      const module = { exports: {} }
      new Function('module', 'exports', code)(module, module.exports)
      return { contents: contentsOf(module.exports.default), loader: 'js', resolveDir: dirname(fileURLToPath(import.meta.url)) }
    })
    replace(/[/\\](?:common-words|known-names)\.generated\.ts$/, (list) => packed(list.split('\n')))
    replace(/[/\\]furniture[/\\]shapes\.generated\.ts$/, packedData)
  },
}

/** A module that exports data as they were. It takes up to a fifth of a second to load. */
export function packedData(data) {
  return `import { unpackText } from './unpack-words.mjs'\nexport default JSON.parse(unpackText(${JSON.stringify(packText(JSON.stringify(data)))}))`
}

/** A module that exports the words as they were, a line each. It takes less than a tenth of a second to load. */
export function packed(words) {
  const stems = JSON.stringify(packWords(stemsOf(words)))
  return `import { unpackWords, wordsOf } from './unpack-words.mjs'\nexport default wordsOf(unpackWords(${stems})).join('\\n')`
}

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
    model.next((likely) => writer.write(likely, symbol >> --bit & 1))
  }
  return { digits: writer.end(), letters, bits, count: words.length }
}

/** What `unpackText` takes; its characters are UTF-16 units. */
export function packText(text) {
  const letters = [...new Set(text.split(''))].toSorted().join('')
  const bits = Math.max(1, Math.ceil(Math.log2(letters.length)))
  const model = new TextModel(bits, lettersIn(letters))
  const writer = new Writer()
  for (let at = 0; at < text.length; at++) {
    const symbol = letters.indexOf(text[at])
    let bit = bits
    model.next((likely) => writer.write(likely, symbol >> --bit & 1))
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
    return [mark, ...word.slice(shared).split('').map((letter) => letters.indexOf(letter))]
  })
}

/** The other half of what `unpackWords` reads by: the least number that lies in all the parts. */
class Writer {
  #range = 1
  #digits = []

  write(likely, bit) {
    while (this.#range < LEAST_RANGE) {
      this.#range *= 64
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
      this.#digits[index] = amount % 64
      amount = Math.floor(amount / 64)
    }
  }

  end() {
    return this.#digits.map((digit) => DIGITS[digit]).join('')
  }
}
