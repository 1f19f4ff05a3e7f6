import { describe, expect, it } from 'vitest'
import { sampleLine } from '../../scripts/measure/sample-file.ts'
import { compareReadings } from '../../scripts/measure/two-readings.ts'
import { readVerdicts, storeVerdicts } from '../../scripts/measure/verdict-store.ts'
import { alarm, fingerprint } from './alarms.ts'
import { temporaryFolder } from './temporary-folder.ts'

const judged = (number: number, verdict: 'true' | 'false' | 'debatable' = 'true', rule = 'repeated-word') => ({
  ...sampleLine(alarm(fingerprint(number), { rule })),
  verdict,
})
const FILE = 'test/verdicts/repeated-word.jsonl'

describe('the verdict store', () => {
  it('keeps a file a rule, sorted by fingerprint, whatever the order they came in', () => {
    using made = temporaryFolder()
    storeVerdicts(made.path, [judged(3), judged(1, 'false'), judged(9, 'true', 'self-reference')])
    storeVerdicts(made.path, [judged(2, 'debatable')])
    expect(made.read(FILE)).toBe(
      [
        `{"fingerprint":"${fingerprint(1)}","rule":"repeated-word","verdict":"false","set":"harbour","level":"error"}`,
        `{"fingerprint":"${fingerprint(2)}","rule":"repeated-word","verdict":"debatable","set":"harbour","level":"error"}`,
        `{"fingerprint":"${fingerprint(3)}","rule":"repeated-word","verdict":"true","set":"harbour","level":"error"}`,
        '',
      ].join('\n'),
    )
    expect([...readVerdicts(made.path).keys()]).toEqual(['repeated-word', 'self-reference'])
  })

  it('replaces the verdict on a finding that has one', () => {
    using made = temporaryFolder()
    expect(storeVerdicts(made.path, [judged(1), judged(2)])).toEqual({ added: 2, replaced: 0 })
    expect(storeVerdicts(made.path, [judged(1, 'false'), judged(3)])).toEqual({ added: 1, replaced: 1 })
    const verdicts = readVerdicts(made.path).get('repeated-word')!
    expect([...verdicts.values()].map(({ verdict }) => verdict)).toEqual(['false', 'true', 'true'])
  })

  it('never takes the text in, nor the message, nor whose article it is', () => {
    using made = temporaryFolder()
    storeVerdicts(made.path, [{ ...judged(1), note: 'a council that met twice' } as never])
    expect(made.read(FILE)).not.toMatch(/mayor|met|council|stands twice|article|context/)
    expect(Object.keys(JSON.parse(made.read(FILE)) as object)).toEqual([
      'fingerprint',
      'rule',
      'verdict',
      'set',
      'level',
    ])
  })

  it('is empty where nothing was read, and names a line that is broken', () => {
    using made = temporaryFolder()
    expect(readVerdicts(made.path).size).toBe(0)
    made.write(FILE, '<<<<<<< HEAD\n')
    expect(() => readVerdicts(made.path)).toThrow(`${FILE}, line 1: this isn’t a verdict`)
  })
})

describe('the verdicts on edits', () => {
  const edit = {
    fingerprint: fingerprint(1),
    rule: 'repeated-word',
    verdict: 'true',
    set: 'harbour',
    grade: 'safe',
  } as const

  it('are kept apart from those on findings, though both come in one file', () => {
    using made = temporaryFolder()
    expect(storeVerdicts(made.path, [judged(1, 'false'), edit])).toEqual({ added: 2, replaced: 0 })
    expect(storeVerdicts(made.path, [{ ...edit, verdict: 'debatable' }])).toEqual({ added: 0, replaced: 1 })
    expect(readVerdicts(made.path).get('repeated-word')!.get(fingerprint(1))!.verdict).toBe('false')
    expect(readVerdicts(made.path, 'edits').get('repeated-word')!.get(fingerprint(1))!.verdict).toBe('debatable')
    expect([...readVerdicts(made.path).keys()]).toEqual(['repeated-word'])
  })

  it('hold the grade and never the text', () => {
    using made = temporaryFolder()
    storeVerdicts(made.path, [{ ...edit, diff: '− The mayor met met the council.' } as never])
    expect(made.read('test/verdicts/edits/repeated-word.jsonl')).toBe(
      `{"fingerprint":"${fingerprint(1)}","rule":"repeated-word","verdict":"true","set":"harbour","grade":"safe"}\n`,
    )
    made.write('test/verdicts/edits/self-reference.jsonl', '{\n')
    expect(() => readVerdicts(made.path, 'edits')).toThrow(
      'test/verdicts/edits/self-reference.jsonl, line 1: this isn’t a verdict',
    )
  })
})

describe('two readings', () => {
  const unread = (number: number) => ({ ...judged(number), verdict: '' as const })

  it('agree, differ, or are not both there', () => {
    const {
      agreed,
      disagreed,
      unread: left,
    } = compareReadings(
      [judged(1), judged(2, 'false'), judged(3), unread(4), judged(5)],
      [judged(3, 'debatable'), judged(1), judged(2, 'false'), judged(4), unread(5)],
    )
    expect(agreed.map(({ fingerprint, verdict }) => [fingerprint, verdict])).toEqual([
      [fingerprint(1), 'true'],
      [fingerprint(2), 'false'],
    ])
    expect(disagreed.map(({ fingerprint }) => fingerprint)).toEqual([fingerprint(3)])
    expect(left).toBe(2)
  })

  it('tell a third reader what was found, but not what the two said of it', () => {
    const [open] = compareReadings([judged(3)], [judged(3, 'false')]).disagreed
    expect(open).toMatchObject({ verdict: '', context: 'The mayor ⟦met met⟧ the council.' })
  })
})
