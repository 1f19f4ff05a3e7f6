/** Tests of the desk's names: what is made of them is made once. */
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { nearNames } from '../../scripts/hostile-inputs.ts'
import { areSameNames, deskOf, withMoreNames } from '../../src/copy/desk.ts'
import type { DeskName } from '../../src/copy/index.ts'
import { duration } from '../duration.ts'

const countNames = (names: readonly DeskName[]): { readonly count: number } => ({ count: names.length })

describe('the desk of a list of names', () => {
  it('is asked once for what a function makes of them', () => {
    const names = [{ name: 'Norvik' }]
    expect(deskOf(names).as(countNames)).toBe(deskOf(names).as(countNames))
    expect(deskOf([...names]).as(countNames)).not.toBe(deskOf(names).as(countNames))
  })

  it('is another one when a name has come in, or one has gone', () => {
    const names: DeskName[] = [{ name: 'Norvik' }]
    expect(deskOf(names).as(countNames).count).toBe(1)
    names.push({ name: 'Salden' })
    expect(deskOf(names).as(countNames).count).toBe(2)
    names[0] = { name: 'Ostby' }
    expect(deskOf(names).names[0]).toEqual({ name: 'Ostby' })
  })
})

describe('two lists of names', () => {
  const name: DeskName = {
    name: 'Norvik',
    kind: 'place',
    aliases: ['Norvik Town'],
    forbidden: ['Norvick'],
    note: 'a note',
  }

  it('are the same where they say the same', () => {
    expect(areSameNames([name, { name: 'Ostby' }], structuredClone([name, { name: 'Ostby' }]))).toBe(true)
    expect(areSameNames([{ name: 'Ostby' }], [{ name: 'Ostby', aliases: [] }])).toBe(true)
  })

  it.each<Partial<DeskName>>([
    { name: 'Norwik' },
    { kind: 'person' },
    { aliases: ['Norvik City'] },
    { aliases: [] },
    { forbidden: ['Norvik'] },
    { note: 'another' },
  ])('are not where one has %j', (other) => {
    expect(areSameNames([name], [{ ...name, ...other }])).toBe(false)
    expect(areSameNames([name], [name, name])).toBe(false)
  })
})

describe('a check', () => {
  it('reads the names of a list once, however many stories there are and whatever they say', () => {
    let reads = 0
    const names = Array.from({ length: 200 }, (_, index): DeskName => ({
      get name() {
        reads++
        return `Norvik ${'abcdefghij'[index % 10]}${index} Salden`
      },
      aliases: [`Salden ${index}`],
      forbidden: [`Norvick ${index}`],
    }))
    const stories = [
      'Norvik a0 Salden met Salden 7 in Norvik.',
      'Norvick 3 is in Ostby, and Norvik A10 Salden is not.',
      'Nobody came to Saldon 5.',
    ]
    check(stories.join('\n\n'), { names })
    const once = reads
    expect(once).toBeGreaterThan(200)
    for (const story of stories) check(story, { names })
    // A name that the copy has is read again for what is said of it.
    expect(reads - once).toBeLessThan(10)
  })
})

describe('a list with more names behind it', () => {
  const first: readonly DeskName[] = [
    { name: 'Norvik Ferries', aliases: ['NF', 'Norvik Line'], forbidden: ['Norwick Ferries', 'Salden Ferries'] },
    { name: 'Belmora Salden', aliases: ['Old Belmora'] },
    { name: 'Lena Okafor' },
    { name: 'McTavish & Dunn', forbidden: ['Ostby & Dunn'] },
  ]
  const added: readonly (readonly [string, readonly DeskName[]])[] = [
    ['a name of its own', [{ name: 'Ostby Holding' }]],
    ['a name that begins like another', [{ name: 'Norvik Ferries South' }]],
    ['what was forbidden', [{ name: 'Salden Ferries' }]],
    ['what was forbidden, as another way', [{ name: 'Norvik Quay', aliases: ['Ostby & Dunn'] }]],
    ['an alias of an alias', [{ name: 'Belmora', aliases: ['Belmora Salden'] }]],
    ['a neighbour of a word', [{ name: 'Lena Okafors' }]],
    ['the same name again', [{ name: 'Lena Okafor', aliases: ['Okafor'], forbidden: ['Lena Okaffor'] }]],
    ['several', [{ name: 'Ostby' }, { name: 'Brandvold', forbidden: ['NF'] }]],
  ]
  const story = [
    'Norvik Ferries and the Norvik Line, or NF, met Salden Ferries. Norwick Ferries South stays in Ostby Holding, said Lena Okafors of Old Belmora.',
    'Mrs. Okaffor met Lena Okafor and Lena Okaffor in Belmora Salden, near Norvik Quay. Ostby & Dunn and McTavish & Dunn left for Brandvolt with Brandvold.',
    'Norvik ferries and Norvik Ferries South sailed to Ostby, to Belmoar and to Belmora. Okafor and Okafors met Norwik Ferries.',
  ].join('\n\n')

  it.each(added)('finds what a list of all finds: %s', (_, more) => {
    expect(check(story, { names: withMoreNames(first, more) })).toEqual(check(story, { names: [...first, ...more] }))
    // What was made of the first names is as it was.
    expect(check(story, { names: first })).toEqual(check(story, { names: [...first] }))
  })

  it.each(added)('finds it where there were none before: %s', (_, more) => {
    expect(check(story, { names: withMoreNames([], more) })).toEqual(check(story, { names: [...more] }))
  })

  it('costs little where the list is long and its desk is known', () => {
    const long = nearNames(20_000)
    const text = `${story} Nordak Nordek Group 7 met.`
    check(text, { names: long })
    const indexed = duration(() => check(text, { names: [...long] }))
    const extended = duration(() => check(text, { names: withMoreNames(long, [{ name: 'Ostby Quay' }]) }))
    expect(extended).toBeLessThan(indexed / 2)
  })
})
