/** Guesses which known name was meant by one that isn't known. */

/** “; did you mean …?” where a known name is near an unknown one; else which names there are, where they are few. */
export function didYouMean(unknown: string, known: readonly string[], otherwise = knownNames(known)): string {
  // Nobody misspells a name by hundreds of letters, and comparing two long ones takes the product of their lengths.
  if (unknown.length > LONGEST_NAME) return otherwise
  let nearest: string | undefined
  let least = Math.max(2, Math.floor(unknown.length / 3)) + 1
  for (const name of known) {
    const distance = editDistance(unknown.toLowerCase(), name.toLowerCase())
    if (distance < least) [nearest, least] = [name, distance]
  }
  if (nearest !== undefined) return `; did you mean “${nearest}”?`
  return otherwise
}

const LONGEST_NAME = 80

function knownNames(known: readonly string[]): string {
  return known.length > 0 && known.length <= 8 ? `; known are ${known.join(', ')}` : ''
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[other.length]!
}
