/** Tests of which rules run, at which level and with which options. */
import { defineRule } from '#rule'
import { describe, expect, it } from 'vitest'
import {
  activeRules,
  SettingError,
  withLevel,
  type RuleSetting,
  type RuleSettings,
} from '../../src/check/config/config.ts'
import { didYouMean } from '../../src/options/did-you-mean.ts'
import { wordRule } from './word-rule.ts'

const configurable = defineRule({
  id: 'stray-widget',
  summary: 'A widget.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  options: {
    strict: { type: 'boolean', default: false, description: 'Whether it is.' },
    most: { type: 'integer', default: 3, minimum: 1, maximum: 9, description: 'How many.' },
    size: { type: 'integer', default: -1, description: 'How big.' },
    style: { type: 'string', default: 'ap', choices: ['ap', 'guardian'], description: 'Whose.' },
    name: { type: 'string', default: '', description: 'Which.' },
    words: { type: 'strings', default: ['widget'], description: 'What.' },
    days: { type: 'strings', default: [], choices: ['Monday', 'Tuesday'], description: 'When.' },
  },
  messages: {},
  *check() {},
})
const RULES = [
  configurable,
  wordRule(/x/g, { id: 'usual' }),
  wordRule(/x/g, { id: 'new-one', stage: 'trial' }),
  wordRule(/x/g, { id: 'a-matter-of-taste', preset: 'strict' }),
  wordRule(/x/g, { id: 'spun', preset: 'translationese' }),
]

const ids = (settings: RuleSettings): readonly string[] => activeRules(RULES, settings).map(({ rule }) => rule.id)
const optionsOf = (options: object) =>
  activeRules(RULES, { rules: { 'stray-widget': ['on', options as Record<string, unknown>] } })[0]!.options

/** What is wrong with some settings, and where. */
function problem(settings: unknown): { readonly message: string; readonly path: readonly (string | number)[] } {
  try {
    activeRules(RULES, settings as RuleSettings)
  } catch (error) {
    if (error instanceof SettingError) return { message: error.message, path: error.path }
    throw error
  }
  throw new Error('nothing is wrong with them')
}

describe('the rules that run', () => {
  it('are the stable ones of the default preset where nothing is said', () => {
    expect(ids({})).toEqual(['stray-widget', 'usual'])
    expect(ids({ extends: [], rules: {} })).toEqual(['stray-widget', 'usual'])
  })

  it('are those of other presets besides, where they are asked for', () => {
    expect(ids({ extends: ['strict'] })).toEqual(['stray-widget', 'usual', 'a-matter-of-taste'])
    expect(ids({ extends: ['translationese', 'default'] })).toEqual(['stray-widget', 'usual', 'spun'])
  })

  it('are without those that are off, and with those that are asked for by name', () => {
    expect(ids({ rules: { usual: 'off' } })).toEqual(['stray-widget'])
    expect(ids({ rules: { usual: ['off', {}], 'new-one': 'on', 'a-matter-of-taste': 'info' } })).toEqual([
      'stray-widget',
      'new-one',
      'a-matter-of-taste',
    ])
    expect(ids({ extends: ['strict'], rules: { 'a-matter-of-taste': 'off' } })).toEqual(['stray-widget', 'usual'])
  })

  it('have a level for a ceiling, and “on” for none', () => {
    const ceilings = activeRules(RULES, {
      rules: { 'stray-widget': 'info', usual: 'on', 'new-one': ['warning', {}], spun: 'error' },
    }).map(({ rule, ceiling }) => [rule.id, ceiling])
    expect(ceilings).toEqual([
      ['stray-widget', 'info'],
      ['usual', 'error'],
      ['new-one', 'warning'],
      ['spun', 'error'],
    ])
  })
})

describe('a floor for a level', () => {
  const floorsOf = (rules: Record<string, RuleSetting>): unknown =>
    activeRules(RULES, { rules })
      .filter(({ rule }) => Object.hasOwn(rules, rule.id))
      .map(({ ceiling, floor }) => [floor, ceiling])

  it('is “at-least” among the options of any rule', () => {
    expect(floorsOf({ usual: 'on' })).toEqual([['info', 'error']])
    expect(
      floorsOf({
        usual: ['on', { 'at-least': 'error' }],
        'stray-widget': ['warning', { 'at-least': 'warning', most: 4 }],
      }),
    ).toEqual([
      ['warning', 'warning'],
      ['error', 'error'],
    ])
    expect(floorsOf({ usual: ['off', { 'at-least': 'error' }] })).toEqual([])
  })

  it.each<[unknown, string]>([
    [
      ['on', { 'at-least': 'eror' }],
      'rule “usual”: “at-least” takes one of error, warning, info; did you mean “error”?',
    ],
    [['on', { 'at-least': 'on' }], 'rule “usual”: “at-least” takes one of error, warning, info'],
    [['on', { 'at-least': 3 }], 'rule “usual”: “at-least” takes one of error, warning, info'],
    [['off', { 'at-least': null }], 'rule “usual”: “at-least” takes one of error, warning, info'],
    [
      ['warning', { 'at-least': 'error' }],
      'rule “usual” can’t be at least “error” and at most “warning”; write [on, {at-least: error}]',
    ],
  ])('must be a level, and none above the ceiling: %j', (setting, message) => {
    expect(problem({ rules: { usual: setting as RuleSetting } })).toEqual({
      message,
      path: ['rules', 'usual', 1, 'at-least'],
    })
  })

  it('is found by those who write it as code does', () => {
    expect(problem({ rules: { 'stray-widget': ['on', { atLeast: 'error' }] } }).message).toContain(
      'has no option “atLeast”; did you mean “at-least”?',
    )
  })

  it('gives way to a level that is set later and caps it, and to no other', () => {
    const raised: RuleSetting = ['on', { 'at-least': 'warning', most: 4 }]
    expect(withLevel(raised, 'info')).toEqual(['info', { most: 4 }])
    expect(withLevel(raised, 'warning')).toEqual(['warning', { most: 4, 'at-least': 'warning' }])
    expect(withLevel(raised, 'off')).toEqual(['off', { most: 4, 'at-least': 'warning' }])
    expect(withLevel(['error', {}], 'info')).toEqual(['info', {}])
    expect(withLevel('off', 'on')).toBe('on')
  })
})

describe('the options of a rule', () => {
  it('are its defaults where nothing is said', () => {
    expect(optionsOf({})).toEqual({
      strict: false,
      most: 3,
      size: -1,
      style: 'ap',
      name: '',
      words: ['widget'],
      days: [],
    })
  })

  it('are what the settings say, and the defaults for the rest', () => {
    const given = {
      strict: true,
      most: 9,
      size: -100,
      style: 'guardian',
      name: 'any thing',
      words: [],
      days: ['Tuesday', 'Monday'],
    }
    expect(optionsOf(given)).toEqual(given)
    expect(optionsOf({ most: 1 })).toMatchObject({ most: 1, style: 'ap' })
  })

  it.each<[string, unknown, string]>([
    ['strict', 'yes', 'it takes true or false'],
    ['most', '3', 'it takes a whole number from 1 to 9'],
    ['most', 0, 'it takes a whole number from 1 to 9'],
    ['most', 10, 'it takes a whole number from 1 to 9'],
    ['most', 1.5, 'it takes a whole number from 1 to 9'],
    ['size', Infinity, 'it takes a whole number'],
    ['size', null, 'it takes a whole number'],
    ['style', 'AP', 'it takes one of ap, guardian'],
    ['name', 3, 'it takes text'],
    ['words', 'widget', 'it takes a list of texts'],
    ['words', ['widget', 3], 'it takes a list of texts'],
    ['days', ['Sunday'], 'it takes a list of Monday, Tuesday'],
    ['days', undefined, 'it takes a list of Monday, Tuesday'],
  ])('have their types: %s is not %j', (option, value, message) => {
    expect(problem({ rules: { 'stray-widget': ['on', { [option]: value }] } })).toEqual({
      message: `rule “stray-widget”, option “${option}”: ${message}`,
      path: ['rules', 'stray-widget', 1, option],
    })
  })

  it('are looked at though the rule is off', () => {
    expect(problem({ rules: { 'stray-widget': ['off', { most: 0 }] } }).path).toEqual([
      'rules',
      'stray-widget',
      1,
      'most',
    ])
  })
})

describe('settings that can’t be followed', () => {
  it('name the rule that doesn’t exist, and the nearest that does', () => {
    expect(problem({ rules: { 'stray-wigdet': 'on' } })).toEqual({
      message: 'there is no rule “stray-wigdet”; did you mean “stray-widget”?',
      path: ['rules', 'stray-wigdet'],
    })
    expect(problem({ rules: { 'quite-another-matter': 'on' } }).message).toBe(
      'there is no rule “quite-another-matter”; known are stray-widget, usual, new-one, a-matter-of-taste, spun',
    )
  })

  it('name the option that doesn’t exist, and the nearest that does', () => {
    expect(problem({ rules: { 'stray-widget': ['on', { moist: 1 }] } })).toEqual({
      message: 'rule “stray-widget” has no option “moist”; did you mean “most”?',
      path: ['rules', 'stray-widget', 1, 'moist'],
    })
    expect(problem({ rules: { usual: ['on', { most: 1 }] } }).message).toBe(
      'rule “usual” has no option “most”; known are at-least',
    )
  })

  it('name the preset that doesn’t exist, and the nearest that does', () => {
    expect(problem({ extends: ['strict', 'Defualt'] })).toEqual({
      message: 'there is no preset “Defualt”; did you mean “default”?',
      path: ['extends', 1],
    })
  })

  it.each<[unknown, string]>([
    ['of', 'rule “usual”: “of” is none of off, on, error, warning, info; did you mean “off”?'],
    ['fatal', 'rule “usual”: “fatal” is none of off, on, error, warning, info'],
    [true, 'rule “usual” takes one of off, on, error, warning, info, or a list of a level and options'],
    [null, 'rule “usual” takes one of off, on, error, warning, info, or a list of a level and options'],
    [[], 'rule “usual” takes one of off, on, error, warning, info, or a list of a level and options'],
    [['on', {}, {}], 'rule “usual” takes one of off, on, error, warning, info, or a list of a level and options'],
    [['on', null], 'rule “usual”: its options are not keys with values'],
    [['on', ['most']], 'rule “usual”: its options are not keys with values'],
  ])('say what a rule takes instead of %j', (setting, message) => {
    expect(problem({ rules: { usual: setting as RuleSetting } }).message).toBe(message)
  })

  it('are not fooled by what every object has', () => {
    expect(problem({ rules: { toString: 'on' } }).message).toContain('there is no rule “toString”')
    expect(problem({ rules: { constructor: 'on' } }).message).toContain('there is no rule “constructor”')
    expect(problem({ rules: JSON.parse('{"__proto__": "on"}') as object }).message).toContain(
      'there is no rule “__proto__”',
    )
    expect(problem({ rules: { 'stray-widget': ['on', { hasOwnProperty: 1 }] } }).message).toContain(
      'no option “hasOwnProperty”',
    )
  })

  it('are rules of which two have one id', () => {
    expect(() => activeRules([...RULES, wordRule(/y/g, { id: 'usual' })], {})).toThrow(
      new SettingError('there are two rules “usual”; a plugin or a rule of your own needs an id that no rule has'),
    )
  })
})

describe('the nearest known name', () => {
  it('is at most two letters or a third of them away, whatever their case', () => {
    expect(didYouMean('SELF-REFRENCE', ['self-reference', 'misnomer'])).toBe('; did you mean “self-reference”?')
    expect(didYouMean('offf', ['on', 'off'])).toBe('; did you mean “off”?')
    expect(didYouMean('misplaced', ['misnomer', 'self-reference'])).toBe('; known are misnomer, self-reference')
  })

  it('is not told of many names that are all far away', () => {
    const known = Array.from({ length: 9 }, (_, index) => `some-rule-${index}`)
    expect(didYouMean('quite-another', known)).toBe('')
    expect(didYouMean('some-rule-55', known)).toBe('; did you mean “some-rule-5”?')
  })

  it('is not looked for where nobody could mean one', () => {
    expect(didYouMean('x'.repeat(1_000_000), ['x'])).toBe('; known are x')
    expect(didYouMean('x', [])).toBe('')
  })
})
