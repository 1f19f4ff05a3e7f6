/** The key of a name: what its spellings share. */

/** What two spellings of one name share: “U.S.” and “US”, “Coca-Cola” and “Coca Cola”, “Müller” and “Muller”. */
export function nameKey(core: readonly string[]): string {
  const joined = core
    .join('')
    .toLowerCase()
    .replace(/[.’'&!\-‑,]/g, '')
  // oxlint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(joined) ? joined : joined.normalize('NFD').replace(/\p{M}/gu, '')
}
