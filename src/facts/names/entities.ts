/**
 * Who is who in a story: the mentions of one name together, a surname with its full name, an acronym with its meaning.
 */
import {
  NAME_OPENERS,
  ORGANISATION_HEADS,
  HEADS_BEFORE_OF,
  PERSON_SUFFIXES,
  ROLES,
  HONORIFICS,
} from '../../english/words/name-words.ts'
import { countryOfKey, type CountryForm } from '../../english/words/countries.ts'
import { sameNames } from '../../english/words/same-names.ts'
import type { Copy } from '../../copy/copy.ts'
import type { Desk } from '../../copy/desk.ts'
import type { Acronym } from './acronyms.ts'
import { agencyKey } from './agency-key.ts'
import { KeyLinks, linkAliases, linkMoreAliases } from './key-links.ts'
import type { Mention } from './mention.ts'
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

/** What tells which mentions are of one name. */
interface KnownNames {
  readonly mentions: readonly Mention[]
  readonly acronyms: readonly Acronym[]
  readonly desk: Desk
}

/** Links the mentions of a story. */
export function linkEntities(copy: Copy, known: KnownNames): Entities {
  const { mentions } = known
  const byKey = groupByKey(mentions)
  const groupOf = linkKeys(copy, known, byKey)
  const entities = new Map<string, NamedEntity>()
  for (const mention of mentions) {
    const group = groupOf.get(mention.key)!
    let entity = entities.get(group)
    if (!entity) entities.set(group, (entity = new NamedEntity(copy)))
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
function linkKeys(
  copy: Copy,
  { acronyms, desk }: KnownNames,
  byKey: ReadonlyMap<string, readonly Mention[]>,
): ReadonlyMap<string, string> {
  const links = new KeyLinks(desk.as(linkAliases, linkMoreAliases))
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
      const full = new Set(
        [...(fullNames.byLast.get(key) ?? speakers(copy, same, fullNames.byFirst.get(key) ?? []))].map((name) =>
          links.rootOf(name),
        ),
      )
      // Two people of one surname: “Obama” alone may be either.
      if (full.size === 1) links.link(key, [...full][0]!)
    }
  }
  for (const { acronym, meaning } of acronyms) {
    const named = byKey.get(nameKey(copy.slice(meaning).replace(/^the /i, '').split(' ')))
    const key = nameKey([acronym])
    if (named && !links.has(key)) links.link(key, named[0]!.key)
  }
  return new Map([...byKey.keys()].map((key) => [key, links.rootOf(key)]))
}

/** The keys of names of several words by one of their words. */
type NameIndex = ReadonlyMap<string, ReadonlySet<string>>

/** The names that may be called by their last word, or by their first: people, by all the story shows. */
function indexFullNames(byKey: ReadonlyMap<string, readonly Mention[]>): {
  readonly byLast: NameIndex
  readonly byFirst: NameIndex
} {
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

const SAYS =
  /^[,”"’]{0,2} (?:said|says|told|added|asked|wrote|warned)\b|^[,”"’]{0,2} (?:also|later|then) (?:said|told|added)\b/
const SAID = /\b(?:said|says|added|asked)(?: (?:Mr|Ms|Mrs)\.?)? $/
const PLACE = /\b(?:in|at|near|from|to|into|outside|across) $/

/**
 * “Gao Feng … Gao said”: where the family name comes first, a name may be called by its first word. The story shows it
 * by letting that word speak, and by never going to it, as it does to Boston and to the Boston Globe.
 */
function speakers(copy: Copy, same: readonly Mention[], fullKeys: Iterable<string>): Iterable<string> {
  let speaks = false
  for (const { start, end } of same) {
    const before = copy.text.slice(Math.max(0, start - 16), start)
    if (PLACE.test(before)) return []
    speaks ||= SAYS.test(copy.text.slice(end, end + 14)) || SAID.test(before)
  }
  return speaks ? fullKeys : []
}

/** An entity works out its forms when asked: most stories have many names, and rules ask of few. */
class NamedEntity implements Entity {
  readonly mentions: Mention[] = []
  readonly #copy: Copy
  #forms: readonly string[] | undefined
  #fullest: Mention | undefined
  #kind: { readonly of: Entity['kind'] } | undefined

  constructor(copy: Copy) {
    this.#copy = copy
  }

  get name(): string {
    return this.#copy.slice(this.fullest)
  }

  get fullest(): Mention {
    return (this.#fullest ??= this.mentions.reduce((best, mention) =>
      mention.core.length > best.core.length ? mention : best,
    ))
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
      const form = this.#copy.slice(mention)
      counts.set(form, (counts.get(form) ?? 0) + 1)
    }
    return [...counts].toSorted((one, other) => other[1] - one[1]).map(([form]) => form)
  }
}

function kindOf(mentions: readonly Mention[]): Entity['kind'] {
  for (const { title, suffix, core } of mentions) {
    if (title !== undefined && isPersonTitle(title)) return 'person'
    if (suffix !== undefined) return PERSON_SUFFIXES.has(suffix) ? 'person' : 'organisation'
    if (
      core.length > 1
      && (ORGANISATION_HEADS.has(core.at(-1)!) || (HEADS_BEFORE_OF.has(core[0]!) && core[1] === 'of'))
    )
      return 'organisation'
  }
  return undefined
}

function isPersonTitle(title: string): boolean {
  const last = title.slice(title.lastIndexOf(' ') + 1)
  return HONORIFICS.has(last) || ROLES.has(last)
}
