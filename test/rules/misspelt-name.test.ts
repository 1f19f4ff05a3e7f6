/** The parts of misspelt-name that a page can't show: distances, who is compared with whom, roots, the desk’s names. */
import { describe, expect, it } from 'vitest'
import type { DeskName } from '../../src/copy/index.ts'
import rule from '../../rules/misspelt-name/rule.ts'
import { findNeighbours } from '../../rules/misspelt-name/neighbours.ts'
import { haveSameRoot } from '../../rules/misspelt-name/same-root.ts'
import { areDoubledElsewhere, areExchanged, slipsBetween, startsAKeyAway } from '../../rules/misspelt-name/slips.ts'
import { textStory } from '../stories.ts'

function find(text: string, names: readonly DeskName[] = []) {
  const story = textStory(text, { names })
  return [...rule.run(story, {})].map(({ at, severity, message, related, suggestions }) => ({
    quote: story.slice(at),
    severity,
    message,
    related: related.length,
    edits: suggestions[0]?.edits.length,
    grade: suggestions[0]?.grade,
  }))
}

describe('slips', () => {
  it.each([
    ['xiaomi', 'xiaomi', 0],
    ['xiaomi', 'xaomi', 1],
    ['xiaomi', 'xiaomii', 1],
    ['xiaomi', 'xiaoni', 1],
    ['xiaomi', 'xiamoi', 1],
    ['brandvold', 'brnadvlod', 2],
    ['brandvold', 'randvol', 2],
    ['brandvold', 'pelkonen', 3],
    ['a', 'abcd', 3],
  ])('between “%s” and “%s”: %i', (one, other, count) => {
    expect(slipsBetween(one, other, 2)).toBe(count)
    expect(slipsBetween(other, one, 2)).toBe(count)
  })

  it('know which keys lie beside each other', () => {
    expect(startsAKeyAway('lawson', 'kawson')).toBe(true)
    expect(startsAKeyAway('mueller', 'jueller')).toBe(true)
    expect(startsAKeyAway('lawson', 'dawson')).toBe(false)
    expect(startsAKeyAway('lawson', 'kawsen')).toBe(false)
  })
})

describe('letters', () => {
  it.each([
    ['bagayoko', 'bagakoyo', true],
    ['biden', 'bedin', true],
    ['qatar', 'qarat', true],
    ['brandvold', 'vrandbold', true],
    ['bagayoko', 'bagayoko', false],
    ['marina', 'manira', true],
    ['salden', 'sandel', true],
    ['salden', 'slaned', false],
    ['rado', 'raod', false],
  ])('of “%s” and “%s” have changed places: %s', (one, other, holds) => expect(areExchanged(one, other)).toBe(holds))

  it('may be doubled elsewhere', () => {
    expect(areDoubledElsewhere('guterres', 'gutteres')).toBe(true)
    expect(areDoubledElsewhere('guterres', 'guterres')).toBe(false)
    expect(areDoubledElsewhere('guterres', 'guteres')).toBe(false)
    expect(areDoubledElsewhere('guterres', 'gutteris')).toBe(false)
  })
})

describe('neighbours', () => {
  const pairs = (...keys: string[]): string[] =>
    findNeighbours(new Map(keys.map((key) => [key, { key }]))).map(
      ({ one, other, distance }) => `${one.key} ${other.key} ${distance}`,
    )

  it('are found wherever the slip is', () => {
    const word = 'brandt'
    const slipped = [...word].flatMap((letter, at) => [
      word.slice(0, at) + word.slice(at + 1),
      `${word.slice(0, at)}q${word.slice(at + 1)}`,
      `${word.slice(0, at)}q${word.slice(at)}`,
      at + 1 < word.length ? word.slice(0, at) + word[at + 1]! + letter + word.slice(at + 2) : `${word}q`,
    ])
    for (const other of slipped) expect(pairs(word, other), other).toEqual([`${word} ${other} 1`])
  })

  it('may be two slips apart in long words alone', () => {
    expect(pairs('brandvold', 'branvdlod')).toEqual(['brandvold branvdlod 2'])
    expect(pairs('brandvol', 'brnadvlo')).toEqual([])
  })

  it('may have two letters anywhere that changed places', () => {
    expect(pairs('salden', 'sandel')).toEqual(['salden sandel 1'])
    expect(pairs('salden', 'sanled')).toEqual([])
  })

  it('are not looked for in a series of made-up words', () => {
    const series = Array.from({ length: 26 }, (_, at) => `abcdef${String.fromCharCode(97 + at)}uvwxyz`)
    expect(pairs(...series).length).toBeLessThan(60)
  })
})

describe('roots', () => {
  it.each([
    ['korea', 'korean'],
    ['texas', 'texans'],
    ['marxist', 'marxism'],
    ['houthi', 'houthis'],
    ['yazidi', 'yazid'],
    ['filipinos', 'filipinas'],
  ])('are the same in “%s” and “%s”', (one, other) => expect(haveSameRoot(one, other, 1, false)).toBe(true))

  it.each([
    ['taiwan', 'taiwann'],
    ['paris', 'pariis'],
    ['johnso', 'johnsot'],
    ['xiaomi', 'xaomi'],
  ])('are not the same in “%s” and “%s”', (one, other) => expect(haveSameRoot(one, other, 1, true)).toBe(false))

  it('take a vowel only where a name is known to change it', () => {
    expect(haveSameRoot('roberto', 'roberta', 1, true)).toBe(true)
    expect(haveSameRoot('pelkono', 'pelkona', 1, false)).toBe(false)
  })
})

describe('one misspelling', () => {
  it('is one finding, with all its places mended', () => {
    const text =
      'Pelkonen won. Pelkonen lost. Pelkonen drew. Pelkonen left. Pelkonen came. Pelkonen went. Then Pelknoen spoke, and Pelknoen’s wife.'
    expect(find(text)).toEqual([
      {
        quote: 'Pelknoen',
        severity: 'error',
        related: 3,
        edits: 2,
        grade: 'likely',
        message: '“Pelknoen” is “Pelkonen” elsewhere in the story (6 times); check the spelling',
      },
    ])
  })

  it('is no safe edit where neither form is the commoner', () => {
    const [finding] = find('The judge, Susan Halvorsen, set a date. Lawyers asked Halvosen for time.')
    expect(finding).toMatchObject({ severity: 'warning', grade: 'idea' })
  })
})

describe('which of two spellings is the slip', () => {
  const titles = (text: string): readonly string[] =>
    [...rule.run(textStory(text, {}), {})].flatMap(({ suggestions }) =>
      suggestions.map(({ title, grade }) => `${title}, ${grade}`),
    )

  it.each([
    ['a title', 'The council met Brandvold. Brandvold spoke. Brandvold left. Madam Brandvlod stayed.'],
    ['a first name', 'The council met Brandvold. Brandvold spoke. Brandvold left. Ingrid Brandvlod stayed.'],
    ['the first mention', 'The council met Brandvlod. Brandvold spoke. Brandvold left. Brandvold stayed.'],
    [
      'nearly as many places',
      'Ingrid Brandvold spoke. Ingrid Brandvold left. Brandvold came. Ingrid Brandvlod stayed. Nobody asked Ingrid Brandvlod.',
    ],
  ])('is open where the rarer one has %s', (_, text) => {
    expect(titles(text)).toEqual(['Write “Brandvold”, idea', 'Write “Brandvlod”, idea'])
  })

  it('is clear where a first name stands before both', () => {
    expect(titles('Ingrid Brandvold spoke. Brandvold left. Brandvold came. Ingrid Brandvlod stayed.')).toEqual([
      'Write “Brandvold”, likely',
    ])
  })

  it('is clear where one is a word that everybody knows', () => {
    expect(titles('The council met Trupm. On Monday Trump spoke. Then Trump left, but Trump came back.')).toEqual([
      'Write “Trump”, likely',
    ])
  })

  it('leaves a plural a plural', () => {
    expect(titles('The council met Brandvold. Brandvold spoke. Brandvold left. The Brandvalds stayed.')).toEqual([
      'Write “Brandvolds”, likely',
    ])
    expect(
      titles('The council met the Brandvolds. Some Brandvolds spoke. All Brandvolds left. One Brandvald stayed.'),
    ).toEqual(['Write “Brandvold”, likely'])
  })
})

describe('the desk’s names', () => {
  const slip = 'The vote went to Brandvlod. Nobody asked Brandvlod for more. Then Brandvlod left.'

  it('are right, however often another form stands', () => {
    expect(find(`Brandvold won. ${slip}`, [{ name: 'Brandvold' }])).toMatchObject([
      { quote: 'Brandvlod', severity: 'error' },
    ])
    expect(find(slip, [{ name: 'Brandvold' }])).toMatchObject([{ quote: 'Brandvlod', severity: 'warning', related: 2 }])
    expect(find(slip)).toEqual([])
  })

  it('are never misspelt, nor are their aliases', () => {
    const text = 'Brandvold won. Brandvold lost. Brandvold left. Then Brandvald spoke.'
    expect(find(text)).toHaveLength(1)
    expect(find(text, [{ name: 'Brandvald' }, { name: 'Brandvold' }])).toEqual([])
    expect(find(text, [{ name: 'Brandvold', aliases: ['Brandvald'] }])).toEqual([])
  })

  it('leave what they forbid to another rule', () => {
    expect(
      find('Brandvold won. Brandvold lost. Brandvlod left.', [{ name: 'Brandvold', forbidden: ['Brandvlod'] }]),
    ).toEqual([])
  })

  it('tell nothing of another man’s surname', () => {
    expect(find('The vote was won by Peter Brandvlod.', [{ name: 'Henrik Brandvold' }])).toEqual([])
    expect(find('The vote was won by Henrik Brandvlod.', [{ name: 'Henrik Brandvold' }])).toMatchObject([
      { quote: 'Brandvlod' },
    ])
  })
})
