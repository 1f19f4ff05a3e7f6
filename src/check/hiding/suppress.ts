/** Follows the orders that stand in a source: which findings they hide, and which orders are wrong or hide nothing. */
import type { Directive } from '#copy'
import { firstIndex, type SourceSpan } from '#text'
import { didYouMean } from '../../options/did-you-mean.ts'
import type { Finding } from '../finding.ts'
import type { HiddenFinding } from './hidden.ts'

/** What is known of the rules of a run. */
export interface RunningRules {
  /** All rules that there are; left out, no name is judged. */
  readonly known?: readonly string[] | undefined
  /** Those that run. */
  readonly active: readonly string[]
  /**
   * Whether fewer rules run than the config wants: then an order that hides nothing may have its use in the next run.
   */
  readonly isPartial?: boolean | undefined
}

/** What orders make of some findings. */
export interface Suppression {
  readonly findings: readonly Finding[]
  readonly hidden: readonly HiddenFinding[]
  /** What is wrong with the orders, and where in the source. */
  readonly notices: readonly { readonly message: string; readonly source: SourceSpan }[]
}

/** A source and the places of its blocks in it. */
export interface SuppressedSource {
  readonly source: string
  readonly directives: readonly Directive[]
  readonly blocks: readonly SourceSpan[]
}

const ORDERS = ['disable-next-line', 'disable', 'enable', 'disable-file']
// Nobody reads more than that of one file.
const MOST_NOTICES = 50
const MOST_NESTED = 8

/** One rule, or all, of one order. */
interface Order {
  readonly directive: Directive
  readonly rule: string | undefined
  isUsed: boolean
}

/** Follows the orders of a source. */
export function suppress(
  findings: readonly Finding[],
  { source, directives, blocks }: SuppressedSource,
  rules: RunningRules,
): Suppression {
  const inOrder = directives.toSorted((one, other) => one.source.start - other.source.start)
  const orders = inOrder
    .filter(({ order }) => ORDERS.includes(order))
    .flatMap((directive): Order[] => {
      const names: readonly (string | undefined)[] =
        directive.rules.length === 0 ? [undefined] : [...new Set(directive.rules)]
      return names.map((rule) => ({ directive, rule, isUsed: false }))
    })
  const byReach = [nextLineOrders(orders, source, inOrder, blocks), blockOrders(orders), fileOrders(orders)]
  const kept: Finding[] = []
  const hidden: HiddenFinding[] = []
  for (const finding of findings) {
    const order = firstAnswer(byReach, finding)
    if (!order) {
      kept.push(finding)
      continue
    }
    order.isUsed = true
    const { reason } = order.directive
    hidden.push({ finding, by: 'comment', ...(reason === undefined ? {} : { reason }) })
  }
  return { findings: kept, hidden, notices: noticesOf(inOrder, orders, rules) }
}

type FindOrder = (finding: Finding) => Order | undefined

function firstAnswer(finders: readonly FindOrder[], finding: Finding): Order | undefined {
  for (const find of finders) {
    const order = find(finding)
    if (order) return order
  }
  return undefined
}

/** Orders by the rule that they are about; under `undefined` those about all. */
function byRule<Item extends { readonly rule: string | undefined }>(
  items: readonly Item[],
): ReadonlyMap<string | undefined, readonly Item[]> {
  const groups = new Map<string | undefined, Item[]>()
  for (const item of items) {
    const group = groups.get(item.rule)
    if (group) group.push(item)
    else groups.set(item.rule, [item])
  }
  return groups
}

function fileOrders(orders: readonly Order[]): FindOrder {
  const groups = byRule(orders.filter(({ directive }) => directive.order === 'disable-file'))
  return ({ rule }) => groups.get(rule)?.[0] ?? groups.get(undefined)?.[0]
}

/** `disable` holds until `enable`: of the orders before a finding that are about its rule, the last one counts. */
function blockOrders(orders: readonly Order[]): FindOrder {
  const open = new Map<string | undefined, Order>()
  const relevant = orders.filter(({ directive: { order } }) => order === 'disable' || order === 'enable')
  for (const one of relevant) {
    // An `enable` has its use where there is something to end.
    if (one.directive.order === 'disable') open.set(one.rule, one)
    else {
      one.isUsed = one.rule === undefined ? open.size > 0 : open.has(one.rule) || open.has(undefined)
      if (one.rule === undefined) open.clear()
      else open.delete(one.rule)
    }
  }
  const groups = byRule(relevant)
  const lastBefore = (rule: string | undefined, offset: number): Order | undefined => {
    const group = groups.get(rule) ?? []
    return group[firstIndex(group.length, (index) => group[index]!.directive.source.start > offset) - 1]
  }
  return ({ rule, start: { offset } }) => {
    const [named, general] = [lastBefore(rule, offset), lastBefore(undefined, offset)]
    const last =
      named && general
        ? named.directive.source.start >= general.directive.source.start
          ? named
          : general
        : (named ?? general)
    return last?.directive.order === 'disable' ? last : undefined
  }
}

/** The next line of copy, and all of the blocks that start on it: a paragraph may go on for lines. */
function nextLineOrders(
  orders: readonly Order[],
  source: string,
  directives: readonly Directive[],
  blocks: readonly SourceSpan[],
): FindOrder {
  const wanted = orders.filter(({ directive }) => directive.order === 'disable-next-line')
  if (wanted.length === 0) return () => undefined
  const sorted = blocks.toSorted((one, other) => one.start - other.start)
  const groups = byRule(
    wanted.map((order) => ({
      order,
      rule: order.rule,
      reach: nextCopy(order.directive.source.end, source, directives, sorted),
    })),
  )
  const covering = (rule: string | undefined, offset: number): Order | undefined => {
    const group = groups.get(rule) ?? []
    const last = firstIndex(group.length, (at) => group[at]!.reach.start > offset) - 1
    // The nearest is asked first, but an order in the midst of a paragraph doesn't end the reach of the one above it.
    for (let index = last; index >= Math.max(0, last - MOST_NESTED); index--) {
      if (offset < group[index]!.reach.end) return group[index]!.order
    }
    return undefined
  }
  return ({ rule, start: { offset } }) => covering(rule, offset) ?? covering(undefined, offset)
}

/** The first line behind an offset that holds more than orders, white space and quotation marks. */
function nextCopy(
  end: number,
  source: string,
  directives: readonly Directive[],
  blocks: readonly SourceSpan[],
): { start: number; end: number } {
  let start = lineAfter(source, end)
  for (let next = firstIndex(directives.length, (index) => directives[index]!.source.start >= start); ;) {
    const stop = lineEnd(source, start)
    const directive = directives[next]
    const isOrder =
      directive !== undefined
      && directive.source.start < stop
      && BLANK.test(source.slice(start, directive.source.start))
    if (isOrder) {
      next++
      const behind = directive.source.end
      // Text behind an order on its line is copy.
      start = BLANK.test(source.slice(behind, lineEnd(source, behind))) ? lineAfter(source, behind) : start
      if (start <= directive.source.start) break
    } else if (stop < source.length && BLANK.test(source.slice(start, stop))) {
      start = lineAfter(source, stop)
    } else {
      break
    }
  }
  let reach = lineEnd(source, start)
  const stop = reach
  for (
    let index = firstIndex(blocks.length, (at) => blocks[at]!.start >= start);
    index < blocks.length && blocks[index]!.start <= stop;
    index++
  ) {
    reach = Math.max(reach, blocks[index]!.end)
  }
  return { start, end: reach }
}

const BLANK = /^[\s>]*$/

function lineEnd(source: string, from: number): number {
  let at = from
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++
  return at
}

/** Where the line after an offset's starts. */
function lineAfter(source: string, offset: number): number {
  const end = lineEnd(source, offset)
  return end + (source.startsWith('\r\n', end) ? 2 : end < source.length ? 1 : 0)
}

function noticesOf(
  directives: readonly Directive[],
  orders: readonly Order[],
  { known, active, isPartial }: RunningRules,
): Suppression['notices'] {
  const running = new Set(active)
  const names = known && new Set(known)
  const notices = directives.flatMap(({ order, source }) =>
    ORDERS.includes(order)
      ? []
      : [{ message: `there is no order “copydesk-${order}”${didYouMean(order, ORDERS, '')}`, source }],
  )
  for (const {
    directive: { order, source },
    rule,
    isUsed,
  } of orders) {
    if (rule !== undefined && names && !names.has(rule))
      notices.push({ message: `there is no rule “${rule}”${didYouMean(rule, known ?? [])}`, source })
    else if (!isUsed && !isPartial && (rule === undefined || running.has(rule))) {
      const what = order === 'enable' ? 'ends nothing' : 'suppresses nothing'
      notices.push({
        message: `this “copydesk-${order}${rule === undefined ? '' : ` ${rule}`}” ${what}; take it out`,
        source,
      })
    }
  }
  notices.sort((one, other) => one.source.start - other.source.start)
  const more = notices.length - MOST_NOTICES
  if (more <= 0) return notices
  return [
    ...notices.slice(0, MOST_NOTICES),
    { message: `${more} more orders like the ones above`, source: notices[MOST_NOTICES]!.source },
  ]
}
