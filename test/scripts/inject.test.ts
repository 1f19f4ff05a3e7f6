import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../scripts/input-error.ts'
import type { InjectedFigures } from '../../scripts/generate/figures.ts'
import { inject } from '../../scripts/inject.ts'
import { errorKinds } from '../../scripts/inject/kinds/index.ts'
import { createRandom } from '../../scripts/inject/random.ts'
import { OTHER, SHARING, STORY } from './inject-drafts.ts'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts'

let project: TemporaryFolder
let news: string
beforeEach(() => {
  project = temporaryFolder()
  news = join(project.path, 'wire')
  project.write('wire/one.txt', STORY)
  const rows = [OTHER, SHARING].map((text, index) => {
    const [headline, ...body] = text.split('\n\n')
    return JSON.stringify({ id: `row-${index}`, headline, body: body.join('\n\n'), date: '2026-04-20' })
  })
  project.write('wire/rows.jsonl.gz', gzipSync(rows.join('\n')))
})
afterEach(() => project[Symbol.dispose]())

function run(...argv: readonly string[]): { readonly said: string; readonly remarked: string } {
  let said = ''
  let remarked = ''
  inject(argv, {
    root: project.path,
    say: (text) => {
      said += text
    },
    remark: (text) => {
      remarked += text
    },
  })
  return { said, remarked }
}

describe('inject', () => {
  it('prints what was injected of a kind and how much of it was found', () => {
    const { said } = run(news, '--kind', 'doubled word')
    expect(said).toMatch(/^kind +rule +injected +error +warning\+ +any +warning\+, 95 % +bar\n/)
    expect(said).toMatch(
      /\ndoubled word +repeated-word +3 +\d\.\d{3} +\d\.\d{3} +\d\.\d{3} +\d\.\d\d–\d\.\d\d +0\.99 (?:met|missed)\n$/,
    )
  })

  it('finds a weekday that doesn’t fit', () => {
    expect(run(news, '--kind', 'weekday, year in the date', '--alone').said).toMatch(
      /weekday-mismatch +1 +1\.000 +1\.000 +1\.000/,
    )
  })

  it('prints the same for the same seed, and something else for another', () => {
    const argv = [news, '--kind', 'leftover-boilerplate', '--misses', '9']
    expect(run(...argv)).toEqual(run(...argv))
    expect(run(...argv, '--seed', '2')).toEqual(run(...argv, '--seed', '2'))
  })

  it('injects no more than is asked for', () => {
    expect(run(news, '--kind', 'doubled word', '--limit', '2').said).toMatch(/repeated-word +2 /)
  })

  it('says that there is no place for an error, or no rule', () => {
    const { said } = run(join(news, 'rows.jsonl.gz'), '--kind', 'impossible date', '--kind', 'duplicate paragraph')
    expect(said).toMatch(/impossible date +impossible-date +0 +no place for it here\n/)
  })

  it('shows misses in context', () => {
    // A line that no rule can know for furniture.
    project.write(
      'lines.jsonl',
      `${JSON.stringify({ outlet: 'Ostholm Gazette', leftover_lines: ['The mayor of Belmora likes fish'] })}\n${JSON.stringify(
        { outlet: 'Belmora Post', leftover_lines: ['The mayor of Belmora likes fish'] },
      )}\n${JSON.stringify({ outlet: 'Harbour Echo', leftover_lines: ['The mayor of Belmora likes fish'] })}`,
    )
    const { said, remarked } = run(
      news,
      '--kind',
      'at the end',
      '--leftovers',
      join(project.path, 'lines.jsonl'),
      '--misses',
      '1',
    )
    expect(remarked).toMatch(/^Leftover lines: 1, from 1 outlet held out\.\n$/)
    expect(said).toMatch(
      /leftover line, at the end: 3 of 3 not found at warning or above\n {2}wire [^\n]+\n {4}….* ⏎ ⟦The mayor of Belmora likes fish⟧\n$/,
    )
  })

  it('lists the kinds', () => {
    const { said } = run('--list')
    for (const { name } of errorKinds) expect(said).toContain(name)
  })

  it('explains itself', () => {
    for (const option of [
      '--kind',
      '--list',
      '--limit',
      '--seed',
      '--misses',
      '--leftovers',
      '--alone',
      '--record',
      '--held-out',
    ])
      expect(run('--help').said).toContain(option)
  })

  it('writes the figures of kinds that have a rule, sorted, without a path of this machine', () => {
    run(news, '--record', '--limit', '1')
    const text = project.read('test/figures/injected-errors.json')
    const figures = JSON.parse(text) as InjectedFigures
    expect(figures).toMatchObject({ articles: 3, seed: 1, sets: ['wire'], use: 'development' })
    run(news, '--record', '--limit', '1', '--held-out')
    expect(JSON.parse(project.read('test/figures/held-out-errors.json'))).toEqual({ ...figures, use: 'held out' })
    expect(project.read('test/figures/injected-errors.json')).toBe(text)
    expect(figures.words).toBeGreaterThan(300)
    expect(figures.kinds.map(({ kind }) => kind)).toEqual(figures.kinds.map(({ kind }) => kind).toSorted())
    expect(figures.kinds.find(({ kind }) => kind === 'weekday, year in the date')).toEqual({
      kind: 'weekday, year in the date',
      rule: 'weekday-mismatch',
      injected: 1,
      any: 1,
      warning: 1,
      error: 1,
    })
    expect(figures.kinds.some(({ rule }) => rule === 'no-such-rule')).toBe(false)
    expect(text).not.toContain(project.path)
  })

  it.each([
    ['no folder', [], /folder of articles/],
    ['a folder that isn’t there', ['nowhere'], /there is no file or folder “nowhere”/],
    ['an unknown option', ['news', '--kinds'], /--kinds/],
    ['an unknown kind', ['news', '--kind', 'dubled word'], /there is no kind “dubled word”.*“doubled word”/],
    ['a limit that is no number', ['news', '--limit', 'all'], /--limit takes a whole number from 1, not “all”/],
    ['a limit of none', ['news', '--limit', '0'], /--limit takes a whole number from 1/],
    ['--held-out by itself', ['news', '--held-out'], /--held-out needs --record/],
    ['a record of some kinds', ['news', '--record', '--kind', 'doubled word'], /--record/],
  ])('refuses %s', (_, argv, message) => {
    expect(() => run(...argv)).toThrow(InputError)
    expect(() => run(...argv)).toThrow(message)
    expect(() => run(...argv)).toThrow(/^[^\n]+$/)
    expect(existsSync(join(project.path, 'test'))).toBe(false)
  })

  it('refuses a folder without articles, and a file of lines without one to draw', () => {
    project.write('empty/note.pdf', '')
    expect(() => run(join(project.path, 'empty'))).toThrow(/there are no articles/)
    project.write('lines.jsonl', '{"outlet": "Belmora Post", "boilerplate_lines": []}')
    expect(() => run(news, '--leftovers', join(project.path, 'lines.jsonl'))).toThrow(/no lines of outlets held out/)
  })
})

describe('chance', () => {
  it('falls the same for a seed and a purpose, and else differently', () => {
    const draw = (seed: number, purpose: string): number[] => {
      const random = createRandom(seed, purpose)
      return Array.from({ length: 5 }, () => random.next())
    }
    expect(draw(1, 'a')).toEqual(draw(1, 'a'))
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'))
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'))
  })

  it('picks all of a list as often', () => {
    const random = createRandom(3, 'fair')
    const counts = [0, 0, 0, 0]
    for (let count = 0; count < 4000; count++) counts[random.pick([0, 1, 2, 3])!]!++
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120)
    expect(random.pick([])).toBeUndefined()
  })

  it('shuffles without losing anything', () => {
    const list = Array.from({ length: 50 }, (_, index) => index)
    const shuffled = createRandom(1, 'deck').shuffled(list)
    expect(shuffled).not.toEqual(list)
    expect(shuffled.toSorted((one, other) => one - other)).toEqual(list)
  })
})
