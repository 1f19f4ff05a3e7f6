/** Says in words how many times something stands. */

/** “once”, “twice”, “3 times”. */
export function timesOf(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
