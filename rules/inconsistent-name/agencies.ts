/** A department or ministry in two orders: “the Defense Department”, “the Department of Defense”. */
import { around, span, wordSet, type Story } from '#rule'
import data from './names.generated.ts'
import { countedForm, type WrittenForm } from './places.ts'
import type { Variance } from './variants.ts'

const TOPICS = { Department: data.departments, Ministry: data.ministries }
const SHORTER: Readonly<Record<string, string>> = data.shorter
const NATIONAL = wordSet(data.national)
const LOCAL = wordSet(data.local)

/**
 * How an agency's topic stands before its head, “the Defense Department”, and behind it, “the Department of Defense”.
 */
function patternsOf(head: keyof typeof TOPICS): { readonly before: RegExp; readonly after: RegExp } {
  const topics = [...TOPICS[head], ...Object.keys(SHORTER)]
    .toSorted((one, other) => other.length - one.length)
    .join('|')
  return {
    before: new RegExp(`(?:^|[^\\p{L}-])(${topics}) $`, 'u'),
    after: new RegExp(`^ of (?:the )?(${topics})(?![\\p{L}-])`, 'u'),
  }
}

const PATTERNS = { Department: patternsOf('Department'), Ministry: patternsOf('Ministry') }

/** One place of an agency: its subject, its order, whose it is. */
interface Found {
  readonly topic: string
  readonly order: 'topic first' | 'head first'
  readonly start: number
  readonly end: number
  /** “China” in “China’s Ministry of Commerce”; nothing where the words around it don't tell. */
  readonly owner: string | undefined
  /** Among other agencies by their full names: “the Department of Justice, the Department of Energy and the FBI”. */
  readonly listed: boolean
}

/**
 * The agencies that a story names in two orders. Most desks write the full name first and the short one after: that is
 * advice, unless one paragraph has both.
 */
export function agencyVariances(story: Story): readonly Variance[] {
  const byTopic = new Map<string, Found[]>()
  for (const head of ['Department', 'Ministry'] as const) {
    for (let at = story.text.indexOf(head); at >= 0; at = story.text.indexOf(head, at + head.length)) {
      const found = read(story.text, head, at)
      if (!found) continue
      const key = `${head} ${found.topic}`
      const same = byTopic.get(key)
      if (same) same.push(found)
      else byTopic.set(key, [found])
    }
  }
  return [...byTopic.values()]
    .flatMap((same) => formsOf(story, same))
    .map((forms) => ({ forms, difference: undefined, severity: shareParagraph(story, forms) ? 'warning' : 'info' }))
}

function read(text: string, head: keyof typeof TOPICS, at: number): Found | undefined {
  const headEnd = at + head.length
  if (/[\p{L}-]/u.test(text[headEnd] ?? ' ')) return undefined
  const near = around(text, { start: at, end: headEnd })
  const after = PATTERNS[head].after.exec(near.behind())
  const before = PATTERNS[head].before.exec(near.before())
  // “the State Department of Education” is no State Department.
  if (before && !text.startsWith(' of ', headEnd)) {
    const topic = before[1]!
    const start = at - topic.length - 1
    return {
      topic: SHORTER[topic] ?? topic,
      order: 'topic first',
      start,
      end: headEnd,
      owner: ownerOf(text, start, headEnd),
      listed: false,
    }
  }
  if (!after) return undefined
  const end = headEnd + after[0].length
  return {
    topic: after[1]!,
    order: 'head first',
    start: at,
    end,
    owner: ownerOf(text, at, end),
    listed: isListed(text, at, end),
  }
}

/** Whose agency stands in [start, end): the name or the kind of place right before it, or behind it after “of”. */
function ownerOf(text: string, start: number, end: number): string | undefined {
  const near = around(text, { start, end })
  const [, before] = /(?:^|[^\p{L}.])([\p{L}.]+(?:[’']s|[’'])?) $/u.exec(near.before()) ?? []
  if (before !== undefined) {
    const bare = before.replace(/[’']s?$/, '')
    if (NATIONAL.has(bare)) return undefined
    if (
      LOCAL.has(bare)
      || bare !== before
      || (/^\p{Lu}/u.test(bare) && !/^(?:The|A|An|At|In|By|But|And|From|When|As|While)$/.test(bare))
    )
      return bare
  }
  return /^ (?:of|in) (?:the )?(\p{Lu}\p{L}+)/u.exec(near.behind())?.[1]
}

// “the Office of the Salden Envoy”, “the Food Agency”.
const HEADS =
  '(?:Department|Ministry|Office|Bureau|Agency|Administration|Commission|Council|Service|Institute|Cent(?:er|re))'
const LISTED_BEHIND = new RegExp(
  `^(?:,|,? and|,? or) (?:the )?(?:${HEADS}s? (?:of|for) |(?:\\p{Lu}[\\p{L}.]* ){1,4}${HEADS}\\b)`,
  'u',
)
const LISTED_BEFORE = new RegExp(
  `(?:${HEADS} (?:of|for) (?:the )?[\\p{L} ]{3,40}|(?:\\p{Lu}\\p{L}* ){1,4}${HEADS})(?:,|,? and|,? or) (?:the )?$`,
  'u',
)
const LIST_REACH = 80

/** Whether an agency's full name stands in a row of others, where all of them are written out. */
function isListed(text: string, start: number, end: number): boolean {
  const near = around(text, { start, end })
  const [before, behind] = [near.before(LIST_REACH), near.behind(LIST_REACH)]
  if (LISTED_BEHIND.test(behind)) return true
  // “Backed by the Bureau of Mines, the Department of Justice sued”: a comma alone may end a clause.
  return LISTED_BEFORE.test(before) && (/ (?:and|or) (?:the )?$/.test(before) || /^(?:,| and | or )/.test(behind))
}

function shareParagraph(story: Story, [one, other]: readonly WrittenForm[]): boolean {
  const blocks = new Set(one!.places.map(({ start }) => story.blockAt(start)))
  return other!.places.some(({ start }) => blocks.has(story.blockAt(start)))
}

/** Two forms, where a story has both orders and doesn't speak of two countries' agencies. */
function formsOf(story: Story, same: readonly Found[]): readonly (readonly WrittenForm[])[] {
  const orders = new Set(same.map(({ order }) => order))
  const owners = new Set(same.flatMap(({ owner }) => owner?.slice(0, 4).toLowerCase() ?? []))
  if (orders.size < 2 || owners.size > 1 || same.every(({ order, listed }) => order === 'topic first' || listed))
    return []
  const forms = [...orders].flatMap((order) => {
    const places = same.filter((found) => found.order === order).map(({ start, end }) => span(start, end))
    return countedForm(story, story.slice(places[0]!), places, { speech: false }) ?? []
  })
  return forms.length > 1 ? [forms] : []
}
