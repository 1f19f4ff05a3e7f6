/** How sure a share is that was counted in a sample. */

/** The bounds of a share, each from 0 to 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The normal distribution's quantile for 95 %. */
const Z = 1.959963984540054

/**
 * The Wilson score interval at 95 % (E. B. Wilson, 1927), which holds for small samples and for shares near 0 and 1
 * too.
 * @param right How many of the sample have the property.
 * @param read The size of the sample, at least 1.
 */
export function wilsonInterval(right: number, read: number): Interval {
  if (!(read >= 1) || right < 0 || right > read) throw new RangeError(`no share: ${right} of ${read}`)
  const share = right / read
  const weight = 1 + Z ** 2 / read
  const middle = (share + Z ** 2 / (2 * read)) / weight
  const reach = (Z / weight) * Math.sqrt((share * (1 - share)) / read + Z ** 2 / (4 * read ** 2))
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}
