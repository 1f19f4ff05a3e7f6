/**
 * Finds directives to the checker: in comments (`copydesk-disable rule -- reason`), and under `copydesk` in front matter.
 */
import type { Directive } from '#copy'
import { sourceSpan } from '#text'
import { valueOf, type Field } from './front-matter/field.ts'
import { scanMarkup } from './html/scan-markup.ts'

/** Every directive starts with it; a source without it holds none. */
const MARK = /copydesk-/i
const ACTION = /^\s*copydesk-([a-z-]{1,60})(?=[\s,]|$)/i
// The reason stands behind a dash with a space before it, since rules' names hold hyphens.
const REASON = /\s(?:--+|[–—])(?:\s|$)/

/**
 * The directive in a comment.
 * @param comment What stands between the comment's marks.
 * @param start Where the whole comment starts in the source, its mark included; `end` is one past it.
 * @returns Nothing where it is a comment like any other.
 */
export function readDirective(comment: string, start: number, end: number): Directive | undefined {
  const action = ACTION.exec(comment)
  if (!action) return undefined
  const rest = comment.slice(action[0].length)
  const dash = REASON.exec(rest)
  const names = dash ? rest.slice(0, dash.index) : rest
  const reason = dash
    ? rest
        .slice(dash.index + dash[0].length)
        .replace(/\s+/g, ' ')
        .trim()
    : ''
  return {
    action: action[1]!.toLowerCase(),
    rules: names.split(/[\s,]+/).filter((name) => name !== ''),
    source: sourceSpan(start, end),
    ...(reason === '' ? {} : { reason }),
  }
}

/** Collects the directives in a source's comments while it is read. */
export class Directives {
  readonly all: Directive[] = []
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  /** Looks at a comment of HTML, `<!-- … -->`. */
  addComment(start: number, end: number): void {
    const comment = /^<!--([^]*?)(?:--!?>)?$/.exec(this.#source.slice(start, Math.min(end, start + LONGEST)))
    const directive = comment ? readDirective(comment[1]!, start, end) : undefined
    if (directive) this.all.push(directive)
  }
}

// A longer comment is copy that was commented out.
const LONGEST = 4000

/** The directives in the comments of a page of HTML. */
export function htmlDirectives(source: string): readonly Directive[] {
  const directives = new Directives(source)
  if (!MARK.test(source)) return directives.all
  const nothing = (): void => undefined
  scanMarkup(source, {
    text: nothing,
    startTag: nothing,
    endTag: nothing,
    comment: (start, end) => directives.addComment(start, end),
  })
  return directives.all
}

const MDX_COMMENT = /\{[ \t]*\/\*/g
const FENCE = /^[ \t>]{0,12}(`{3,}|~{3,})/gm

/** The directives in the comments of MDX, `{/* … *\/}`; what stands in fenced code is an example. */
export function mdxDirectives(source: string): readonly Directive[] {
  const found: Directive[] = []
  if (!MARK.test(source)) return found
  const fences = fencedStretches(source)
  let fence = 0
  for (const { index, 0: open } of source.matchAll(MDX_COMMENT)) {
    while (fence < fences.length && fences[fence]!.end <= index) fence++
    if (fence < fences.length && fences[fence]!.start <= index) continue
    const from = index + open.length
    const close = source.slice(from, from + LONGEST).indexOf('*/')
    if (close < 0) continue
    const end = /^\*\/[ \t]*\}/.exec(source.slice(from + close, from + close + 20))
    const directive = end
      ? readDirective(source.slice(from, from + close), index, from + close + end[0].length)
      : undefined
    if (directive) found.push(directive)
  }
  return found
}

function fencedStretches(source: string): readonly { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = []
  let open: { readonly mark: string; readonly start: number } | undefined
  for (const { index, 1: mark } of source.matchAll(FENCE)) {
    if (!open) open = { mark: mark!, start: index }
    else if (mark!.startsWith(open.mark)) {
      stretches.push({ start: open.start, end: index + mark!.length })
      open = undefined
    }
  }
  if (open) stretches.push({ start: open.start, end: source.length })
  return stretches
}

const FIELD = /^copydesk\.disable(?:\.(.+))?$/

/**
 * The directives in front matter: `copydesk: {disable: [rule, rule]}`, or with reasons `copydesk: {disable: {rule:
 * reason}}`. They hold for the whole file.
 */
export function frontMatterDirectives(fields: readonly Field[]): readonly Directive[] {
  return fields.flatMap(({ key, pieces }): readonly Directive[] => {
    const match = FIELD.exec(key)
    const [first, last] = [pieces[0], pieces.at(-1)]
    if (!match || !first || !last) return []
    const value = valueOf(pieces).replace(/\s+/g, ' ').trim()
    const source = sourceSpan(first.start, last.end)
    if (match[1] === undefined)
      return [{ action: 'disable-file', rules: value.split(/[\s,]+/).filter((name) => name !== ''), source }]
    return [{ action: 'disable-file', rules: [match[1]], ...(value === '' ? {} : { reason: value }), source }]
  })
}

/** Whether a field of front matter is meant for Copydesk and is no copy. */
export function isOwnField({ key }: Field): boolean {
  return key === 'copydesk' || key.startsWith('copydesk.')
}
