/** What a rule may ask for, the family that sets it, and the name of what two places contradict each other in. */
import { describe, expect, it } from 'vitest'
import { defineRule, type Need, type Rule } from '#rule'
import { check, type CheckOptions } from '../../src/index.ts'
import { hideByBaseline, readBaseline, staleEntries, updatedEntries } from '../../src/check/hiding/baseline.ts'
import { places, wordRule } from './word-rule.ts'

const TEXT = 'The port closed on Monday.\n'

describe('what a rule asks for besides the story', () => {
  const counting = (needs: readonly Need[] | undefined): Rule =>
    defineRule({
      id: 'counting',
      summary: 'Counts texts.',
      kind: 'contradiction',
      stage: 'stable',
      severity: 'info',
      since: '1.0.0',
      quotations: 'check',
      ...(needs ? { needs } : {}),
      messages: { found: ({ texts }: { texts: string }) => texts },
      *check(context) {
        const all = [...context.sources, ...(needs?.includes('otherFiles') ? context.otherFiles : [])]
        yield context.find('found', { at: context.story.blocks[0]!, texts: all.map(({ text }) => text).join(' | ') })
      },
    })
  const said = (needs: readonly Need[] | undefined, options: CheckOptions = {}): string =>
    check(TEXT, { ...options, customRules: [counting(needs)] }).findings[0]!.message

  it('is there, read in its format', () => {
    const sources = [
      'The port.',
      { text: '# A *port*', path: 'release.md' },
      { text: '<p>R&amp;D</p>', format: 'html' },
    ] as const
    expect(said(['sources'], { sources, otherFiles: ['No.'] })).toBe('The port. | A port | R&D')
    expect(said(['sources', 'otherFiles'], { sources: ['One.'], otherFiles: ['Two.'] })).toBe('One. | Two.')
    expect(said(['sources'])).toBe('')
  })

  it('is not there for a rule that doesn’t say so', () => {
    expect(() => said(undefined, { sources: ['One.'] })).toThrow(
      "rule “counting” looks at sources and doesn’t say so: needs: ['sources']",
    )
  })

  it('is read for nobody where no rule asks', () => {
    expect(check(TEXT, { sources: [{ text: '{\\rtf1 Not read}' }] }).findings).toEqual([])
    expect(() => said(['sources'], { sources: [{ text: '{\\rtf1 Not read}' }] })).toThrow('Rich Text')
  })

  it.each([
    [{ sources: 'One.' }, "“sources” takes a list of texts, as ['…'] or [{text, path?, format?}], not 'One.'"],
    [{ otherFiles: [{ path: 'one.md' }] }, '“otherFiles[0]” needs “text”: it takes a text, or {text, path?, format?}'],
  ])('is refused where it is none: %j', (options, problem) => {
    expect(() => check(TEXT, options as never)).toThrow(new TypeError(`check: ${problem}`))
  })

  it('has names that are known', () => {
    expect(() => counting(['source' as never])).toThrow("“needs[0]” takes one of sources, otherFiles, not 'source'")
  })
})

describe('a family of rules', () => {
  const member = (id: string, word: RegExp): Rule => ({ ...wordRule(word, { id }), family: 'places' })
  const customRules = [member('port', /port/g), member('day', /Monday/g)]
  const found = (rules: CheckOptions['rules']): readonly string[] =>
    check(TEXT, { customRules, rules }).findings.map(({ rule, severity }) => `${rule} ${severity}`)

  it('is set like a rule, and a rule’s own setting goes before it', () => {
    expect(found({})).toEqual(['port warning', 'day warning'])
    expect(found({ places: 'off' })).toEqual([])
    expect(found({ places: 'info' })).toEqual(['port info', 'day info'])
    expect(found({ places: ['on', { 'at-least': 'error' }], day: 'off' })).toEqual(['port error'])
    expect(found({ places: 'off', day: 'on' })).toEqual(['day warning'])
  })

  it('is proposed for a name that is nearly its', () => {
    expect(() => found({ place: 'off' })).toThrow('there is no rule “place”; did you mean “places”?')
  })

  it('has the name of no rule', () => {
    const taken = { ...wordRule(/x/g, { id: 'other' }), family: 'port' }
    expect(() => check(TEXT, { customRules: [...customRules, taken] })).toThrow(
      '“port” is a rule and a family of rules',
    )
  })
})

describe('two forms that contradict each other', () => {
  const twoForms = (between?: readonly string[]): Rule =>
    defineRule({
      id: 'two-forms',
      summary: 'Two forms.',
      kind: 'contradiction',
      stage: 'stable',
      severity: 'warning',
      since: '1.0.0',
      quotations: 'check',
      messages: { found: () => 'two forms' },
      *check({ story, find }) {
        const [at, other] = places(story, /TP-Link|TP Link/g)
        const forms = between ? { between: [story.slice(at!), story.slice(other!)] } : {}
        yield find('found', { at: at!, related: [{ at: other!, note: 'here' }], ...forms })
      },
    })
  const report = (text: string, between?: readonly string[]): ReturnType<typeof check> =>
    check(text, { customRules: [twoForms(between)], rules: { 'inconsistent-name': 'off' } })
  const ONE = 'The firm TP-Link said so on Monday.\n\nLater the firm TP Link said no.\n'
  const OTHER = 'Later the firm TP Link said no.\n\nThe firm TP-Link said so on Monday.\n'
  const forms = ['TP-Link', 'TP Link']
  const nameIn = (text: string, between?: readonly string[]): string => report(text, between).findings[0]!.fingerprint

  it('have one name, whichever comes first', () => {
    expect(nameIn(ONE, forms)).toBe(nameIn(OTHER, forms))
    expect(nameIn(ONE)).not.toBe(nameIn(OTHER))
  })

  it('are known to a baseline that was made when they went by their place, until it is updated', () => {
    const old = { version: 1, files: { 'draft.txt': { [nameIn(ONE)]: { rule: 'two-forms' } } } }
    const entries = readBaseline(old).get('draft.txt')!
    const left = hideByBaseline(report(ONE, forms), entries)
    expect(left.findings).toEqual([])
    expect(staleEntries(entries, left, ['two-forms'])).toEqual([])
    const updated = updatedEntries(entries, left, ['two-forms'])
    expect([...updated]).toEqual([[nameIn(ONE, forms), 'two-forms']])
    expect(hideByBaseline(report(OTHER, forms), updated).findings).toEqual([])
    expect(hideByBaseline(report(OTHER, forms), entries).findings).toHaveLength(1)
  })

  it('are ignored at their place by the old name, too', () => {
    const ignored = [{ rule: 'two-forms', words: 'TP-Link', scope: 'place', fingerprint: nameIn(ONE) }] as const
    const settings = { customRules: [twoForms(forms)], rules: { 'inconsistent-name': 'off' }, ignored } as const
    expect(check(ONE, settings).findings).toEqual([])
  })
})
