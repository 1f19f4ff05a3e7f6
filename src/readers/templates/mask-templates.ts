/**
 * Puts masks over the template tags of site generators (Hugo, Jekyll, Eleventy, Astro's Markdown), so that they are
 * neither copy nor markup. What stands between two tags stays copy, unless it is code.
 */
import { wordSet } from '../../english/words/word-set.ts'
import { GAP_MASK, Masker, OBJECT_MASK } from './masks.ts'
import { scanTemplateTags, type TemplateTag } from './scan-tags.ts'

// Between these and the tags that close them stands no copy.
const CODE_TAGS = wordSet(
  'highlight code mermaid math katex chart comment schema style stylesheet javascript script css js graphviz plantuml goat latex tex',
)
// Tags of Liquid and Nunjucks that show nothing where they stand.
const SILENT = wordSet(
  'if elsif elseif else endif unless endunless for endfor case when endcase set endset assign capture endcapture comment endcomment raw endraw '
    + 'block endblock macro endmacro extends import from filter endfilter call endcall break continue tablerow endtablerow increment decrement '
    + 'layout liquid cycle with endwith verbatim endverbatim autoescape endautoescape load spaceless endspaceless csrf_token',
)
// `{: .lead}` is kramdown's, `{#when}` and `{.lead}` behind a heading are Hugo's.
const ATTRIBUTES = /\{:[^{}\n\r]{0,200}\}|(?<=^|[ \t])\{[#.][^{}\n\r]{0,200}\}(?=[ \t]*$)/gm

interface TemplateUnit {
  readonly start: number
  end: number
  readonly shows: boolean
}

/**
 * A source with masks over its template tags; offsets stay what they were. Tags that have a line for themselves leave
 * it blank.
 * @param from Where the copy starts, after the front matter.
 */
export function maskTemplates(source: string, format: 'markdown' | 'html', from = 0): string {
  const units = toUnits(scanTemplateTags(source, from, format === 'html'))
  if (format === 'markdown' && source.includes('{')) addAttributes(source, from, units)
  if (units.length === 0) return source
  units.sort((one, other) => one.start - other.start)
  const masker = new Masker(source)
  for (let index = 0; index < units.length;) {
    let last = index
    while (
      last + 1 < units.length
      && units[last + 1]!.start >= units[last]!.end
      && isBlankBetween(source, units[last]!.end, units[last + 1]!.start)
    )
      last++
    const first = units[index]!
    if (opensLine(source, first.start, format) && endsLine(source, units[last]!.end))
      masker.blank(first.start, units[last]!.end)
    else
      for (const { start, end, shows } of units.slice(index, last + 1))
        masker.cover(start, end, shows ? OBJECT_MASK : GAP_MASK)
    index = last + 1
  }
  return masker.finish()
}

/** What is masked as one: a tag, or code with the tags around it. */
function toUnits(tags: readonly TemplateTag[]): TemplateUnit[] {
  const closers = new Map<string, number[]>()
  tags.forEach(({ name, kind }, index) => {
    const closed =
      kind === 'shortcode' && name.startsWith('/')
        ? name.slice(1)
        : kind === 'tag' && name.startsWith('end')
          ? name.slice(3)
          : undefined
    if (closed === undefined) return
    const known = closers.get(closed)
    if (known) known.push(index)
    else closers.set(closed, [index])
  })
  for (const indices of closers.values()) indices.reverse()
  const units: TemplateUnit[] = []
  for (let index = 0; index < tags.length; index++) {
    const { start, end, kind, name } = tags[index]!
    const waiting = closers.get(name) ?? []
    while (waiting.length > 0 && waiting.at(-1)! < index) waiting.pop()
    const closer = waiting.at(-1)
    if (closer !== undefined && CODE_TAGS.has(name)) {
      units.push({ start, end: tags[closer]!.end, shows: name !== 'comment' })
      index = closer
    } else {
      units.push({ start, end, shows: showsSomething(kind, name, closer !== undefined) })
    }
  }
  return units
}

function showsSomething(kind: TemplateTag['kind'], name: string, isPaired: boolean): boolean {
  if (kind === 'output') return true
  return kind !== 'comment' && !isPaired && !name.startsWith('/') && !name.startsWith('end') && !SILENT.has(name)
}

function addAttributes(source: string, from: number, units: TemplateUnit[]): void {
  for (const { 0: attributes, index } of source.slice(from).matchAll(ATTRIBUTES)) {
    units.push({ start: from + index, end: from + index + attributes.length, shows: false })
  }
}

/** Whether there is nothing before an offset in its line but what makes a quotation of it in Markdown. */
function opensLine(source: string, offset: number, format: 'markdown' | 'html'): boolean {
  const filler = format === 'markdown' ? ' \t>' : ' \t'
  let at = offset
  while (at > 0 && filler.includes(source[at - 1]!)) at--
  return at === 0 || source[at - 1] === '\n' || source[at - 1] === '\r'
}

function endsLine(source: string, offset: number): boolean {
  let at = offset
  while (source[at] === ' ' || source[at] === '\t') at++
  return at >= source.length || source[at] === '\n' || source[at] === '\r'
}

function isBlankBetween(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (source[at] !== ' ' && source[at] !== '\t') return false
  return true
}
