/** Tests of findings as messages of a VFile. */
import { describe, expect, it } from 'vitest'
import { reporter } from 'vfile-reporter'
import { checkStory } from '../stories.ts'
import { toVFile } from '../../src/check/to-vfile.ts'
import type { Finding } from '../../src/check/finding.ts'
import { active, storyOf, wordRule, type WordRule } from './word-rule.ts'

const TEXT = 'One line.\n\nThe widget rose.'
const findingsOf = (rule: WordRule): readonly Finding[] =>
  checkStory(storyOf(TEXT), active(wordRule(/widget/g, rule))).findings
const messageOf = (rule: WordRule) => toVFile(TEXT, 'draft.txt', findingsOf(rule)).messages[0]!

describe('a finding as a message', () => {
  it.each([
    ['error', true],
    ['warning', false],
    ['info', undefined],
  ] as const)('of level %s is fatal: %s', (severity, fatal) => {
    expect(messageOf({ severity }).fatal).toBe(fatal)
  })

  it('has its words, its place, its rule and its page', () => {
    const message = messageOf({ id: 'stray-widget' })
    expect(message).toMatchObject({
      reason: '“widget” is stray',
      ruleId: 'stray-widget',
      source: 'copydesk',
      actual: 'widget',
      url: 'rules/stray-widget/rule.md',
      line: 3,
      column: 5,
      place: { start: { line: 3, column: 5, offset: 15 }, end: { line: 3, column: 11, offset: 21 } },
    })
    expect(message.expected).toBeUndefined()
    expect(String(message)).toContain('“widget” is stray')
  })

  it('expects what a suggestion would put in its place, whatever its grade', () => {
    expect(messageOf({ instead: 'gadget', grade: 'idea' }).expected).toEqual(['gadget'])
    expect(messageOf({ instead: '' }).expected).toEqual([''])
  })

  it('expects nothing of a suggestion that changes another place or several', () => {
    const [finding] = findingsOf({ instead: 'gadget' })
    const suggest = (...edits: Finding['suggestions'][number]['edits'][number][]) =>
      toVFile(TEXT, undefined, [{ ...finding!, suggestions: [{ title: 'Do', grade: 'idea', edits }] }]).messages[0]!
        .expected
    expect(suggest({ start: 15, end: 21, text: 'gadget' })).toEqual(['gadget'])
    expect(suggest({ start: 15, end: 21, text: 'gadget' }, { start: 0, end: 3, text: 'Two' })).toBeUndefined()
    expect(suggest({ start: 0, end: 3, text: 'Two' })).toBeUndefined()
    expect(suggest({ start: 15, end: 20, text: 'gadge' })).toBeUndefined()
    expect(suggest()).toBeUndefined()
  })
})

describe('the file of some findings', () => {
  it('holds the source and the path', () => {
    const file = toVFile(TEXT, 'drafts/draft.txt', [])
    expect([String(file), file.path, file.messages]).toEqual([TEXT, 'drafts/draft.txt', []])
    expect(toVFile(TEXT, undefined, []).path).toBeUndefined()
  })

  it('is what unified’s reporter prints', () => {
    const printed = reporter(toVFile(TEXT, 'draft.txt', findingsOf({ severity: 'error', id: 'stray-widget' })), {
      color: false,
    })
    expect(printed).toMatch(/^draft\.txt\n3:5-3:11 +error +“widget” is stray +stray-widget +copydesk\n/)
    expect(printed).toContain('1 error')
  })
})
