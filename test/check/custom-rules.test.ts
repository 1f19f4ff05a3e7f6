/** Rules of the caller's own: in a check, in pipelines and in a worker; never from a config. */
import { remark } from 'remark'
import { retext } from 'retext'
import { describe, expect, it } from 'vitest'
import { answerer } from '../../src/browser/answer.ts'
import { startWorker } from '../../src/browser/custom-worker.ts'
import { readConfig } from '../../src/check/config/config-file.ts'
import { check, remarkCopydesk, retextCopydesk } from '../../src/index.ts'
import { wordRule } from './word-rule.ts'

const TEXT = 'The council met on Monday.\n'
const RULE = wordRule(/\bcouncil\b/g, { id: 'no-council', stage: 'trial', preset: 'strict' })

describe('a rule of the caller’s own', () => {
  it('runs because it was given, whatever its stage and preset', () => {
    const { findings } = check(TEXT, { customRules: [RULE] })
    expect(findings).toMatchObject([{ rule: 'no-council', quote: 'council', url: '' }])
    expect(check(TEXT).findings).toEqual([])
  })

  it('follows settings and directives like any other', () => {
    expect(check(TEXT, { customRules: [RULE], rules: { 'no-council': 'off' } }).findings).toEqual([])
    expect(check(TEXT, { customRules: [RULE], rules: { 'no-council': 'info' } }).findings[0]!.severity).toBe('info')
    const source = `<!-- copydesk-disable-next-line no-council -->\n${TEXT}`
    const { findings, hidden } = check(source, { customRules: [RULE], format: 'markdown' })
    expect(findings).toEqual([])
    expect(hidden).toMatchObject([{ by: 'comment' }])
  })

  it('runs in pipelines', async () => {
    const options = { customRules: [RULE] }
    expect((await retext().use(retextCopydesk, options).process(TEXT)).messages).toMatchObject([
      { ruleId: 'no-council' },
    ])
    expect((await remark().use(remarkCopydesk, options).process(TEXT)).messages).toMatchObject([
      { ruleId: 'no-council' },
    ])
  })

  it('runs in a worker that was started with it', () => {
    const request = { type: 'check', id: 1, text: TEXT, options: { format: 'text' } } as const
    expect(answerer([RULE])(request)).toMatchObject({ report: { findings: [{ rule: 'no-council' }] } })
    expect(answerer()(request)).toMatchObject({ report: { findings: [] } })
    expect(() => startWorker({ customRules: [{}] } as never)).toThrow(
      'startWorker: “customRules[0]” takes a rule, as defineRule makes it, not an object',
    )
  })

  it('needs an id of its own', () => {
    const taken = wordRule(/\bcouncil\b/g, { id: 'repeated-word' })
    expect(() => check(TEXT, { customRules: [taken] })).toThrow(
      'there are two rules “repeated-word”; a plugin or a rule of your own needs an id that no rule has',
    )
  })

  it('comes from no config', () => {
    expect(() => readConfig({ customRules: ['./rule.js'] }, [RULE])).toThrow('has no key “customRules”')
    expect(() => readConfig({ rules: { 'no-council': 'on' } }, [])).toThrow('there is no rule “no-council”')
  })
})
