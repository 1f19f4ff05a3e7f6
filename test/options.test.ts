/**
 * Wrong options of the public functions: each is refused with one line that names the function, the option and what it
 * takes.
 */
import remarkParse from 'remark-parse'
import retextEnglish from 'retext-english'
import retextRepeatedWords from 'retext-repeated-words'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { copydesk } from '../src/browser/codemirror.ts'
import { createChecker, type BrowserChecker } from '../src/browser/checker.ts'
import { copydeskPlugin } from '../src/browser/prosemirror.ts'
import { FORMATS } from '../src/copy/formats/format.ts'
import { check, defineRule, formatOf, remarkCopydesk, retextCopydesk, SettingError } from '../src/index.ts'
import { CheckingWorker } from './browser/fake-worker.ts'

const TEXT = 'The council met on Monday.\n'
const RULE = defineRule({
  id: 'lost-word',
  summary: 'A word is lost.',
  kind: 'slip',
  stage: 'stable',
  severity: 'warning',
  since: '0.1.0',
  quotations: 'check',
  messages: {},
  *check() {},
})
const REPEATED = { id: 'repeated', plugin: retextRepeatedWords }

/** What a function says of what it is given; it must be a TypeError of one line. */
function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof TypeError && /^[^\n]{1,240}$/.test(error.message)) return error.message
    throw error
  }
  return 'nothing'
}

type Case = readonly [options: Readonly<Record<string, unknown>>, said: string]

const RULE_SETTINGS: readonly Case[] = [
  [{ extends: 'strict' }, "“extends” takes a list of presets, as ['strict'], not 'strict'"],
  [{ extends: [3] }, '“extends[0]” takes a string, not 3'],
  [{ extends: null }, "“extends” takes a list of presets, as ['strict'], not null"],
  [{ rules: 'strict' }, "“rules” takes rules with their settings, as {'repeated-word': 'off'}, not 'strict'"],
  [{ rules: ['repeated-word'] }, "“rules” takes rules with their settings, as {'repeated-word': 'off'}, not a list"],
]
const STORY_OPTIONS: readonly Case[] = [
  [{ names: 'Norvik' }, "“names” takes a list of names, as [{name: 'Norvik'}], not 'Norvik'"],
  [{ names: { name: 'Norvik' } }, "“names” takes a list of names, as [{name: 'Norvik'}], not an object"],
  [
    { names: [{ name: 'Norvik' }, 'Ostby'] },
    "“names[1]” takes {name, kind?, aliases?, forbidden?, note?}, not 'Ostby'",
  ],
  [
    { names: [{ aliases: ['Norvik AS'] }] },
    '“names[0]” needs “name”: it takes {name, kind?, aliases?, forbidden?, note?}',
  ],
  [{ names: [{ name: ' ' }] }, "“names[0].name” takes a name, not ' '"],
  [
    { names: [{ name: 'Norvik', kind: 'firm' }] },
    "“names[0].kind” takes one of person, organisation, place, product, work, not 'firm'",
  ],
  [
    { names: [{ name: 'Norvik', aliases: 'Norvik AS' }] },
    "“names[0].aliases” takes a list of strings, not 'Norvik AS'",
  ],
  [{ names: [{ name: 'Norvik', forbidden: [7] }] }, '“names[0].forbidden[0]” takes a string, not 7'],
  [{ names: [{ name: 'Norvik', note: true }] }, '“names[0].note” takes a string, not true'],
  [{ names: [{ name: 'Norvik', alias: [] }] }, 'there is no option “names[0].alias”; did you mean “aliases”?'],
  [{ date: '2020-07-17' }, "“date” takes a day of the calendar, as {year: 2020, month: 7, day: 17}, not '2020-07-17'"],
  [{ date: new Date(0) }, '“date” takes a day of the calendar, as {year: 2020, month: 7, day: 17}, not a Date'],
  [
    { date: { year: 2021, month: 2, day: 29 } },
    '“date” takes a day of the calendar, as {year: 2020, month: 7, day: 17}, not an object',
  ],
  [
    { date: { year: '2021', month: 2, day: 1 } },
    '“date” takes a day of the calendar, as {year: 2020, month: 7, day: 17}, not an object',
  ],
  [
    { date: { year: 2021, month: 2 } },
    '“date” takes a day of the calendar, as {year: 2020, month: 7, day: 17}, not an object',
  ],
  [
    { kind: 'editorial' },
    "“kind” takes one of news, opinion, feature, review, letters, sport, markets, live-blog, q-and-a, transcript, press-release, not 'editorial'",
  ],
  [
    { kind: 4 },
    '“kind” takes one of news, opinion, feature, review, letters, sport, markets, live-blog, q-and-a, transcript, press-release, not 4',
  ],
]
const PLUGINS: readonly Case[] = [
  [{ plugins: REPEATED }, '“plugins” takes a list of retext plugins, as [{id, plugin}], not an object'],
  [
    { plugins: [RULE] },
    '“plugins[0]” is a rule made by defineRule; rules of your own are given as customRules, not as plugins',
  ],
  [
    { plugins: [REPEATED, retextRepeatedWords] },
    '“plugins[1]” takes a retext plugin, as {id, plugin, options?, title?, severity?}, not a function',
  ],
  [{ plugins: [null] }, '“plugins[0]” takes a retext plugin, as {id, plugin, options?, title?, severity?}, not null'],
  [
    { plugins: [{ plugin: retextRepeatedWords }] },
    '“plugins[0]” needs “id”: it takes a retext plugin, as {id, plugin, options?, title?, severity?}',
  ],
  [{ plugins: [{ ...REPEATED, id: '' }] }, "“plugins[0].id” takes a name, not ''"],
  [
    { plugins: [{ id: 'repeated' }] },
    '“plugins[0]” needs “plugin”: it takes a retext plugin, as {id, plugin, options?, title?, severity?}',
  ],
  [
    { plugins: [{ ...REPEATED, plugin: 'retext-repeated-words' }] },
    "“plugins[0].plugin” takes a function, not 'retext-repeated-words'",
  ],
  [
    { plugins: [{ ...REPEATED, severity: 'fatal' }] },
    "“plugins[0].severity” takes one of error, warning, info, not 'fatal'",
  ],
]
const FILE_OPTIONS: readonly Case[] = [
  [{ path: 7 }, '“path” takes a string, not 7'],
  [{ path: new URL('file:///draft.txt') }, '“path” takes a string, not a URL'],
  [{ format: 'docx' }, `“format” takes one of ${FORMATS.join(', ')}, not 'docx'`],
  [{ extend: ['strict'] }, 'there is no option “extend”; did you mean “extends”?'],
]

describe('check', () => {
  it.each([...RULE_SETTINGS, ...STORY_OPTIONS, ...PLUGINS, ...FILE_OPTIONS])('refuses %j', (options, said) => {
    expect(refusal(() => check(TEXT, options))).toBe(`check: ${said}`)
  })

  it.each([
    [undefined, 'check: “text” takes a string, not undefined'],
    [null, 'check: “text” takes a string, not null'],
    [Buffer.from('The council'), 'check: “text” takes a string, not a Buffer'],
    [['The council'], 'check: “text” takes a string, not a list'],
  ])('refuses %j as its text', (text, said) => {
    expect(refusal(() => check(text as never))).toBe(said)
  })

  it.each([
    [null, 'null'],
    ['strict', "'strict'"],
    [['strict'], 'a list'],
    [() => 0, 'a function'],
  ])('refuses %j as its options', (options, said) => {
    expect(refusal(() => check(TEXT, options as never))).toBe(`check: the options are an object, not ${said}`)
  })

  it('shows no more of a long value than names it', () => {
    expect(refusal(() => check(TEXT, { date: 'x'.repeat(5000) } as never))).toMatch(/not 'x{40}…'$/)
  })

  it('takes every option that is right, or left out', () => {
    const day = { year: 2020, month: 2, day: 29 }
    const names = [
      { name: 'Norvik', kind: 'organisation', aliases: ['Norvik AS'], forbidden: ['Norvick'], note: 'renamed in 2021' },
    ] as const
    const all = {
      path: 'a.txt',
      format: 'text',
      date: day,
      names,
      kind: 'news',
      extends: ['strict'],
      rules: { 'repeated-word': 'off' },
    } as const
    expect(check(TEXT, { ...all, plugins: [{ ...REPEATED, options: {}, severity: 'error' }] }).findings).toEqual([])
    const none = {
      path: undefined,
      format: undefined,
      date: undefined,
      names: undefined,
      kind: undefined,
      extends: undefined,
      rules: undefined,
      plugins: undefined,
    }
    expect(check(TEXT, none).findings).toEqual([])
    expect(check(TEXT, undefined).findings).toEqual([])
  })

  it('leaves rules, presets and levels that aren’t known to SettingError', () => {
    for (const options of [
      { extends: ['strickt'] },
      { rules: { 'no-such-rule': 'on' } },
      { rules: { 'repeated-word': 'loud' } },
      { rules: { 'repeated-word': 7 } },
    ]) {
      expect(() => check(TEXT, options as never)).toThrow(SettingError)
    }
  })

  it('looks at a list of names once, and at each list', () => {
    const names = [{ name: 'Norvik' }]
    expect(check(TEXT, { names }).findings).toEqual([])
    expect(check(TEXT, { names }).findings).toEqual([])
    expect(refusal(() => check(TEXT, { names: [{}] } as never))).toContain('“names[0]” needs “name”')
  })
})

describe('formatOf', () => {
  it('refuses what is no string', () => {
    expect(refusal(() => formatOf(7 as never))).toBe('formatOf: “path” takes a string, not 7')
    expect(refusal(() => formatOf('draft.txt', 7 as never))).toBe('formatOf: “source” takes a string, not 7')
    expect(formatOf(undefined)).toBe('text')
  })
})

describe('the plugins of pipelines', () => {
  const frozen = {
    retextCopydesk: (options: unknown) =>
      unified()
        .use(retextEnglish)
        .use(retextCopydesk, options as never)
        .freeze(),
    remarkCopydesk: (options: unknown) =>
      unified()
        .use(remarkParse)
        .use(remarkCopydesk, options as never)
        .freeze(),
  }

  describe.each(['retextCopydesk', 'remarkCopydesk'] as const)('%s', (name) => {
    it.each([...RULE_SETTINGS, ...STORY_OPTIONS, ...PLUGINS])('refuses %j before there is a file', (options, said) => {
      expect(refusal(() => frozen[name](options))).toBe(`${name}: ${said}`)
    })

    it('refuses what the pipeline says itself, what isn’t known, and options that are none', () => {
      expect(refusal(() => frozen[name]({ format: 'html' }))).toContain(`${name}: there is no option “format”`)
      expect(refusal(() => frozen[name]({ path: 'a.md' }))).toContain(`${name}: there is no option “path”`)
      expect(refusal(() => frozen[name]({ ruls: {} }))).toBe(
        `${name}: there is no option “ruls”; did you mean “rules”?`,
      )
      expect(refusal(() => frozen[name]('strict'))).toBe(`${name}: the options are an object, not 'strict'`)
      expect(refusal(() => frozen[name]({ rules: {} }))).toBe('nothing')
    })
  })
})

describe('the checker of a page', () => {
  const checker = createChecker(() => new CheckingWorker())

  it.each([
    ...RULE_SETTINGS,
    ...STORY_OPTIONS,
    ...FILE_OPTIONS,
    [{ config: {} }, '“config” takes a string, not an object'] as const,
  ])('refuses %j', async (options, said) => {
    const error = await checker.check(TEXT, options as never).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toBe(`check: ${said}`)
  })

  it('refuses plugins, which no message carries, and a text that is none, and checks what comes next', async () => {
    await expect(checker.check(TEXT, { plugins: [REPEATED] } as never)).rejects.toThrow(
      /^check: there is no option “plugins”/,
    )
    await expect(checker.check(7 as never)).rejects.toThrow(new TypeError('check: “text” takes a string, not 7'))
    expect(await checker.check('The council met met on Monday.\n')).toMatchObject({
      findings: [{ rule: 'repeated-word' }],
    })
  })

  it.each([
    [{ limit: '10s' }, "“limit” takes milliseconds, from 0, not '10s'"],
    [{ limit: -1 }, '“limit” takes milliseconds, from 0, not -1'],
    [{ limit: Number.NaN }, '“limit” takes milliseconds, from 0, not NaN'],
    [{ onLost: 'log' }, "“onLost” takes a function, not 'log'"],
    [{ timeout: 3 }, 'there is no option “timeout”; known are limit, onLost'],
  ])('refuses the setting %j', (settings, said) => {
    expect(refusal(() => createChecker(() => new CheckingWorker(), settings as never))).toBe(`createChecker: ${said}`)
  })

  it('refuses a worker in the place of what starts one', () => {
    expect(refusal(() => createChecker(new CheckingWorker() as never))).toBe(
      'createChecker: “startWorker” takes a function, not a CheckingWorker',
    )
    expect(refusal(() => createChecker(() => new CheckingWorker(), { limit: 0, onLost: () => undefined }))).toBe(
      'nothing',
    )
  })
})

describe('the plugins of editors', () => {
  const checker: BrowserChecker = createChecker(() => new CheckingWorker())
  const editors = { copydesk, copydeskPlugin } as const

  describe.each(['copydesk', 'copydeskPlugin'] as const)('%s', (name) => {
    it.each([
      [{ options: { format: 'text' } }, '“options” takes a function, not an object'],
      [{ delay: '300' }, "“delay” takes milliseconds, from 0, not '300'"],
      [{ delay: -1 }, '“delay” takes milliseconds, from 0, not -1'],
      [{ onReport: true }, '“onReport” takes a function, not true'],
      [{ onFailure: 'log' }, "“onFailure” takes a function, not 'log'"],
      [{ onReports: () => 0 }, 'there is no option “onReports”; did you mean “onReport”?'],
      [
        name === 'copydesk' ? { pageOf: '/rules' } : { elementOf: '/rules' },
        `“${name === 'copydesk' ? 'pageOf' : 'elementOf'}” takes a function, not '/rules'`,
      ],
    ])('refuses %j', (settings, said) => {
      expect(refusal(() => editors[name](checker, settings as never))).toBe(`${name}: ${said}`)
    })

    it('refuses what is no checker', () => {
      expect(refusal(() => editors[name](undefined as never))).toBe(
        `${name}: “checker” takes a checker, as createChecker makes it, not undefined`,
      )
      expect(refusal(() => editors[name]((() => checker) as never))).toContain(`${name}: “checker” takes a checker`)
      expect(
        refusal(() =>
          editors[name](checker, {
            options: () => ({}),
            delay: 0,
            onReport: () => undefined,
            onFailure: () => undefined,
          }),
        ),
      ).toBe('nothing')
    })
  })
})

describe('defineRule', () => {
  const whole = {
    id: 'lost-word',
    summary: 'A word is lost.',
    kind: 'slip',
    stage: 'stable',
    severity: 'warning',
    since: '0.1.0',
    quotations: 'check',
    messages: {},
    check: () => [],
  }

  it.each([
    [{ id: 7 }, '“id” takes a string, not 7'],
    [{ id: undefined }, '“id” takes a string, not undefined'],
    [{ summary: undefined }, '“summary” takes a string, not undefined'],
    [{ kind: 'mistake' }, "“kind” takes one of slip, contradiction, leftover, style, not 'mistake'"],
    [{ stage: 'beta' }, "“stage” takes one of trial, stable, not 'beta'"],
    [{ severity: 'fatal' }, "“severity” takes one of error, warning, info, not 'fatal'"],
    [{ preset: 'loose' }, "“preset” takes one of default, strict, translationese, not 'loose'"],
    [{ since: 1 }, '“since” takes a string, not 1'],
    [{ quotations: true }, '“quotations” takes one of check, skip, not true'],
    [{ quietIn: 'sport' }, "“quietIn” takes a list of kinds of copy, not 'sport'"],
    [{ options: [] }, '“options” takes an object, not a list'],
    [{ messages: undefined }, '“messages” takes an object, not undefined'],
    [{ page: null }, '“page” takes a string, not null'],
    [{ adopts: retextRepeatedWords }, '“adopts” takes an object, not a function'],
    [{ check: undefined }, '“check” takes a function, not undefined'],
    [{ chek: () => [] }, 'there is no option “chek”; did you mean “check”?'],
  ])('refuses %j', (wrong, said) => {
    expect(refusal(() => defineRule({ ...whole, ...wrong } as never))).toBe(`defineRule: ${said}`)
  })

  it('takes a whole definition', () => {
    expect(refusal(() => defineRule(whole as never))).toBe('nothing')
    expect(refusal(() => defineRule(undefined as never))).toBe('defineRule: the options are an object, not undefined')
  })
})
