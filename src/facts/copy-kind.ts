/** What kind of copy a story is: what its fields say, else what somebody has said of it, else its shape. */
import type { CopyKind } from '../copy/copy-kind.ts'
import type { Copy } from '../copy/copy.ts'
import { kindByLabel, kindBySection } from './copy-kind/section-names.ts'
import { kindByShape } from './copy-kind/shapes.ts'

// What publishing systems call the field that says where a piece stands on the site, small and without “_” and “-”.
const SECTION_KEYS: ReadonlySet<string> = new Set([
  'section',
  'sections',
  'type',
  'layout',
  'category',
  'categories',
  'kind',
  'genre',
  'articletype',
  'contenttype',
  'desk',
])

/** Works out the kind of copy; a story that shows nothing else is news. */
export function inferCopyKind(copy: Copy): CopyKind {
  return kindByFields(copy) ?? copy.kind ?? kindByHeading(copy) ?? kindByShape(copy) ?? 'news'
}

function kindByFields(copy: Copy): CopyKind | undefined {
  for (const block of copy.blocks) {
    if (block.kind !== 'field') continue
    const key = block
      .key!.slice(block.key!.lastIndexOf('.') + 1)
      .toLowerCase()
      .replace(/[-_]/g, '')
    const kind = SECTION_KEYS.has(key) ? kindBySection(copy.slice(block)) : undefined
    if (kind) return kind
  }
  return undefined
}

const LABELLED_BLOCKS = 3

/** “Opinion: …”, “Live updates: …”: a label in front of the headline, or alone above it. */
function kindByHeading(copy: Copy): CopyKind | undefined {
  for (const block of copy.blocks.slice(0, LABELLED_BLOCKS)) {
    if (block.kind === 'field' && !/(?:^|\.)(?:title|headline)$/i.test(block.key!)) continue
    const kind = kindByLabel(copy.slice(block))
    if (kind) return kind
  }
  return undefined
}
