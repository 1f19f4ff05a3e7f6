/** The captions that stand in template tags: `{{< figure src="quay.jpg" caption="The quay at dawn" >}}`. */
import type { Encode } from '#copy'
import { BlockWriter, type CopyTarget } from '../markup/block-writer.ts'
import { scanTemplateTags } from './scan-tags.ts'

/** A caption in a tag's quotes. Offsets are the source's. */
export interface TagCaption {
  readonly start: number
  readonly end: number
  /** Whether it is what a screen reader says of a picture. */
  readonly isAlternative?: boolean
}

const CAPTION = /\s(?:caption|alt)\s*=\s*(?:"([^"\\\n\r]+)"|'([^'\\\n\r]+)')/g

/**
 * The captions in a source's template tags from an offset on, in order; one that holds an escape or a tag is left out.
 */
export function findTagCaptions(source: string, from: number): readonly TagCaption[] {
  return scanTemplateTags(source, from, false)
    .filter(({ kind }) => kind === 'shortcode' || kind === 'tag')
    .flatMap(({ start, end }) =>
      [...source.slice(start, end).matchAll(CAPTION)].flatMap(({ 0: attribute, 1: double, 2: single, index }) => {
        const text = (double ?? single)!
        const at = start + index + attribute.length - 1 - text.length
        return /[{}<>]/.test(text)
          ? []
          : [{ start: at, end: at + text.length, isAlternative: attribute.trimStart().startsWith('alt') }]
      }),
    )
}

/** Writes a caption as a block. */
export function writeCaption(
  { start, end, isAlternative = false }: TagCaption,
  source: string,
  copy: CopyTarget,
): void {
  const quote = source[end]!
  const encode: Encode = (text) => (/[\n\r\\{}<>&`]/.test(text) || text.includes(quote) ? undefined : text)
  const writer = new BlockWriter(copy, source)
  writer.start({ kind: 'caption', isAlternative, encode })
  writer.plain(start, end)
  writer.end()
}
