/** Runs every example of every rule's page and cases, as it stands and in its variants. */
import { describe, expect, it } from 'vitest'
import { rulesWithPages } from './rule-folders.ts'
import { neverFlagged } from './rule-page.ts'
import { foundAfterAll, runExample } from '../src/rule-kit/run-example.ts'
import { renditionsOf } from '../src/rule-kit/variants.ts'
import { suggestionProblems } from '../src/rule-kit/suggestions.ts'

const { rules: all, broken } = await rulesWithPages()
const rules = all.map(({ rule }) => rule)
// For whom no pattern of names will do: RULE=self-reference takes that rule's page alone.
const folders = all.filter(({ id }) => id === (process.env['RULE'] ?? id))

it('every rule and its pages can be read', () => {
  expect(broken).toEqual([])
})

describe.each(folders)('$id', ({ rule, page, cases }) => {
  const examples = [...page.examples, ...cases.examples].map((example) => {
    const first = example.text.split('\n').find((line) => line !== '') ?? ''
    return { example, name: `${example.section}, line ${example.line}: ${first.slice(0, 50)}` }
  })

  describe.each(examples.filter(({ example }) => example.section !== 'Known misses'))('$name', ({ example }) => {
    // The renditions are made in the tests and not before them, so that those of one rule alone wait for no other's.
    it('holds, as it stands and in every variant', () => {
      for (const rendition of renditionsOf(example)) {
        const { expected, actual } = runExample(rule, example, rendition)
        expect.soft(actual, rendition.name).toBe(expected)
      }
    })

    it('is mended by what its findings suggest', () => {
      expect(renditionsOf(example).flatMap((rendition) => suggestionProblems(rules, rule, example, rendition))).toEqual(
        [],
      )
    })
  })

  it('finds nothing in what its page says it never flags', () => {
    for (const example of neverFlagged(page)) {
      const { expected, actual } = runExample(rule, example, renditionsOf(example)[0]!)
      expect(actual).toBe(expected)
    }
  })

  it.each(examples.filter(({ example }) => example.section === 'Known misses'))(
    'is still true of its $name',
    ({ example }) => {
      expect(foundAfterAll(rule, example, renditionsOf(example)[0]!)).toBeUndefined()
    },
  )
})
