import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generate } from '../scripts/generate.ts'
import type { ErrorKind } from '../scripts/inject/kind.ts'
import { runInjection } from '../scripts/inject/run.ts'
import { newRule, nextSteps } from '../scripts/new-rule.ts'
import { idProblem } from '../scripts/new-rule/rule-id.ts'
import { createProgress } from '../src/cli/reports/progress-bar.ts'
import { caseProblems, metadataProblems, pageProblems, purityProblems } from './rule-contract.ts'
import { ROOT, rulesWithPages, type RuleFolder } from './rule-folders.ts'
import { foundAfterAll, runExample } from '../src/rule-kit/run-example.ts'
import { suggestionProblems } from '../src/rule-kit/suggestions.ts'
import { article } from './scripts/inject-drafts.ts'
import { neverFlagged } from './rule-page.ts'
import { temporaryProject, type TemporaryProject } from './temporary-project.ts'
import { renditionsOf } from '../src/rule-kit/variants.ts'

describe('a new rule', () => {
  let project: TemporaryProject
  let made: readonly string[]
  let folder: RuleFolder
  beforeAll(async () => {
    project = temporaryProject()
    made = newRule(project.root, 'moment-in-time')
    await generate(project.root)
    folder = (await rulesWithPages(project.root)).rules[0]!
  })
  afterAll(() => project[Symbol.dispose]())

  it('is a folder with the rule, its page and its cases', () => {
    expect(made).toEqual([
      'rules/moment-in-time/rule.ts',
      'rules/moment-in-time/rule.md',
      'rules/moment-in-time/cases.md',
      'scripts/inject/kinds/moment-in-time.ts',
    ])
    expect(made.every((path) => project.read(path).includes('moment-in-time'))).toBe(true)
  })

  it('is registered, catalogued and has its place in the config’s schema', () => {
    expect(project.read('rules/index.ts')).toContain("import momentInTime from './moment-in-time/rule.ts'")
    expect(project.read('rules/README.md')).toContain(
      '[Five words for “now”](moment-in-time/rule.md) | moment-in-time | style | info | trial',
    )
    expect(project.read('schema/config.schema.json')).toContain('"moment-in-time"')
  })

  it('keeps the contract', () => {
    expect([
      ...metadataProblems(folder),
      ...pageProblems(folder),
      ...caseProblems(folder),
      ...purityProblems(folder),
    ]).toEqual([])
  })

  it('holds the examples of its page and cases, in every variant, before anybody has touched it', () => {
    const { rule, page, cases } = folder
    expect(cases.examples.length).toBeGreaterThanOrEqual(7)
    expect(neverFlagged(page)).not.toEqual([])
    const held = [...page.examples, ...cases.examples].filter(({ section }) => section !== 'Known misses')
    for (const example of [...held, ...neverFlagged(page)]) {
      for (const rendition of renditionsOf(example)) {
        const { expected, actual } = runExample(rule, example, rendition)
        expect(actual, `line ${example.line} ${rendition.name}`).toBe(expected)
        expect(suggestionProblems([], rule, example, rendition)).toEqual([])
      }
    }
    for (const example of cases.examples.filter(({ section }) => section === 'Known misses')) {
      expect(foundAfterAll(rule, example, renditionsOf(example)[0]!)).toBeUndefined()
    }
  })

  it('has a kind of error to be injected, which it finds', async () => {
    const path = join(project.root, 'scripts/inject/kinds/moment-in-time.ts')
    const { default: kinds } = (await import(path)) as { readonly default: readonly ErrorKind[] }
    const articles = kinds.map(({ example }) => article(example!))
    const plan = { articles, kinds, rules: [folder.rule], leftovers: [], seed: 1, limit: 1, alone: true }
    const [outcome] = runInjection(plan, createProgress(1, 'drafts')).flatMap(({ outcomes }) => outcomes)
    expect(outcome!.text).toContain('for the bridge at this moment in time, the mayor')
    expect(outcome!.level).toBe('info')
  })

  it('has a kind of error that imports what there is', () => {
    const imports = [
      ...project
        .read('scripts/inject/kinds/moment-in-time.ts')
        .matchAll(/^import type \{ (.+) \} from '\.\.\/(.+)'$/gm),
    ]
    expect(imports).toHaveLength(2)
    for (const [, names, file] of imports) {
      const source = readFileSync(join(ROOT, 'scripts/inject', file!), 'utf8')
      for (const name of names!.split(', '))
        expect(source).toMatch(new RegExp(`^export (?:class|interface) ${name} `, 'm'))
    }
  })

  it('gets no kind of error where one is meant for it already, or a family of kinds has its name', () => {
    const kind = project.read('scripts/inject/kinds/moment-in-time.ts')
    project.write('scripts/inject/kinds/words.ts', kind.replaceAll('moment-in-time', 'lost-word'))
    expect(newRule(project.root, 'lost-word')).toEqual([
      'rules/lost-word/rule.ts',
      'rules/lost-word/rule.md',
      'rules/lost-word/cases.md',
    ])
    expect(newRule(project.root, 'words')).toEqual([
      'rules/words/rule.ts',
      'rules/words/rule.md',
      'rules/words/cases.md',
    ])
  })

  it('is not made over one that exists', () => {
    expect(() => newRule(project.root, 'moment-in-time')).toThrow('the rule “moment-in-time” exists already')
  })
})

describe('the id of a new rule', () => {
  it.each(['self-reference', 'misspelt-name', 'notation', 'usage', 'no1-hit'])('may be %s', (id) => {
    expect(idProblem(id)).toBeUndefined()
  })

  it.each(['SelfReference', 'self_reference', '-self', 'self--reference', '2nd-reference', '../self', ''])(
    'must be kebab-case, not “%s”',
    (id) => {
      expect(idProblem(id)).toContain('not kebab-case')
    },
  )

  it.each(['no-cliches', 'check-dates', 'prefer-now', 'find-names'])(
    'must name the problem, not give an order like “%s”',
    (id) => {
      expect(idProblem(id)).toContain('is an order')
    },
  )

  it('needs no “-rule” at its end', () => {
    expect(idProblem('now-rule')).toContain('-rule')
  })
})

describe('npm run new-rule', () => {
  const run = (...args: string[]): string =>
    execFileSync(
      process.execPath,
      ['--conditions=copydesk-source', '--import', 'tsx', 'scripts/new-rule.ts', ...args],
      { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' },
    )

  it('says in one line what is wrong with an id, and makes nothing', () => {
    expect(() => run('no-cliches')).toThrow(/^new-rule: “no-cliches” is an order.*: cliches$/m)
    expect(() => run()).toThrow('new-rule: it takes one id')
    expect(existsSync(join(ROOT, 'rules/no-cliches'))).toBe(false)
  })

  it('says what to do next in three lines', () => {
    expect(nextSteps('lost-word').match(/.+\n/g)).toHaveLength(3)
  })
})
