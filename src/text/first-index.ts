/** Binary search, once for all that is kept in order: pieces, lines, blocks, sentences, quotations. */

/**
 * The first index for which `isPast` holds, or `count` where it holds for none.
 * @param isPast Must hold for every index behind one for which it holds.
 */
export function firstIndex(count: number, isPast: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (isPast(middle)) high = middle
    else low = middle + 1
  }
  return low
}
