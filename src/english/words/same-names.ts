/** Names that mean the same everywhere: a country or body and its common short forms, by key. */

// The keys are those of `nameKey`: lower case, without dots and spaces. Short forms as in the UN's and the AP's usage.
const FAMILIES: readonly (readonly string[])[] = [
  ['unitedstates', 'us', 'usa', 'unitedstatesofamerica'],
  ['unitedkingdom', 'uk'],
  ['europeanunion', 'eu'],
  ['unitednations', 'un'],
  ['unitedarabemirates', 'uae'],
]

/** From a short form's key to the key of the full name. */
export const sameNames: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap(([full, ...short]) => short.map((key): [string, string] => [key, full!])),
)
