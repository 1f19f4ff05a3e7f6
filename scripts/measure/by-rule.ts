/** Orders the rows of tables and files: by rule, then by what of each rule they are about. */

/** A comparison by rule and then by a member, whose values come in the order of a list. */
export function byRuleThen<Key extends string, Value>(key: Key, order: readonly Value[]) {
  type Row = { readonly rule: string } & { readonly [_ in Key]: Value }
  return (one: Row, other: Row): number => {
    if (one.rule !== other.rule) return one.rule < other.rule ? -1 : 1
    return order.indexOf(one[key]) - order.indexOf(other[key])
  }
}
