import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defineRule, span } from '#rule'
import { renderConfigSchema } from '../scripts/generate/config-schema.ts'
import { checkStory, textStory } from './stories.ts'
import { activeRules, SettingError } from '../src/check/config/config.ts'
import { readConfig } from '../src/check/config/config-file.ts'
import { jsonReport } from '../src/reporters/json.ts'
import { answerLine, refusalLine } from '../src/reporters/stream-row.ts'
import { schemaProblems } from './json-schema.ts'
import { ROOT } from './rule-folders.ts'

const rule = defineRule({
  id: 'lost-word',
  summary: 'A word is lost.',
  kind: 'slip',
  stage: 'stable',
  severity: 'warning',
  since: '0.1.0',
  quotations: 'check',
  messages: { found: () => 'A word is lost here' },
  options: {
    words: { type: 'strings', default: [], description: 'Words.' },
    styles: { type: 'strings', default: [], choices: ['ap', 'chicago'], description: 'Styles.' },
    style: { type: 'string', default: 'ap', choices: ['ap', 'chicago'], description: 'A style.' },
    note: { type: 'string', default: '', description: 'A note.' },
    least: { type: 'integer', default: 2, minimum: 1, maximum: 9, description: 'A number.' },
    strict: { type: 'boolean', default: false, description: 'A switch.' },
  },
  *check({ find }) {
    yield find('found', {
      at: span(0, 3),
      related: [{ at: span(4, 8), note: 'there' }],
      suggestions: [{ title: 'Mend it', grade: 'safe', edits: [{ at: span(0, 3), text: 'A' }] }],
    })
  },
})

describe('the config’s schema', () => {
  const schema = JSON.parse(renderConfigSchema([rule])) as Record<string, unknown>
  const setting = (value: unknown): unknown => ({ rules: { 'lost-word': value } })

  it.each([
    null,
    {},
    { $schema: 'x', extends: 'strict', ignore: ['old/**'], names: 'names.yml' },
    {
      extends: ['default', 'translationese', '../desk/copydesk.yml', 'house.JSON'],
      rules: null,
      ignore: null,
      overrides: null,
      names: null,
    },
    { names: ['Xiaomi', { name: 'U.S.', aliases: ['US'] }, { name: 'X', aliases: null }] },
    {
      names: [
        { name: 'Norvik', kind: 'organisation', aliases: ['NVK'], forbidden: ['Norvic'], note: 'renamed' },
        { name: 'X', kind: null, forbidden: null, note: null },
      ],
    },
    { kinds: { opinion: 'comment/**', sport: ['games/**', 'a'], news: null } },
    { kinds: null },
    { overrides: [{ files: ['*.md'], rules: { 'lost-word': 'off' } }, { files: 'sport/**' }] },
    setting('off'),
    setting('on'),
    setting('error'),
    setting(['info']),
    setting(['on', { 'at-least': 'error' }]),
    setting(['off', { 'at-least': 'info', least: 2 }]),
    setting(['on', { words: ['a', ''], styles: ['ap'], style: 'chicago', note: '', least: 1, strict: true }]),
  ])('allows what the config reader reads: %j', (config) => {
    expect(schemaProblems(schema, config)).toEqual([])
    expect(() => readConfig(config, [rule])).not.toThrow()
  })

  it.each([
    [],
    'strict',
    { rule: {} },
    { extends: 'loose' },
    { extends: [1] },
    { extends: ['house.txt'] },
    { ignore: 'old' },
    { ignore: [' '] },
    { names: [1] },
    { names: [{ aliases: [] }] },
    { names: [{ name: 'X', kind: 'y' }] },
    { names: [{ name: '' }] },
    { names: [{ name: 'X', forbidden: 'Y' }] },
    { names: [{ name: 'X', note: 1 }] },
    { kinds: [] },
    { kinds: { gossip: 'a' } },
    { kinds: { sport: [1] } },
    { overrides: {} },
    { overrides: [{ rules: {} }] },
    { overrides: [{ files: [] }] },
    { overrides: [{ files: ['x'], extends: 'strict' }] },
    { overrides: [{ files: ['x'], rules: { lost: 'on' } }] },
    { rules: [] },
    { rules: { 'lost-wrod': 'on' } },
    setting(['on', { 'at-least': 'on' }]),
    setting(['on', { 'at-least': null }]),
    setting('loud'),
    setting(1),
    setting(null),
    setting([]),
    setting(['on', { word: [] }]),
    setting(['on', {}, 1]),
    setting(['on', []]),
    setting(['on', { words: 'a' }]),
    setting(['on', { words: [1] }]),
    setting(['on', { styles: ['mla'] }]),
    setting(['on', { style: 'mla' }]),
    setting(['on', { note: 1 }]),
    setting(['on', { least: 0 }]),
    setting(['on', { least: 10 }]),
    setting(['on', { least: 1.5 }]),
    setting(['on', { strict: 'yes' }]),
  ])('refuses what the config reader refuses: %j', (config) => {
    expect(schemaProblems(schema, config)).not.toEqual([])
    expect(() => readConfig(config, [rule])).toThrow(SettingError)
  })
})

describe('the report’s schema', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schema/report.schema.json'), 'utf8')) as Record<string, unknown>
  const story = textStory('The word that was here is gone.')
  const reports = [
    {
      path: 'draft.txt',
      format: 'text' as const,
      ...checkStory(story, activeRules([rule], {})),
      notices: [
        { message: 'passed over', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } },
      ],
    },
  ]
  const report = JSON.parse(
    jsonReport(reports, { show: 'info', version: '0.1.0', failures: [{ path: 'x', message: 'is gone' }] }),
  ) as Record<string, unknown>

  it('allows a report in which everything stands that can stand in one', () => {
    expect(report).toMatchObject({
      files: [{ findings: [{ related: [{}], suggestions: [{ edits: [{}] }] }], notices: [{}] }],
      failures: [{}],
    })
    expect(schemaProblems(schema, report)).toEqual([])
  })

  it('asks for every key, at any depth, and for no other', () => {
    const paths = pathsOf(report)
    expect(paths.length).toBeGreaterThan(30)
    for (const path of paths) {
      expect(
        schemaProblems(
          schema,
          changed(report, path, (record, key) => delete record[key]),
        ),
        `without ${path.join('.')}`,
      ).not.toEqual([])
      expect(
        schemaProblems(
          schema,
          changed(report, path, (record, key) => (record[`${key}X`] = 1)),
        ),
        `with ${path.join('.')}X`,
      ).not.toEqual([])
      expect(
        schemaProblems(
          schema,
          changed(report, path, (record, key) => (record[key] = undefined)),
        ),
        `${path.join('.')} undefined`,
      ).not.toEqual([])
    }
  })
})

describe('the schema of a streamed row', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schema/stream-row.schema.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const note = {
    message: 'passed over',
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 2, offset: 1 },
  }
  const found = checkStory(textStory('The word that was here is gone.'), activeRules([rule], {}))
  const answer = JSON.parse(answerLine('a', { ...found, notices: [note] })) as Record<string, unknown>
  const refusal = JSON.parse(refusalLine(7, 3, 'is not valid JSON')) as Record<string, unknown>

  it('allows answers and refusals, with an id or without', () => {
    for (const row of [answer, refusal]) {
      expect(schemaProblems(schema, row)).toEqual([])
      expect(
        schemaProblems(
          schema,
          changed(row, ['id'], (record) => delete record['id']),
        ),
      ).toEqual([])
    }
  })

  it('asks for every other key, at any depth, and for no other', () => {
    for (const row of [answer, refusal]) {
      for (const path of pathsOf(row).filter((keys) => keys.join() !== 'id')) {
        expect(
          schemaProblems(
            schema,
            changed(row, path, (record, key) => delete record[key]),
          ),
          `without ${path.join('.')}`,
        ).not.toEqual([])
        expect(
          schemaProblems(
            schema,
            changed(row, path, (record, key) => (record[`${key}X`] = 1)),
          ),
          `with ${path.join('.')}X`,
        ).not.toEqual([])
      }
    }
  })
})

/** The paths of all keys in some data. */
function pathsOf(data: unknown): string[][] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) => [
    ...(Array.isArray(data) ? [] : [[key]]),
    ...pathsOf(value).map((path) => [key, ...path]),
  ])
}

function changed(
  data: Record<string, unknown>,
  path: readonly string[],
  change: (record: Record<string, unknown>, key: string) => void,
): unknown {
  const copy = structuredClone(data)
  let record = copy
  for (const key of path.slice(0, -1)) record = record[key] as Record<string, unknown>
  change(record, path.at(-1)!)
  return copy
}
