/** Who is who in a story: the mentions of one name together, a surname with its full name, an acronym with its meaning. */
import { NAME_OPENERS, ORGANISATION_HEADS, HEADS_BEFORE_OF, PERSON_SUFFIXES, ROLES, HONORIFICS } from '../../words/name-words.ts'
import { countryOfKey, type CountryForm } from '../../words/countries.ts'
import { sameNames } from '../../words/same-names.ts'
import type { Story } from '../story.ts'
import { agencyKey } from './agency-key.ts'
import { KeyLinks, linkAliases, linkMoreAliases } from './key-links.ts'
import type { Mention } from './mentions.ts'
import { nameKey } from './name-key.ts'

/** One person, company, place … as a story names it. */
export interface Entity {
  /** Its fullest form in the story. */
  readonly name: string
  /** The first mention that has that form. */
  readonly fullest: Mention
  /** What it is, where its title, suffix or form tells. */
  readonly kind: 'person' | 'organisation' | undefined
  /** In story order. */
  readonly mentions: readonly Mention[]
  /** The forms it is written in, without titles and possessives, commonest first. */
  readonly forms: readonly string[]
}

/** The entities of a story. */
export interface Entities {
  /** In the order of their first mentions. */
  readonly all: readonly Entity[]
  /** The entity of a mention of the same story; asking for another story's throws. */
  of(mention: Mention): Entity
  /** The country that a mention names, or whose adjective it is: the same for “Britain”, “U.K.” and “British”. */
  country(mention: Mention): CountryForm | undefined
}

/** Links the mentions of a story. */
export function linkEntities(story: Story): Entities {
  const { mentions } = story.facts
  const byKey = groupByKey(mentions)
  const groupOf = linkKeys(story, byKey)
  const entities = new Map<string, NamedEntity>()
  for (const mention of mentions) {
    const group = groupOf.get(mention.key)!
    let entity = entities.get(group)
    if (!entity) entities.set(group, (entity = new NamedEntity(story)))
    entity.mentions.push(mention)
  }
  return {
    all: [...entities.values()],
    of: (mention) => {
      const entity = entities.get(groupOf.get(mention.key) ?? mention.key)
      if (!entity) throw new RangeError(`no name “${mention.core.join(' ')}” in this story`)
      return entity
    },
    // “the Chinese Government” is China’s.
    country: ({ key }) => countryOfKey(key.endsWith('government') ? key.slice(0, -'government'.length) : key),
  }
}

function groupByKey(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const byKey = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const same = byKey.get(mention.key)
    if (same) same.push(mention)
    else byKey.set(mention.key, [mention])
  }
  return byKey
}

/** The key of the name that a mention's entity has, by the mention's key. */
function linkKeys(story: Story, byKey: ReadonlyMap<string, readonly Mention[]>): ReadonlyMap<string, string> {
  const links = new KeyLinks(story.desk.as(linkAliases, linkMoreAliases))
  const fullNames = indexFullNames(byKey)
  const agencies = new Map<string, string>()
  for (const [key, same] of byKey) {
    const agency = agencyKey(same[0]!.core)
    if (agency !== undefined) {
      const known = agencies.get(agency)
      if (known === undefined) agencies.set(agency, key)
      else if (!links.has(key)) links.link(key, known)
    }
    if (links.has(key)) continue
    const canonical = sameNames.get(key)
    if (canonical !== undefined) links.link(key, canonical)
    else if (same[0]!.core.length === 1) {
      const full = new Set([...(fullNames.byLast.get(key) ?? speakers(story, same, fullNames.byFirst.get(key) ?? []))].map((name) => links.rootOf(name)))
      // Two people of one surname: “Obama” alone may be either.
      if (full.size === 1) links.link(key, [...full][0]!)
    }
  }
  for (const { acronym, meaning } of story.facts.acronyms) {
    const named = byKey.get(nameKey(story.slice(meaning).replace(/^the /i, '').split(' ')))
    const key = nameKey([acronym])
    if (named && !links.has(key)) links.link(key, named[0]!.key)
  }
  return new Map([...byKey.keys()].map((key) => [key, links.rootOf(key)]))
}

/** The keys of names of several words by one of their words. */
type NameIndex = ReadonlyMap<string, ReadonlySet<string>>

/** The names that may be called by their last word, or by their first: people, by all the story shows. */
function indexFullNames(byKey: ReadonlyMap<string, readonly Mention[]>): { readonly byLast: NameIndex; readonly byFirst: NameIndex } {
  const byLast = new Map<string, Set<string>>()
  const byFirst = new Map<string, Set<string>>()
  const add = (index: Map<string, Set<string>>, word: string, key: string): void => {
    const keys = index.get(nameKey([word]))
    if (keys) keys.add(key)
    else index.set(nameKey([word]), new Set([key]))
  }
  for (const [key, same] of byKey) {
    const { core } = same[0]!
    if (core.length < 2 || core.length > 4 || kindOf(same) === 'organisation') continue
    // “South Korea” is not called Korea, nor “New York” York.
    if (NAME_OPENERS.has(core[0]!)) continue
    add(byLast, core.at(-1)!, key)
    if (core.length <= 3) add(byFirst, core[0]!, key)
  }
  return { byLast, byFirst }
}

const SAYS = /^[,”"’]{0,2} (?:said|says|told|added|asked|wrote|warned)\b|^[,”"’]{0,2} (?:also|later|then) (?:said|told|added)\b/
const SAID = /\b(?:said|says|added|asked)(?: (?:Mr|Ms|Mrs)\.?)? $/
const PLACE = /\b(?:in|at|near|from|to|into|outside|across) $/

/**
 * “Gao Feng … Gao said”: where the family name comes first, a name may be called by its first word. The story shows it
 * by letting that word speak, and by never going to it, as it does to Boston and to the Boston Globe.
 */
function speakers(story: Story, same: readonly Mention[], fullKeys: Iterable<string>): Iterable<string> {
  let speaks = false
  for (const { start, end } of same) {
    const before = story.text.slice(Math.max(0, start - 16), start)
    if (PLACE.test(before)) return []
    speaks ||= SAYS.test(story.text.slice(end, end + 14)) || SAID.test(before)
  }
  return speaks ? fullKeys : []
}

/** An entity works out its forms when asked: most stories have many names, and rules ask of few. */
class NamedEntity implements Entity {
  readonly mentions: Mention[] = []
  readonly #story: Story
  #forms: readonly string[] | undefined
  #fullest: Mention | undefined
  #kind: { readonly of: Entity['kind'] } | undefined

  constructor(story: Story) {
    this.#story = story
  }

  get name(): string {
    return this.#story.slice(this.fullest)
  }

  get fullest(): Mention {
    return (this.#fullest ??= this.mentions.reduce((best, mention) => (mention.core.length > best.core.length ? mention : best)))
  }

  get kind(): Entity['kind'] {
    return (this.#kind ??= { of: kindOf(this.mentions) }).of
  }

  get forms(): readonly string[] {
    return (this.#forms ??= this.#countForms())
  }

  #countForms(): readonly string[] {
    const counts = new Map<string, number>()
    for (const mention of this.mentions) {
      const form = this.#story.slice(mention)
      counts.set(form, (counts.get(form) ?? 0) + 1)
    }
    return [...counts].toSorted((one, other) => other[1] - one[1]).map(([form]) => form)
  }
}

function kindOf(mentions: readonly Mention[]): Entity['kind'] {
  for (const { title, suffix, core } of mentions) {
    if (title !== undefined && isPersonTitle(title)) return 'person'
    if (suffix !== undefined) return PERSON_SUFFIXES.has(suffix) ? 'person' : 'organisation'
    if (core.length > 1 && (ORGANISATION_HEADS.has(core.at(-1)!) || (HEADS_BEFORE_OF.has(core[0]!) && core[1] === 'of'))) return 'organisation'
  }
  return undefined
}

function isPersonTitle(title: string): boolean {
  const last = title.slice(title.lastIndexOf(' ') + 1)
  return HONORIFICS.has(last) || ROLES.has(last)
}
