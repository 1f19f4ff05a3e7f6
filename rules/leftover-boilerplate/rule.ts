/** Words of a page that were copied along with the story: “You may also like”. The fact `furniture` finds them. */
import {
  SEVERITIES,
  defineRule,
  shortened,
  span,
  type CopyKind,
  type Facts,
  type Severity,
  type Span,
  type Story,
} from '#rule'
import { sourceOf } from './labels.ts'

type FurnitureLine = Facts['furniture'][number]

/** The packs of furniture. */
const PACKS = [
  'related-links',
  'newsletter',
  'subscription',
  'sharing',
  'advertising',
  'navigation',
  'comments',
  'media',
  'apps',
  'legal',
  'timestamps',
  'contacts',
  'embeds',
  'page-titles',
  'market-data',
  'wire-credits',
  'photo-credits',
]
// Desks print these on purpose.
const OFF: ReadonlySet<string> = new Set(['wire-credits', 'photo-credits'])

/** What a kind of copy prints on purpose: whole packs, and types of lines. */
const OWN: Readonly<Partial<Record<CopyKind, ReadonlySet<string>>>> = {
  // “10:42 a.m.” over an entry
  'live-blog': new Set(['timestamps']),
  // “Media contact: …”, “About Northbank Ferries”, “Follow us on …”
  'press-release': new Set(['contacts', 'about', 'follow', 'visit', 'invitation', 'bare-link']),
  // an address under a name
  letters: new Set(['contacts']),
  // “This is a rush transcript.”
  transcript: new Set(['disclaimer']),
}
const LONGEST_QUOTE = 42

/** What is said of several lines, or of several words inside lines, in one finding. */
interface Several {
  readonly words: string
  readonly more: number
  readonly areLines: boolean
  readonly what: string
}

export default defineRule({
  id: 'leftover-boilerplate',
  title: 'Left over from a web page',
  summary: 'Words of a web page stand in the story, as in “You may also like”.',
  kind: 'leftover',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  options: {
    packs: {
      type: 'strings',
      choices: PACKS,
      default: PACKS.filter((pack) => !OFF.has(pack)),
      description: 'The kinds of leftovers to look for.',
    },
    allow: {
      type: 'strings',
      default: [],
      description: 'Lines that the desk prints on purpose; case and the marks around them make no difference.',
    },
  },
  messages: {
    words: ({ words, what }: { words: string; what: string }) => `“${words}” is left over from ${what}; delete it`,
    lines: ({ words, more, areLines, what }: Several) =>
      `“${words}” and ${others(more, areLines)} left over from ${what}; delete them`,
    likelyWords: ({ words, what }: { words: string; what: string }) =>
      `“${words}” looks left over from ${what}; delete it unless it belongs here`,
    likelyLines: ({ words, more, areLines, what }: Several) =>
      `“${words}” and ${others(more, areLines)} probably left over from ${what}; delete them`,
  },
  *check({ story, facts, options, find }) {
    const packs = new Set(options.packs)
    const allowed = new Set(options.allow.map(bare))
    const wanted = facts.furniture.filter(
      ({ pack, at, belongsToPage }) => !belongsToPage && packs.has(pack) && !allowed.has(bare(story.slice(at))),
    )
    // The kind of copy is asked for only where something depends on it.
    const own = wanted.length === 0 ? undefined : OWN[facts.copyKind]
    const leftovers = own ? wanted.filter(({ pack, type }) => !own.has(pack) && !own.has(type)) : wanted
    for (const lines of groupsOf(story, leftovers)) {
      const { head, severity } = worst(lines)
      const others = lines.filter((line) => line !== head)
      const place = {
        at: head.at,
        severity,
        words: shortened(story.slice(head.at).trim(), LONGEST_QUOTE),
        what: sourceOf(lines),
        related: others.map(({ at }) => ({ at, note: 'left over, too' })),
        suggestions: [
          {
            title: titleOf(lines),
            grade: severity === 'error' ? ('likely' as const) : ('idea' as const),
            edits: lines.map((line) => ({ at: withSpace(story, line), text: '' })),
          },
        ],
      }
      const more = others.length
      if (more === 0) yield severity === 'error' ? find('words', place) : find('likelyWords', place)
      else
        yield severity === 'error'
          ? find('lines', { ...place, more, areLines: lines.every(({ whole }) => whole) })
          : find('likelyLines', { ...place, more, areLines: lines.every(({ whole }) => whole) })
    }
  },
})

const others = (more: number, areLines: boolean): string => {
  const one = areLines ? 'another line' : 'another like it'
  return more === 1 ? `${one} are` : `${more} ${areLines ? 'other lines' : 'like it'} are`
}

function severityOf({ certainty, block, isOwnCall }: FurnitureLine): Severity {
  if (isOwnCall) return 'info'
  return certainty === 'sure' && !block.quoted ? 'error' : 'warning'
}

/** The line that a finding is about: the first of the worst. */
function worst(lines: readonly FurnitureLine[]): { head: FurnitureLine; severity: Severity } {
  // “and” between two buttons says nothing.
  const words = lines.filter(({ type }) => type !== 'joint')
  const head = SEVERITIES.flatMap((level) => words.filter((line) => severityOf(line) === level)).at(0) ?? lines[0]!
  return { head, severity: severityOf(head) }
}

/**
 * One fact is one finding: a menu or a list of links on neighbouring lines, and words that stand in several places.
 */
function groupsOf(story: Story, furniture: readonly FurnitureLine[]): readonly (readonly FurnitureLine[])[] {
  const groups = new Map<string, FurnitureLine[]>()
  for (let from = 0; from < furniture.length;) {
    let to = from + 1
    while (to < furniture.length && areNeighbours(furniture[to - 1]!, furniture[to]!)) to++
    const run = furniture.slice(from, to)
    const key = keyOf(story, run)
    const group = groups.get(key)
    if (group) for (const line of run) group.push(line)
    else groups.set(key, run)
    from = to
  }
  return [...groups.values()]
}

/** What runs of lines have in common that are one finding: their words, or for words inside sentences what they are. */
function keyOf(story: Story, run: readonly FurnitureLine[]): string {
  const [{ position, type }] = run as readonly [FurnitureLine]
  return position === 'inside' ? `<${type}>` : run.map(({ at }) => bare(story.slice(at))).join('\n')
}

function areNeighbours(one: FurnitureLine, next: FurnitureLine): boolean {
  return one.whole && next.whole && next.block.index === one.block.index + 1
}

// All but figures and letters, roughly: Unicode’s own classes take long to compile.
const MARKS_BEFORE = /^[^0-9A-Za-z\u00C0-\u1FFF\u2C00-\uD7FF]+/
const MARKS_BEHIND = /[^0-9A-Za-z\u00C0-\u1FFF\u2C00-\uD7FF]{1,20}$/

/** A text in small letters, without the marks around it. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(MARKS_BEFORE, '').replace(MARKS_BEHIND, '')
}

function titleOf(lines: readonly FurnitureLine[]): string {
  const noun = lines.every(({ whole }) => whole) ? 'line' : 'words'
  return `Delete the ${noun}${lines.length > 1 && noun === 'line' ? 's' : ''}`
}

/** What to delete: a line whole, a part of a paragraph with the space between it and the rest. */
function withSpace({ text }: Story, { at, whole, position }: FurnitureLine): Span {
  if (whole) return at
  if (position === 'head') return span(at.start, at.end + 1)
  const start = text[at.start - 1] === ' ' ? at.start - 1 : at.start
  // “Index COMP, +0.48% , which”
  return span(start, /^ [,.;:!?]/.test(text.slice(at.end, at.end + 2)) ? at.end + 1 : at.end)
}
