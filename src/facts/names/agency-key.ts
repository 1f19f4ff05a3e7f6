/** What the two orders of a department’s name share: “Defense Department” and “Department of Defense”. */
import { nameKey } from './name-key.ts'

const HEADS: ReadonlySet<string> = new Set(['Department', 'Dept', 'Dept.', 'Ministry'])
const SMALL: ReadonlySet<string> = new Set(['of', 'for', 'the', 'and', '&'])
// The American departments are called with and without their country; other countries’ ministries are not told apart
// so.
const COUNTRY: ReadonlySet<string> = new Set(['U.S.', 'US'])

/**
 * A key for a department or a ministry, the same in both orders, with and without “U.S.”, and in British and American
 * spelling. Nothing for other names.
 */
export function agencyKey(core: readonly string[]): string | undefined {
  const [first, ...rest] = core.length > 2 && COUNTRY.has(core[0]!) ? core.slice(1) : core
  if (rest.length === 0) return undefined
  if (HEADS.has(first!)) return rest[0] === 'of' || rest[0] === 'for' ? keyOf(first!, rest.slice(1)) : undefined
  return HEADS.has(rest.at(-1)!) ? keyOf(rest.at(-1)!, [first!, ...rest.slice(0, -1)]) : undefined
}

function keyOf(head: string, field: readonly string[]): string {
  const key = nameKey(field.filter((word) => !SMALL.has(word)))
    .replaceAll('defence', 'defense')
    .replaceAll('labour', 'labor')
  // “Foreign Ministry” is short for “Ministry of Foreign Affairs”.
  return `${head === 'Ministry' ? 'ministry' : 'department'} ${key.replace(/affairs$/, '')}`
}
