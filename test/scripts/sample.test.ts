import { describe, expect, it } from 'vitest'
import { contextOf } from '../../scripts/measure/context.ts'
import { drawSample } from '../../scripts/measure/sample.ts'
import { readSampleFile, renderSampleFile, sampleLine } from '../../scripts/measure/sample-file.ts'
import { InputError } from '../../scripts/input-error.ts'
import { alarm, article, fingerprint } from './alarms.ts'
import { temporaryFolder } from './temporary-folder.ts'

const hundred = Array.from({ length: 100 }, (_, index) => alarm(fingerprint(index)))
const drawn = (...draw: Parameters<typeof drawSample>): readonly string[] =>
  drawSample(...draw).map(({ finding }) => finding.fingerprint)

describe('a draw', () => {
  it('is the same with the same seed, and another with another', () => {
    const first = drawn(hundred, { size: 20, seed: 1 })
    expect(new Set(first).size).toBe(20)
    expect(drawn(hundred.toReversed(), { size: 20, seed: 1 })).toEqual(first)
    expect(drawn(hundred, { size: 20, seed: 2 })).not.toEqual(first)
  })

  it('keeps to its order when a rule comes to find more or less', () => {
    const first = drawn(hundred, { size: 20, seed: 1 })
    const fewer = hundred.filter(({ finding }) => finding.fingerprint !== first[0])
    expect(drawn(fewer, { size: 19, seed: 1 })).toEqual(first.slice(1))
  })

  it('favours no part of the articles', () => {
    const early = Array.from(
      { length: 40 },
      (_, seed) => drawn(hundred, { size: 10, seed }).filter((one) => one < fingerprint(50)).length,
    )
    const mean = early.reduce((sum, one) => sum + one, 0) / early.length
    expect(mean).toBeGreaterThan(4)
    expect(mean).toBeLessThan(6)
  })

  it('takes so many of each rule and level, and a finding that many articles have only once', () => {
    const alarms = [
      ...hundred,
      ...hundred.map(({ finding }) => alarm(finding.fingerprint, { of: article('b') })),
      alarm(fingerprint(200), { level: 'warning' }),
      alarm(fingerprint(201), { rule: 'self-reference' }),
    ]
    const lines = drawSample(alarms, { size: 100, seed: 1 }).map(({ finding }) => `${finding.rule} ${finding.severity}`)
    expect(lines.filter((line) => line === 'repeated-word error')).toHaveLength(100)
    expect([lines.at(-2), lines.at(-1)]).toEqual(['repeated-word warning', 'self-reference error'])
    expect(drawn(alarms, { size: 5, seed: 1, level: 'warning' })).toEqual([fingerprint(200)])
  })

  it('leaves out what has been read', () => {
    const read = new Set(drawn(hundred, { size: 20, seed: 1 }))
    const next = drawn(hundred, { size: 20, seed: 1, leaveOut: ({ finding }) => read.has(finding.fingerprint) })
    expect(next).toHaveLength(20)
    expect(next.some((one) => read.has(one))).toBe(false)
  })
})

describe('a finding’s context', () => {
  const text = 'Ferry returns\n\nThe ferry is  back in the the harbour today.'
  const at = text.indexOf('the the')

  it('is so many words on either side, on one line', () => {
    expect(contextOf(text, { start: at, end: at + 7 }, 3)).toBe('…is back in ⟦the the⟧ harbour today.')
    expect(contextOf(text, { start: at, end: at + 7 }, 40)).toBe(
      'Ferry returns ⏎ The ferry is back in ⟦the the⟧ harbour today.',
    )
    expect(contextOf(text, { start: 0, end: 5 }, 2)).toBe('⟦Ferry⟧ returns ⏎ The…')
  })

  it('shows a part of a word with the rest of it', () => {
    expect(contextOf('The Harrbour-side cafe', { start: 4, end: 12 }, 1)).toBe('The ⟦Harrbour⟧-side…')
  })
})

describe('a sample’s file', () => {
  it('holds what a reader needs, and comes back with the verdicts', () => {
    using made = temporaryFolder()
    const line = sampleLine(alarm(fingerprint(1)))
    expect(line).toMatchObject({
      fingerprint: fingerprint(1),
      rule: 'repeated-word',
      level: 'error',
      set: 'harbour',
      context: 'The mayor ⟦met met⟧ the council.',
      verdict: '',
    })
    const path = made.write('sample.jsonl', renderSampleFile([line, { ...line, verdict: 'debatable' }]))
    expect(readSampleFile(path, ['repeated-word']).map(({ verdict }) => verdict)).toEqual(['', 'debatable'])
  })

  it('takes a verdict that was written as JSON’s true or false', () => {
    using made = temporaryFolder()
    const line = { fingerprint: fingerprint(1), rule: 'repeated-word', level: 'error', set: 'harbour' }
    const lines = [{ ...line, verdict: true }, { ...line, verdict: false }, { ...line, verdict: ' True ' }, line]
    const path = made.write('sample.jsonl', lines.map((one) => JSON.stringify(one)).join('\r\n'))
    expect(readSampleFile(path, ['repeated-word']).map(({ verdict }) => verdict)).toEqual(['true', 'false', 'true', ''])
  })

  it.each([
    [{ verdict: 'maybe' }, '“maybe” is none of true, false, debatable'],
    [{ rule: '../package' }, 'there is no rule “../package”'],
    [{ level: 'fatal' }, '“fatal” is no level'],
    [{ level: undefined, grade: 'idea' }, '“idea” is no grade of an edit'],
    [{ level: undefined }, 'a finding’s “level” or an edit’s “grade” is missing'],
    [{ fingerprint: 'abc' }, '“fingerprint” is not one'],
    [{ set: undefined }, '“set” is missing'],
  ])('is refused with %j in it', (wrong, message) => {
    using made = temporaryFolder()
    const path = made.write('sample.jsonl', `\n${JSON.stringify({ ...sampleLine(alarm(fingerprint(1))), ...wrong })}\n`)
    expect(() => readSampleFile(path, ['repeated-word'])).toThrow(new InputError(`${path}, line 2: ${message}`))
  })
})
