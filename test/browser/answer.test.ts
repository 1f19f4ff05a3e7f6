import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { answerer } from '../../src/browser/answer.ts'
import { isCheckRequest, type BrowserOptions, type WorkerAnswer } from '../../src/browser/messages.ts'

const STORY =
  '🚢 Norvik puts off the ferry\n\nThe board put off the the launch on Monday, after Norvik told a yard in Kiev to wait.\n'

const answer = answerer()
const ask = (text: string, options: BrowserOptions = {}): WorkerAnswer =>
  answer({ type: 'check', id: 7, text, options })
const reportOf = (text: string, options: BrowserOptions = {}): (WorkerAnswer & { type: 'report' })['report'] => {
  const answered = ask(text, options)
  if (answered.type !== 'report') throw new Error(answered.message)
  return answered.report
}

describe('the worker’s answer', () => {
  it('is what a check finds, and can be sent', () => {
    const report = reportOf(STORY)
    expect(report.findings).toEqual(check(STORY).findings)
    expect(report).toMatchObject({ words: check(STORY).words, format: 'text', unusedKeys: [] })
    expect(structuredClone(report)).toEqual(report)
    expect(STORY.slice(report.findings[0]!.start.offset, report.findings[0]!.end.offset)).toBe('the the')
  })

  it('tells the format from the path, or from the text', () => {
    expect(reportOf('# A\n', { path: 'draft.md' }).format).toBe('markdown')
    expect(reportOf('<p>A</p>', { path: 'draft.md', format: 'html' }).format).toBe('html')
  })

  it('follows a pasted config, in YAML or JSON', () => {
    expect(reportOf(STORY, { config: 'rules:\n  repeated-word: off\n' }).findings).toEqual([])
    expect(reportOf(STORY, { config: '{"rules": {"repeated-word": "info"}}' }).findings).toMatchObject([
      { severity: 'info' },
    ])
    expect(
      reportOf(STORY, { config: 'names:\n  - {name: Kyiv, forbidden: [Kiev]}\n' }).findings.map(({ quote }) => quote),
    ).toContain('Kiev')
    expect(reportOf(STORY, { config: ' \n' }).findings).toHaveLength(1)
  })

  it('puts what the page sets before what the config says', () => {
    expect(
      reportOf(STORY, { config: 'rules: {repeated-word: off}', rules: { 'repeated-word': 'on' } }).findings,
    ).toHaveLength(1)
  })

  it('names the keys that choose among files', () => {
    expect(
      reportOf(STORY, { config: 'ignore: [old/**]\nkinds: {opinion: comment/**}\nrules: {}\n' }).unusedKeys,
    ).toEqual(['kinds', 'ignore'])
  })

  it.each([
    ['rules:\n  repeated-wrd: off\n', 2, 'there is no rule “repeated-wrd”; did you mean “repeated-word”?'],
    ['extends: [strict]\nrules:\n  - off\n', 2, '“rules” is made of keys with values'],
    ['extends: [house.yml]\n', 1, '“house.yml” is a file of its own, and a page can’t read it; paste what it says'],
    ['names: names.yml\n', 1, '“names.yml” is a file of its own, and a page can’t read it; paste what it says'],
    ['a: &a [1]\nb: *a\n', 2, 'is not plain data: it repeats a part by an alias (“*name”); write it out'],
    ['{{ page }}: 1\n', 1, 'is not plain data: a key is itself a list, or has keys'],
    ['rules: {\n', 2, expect.stringMatching(/^is not valid YAML: /)],
  ])('refuses the config %j in one line', (config, line, message) => {
    expect(ask(STORY, { config })).toEqual({ type: 'refusal', id: 7, line, message })
    expect(ask(STORY).type).toBe('report')
  })

  it('refuses settings of the page’s own that can’t be followed', () => {
    expect(ask(STORY, { rules: { 'no-such-rule': 'off' } })).toMatchObject({
      type: 'refusal',
      id: 7,
      message: expect.stringContaining('there is no rule “no-such-rule”') as string,
    })
  })

  it('is a fault where a check fails, and the next text is checked all the same', () => {
    expect(ask(STORY, { date: 5 as never, format: 'no such' as never })).toMatchObject({ type: 'fault', id: 7 })
    expect(ask(STORY).type).toBe('report')
  })

  it('is given to requests only', () => {
    expect(isCheckRequest({ type: 'check', id: 1, text: '', options: {} })).toBe(true)
    for (const other of [
      null,
      'check',
      5,
      {},
      { type: 'check' },
      { type: 'check', id: 1, text: 5, options: {} },
      { type: 'check', id: 1, text: '', options: null },
    ]) {
      expect(isCheckRequest(other)).toBe(false)
    }
  })
})
