/** The levels that structures earn by their counts, and the table of them. */
import { describe, expect, it } from 'vitest'
import {
  levelOfCount,
  levelsWithoutEach,
  renderStructures,
  StructureCounts,
} from '../../scripts/structures/structure-counts.ts'

describe('the level of a structure', () => {
  it('is error where it joined five hundred different pairs and never one name with itself', () => {
    expect(levelOfCount('1 word', 500, 0)).toBe('error')
    expect(levelOfCount('1 word', 499, 0)).toBe('warning')
    expect(levelOfCount('1 word', 5000, 1)).toBe('warning')
  })

  it('is warning where few of many were one name', () => {
    expect(levelOfCount('aside, words', 90, 0)).toBe('warning')
    expect(levelOfCount('aside, words', 89, 0)).toBe('none')
    expect(levelOfCount('aside, words', 359, 1)).toBe('none')
  })

  it('is at most warning where sound copy can be imagined', () => {
    for (const name of [
      'to',
      'in',
      '1 word + in',
      'possessive, words',
      'list, closed',
      'many words + preposition',
      '1 word, then of it',
    ]) {
      expect(levelOfCount(name, 5000, 0), name).toBe('warning')
    }
    expect(levelOfCount('2 words, then of it', 400, 0)).toBe('none')
  })
})

describe('counts of structures', () => {
  const counts = new StructureCounts()
  for (const set of ['north', 'south']) {
    counts.addWords(set, 1000)
    for (let pair = 0; pair < 600; pair++) counts.add('1 word', set, 'different')
  }
  counts.add('1 word', 'south', 'same')

  it('add up over sets, and keep what was read', () => {
    expect(counts.rows(new Map())).toEqual([{ name: '1 word', level: 'warning', different: 1200, same: 1, quoted: 0 }])
    expect(counts.rows(new Map([['1 word', 1]]))).toEqual([
      { name: '1 word', level: 'error', different: 1200, same: 1, quoted: 0, mistaken: 1 },
    ])
  })

  it('tell what levels would do on a set that they were not counted on', () => {
    expect(levelsWithoutEach(counts, counts.rows(new Map()))).toEqual({ errors: 1, warnings: 0 })
  })

  it('make a table with its counts', () => {
    const rows = counts.rows(new Map())
    expect(renderStructures(rows, counts, { errors: 1, warnings: 0 })).toContain(
      "  - {name: '1 word', level: warning, different: 1200, same: 1, quoted: 0}\n",
    )
  })
})
