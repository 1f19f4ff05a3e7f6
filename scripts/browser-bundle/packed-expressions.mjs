/**
 * The tokenizer’s tables of characters, as the gaps between them: a fifth of the gzipped size of ranges written out.
 */
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { LONG } from './unpack-expression.mjs'
import { DIGITS } from './unpack-words.mjs'

export const packedExpressions = {
  name: 'packed expressions',
  setup(build) {
    build.onLoad({ filter: /[/\\]parse-latin[/\\]lib[/\\]expressions\.js$/ }, async ({ path }) => ({
      contents: packedExports(await import(pathToFileURL(path).href)),
      loader: 'js',
      resolveDir: dirname(fileURLToPath(import.meta.url)),
    }))
  },
}

/** A module of the same expressions. */
export function packedExports(expressions) {
  const lines = Object.entries(expressions).map(([name, expression]) => `export const ${name} = ${written(expression)}`)
  return ["import { unpackExpression } from './unpack-expression.mjs'", ...lines].join('\n')
}

function written({ source, flags }) {
  const packed = source.replace(/\[((?:\\.|[^\]\\])+)\]/g, (_, list) => `[${gapsOf(rangesIn(list))}]`)
  return packed.length < source.length / 2
    ? `unpackExpression(${JSON.stringify(packed)}, ${JSON.stringify(flags)})`
    : `/${source}/${flags}`
}

/** The first and last code units of each range that a class lists, in order. */
function rangesIn(list) {
  const units = list.replaceAll('\\d', '0-9').matchAll(/(\\u[\dA-F]{4}|\\?[^])(?:-(\\u[\dA-F]{4}|\\?[^]))?/g)
  return [...units]
    .map(([, first, last = first]) => [unitOf(first), unitOf(last)])
    .toSorted(([one], [other]) => one - other)
}

function unitOf(written) {
  if (/^\\[a-z]/.test(written)) return new Function(`return "${written}"`)().charCodeAt(0)
  return written.charCodeAt(written.length - 1)
}

/** How many units lie between two ranges, and how many a range goes on, by turns. */
function gapsOf(ranges) {
  let after = 0
  return ranges
    .map(([first, last]) => {
      const gaps = digitsOf(first - after) + digitsOf(last - first)
      after = last + 1
      return gaps
    })
    .join('')
}

function digitsOf(number) {
  const base = DIGITS.length
  if (number < base) return DIGITS[number]
  return (
    LONG + DIGITS[Math.floor(number / base ** 2)] + DIGITS[Math.floor(number / base) % base] + DIGITS[number % base]
  )
}
