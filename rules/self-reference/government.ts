/** Judges what leads from a country to its government: they meet in most ways, but a country doesn’t sue its own. */
import type { Joint } from './joint.ts'
import type { Structure } from './structure.ts'
import { AUXILIARIES, CLAUSE_OPENERS, DAYS, GOVERNMENT_VERBS } from './word-classes.ts'

// What one country does with another: “halted aid to”, “received shipments from”.
const DEALS = [
  'aid',
  'arms',
  'ceasefire',
  'envoy',
  'ambassador',
  'export',
  'import',
  'loan',
  'missile',
  'offer',
  'sanction',
  'shipment',
  'tariff',
  'troop',
  'trade',
  'treaty',
  'ultimatum',
  'weapon',
]

/**
 * Whether a joint pits a country against its own government: “China accused the Chinese government of”, “between Torvia
 * and the Torvian government”. The country must be the one that acts.
 */
export function isAgainstItself({ before, middle }: Joint, { name, pair }: Structure): boolean {
  if (pair === 'between … and') return true
  const opener = before.findLast((word) => word !== 'the')
  const acts =
    opener === undefined
    || opener === 'and'
    || CLAUSE_OPENERS.has(opener)
    || DAYS.has(opener)
    || /^(?:said|says|after|before|until|\d+)$/.test(opener)
  const last = middle.at(-1)!
  const body = middle.slice(0, -1)
  if (!acts || name.endsWith('of it')) return false
  if (GOVERNMENT_VERBS.has(last)) return body.every((word) => AUXILIARIES.has(word) || word.endsWith('ly'))
  if (body.length === 0) return false
  // “Torvia received its first grain shipments from the Torvian government”: such things go from one country to
  // another.
  return (
    /^(?:with|against)$/.test(last)
    || (/^(?:from|to|toward|towards|by)$/.test(last)
      && DEALS.some((stem) => body.some((word) => word.startsWith(stem))))
  )
}
