/** What fingers do to a word: how many slips two words are apart, and of what sort. */

// Between two slips lies the rest of a word, and names have fewer letters than this between them.
const FARTHEST = 16

/**
 * The number of slips between two words: letters put in, left out, changed, or two neighbours swapped (Damerau’s count
 * in its restricted form). `most + 1` where there are more than `most`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let start = 0
  while (start < one.length && one.charCodeAt(start) === other.charCodeAt(start)) start++
  let oneEnd = one.length
  let otherEnd = other.length
  while (oneEnd > start && otherEnd > start && one.charCodeAt(oneEnd - 1) === other.charCodeAt(otherEnd - 1)) {
    oneEnd--
    otherEnd--
  }
  const rows = oneEnd - start
  const columns = otherEnd - start
  if (rows === 0 || columns === 0) return Math.max(rows, columns)
  if (rows + columns === 2) return 1
  // What one slip leaves between the same start and the same end is a letter, or two that were swapped.
  if (Math.max(rows, columns) > (most === 1 ? 2 : FARTHEST)) return most + 1
  let before: number[] = []
  let above = Array.from({ length: columns + 1 }, (_, column) => column)
  for (let row = 1; row <= rows; row++) {
    const current = [row]
    const letter = one.charCodeAt(start + row - 1)
    for (let column = 1; column <= columns; column++) {
      const same = letter === other.charCodeAt(start + column - 1)
      let least = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1))
      const swapped =
        row > 1
        && column > 1
        && letter === other.charCodeAt(start + column - 2)
        && one.charCodeAt(start + row - 2) === other.charCodeAt(start + column - 1)
      if (swapped) least = Math.min(least, before[column - 2]! + 1)
      current.push(least)
    }
    before = above
    above = current
  }
  return Math.min(above[columns]!, most + 1)
}

/** Whether two words begin with the same letter, or with the same two swapped. */
export function haveSameStart(one: string, other: string): boolean {
  return one[0] === other[0] || (one[0] === other[1] && one[1] === other[0])
}

// The letters that lie beside each other on the keyboards that English is written with.
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/**
 * Whether two words differ in their first letter alone, by a finger that came down on the key beside: “Kawson” for
 * Lawson.
 */
export function startsAKeyAway(one: string, other: string): boolean {
  if (one.slice(1) !== other.slice(1)) return false
  for (const [row, keys] of KEYBOARD.entries()) {
    const at = keys.indexOf(one[0]!)
    if (at < 0) continue
    const below = KEYBOARD[row + 1]
    const above = KEYBOARD[row - 1]
    return [keys[at - 1], keys[at + 1], below?.[at], below?.[at - 1], above?.[at], above?.[at + 1]].includes(other[0])
  }
  return false
}

const SHORTEST_EXCHANGED = 5
const SHORTEST_DOUBLED = 6

/** Whether two letters of a word have changed places over others: “Bagakoyo” for Bagayoko. */
export function areExchanged(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < SHORTEST_EXCHANGED) return false
  let start = 0
  let end = one.length - 1
  while (start < end && one[start] === other[start]) start++
  while (end > start && one[end] === other[end]) end--
  return (
    start < end
    && one[start] === other[end]
    && one[end] === other[start]
    && one.slice(start + 1, end) === other.slice(start + 1, end)
  )
}

/** Whether a letter is doubled in one word where another is in the other: “Gutteres” for Guterres. */
export function areDoubledElsewhere(one: string, other: string): boolean {
  return (
    one.length === other.length
    && one.length >= SHORTEST_DOUBLED
    && one !== other
    && withoutDoubles(one) === withoutDoubles(other)
  )
}

const withoutDoubles = (word: string): string => word.replace(/(.)\1+/g, '$1')

/** Whether two words hold the same letters in another order. */
export function areSwapped(one: string, other: string): boolean {
  return one.length === other.length && [...one].toSorted().join('') === [...other].toSorted().join('')
}
