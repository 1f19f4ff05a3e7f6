/** Tells what a JSON text is from its members: ninjs, or a kind that isn't read. */
import type { RefusedKind } from './refusal.ts'

/** An object of a JSON text. */
type Members = Readonly<Record<string, unknown>>

interface RefusedShape {
  readonly is: (members: Members) => boolean
  readonly kind: RefusedKind
}

const has =
  (...names: readonly string[]) =>
  (members: Members): boolean =>
    names.every((name) => Object.hasOwn(members, name))
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !isList(value)
const typeOf = (value: unknown): unknown => (isMembers(value) ? value['type'] : undefined)

const SHAPES: readonly RefusedShape[] = [
  { is: has('content_elements'), kind: { name: 'a story of Arc XP (ANS)', advice: 'export' } },
  {
    is: (members) => isMembers(members['sys']) && isMembers(members['fields']),
    kind: { name: 'an entry of Contentful', advice: 'export' },
  },
  {
    is: (members) => isList(members['db']) || 'lexical' in members || 'mobiledoc' in members,
    kind: { name: 'an export of Ghost', advice: 'export' },
  },
  {
    is: (members) => typeof members['_type'] === 'string',
    kind: { name: 'a document of Sanity (Portable Text)', advice: 'export' },
  },
  {
    is: (members) => typeOf(members['root']) === 'root' && isMembers(members['root']),
    kind: { name: 'a document of Lexical', advice: 'export' },
  },
  {
    is: (members) => members['type'] === 'doc' && isList(members['content']),
    kind: { name: 'a document of ProseMirror or TipTap', advice: 'export' },
  },
  { is: (members) => isList(members['ops']), kind: { name: 'a document of Quill', advice: 'export' } },
  {
    is: (members) => isList(members['blocks']) && isMembers(members['entityMap']),
    kind: { name: 'a document of Draft.js', advice: 'export' },
  },
  {
    is: (members) =>
      isList(members['blocks'])
      && members['blocks'].some((block) => isMembers(typeOf(block) === undefined ? undefined : block)),
    kind: { name: 'a document of Editor.js', advice: 'export' },
  },
  { is: (members) => isList(members['children']), kind: { name: 'a document of Slate', advice: 'export' } },
  {
    is: (members) => isMembers(members['content']) && 'rendered' in members['content'],
    kind: { name: 'an answer of WordPress (REST)', advice: 'export' },
  },
  { is: (members) => /jsonfeed/.test(String(members['version'])), kind: { name: 'a JSON Feed', advice: 'export' } },
  { is: has('nbformat', 'cells'), kind: { name: 'a notebook (Jupyter)', advice: 'pandoc' } },
  { is: has('pandoc-api-version'), kind: { name: 'a document of pandoc in JSON', advice: 'pandoc' } },
  { is: has('@context'), kind: { name: 'linked data (JSON-LD)', advice: 'export' } },
]

// What an API wraps its items in.
const LISTS = ['items', '_items', 'data', 'results', 'entries', 'posts'] as const
const NINJS_MEMBER =
  /^(?:headlines?|headline_\w+|bod(?:y|ies)|body_?\w+|byline|description_\w+|versioncreated|slugline)$/i

/** Whether a JSON value is ninjs, one item or a list of them, or of which kind it is; nothing where nobody can tell. */
export function jsonKind(value: unknown): 'ninjs' | RefusedKind | undefined {
  const items = itemsOf(value)
  for (const item of items) {
    const shape = SHAPES.find(({ is }) => is(item))
    if (shape) return shape.kind
  }
  if (items.some((item) => Object.keys(item).some((key) => NINJS_MEMBER.test(key)))) return 'ninjs'
  return typeof value === 'object' && value !== null
    ? { name: 'JSON without a headline and a body as ninjs has them', advice: 'export' }
    : undefined
}

// Enough to tell: all items of a list are of one kind.
const MOST_ITEMS = 20

function itemsOf(value: unknown): readonly Members[] {
  if (isList(value)) return value.slice(0, MOST_ITEMS).filter(isMembers)
  if (!isMembers(value)) return []
  const wrapped = LISTS.flatMap((name) =>
    isList(value[name]) ? (value[name] as readonly unknown[]).slice(0, MOST_ITEMS) : [],
  ).filter(isMembers)
  return [value, ...wrapped]
}
