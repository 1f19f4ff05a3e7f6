/** Tests of the desk's names: what is made of them is made once. */
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { areSameNames, deskOf } from '../../src/story/desk.ts'
import type { DeskName } from '../../src/story/index.ts'

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
  const name: DeskName = { name: 'Norvik', kind: 'place', aliases: ['Norvik Town'], forbidden: ['Norvick'], note: 'a note' }

  it('are the same where they say the same', () => {
    expect(areSameNames([name, { name: 'Ostby' }], structuredClone([name, { name: 'Ostby' }]))).toBe(true)
    expect(areSameNames([{ name: 'Ostby' }], [{ name: 'Ostby', aliases: [] }])).toBe(true)
  })

  it.each<Partial<DeskName>>([{ name: 'Norwik' }, { kind: 'person' }, { aliases: ['Norvik City'] }, { aliases: [] }, { forbidden: ['Norvik'] }, { note: 'another' }])('are not where one has %j', (other) => {
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
    const stories = ['Norvik a0 Salden met Salden 7 in Norvik.', 'Norvick 3 is in Ostby, and Norvik A10 Salden is not.', 'Nobody came to Saldon 5.']
    check(stories.join('\n\n'), { names })
    const once = reads
    expect(once).toBeGreaterThan(200)
    for (const story of stories) check(story, { names })
    // A name that the copy has is read again for what is said of it.
    expect(reads - once).toBeLessThan(10)
  })
})
