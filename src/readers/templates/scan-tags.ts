/**
 * Finds the tags of template languages: Hugo's shortcodes, Liquid's and Nunjucks' tags, outputs and comments, and in
 * HTML `<% … %>`.
 */

/** A tag. Offsets are the source's. */
export interface TemplateTag {
  readonly start: number
  readonly end: number
  readonly kind: 'shortcode' | 'tag' | 'output' | 'comment'
  /** Its first word, in small letters: `figure`, `if`; of a closing shortcode the one that it closes, with a slash. */
  readonly name: string
}

// A tag's start and its end may lie on different lines, but not further apart.
const LONGEST = 5000
const MARK = /\{\{[<%]?|[>%]?\}\}|\{%|%\}|\{#|#\}/g
const MARK_OR_ERB = /\{\{[<%]?|[>%]?\}\}|\{%|%\}|\{#|#\}|<%|%>/g
const CLOSES: Readonly<Record<string, RegExp>> = {
  '{{<': /^>\}\}$/,
  '{{%': /^%\}\}$/,
  '{{': /\}\}$/,
  '{%': /^%\}$/,
  '{#': /^#\}$/,
  '<%': /^%>$/,
}
const KINDS: Readonly<Record<string, TemplateTag['kind']>> = {
  '{{<': 'shortcode',
  '{{%': 'shortcode',
  '{{': 'output',
  '{%': 'tag',
  '{#': 'comment',
  '<%': 'tag',
}
const NAME = /^[-~=\s]*(\/?\s*[\w./-]*)/
const BLANK_LINE = /\n[ \t]*\r?\n/

/**
 * The tags of a source from an offset on, in order; none lies in another. A mark that opens or closes nothing is text.
 */
export function scanTemplateTags(source: string, from: number, isHtml: boolean): readonly TemplateTag[] {
  if (!/[{<][{%#]/.test(source)) return []
  const tags: TemplateTag[] = []
  const marks = new RegExp(isHtml ? MARK_OR_ERB : MARK)
  marks.lastIndex = from
  let open: { readonly mark: string; readonly at: number } | undefined
  for (let match = marks.exec(source); match; match = marks.exec(source)) {
    const [mark] = match
    if (Object.hasOwn(CLOSES, mark)) {
      open = { mark, at: match.index }
      continue
    }
    if (!open || !CLOSES[open.mark]!.test(mark)) continue
    const tag = toTag(source, open.mark, open.at, match.index + mark.length)
    if (tag) tags.push(tag)
    open = undefined
  }
  return tags
}

function toTag(source: string, mark: string, start: number, end: number): TemplateTag | undefined {
  if (end - start > LONGEST) return undefined
  const inside = source.slice(start + mark.length, end)
  if (mark !== '{#' && BLANK_LINE.test(inside)) return undefined
  if (inside.startsWith('/*')) return { start, end, kind: mark === '{{' ? 'comment' : 'output', name: '' }
  const name = NAME.exec(inside)![1]!.replace(/\s+/g, '').toLowerCase()
  return {
    start,
    end,
    kind: KINDS[mark]!,
    name: mark === '<%' && /^<%[-=]/.test(source.slice(start, start + 3)) ? '=' : name,
  }
}
