/** Names that mean the same everywhere: a country or body and its common short forms, by key. */

import data from './same-names.generated.ts'

/** From a short form's key to the key of the full name. */
export const sameNames: ReadonlyMap<string, string> = new Map(
  Object.entries(data).flatMap(([full, short]) => short.map((key): [string, string] => [key, full])),
)
