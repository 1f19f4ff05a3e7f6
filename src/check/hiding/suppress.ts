/** Follows the directives in a source: which findings they hide, and which directives are wrong or hide nothing. */
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
   * Whether fewer rules run than the config wants: then a directive that hides nothing may have its use in the next run.
   */
  readonly isPartial?: boolean | undefined
}

/** Some findings after the directives in their source. */
export interface Suppression {
  readonly findings: readonly Finding[]
  readonly hidden: readonly HiddenFinding[]
  /** What is wrong with the directives, and where in the source. */
  readonly notices: readonly { readonly message: string; readonly source: SourceSpan }[]
}

/** A source and the places of its blocks in it. */
export interface SuppressedSource {
  readonly source: string
  readonly directives: readonly Directive[]
  readonly blocks: readonly SourceSpan[]
}

const ACTIONS = ['disable-next-line', 'disable', 'enable', 'disable-file']
// Nobody reads more than that of one file.
const MOST_NOTICES = 50
const MOST_NESTED = 8

/** A directive as far as it is about one rule, or about all. */
interface RuleDirective {
  readonly directive: Directive
  readonly rule: string | undefined
  isUsed: boolean
}

/** Hides what the directives of a source suppress. */
export function suppress(
  findings: readonly Finding[],
  { source, directives, blocks }: SuppressedSource,
  rules: RunningRules,
): Suppression {
  const inOrder = directives.toSorted((one, other) => one.source.start - other.source.start)
  const perRule = inOrder
    .filter(({ action }) => ACTIONS.includes(action))
    .flatMap((directive): RuleDirective[] => {
      const names: readonly (string | undefined)[] =
        directive.rules.length === 0 ? [undefined] : [...new Set(directive.rules)]
      return names.map((rule) => ({ directive, rule, isUsed: false }))
    })
  const byReach = [
    nextLineDirectives(perRule, source, inOrder, blocks),
    blockDirectives(perRule),
    fileDirectives(perRule),
  ]
  const kept: Finding[] = []
  const hidden: HiddenFinding[] = []
  for (const finding of findings) {
    const answer = firstAnswer(byReach, finding)
    if (!answer) {
      kept.push(finding)
      continue
    }
    answer.isUsed = true
    const { reason } = answer.directive
    hidden.push({ finding, by: 'comment', ...(reason === undefined ? {} : { reason }) })
  }
  return { findings: kept, hidden, notices: noticesOf(inOrder, perRule, rules) }
}

type FindDirective = (finding: Finding) => RuleDirective | undefined

function firstAnswer(finders: readonly FindDirective[], finding: Finding): RuleDirective | undefined {
  for (const find of finders) {
    const answer = find(finding)
    if (answer) return answer
  }
  return undefined
}

/** Directives by the rule that they are about; under `undefined` those about all. */
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

function fileDirectives(perRule: readonly RuleDirective[]): FindDirective {
  const groups = byRule(perRule.filter(({ directive }) => directive.action === 'disable-file'))
  return ({ rule }) => groups.get(rule)?.[0] ?? groups.get(undefined)?.[0]
}

/** `disable` holds until `enable`: of the directives before a finding that are about its rule, the last one counts. */
function blockDirectives(perRule: readonly RuleDirective[]): FindDirective {
  const open = new Map<string | undefined, RuleDirective>()
  const relevant = perRule.filter(({ directive: { action } }) => action === 'disable' || action === 'enable')
  for (const one of relevant) {
    // An `enable` has its use where there is something to end.
    if (one.directive.action === 'disable') open.set(one.rule, one)
    else {
      one.isUsed = one.rule === undefined ? open.size > 0 : open.has(one.rule) || open.has(undefined)
      if (one.rule === undefined) open.clear()
      else open.delete(one.rule)
    }
  }
  const groups = byRule(relevant)
  const lastBefore = (rule: string | undefined, offset: number): RuleDirective | undefined => {
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
    return last?.directive.action === 'disable' ? last : undefined
  }
}

/** The next line of copy, and all of the blocks that start on it: a paragraph may go on for lines. */
function nextLineDirectives(
  perRule: readonly RuleDirective[],
  source: string,
  directives: readonly Directive[],
  blocks: readonly SourceSpan[],
): FindDirective {
  const wanted = perRule.filter(({ directive }) => directive.action === 'disable-next-line')
  if (wanted.length === 0) return () => undefined
  const sorted = blocks.toSorted((one, other) => one.start - other.start)
  const groups = byRule(
    wanted.map((one) => ({
      one,
      rule: one.rule,
      reach: nextCopy(one.directive.source.end, source, directives, sorted),
    })),
  )
  const covering = (rule: string | undefined, offset: number): RuleDirective | undefined => {
    const group = groups.get(rule) ?? []
    const last = firstIndex(group.length, (at) => group[at]!.reach.start > offset) - 1
    // The nearest is asked first, but a directive in the midst of a paragraph doesn't end the reach of the one above it.
    for (let index = last; index >= Math.max(0, last - MOST_NESTED); index--) {
      if (offset < group[index]!.reach.end) return group[index]!.one
    }
    return undefined
  }
  return ({ rule, start: { offset } }) => covering(rule, offset) ?? covering(undefined, offset)
}

/** The first line behind an offset that holds more than directives, white space and quotation marks. */
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
    const isDirective =
      directive !== undefined
      && directive.source.start < stop
      && BLANK.test(source.slice(start, directive.source.start))
    if (isDirective) {
      next++
      const behind = directive.source.end
      // Text behind a directive on its line is copy.
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
  perRule: readonly RuleDirective[],
  { known, active, isPartial }: RunningRules,
): Suppression['notices'] {
  const running = new Set(active)
  const names = known && new Set(known)
  const notices = directives.flatMap(({ action, source }) =>
    ACTIONS.includes(action)
      ? []
      : [{ message: `there is no order “copydesk-${action}”${didYouMean(action, ACTIONS, '')}`, source }],
  )
  for (const {
    directive: { action, source },
    rule,
    isUsed,
  } of perRule) {
    if (rule !== undefined && names && !names.has(rule))
      notices.push({ message: `there is no rule “${rule}”${didYouMean(rule, known ?? [])}`, source })
    else if (!isUsed && !isPartial && (rule === undefined || running.has(rule))) {
      const what = action === 'enable' ? 'ends nothing' : 'suppresses nothing'
      notices.push({
        message: `this “copydesk-${action}${rule === undefined ? '' : ` ${rule}`}” ${what}; take it out`,
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
