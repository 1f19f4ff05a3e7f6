/** The contract that every rule keeps to (see rule-contract.ts), and the presets and lists with them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { defineRule, span } from '#rule'
import { readFigures, type EditFigures, type ProposedEditFigures } from '../scripts/generate/figures.ts'
import { findWordData, renderModule } from '../scripts/generate/word-data.ts'
import registry from '../rules/index.ts'
import { activeRules, PRESETS } from '../src/check/config/config.ts'
import {
  caseProblems,
  gradeProblems,
  messageProblems,
  metadataProblems,
  pageProblems,
  purityProblems,
} from './rule-contract.ts'
import { ROOT, rulesWithPages, type RuleFolder } from './rule-folders.ts'
import { CASE_SECTIONS, PAGE_SECTIONS, readRulePage } from './rule-page.ts'
import { temporaryProject } from './temporary-project.ts'

const { rules } = await rulesWithPages()
const { edits } = readFigures(ROOT)

describe.each(rules)('$id', (folder) => {
  it('is named after its problem, and says all that a rule must', () => {
    expect(metadataProblems(folder)).toEqual([])
  })

  it('has a page of one screen with all sections, three examples and its options', () => {
    expect(pageProblems(folder)).toEqual([])
  })

  it('has cases with all sections, enough examples, and messages in the house’s style', () => {
    expect(caseProblems(folder)).toEqual([])
  })

  it('calls edits safe only where those that were read bear it', () => {
    expect(gradeProblems(folder, edits)).toEqual([])
  })

  it('keeps no state: a story gives the same findings whatever was checked before or meanwhile', () => {
    expect(purityProblems(folder)).toEqual([])
  })
})

describe('the registry', () => {
  it('holds every rule that has a folder', () => {
    expect(registry.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
  })

  it('gives each preset the stable rules that ask for it, on top of the default ones', () => {
    for (const preset of PRESETS) {
      const on = activeRules(registry, { extends: [preset] }).map(({ rule }) => rule.id)
      expect(on).toEqual(
        registry
          .filter((rule) => rule.stage === 'stable' && (rule.preset === 'default' || rule.preset === preset))
          .map(({ id }) => id),
      )
    }
    expect(registry.filter(({ preset }) => !PRESETS.includes(preset))).toEqual([])
  })
})

describe('the lists of words', () => {
  const lists = findWordData(ROOT)

  it.each(lists)('%s is in order and without doubles', (path) => {
    expect(() => renderModule(ROOT, path)).not.toThrow()
  })

  it.each(lists)('%s says what it is, and where it is from if it is not ours', (path) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toMatch(/^# \S/)
  })
})

describe('the contract', () => {
  const FOUND = '```copy\nThe [[word]].\n```\n\n> “word” is lost'
  const PAGE = `# A lost word (lost-word)

A word is lost.

${PAGE_SECTIONS.map((name) => `## ${name}\n\n${name === 'Examples' ? `${FOUND}\n\n${FOUND}\n\n${FOUND}` : 'None.'}`).join('\n\n')}
`
  const CASES = `# Cases of lost-word

${CASE_SECTIONS.map((name) => `## ${name}\n\n${name === 'Flagged' ? FOUND : 'None.'}`).join('\n\n')}
`
  const project = temporaryProject()
  project.write('rules/lost-word/rule.ts', '// A rule of one line.\n')
  project.write('rules/long-rule/rule.ts', '// A rule of many lines.\n'.repeat(201))
  afterAll(() => project[Symbol.dispose]())
  const folderOf = (
    page: string,
    more: Partial<Parameters<typeof defineRule>[0]> = {},
    cases: string = CASES,
  ): RuleFolder => ({
    id: 'lost-word',
    folder: join(project.root, 'rules/lost-word'),
    page: readRulePage(page),
    cases: readRulePage(cases),
    rule: defineRule({
      id: 'lost-word',
      title: 'A lost word',
      summary: 'A word is lost.',
      kind: 'slip',
      stage: 'stable',
      severity: 'warning',
      since: '0.1.0',
      quotations: 'check',
      messages: { found: () => '“word” is lost' },
      *check({ find }) {
        yield find('found', { at: span(4, 8) } as never)
      },
      ...more,
    }),
  })

  it('sees what is wrong with a page', () => {
    expect(pageProblems(folderOf(PAGE))).toEqual([])
    expect(pageProblems(folderOf(PAGE.replace('# A lost word', '# Lost')))).toContain(
      'the page’s title is “Lost (lost-word)”, not “A lost word (lost-word)”',
    )
    expect(pageProblems(folderOf(PAGE.replace('word is lost.', 'word.'))).join()).toContain('is not the rule’s summary')
    expect(pageProblems(folderOf(PAGE.replace('## Why', '## Reason'))).join()).toContain(
      'the sections are Reason, Examples',
    )
    expect(pageProblems(folderOf(PAGE.replace('## Options\n\nNone.', '## Options'))).join()).toContain(
      'the section “Options” is empty',
    )
    expect(pageProblems(folderOf(PAGE.replace('> “word” is lost', '> “word” is lost!'))).join()).toContain(
      'line 11: the message shouts',
    )
    expect(pageProblems(folderOf(PAGE.replace(FOUND, '')))).toEqual(['“Examples” has 2 examples; it takes 3'])
    const words = PAGE.match(/\S+/g)!.length
    expect(pageProblems(folderOf(`${PAGE}${'and '.repeat(500 - words)}`))).toEqual([])
    expect(pageProblems(folderOf(`${PAGE}${'and '.repeat(501 - words)}`))).toEqual([
      'the page has 501 words; one screen takes 500',
    ])
  })

  it('sees what is wrong with cases', () => {
    const few = ['“Flagged” has 1 examples; it needs 3', '“Allowed” has 0 examples; it needs 3']
    expect(caseProblems(folderOf(PAGE))).toEqual(few)
    const problems = (cases: string): string => caseProblems(folderOf(PAGE, {}, cases)).join()
    expect(problems(CASES.replace('Cases of lost-word', 'Lost'))).toContain(
      'the title of the cases is “Lost”, not “Cases of lost-word”',
    )
    expect(problems(CASES.replace('## Allowed', '## Right'))).toContain(
      'the sections are Flagged, Right, Known misses; they must be Flagged, Allowed, Known misses',
    )
    expect(problems(CASES.replace('## Known misses\n\nNone.', '## Known misses'))).toContain(
      'the section “Known misses” is empty',
    )
    expect(problems(CASES.replace('is lost', 'is lost!'))).toContain('line 5: the message shouts')
  })

  it('wants every option documented, and no other', () => {
    const options = { words: { type: 'strings', default: [], description: 'Words.' } } as const
    const problem = 'the option `words` isn’t documented under “Options”'
    expect(pageProblems(folderOf(PAGE, { options }))).toContain(problem)
    expect(
      pageProblems(folderOf(PAGE.replace('Options\n\nNone.', 'Options\n\n- `words`: words, as in `TK`.'), { options })),
    ).toEqual([])
    expect(pageProblems(folderOf(PAGE.replace('Options\n\nNone.', 'Options\n\n- `word`: words.')))).toContain(
      '“Options” documents `word`, which the rule doesn’t have',
    )
  })

  it('sees what is wrong with metadata', () => {
    expect(metadataProblems(folderOf(PAGE))).toEqual([])
    expect(metadataProblems(folderOf(PAGE, { id: 'other-word' }))).toEqual([
      'the rule of the folder lost-word calls itself other-word',
    ])
    expect(metadataProblems(folderOf(PAGE, { summary: 'finds lost words' })).join()).toContain('one sentence')
    expect(metadataProblems(folderOf(PAGE, { summary: 'Lost words. And more.' })).join()).toContain('one sentence')
    expect(metadataProblems(folderOf(PAGE, { title: 'A word is lost.' })).join()).toContain('isn’t a few words')
    expect(metadataProblems(folderOf(PAGE, { title: 'lost-word' })).join()).toContain('the title “lost-word” isn’t')
    expect(metadataProblems(folderOf(PAGE, { since: '1' })).join()).toContain('no version')
    expect(metadataProblems(folderOf(PAGE, { kind: 'style' })).join()).toContain('skips quotations')
    expect(metadataProblems({ ...folderOf(PAGE), folder: join(project.root, 'rules/long-rule') }).join()).toContain(
      'rule.ts has 201 lines',
    )
    expect(metadataProblems({ ...folderOf(PAGE), id: 'no-lost-word' }).join()).toContain('is an order')
    expect(
      metadataProblems(
        folderOf(PAGE, { options: { 'a-b': { type: 'string', default: 'x', choices: ['y'], description: 'z' } } }),
      ),
    ).toHaveLength(3)
  })

  it.each<[read: number, right: number, problem: string | undefined]>([
    [0, 0, undefined],
    [1, 1, undefined],
    [40, 40, undefined],
    [100, 99, undefined],
    [250, 248, undefined],
    [1, 0, '0 of 1 safe edits that were read are right; below 99 % they may be likely at most'],
    [99, 98, '98 of 99 safe edits that were read are right; below 99 % they may be likely at most'],
    [100, 98, '98 of 100 safe edits that were read are right; below 99 % they may be likely at most'],
  ])('of %i safe edits that were read wants all but one in a hundred right; %i are', (read, right, problem) => {
    const counts = {
      edits: 300,
      distinct: 300,
      read,
      right,
      wrong: read - right,
      debatable: 0,
      share: null,
      low: null,
      high: null,
    }
    const figures = (safe: EditFigures | undefined): ProposedEditFigures => ({
      date: '2026-03-01',
      use: 'development',
      articles: 10,
      words: 100_000,
      sets: [],
      rules: { 'lost-word': safe ? { safe } : { likely: counts } },
    })
    expect(gradeProblems(folderOf(PAGE), figures(counts))).toEqual(problem === undefined ? [] : [problem])
    expect(gradeProblems(folderOf(PAGE), figures(undefined))).toEqual([])
    expect(gradeProblems(folderOf(PAGE), undefined)).toEqual([])
  })

  it('sees state that a rule keeps', () => {
    let times = 0
    const counting = {
      *check({ find }: { find: (id: 'found', at: never) => never }) {
        yield find('found', { at: span(4, 4 + (times++ % 5)) } as never)
      },
    }
    expect(purityProblems(folderOf(PAGE, counting as never))).not.toEqual([])
    expect(purityProblems(folderOf(PAGE))).toEqual([])
  })

  it.each([
    ['“Yahoo! Inc.” has no “please” in it', 0],
    ['“U.S.” is written “US” elsewhere; the desk writes “U.S.”', 0],
    ['Stop the page!', 1],
    ['please look at this', 2],
    ['"Xiaomi" stands twice', 1],
    ['One name is doubled. Delete one', 1],
    ['One name is doubled.', 1],
    ['one name is doubled', 1],
    [`Very ${'very '.repeat(29)}long`, 1],
  ])('judges the message %j', (message, problems) => {
    expect(messageProblems(message)).toHaveLength(problems)
  })
})
