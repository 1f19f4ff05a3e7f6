import { describe, expect, it } from 'vitest'
import { DraftCopy } from '../../scripts/inject/copy.ts'
import { HeadlineShelf } from '../../scripts/inject/headline-shelf.ts'
import { applyChange, type ErrorKind } from '../../scripts/inject/kind.ts'
import { errorKinds } from '../../scripts/inject/kinds/index.ts'
import { INVENTED_LEFTOVERS } from '../../scripts/inject/kinds/leftovers.ts'
import { createRandom } from '../../scripts/inject/random.ts'
import { injectInto } from '../../scripts/inject/run.ts'
import { article, OTHER, SHARING, STORY } from './inject-drafts.ts'

const ARTICLES = [
  article(STORY, { date: '2026-04-20' }),
  article(OTHER, { id: 'two' }),
  article(SHARING, { id: 'three' }),
]
const SUPPLIES = { headlines: new HeadlineShelf(ARTICLES), leftovers: INVENTED_LEFTOVERS }
const SEEDS = Array.from({ length: 25 }, (_, seed) => seed)

function kindNamed(name: string): ErrorKind {
  return errorKinds.find((kind) => kind.name === name)!
}

function inject(name: string, seed: number, text = STORY) {
  const one = article(text, { date: '2026-04-20' })
  return injectInto(one, new DraftCopy(one), kindNamed(name), { ...SUPPLIES, random: createRandom(seed, name) })
}

/** What the kind makes of a draft, over some seeds: “was → is”. */
function changesOf(name: string, text = STORY): Set<string> {
  return new Set(
    SEEDS.flatMap((seed) => {
      const draft = inject(name, seed, text)
      return draft
        ? [`${text.slice(draft.change.start, draft.change.end)} → ${draft.text.slice(draft.at.start, draft.at.end)}`]
        : []
    }),
  )
}

describe.each(errorKinds.map(({ name, example = STORY }) => [name, example] as const))('%s', (name, story) => {
  const drafts = SEEDS.flatMap((seed) => inject(name, seed, story) ?? [])

  it('finds a place in a story that has one', () => {
    expect(drafts.length).toBeGreaterThan(0)
  })

  it('changes the draft in that place only', () => {
    for (const { text, at, change } of drafts) {
      expect(text).not.toBe(story)
      const after = story.length - change.end
      expect(text.slice(0, change.start)).toBe(story.slice(0, change.start))
      expect(text.slice(text.length - after)).toBe(story.slice(change.end))
      expect(at.start).toBeGreaterThanOrEqual(change.start)
      expect(at.end).toBeLessThanOrEqual(text.length - after)
      expect(text.slice(at.start, at.end)).toBe(change.words.trim())
    }
  })

  it('falls the same for the same seed', () => {
    for (const seed of SEEDS) expect(inject(name, seed, story)).toEqual(inject(name, seed, story))
  })

  it('leaves a text without any prose alone, or adds a line on top or at the end', () => {
    const { change } = inject(name, 1, '1 2 3') ?? {}
    expect(change === undefined || change.start === change.end).toBe(true)
  })
})

describe('kinds', () => {
  it('have names of their own', () => {
    expect(new Set(errorKinds.map(({ name }) => name)).size).toBe(errorKinds.length)
  })

  it('put the first name in the second one’s place', () => {
    expect(changesOf('self-reference, between')).toEqual(new Set(['Zelandia → Belmora']))
    expect(changesOf('self-reference, verb')).toContain('Belmora → Norvik')
    expect(changesOf('self-reference, joined to itself')).toEqual(new Set(['Belmora → Port Ostholm']))
    expect(changesOf('self-reference, preposition')).toContain('Zelandia → Belmora')
  })

  it('take a short phrase for a name, too', () => {
    const copy =
      'A list of firms\n\nThe court told the ministry to strike Norvik from the list. Nobody at Norvik was there to hear the ruling that day.'
    expect(changesOf('self-reference, preposition', copy)).toEqual(new Set(['the list → Norvik']))
  })

  it('know a country’s government and a defined acronym as other forms of a name', () => {
    const copy = `A row over fish

Officials said on Monday that China sued Belmora over the fish, and that the trade talks of the spring had led to nothing.

The North Harbour Agency (NHA) said that NHA backed Belmora in the dispute, which a court in the capital will hear in May.`
    expect(changesOf('self-reference, another form of the name', copy)).toEqual(
      new Set(['Belmora → the Chinese government', 'Belmora → the North Harbour Agency']),
    )
  })

  it('leave names in quotation marks alone', () => {
    const copy =
      'A row\n\n“The talks between Belmora and Zelandia have failed,” the mayor told reporters who had waited for hours in front of the hall.'
    expect(changesOf('self-reference, between', copy)).toEqual(new Set())
  })

  it('misspell a name by a letter or two, and never as a word of the draft or its plural', () => {
    const changes = changesOf('misspelt name, alone')
    expect(changes.size).toBeGreaterThan(5)
    for (const change of changes) {
      const [was, is] = change.split(' → ') as [string, string]
      expect(['Norvik', 'Belmora', 'Zelandia', 'JannoBank', 'Tolvanen']).toContain(was)
      expect(is).not.toBe(`${was}s`)
      expect(STORY).not.toContain(is)
      expect(Math.abs(was.length - is.length)).toBeLessThanOrEqual(1)
    }
  })

  it('misspell inside a full name where that is asked for', () => {
    for (const change of changesOf('misspelt name, inside a full name'))
      expect(change).toMatch(/^(?:Norvik|Karim|Tolvanen|Ostholm) → /)
  })

  it('misspell names that are words, too, and those of the headline', () => {
    for (const change of changesOf('ordinary-word name misspelt')) expect(change).toMatch(/^Grant → /)
    for (const change of changesOf('name of the headline misspelt')) expect(change).toMatch(/^Norvik → /)
  })

  it('swap two letters that are no neighbours', () => {
    for (const change of changesOf('letters swapped at a distance')) {
      const [was, is] = change.split(' → ') as [string, string]
      const differing = [...was].flatMap((letter, at) => (letter === is[at] ? [] : [at]))
      expect(differing).toHaveLength(2)
      expect(differing[1]! - differing[0]!).toBeGreaterThan(1)
    }
  })

  it('write a name another way once', () => {
    expect(changesOf('name written two ways, spacing')).toContain('JannoBank → Janno Bank')
    expect(changesOf('name written two ways, spacing')).toContain('Port Ostholm → PortOstholm')
    expect(changesOf('name written two ways, case')).toContain('JannoBank → Jannobank')
    expect(changesOf('name written two ways, hyphen')).toEqual(new Set(['Coro-Mello → Coro Mello']))
    expect(changesOf('name written two ways, dots')).toEqual(new Set(['U.S. → US']))
    expect(changesOf('name written two ways, agency')).toEqual(new Set(['Defense Department → Department of Defense']))
    expect(changesOf('name written two ways, legal suffix')).toEqual(new Set(['Coro-Mello → Coro-Mello, Inc']))
  })

  it('put a wrong weekday before a date, of the story’s own days where the year isn’t given', () => {
    // 3 March 2015 and 14 April 2026 were Tuesdays.
    for (const change of changesOf('weekday, year in the date')) expect(change).toMatch(/^ → (?!Tues)\w+day,$/)
    for (const change of changesOf('weekday, year by the story’s date')) expect(change).toMatch(/^ → (?!Tues)\w+day,$/)
    expect(changesOf('weekday, year in the date', STORY.replace('March 3', 'Tuesday, March 3'))).not.toContain(
      'Tuesday → Tuesday',
    )
    for (const change of changesOf('weekday, year in the date', STORY.replace('March 3', 'Tuesday, March 3')))
      expect(change).toMatch(/^Tuesday → (?!Tues)\w+day$/)
  })

  it('set a day that no month has, and a time that no clock shows', () => {
    for (const change of changesOf('impossible date')) expect(change).toMatch(/^(?:3 → 3[2359]|14 → 3[1-9])$/)
    for (const change of changesOf('impossible time')) expect(change).toMatch(/^30 → [6-9]\d$/)
  })

  it('put another story’s headline on top, with and without a name that both have', () => {
    expect(changesOf('stray headline')).toEqual(new Set([' → Museum of glass reopens in the old mill']))
    expect(changesOf('stray headline, sharing a name')).toEqual(new Set([' → Fishermen block the harbour of Zelandia']))
  })

  it('add a leftover line below the last paragraph, or between two', () => {
    for (const seed of SEEDS) {
      expect(
        INVENTED_LEFTOVERS.some((line) => inject('leftover line, at the end', seed)!.text === `${STORY}\n\n${line}`),
      ).toBe(true)
      const { text, at } = inject('leftover line, in the middle', seed)!
      expect(text.slice(at.start - 2, at.start)).toBe('\n\n')
      expect(text.slice(at.end, at.end + 2)).toBe('\n\n')
    }
  })

  it('read the bytes of one character as Windows-1252 does, or lose it', () => {
    expect(changesOf('encoding damage, UTF-8 read as Windows-1252')).toEqual(
      new Set(['’ → â€™', '“ → â€œ', '” → â€\u009D']),
    )
    for (const change of changesOf('encoding damage, lost character')) expect(change).toMatch(/ → \uFFFD$/)
  })

  it('double one word', () => {
    for (const change of changesOf('doubled word')) expect(change).toMatch(/^ → \p{Ll}+$/u)
    for (const seed of SEEDS) {
      const { text, at } = inject('doubled word', seed)!
      const word = text.slice(at.start, at.end)
      expect(text.slice(0, at.start).endsWith(`${word} `)).toBe(true)
    }
  })

  it('change a figure that the copy gives away', () => {
    for (const change of changesOf('changed percentage')) expect(change).toMatch(/^10 → (?!10$)\d+$/)
    for (const change of changesOf('headline number')) expect(change).toMatch(/^12 → (?!12$)\d+$/)
    expect(changesOf('second age')).toEqual(new Set([' → , 54,']))
    expect(changesOf('second acronym meaning')).toEqual(new Set(['CHA → Central Harbour Agency (CHA)']))
  })

  it('damage whole passages', () => {
    const { text, at } = inject('duplicate paragraph', 3)!
    expect(text.split(text.slice(at.start, at.end)).length).toBe(3)
    expect(inject('cut-off end', 3)!.text).toMatch(/[^.!?]$/)
    expect(inject('lost quotation mark', 3)!.text.replace(/[^“”]/g, '')).toHaveLength(1)
  })
})

describe('a change', () => {
  it('stands where its words stand, without the white space around them', () => {
    expect(applyChange('One. Two.', { start: 4, end: 4, words: '\n\nAnd more\n' })).toEqual({
      text: 'One.\n\nAnd more\n Two.',
      at: { start: 6, end: 14 },
    })
  })

  it('that only takes away stands at its end', () => {
    expect(applyChange('“No,” he said.', { start: 4, end: 5, words: '' })).toEqual({
      text: '“No, he said.',
      at: { start: 4, end: 4 },
    })
  })
})
