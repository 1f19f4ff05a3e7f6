/** WordPress's shortcodes in the text of a post. */
import { GAP_MASK, Masker, OBJECT_MASK } from '../templates/masks.ts'

// `[gallery ids="1,2"]`, `[/quote]`; in brackets without attributes a writer may say anything: “[sic]”.
const TAG = /\[(\/?)([a-z][\w-]{0,40})((?:[ \t\n]+[\w-]+=(?:"[^"[\]]*"|'[^'[\]]*'|[^\s"'[\]]+))*)[ \t]*\/?\]/gi
// Players and pictures: between their tags stands an address or code, and no copy.
const SILENT: ReadonlySet<string> = new Set([
  'embed',
  'audio',
  'video',
  'playlist',
  'gallery',
  'code',
  'sourcecode',
  'youtube',
  'vimeo',
])
const KNOWN: ReadonlySet<string> = new Set([...SILENT, 'caption', 'more'])

/**
 * A post's HTML with masks over its shortcodes; offsets stay what they were. A caption's tags become those of HTML,
 * which are as long.
 */
export function maskShortcodes(html: string): string {
  const tags = [...html.matchAll(TAG)]
  if (tags.length === 0) return html
  const ends = endsOf(tags)
  const masker = new Masker(html)
  const captions: number[] = []
  for (const [at, { 0: tag, 1: slash, 2: written, 3: attributes, index }] of tags.entries()) {
    const name = written!.toLowerCase()
    const end = ends[at]
    if (slash === '' && attributes === '' && !KNOWN.has(name) && end === undefined) continue
    if (name === 'caption') captions.push(index, index + tag.length - 1)
    else if (SILENT.has(name))
      masker.cover(index, slash === '' && end ? end.index + end[0].length : index + tag.length, GAP_MASK)
    else masker.cover(index, index + tag.length, slash === '' && !end ? OBJECT_MASK : GAP_MASK)
  }
  return asTags(masker.finish(), captions)
}

/** Of each tag, the next one behind it that closes its name. */
function endsOf(tags: readonly RegExpExecArray[]): readonly (RegExpExecArray | undefined)[] {
  const next = new Map<string, RegExpExecArray>()
  return tags
    .toReversed()
    .map((tag) => {
      const name = tag[2]!.toLowerCase()
      const end = next.get(name)
      if (tag[1] === '/') next.set(name, tag)
      return end
    })
    .toReversed()
}

function asTags(html: string, brackets: readonly number[]): string {
  const pieces: string[] = []
  let from = 0
  for (const [index, at] of brackets.entries()) {
    pieces.push(html.slice(from, at), index % 2 === 0 ? '<' : '>')
    from = at + 1
  }
  return brackets.length === 0 ? html : pieces.join('') + html.slice(from)
}
