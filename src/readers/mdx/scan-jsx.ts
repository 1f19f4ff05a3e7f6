/** Reads one tag of JSX. */
import type { TagCaption } from '../templates/tag-captions.ts'
import { LONGEST, type BraceScanner } from './scan-braces.ts'

/** A tag. Offsets are the source's. */
export interface JsxTag {
  readonly start: number
  readonly end: number
  /** Whether it is a component's, or a fragment's, and not an element's of HTML. */
  readonly isComponent: boolean
  /** Whether it ends in “/>”. */
  readonly isEmpty: boolean
  /** The attributes whose values are expressions. */
  readonly expressions: readonly { readonly start: number; readonly end: number }[]
  /** The attributes whose values are strings. */
  readonly strings: readonly { readonly name: string; readonly start: number; readonly end: number }[]
}

const NAME = /<(?!\s)\/?\s*([A-Za-z_$][\w$.-]*(?::[\w-]+)?)?(?=[\s/>{])/y
const PART = /\s+|\/|>|(?:([A-Za-z_$@:][\w$@:.-]*)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|(\{))|[A-Za-z_$@:][\w$@:.-]*/y

/** The tag that starts at a “<”; nothing where none does. */
export function scanJsxTag(source: string, start: number, braces: BraceScanner): JsxTag | undefined {
  NAME.lastIndex = start
  const opening = NAME.exec(source)
  if (!opening) return undefined
  const name = opening[1] ?? ''
  const expressions: { start: number; end: number }[] = []
  const strings: { name: string; start: number; end: number }[] = []
  let slash = false
  for (let at = NAME.lastIndex; at < source.length && at - start < LONGEST;) {
    PART.lastIndex = at
    const part = PART.exec(source)
    if (!part) return undefined
    const end = PART.lastIndex
    if (part[0] === '>')
      return {
        start,
        end,
        isComponent: !/^[a-z]/.test(name) || name.includes('.'),
        isEmpty: slash,
        expressions,
        strings,
      }
    slash = part[0] === '/' || (slash && part[0].trim() === '')
    if (part[4] !== undefined) {
      const close = braces.closeOf(end - 1)
      if (close === undefined) return undefined
      expressions.push({ start: at, end: close })
      at = close
      continue
    }
    const text = part[2] ?? part[3]
    if (text !== undefined) strings.push({ name: part[1] ?? '', start: end - 1 - text.length, end: end - 1 })
    at = end
  }
  return undefined
}

/** The captions in a component's attributes. */
export function attributeCaptions(source: string, { strings }: JsxTag): readonly TagCaption[] {
  return strings.filter(
    ({ name, start, end }) =>
      /^(?:caption|alt)$/.test(name) && end > start && !/[&\n\r{}<>\\]/.test(source.slice(start, end)),
  )
}
