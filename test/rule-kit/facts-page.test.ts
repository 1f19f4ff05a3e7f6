/** Runs the examples of the page for rule authors: its rule, its test and every fact. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  around,
  defineRule,
  RuleTestError,
  span,
  storyOf,
  testRule,
  type Rule,
  type RuleCase,
} from '../../src/rule-kit/index.ts'
import { ROOT } from '../rule-folders.ts'

const page = readFileSync(join(ROOT, 'docs/facts.md'), 'utf8')
const fences = (kind: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`js ${kind}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, code]) => code!)
const withoutModules = (code: string): string => code.replace(/^import .*$/gm, '').replace(/^export /gm, '')

/** Runs code that names what `copydesk/rule` exports. */
function run(code: string, tried = testRule): unknown {
  return new Function('around', 'defineRule', 'span', 'storyOf', 'testRule', code)(
    around,
    defineRule,
    span,
    storyOf,
    tried,
  )
}

const [rule, test] = [fences('rule'), fences('test')].map(([code]) => withoutModules(code!))

describe('the rule of the page for rule authors', () => {
  it('passes the test beneath it, which would notice', () => {
    run(`${rule}\n${test}`)
    expect(() =>
      run(`${rule}\n${test}`, (one: Rule, cases: string | readonly RuleCase[]) =>
        testRule({ ...one, run: () => [] }, cases),
      ),
    ).toThrow(RuleTestError)
  })
})

describe('the page for rule authors', () => {
  const facts = page.slice(page.indexOf('## The facts')).split(/^### /m).slice(1)

  it('has all facts, in the order of the alphabet', () => {
    const names = facts.map((section) => section.split('\n', 1)[0])
    expect(names).toEqual(Object.keys(storyOf('').facts).toSorted())
  })

  it('shows what stands around a place', () => {
    const [story, asked, said] = fences('around')[0]!.trim().split('\n')
    expect(String(run(`${story};\nreturn ${asked}`))).toBe(said!.replace('// → ', ''))
  })

  it.each(facts.map((section) => [section.split('\n', 1)[0]!, section]))(
    'shows what %s says, in three lines',
    (name, section) => {
      const [, code] = /^```js fact\n([^]*?)^```$/m.exec(section)!
      const [story, asked, said, ...more] = code!.trim().split('\n')
      expect(more).toEqual([])
      expect(code).toContain(`facts.${name}`)
      const expected: unknown = new Function(`return ${said!.replace('// → ', '')}`)()
      expect(run(`${story};\nreturn ${asked}`)).toEqual(expected)
    },
  )
})
