/** Brings a packed expression back: what runs in the worker. */
import { DIGITS } from './unpack-words.mjs'

/** Says that a number has three digits; others have one. */
export const LONG = '-'

/**
 * An expression whose classes are written as gaps: by turns, how many code units are left out and how far the next
 * range goes.
 */
export function unpackExpression(packed, flags) {
  return new RegExp(
    packed.replace(/\[([^\]]*)\]/g, (_, gaps) => `[${rangesOf(gaps)}]`),
    flags,
  )
}

function rangesOf(gaps) {
  let next = 0
  return gaps.replace(/(-...|.)(-...|.)/g, (_, gap, length) => {
    const first = next + numberOf(gap)
    const last = first + numberOf(length)
    next = last + 1
    return `${escaped(first)}-${escaped(last)}`
  })
}

function numberOf(digits) {
  let number = 0
  for (const digit of digits.replace(LONG, '')) number = number * DIGITS.length + DIGITS.indexOf(digit)
  return number
}

function escaped(unit) {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
