/** Chance that falls the same every time: a small generator of random numbers that is given its seed. */

/** Where choices come from. */
export interface Random {
  /** A number from 0 up to 1. */
  next(): number
  /** Whether something with that chance, 0 to 1, happens. */
  chance(share: number): boolean
  /** One of a list; nothing where it is empty. */
  pick<T>(list: readonly T[]): T | undefined
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[]
}

/**
 * Chance for one purpose.
 * @param seed The seed of the whole run.
 * @param purpose What it is used for, so that two purposes don't fall alike.
 */
export function createRandom(seed: number, purpose: string): Random {
  let state = hash(`${seed}\n${purpose}`)
  // Mulberry32: 32 bits of state are plenty to choose among thousands of articles.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
    shuffled(list) {
      const mixed = [...list]
      for (let index = mixed.length - 1; index > 0; index--) {
        const other = Math.floor(next() * (index + 1))
        ;[mixed[index], mixed[other]] = [mixed[other]!, mixed[index]!]
      }
      return mixed
    },
  }
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value
}
