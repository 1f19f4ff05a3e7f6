/** Reads a story that comes in fields, as a content system keeps it: each has a source of its own. */
import { joinCopies, type Copy, type CopyPart, type Format } from '#copy'
import { READERS } from './index.ts'
import type { ReadOptions } from './reader.ts'
import { readText } from './text.ts'

/** A story in fields. All but the body are plain text. */
export interface StoryFields {
  readonly headline?: string | undefined
  readonly dek?: string | undefined
  readonly body?: string | undefined
  readonly captions?: readonly string[] | undefined
}

/** Where a field stands in the source that the fields make together. */
export interface FieldPlace {
  /** `headline`, `dek`, `body`, `captions[0]` … */
  readonly field: string
  readonly start: number
  readonly end: number
}

/** Fields as one piece of copy. */
export interface FieldCopy {
  readonly copy: Copy
  /** In the order of the source. */
  readonly fields: readonly FieldPlace[]
}

const GAP = '\n\n'

/** Reads a story's fields, the body in its format. */
export function readStoryFields(
  { headline, dek, body, captions = [] }: StoryFields,
  options: ReadOptions & { readonly format: Format },
): FieldCopy {
  const given = [
    { field: 'headline', key: 'headline', text: headline },
    { field: 'dek', key: 'dek', text: dek },
    { field: 'body', key: undefined, text: body },
    ...captions.map((text, index) => ({ field: `captions[${index}]`, key: 'caption', text })),
  ]
  let source = ''
  let known: Pick<Copy, 'date' | 'kind'> = { date: options.date, kind: options.kind }
  const fields: FieldPlace[] = []
  const parts: CopyPart[] = []
  for (const { field, key, text } of given) {
    if (text === undefined) continue
    if (fields.length > 0) source += GAP
    const base = source.length
    source += text
    fields.push({ field, start: base, end: source.length })
    const copies = key === undefined ? READERS[options.format](text, options) : [readText(text)]
    if (key === undefined && copies[0]) known = copies[0]
    parts.push(...copies.map((copy) => ({ copy, base, key })))
  }
  const { path, format } = options
  return { copy: joinCopies(parts, { source, format, path, date: known.date, kind: known.kind }), fields }
}
