/** Tests of rules made of stock retext plugins. */
import type { Root } from 'nlcst'
import retextIndefiniteArticle from 'retext-indefinite-article'
import retextRepeatedWords from 'retext-repeated-words'
import { describe, expect, it } from 'vitest'
import type { VFile } from 'vfile'
import { pluginsOf } from '../../src/check/check-source.ts'
import { checkStory, textStory } from '../stories.ts'
import { ruleFromPlugin, type PluginSetting } from '../../src/check/plugin-rule.ts'
import { active } from './word-rule.ts'

function findingsOf(text: string, ...settings: readonly PluginSetting[]) {
  const rules = active(...settings.map(ruleFromPlugin))
  return checkStory(textStory(text, { plugins: pluginsOf(rules) }), rules).findings
}

describe('a plugin as a rule', () => {
  it('says what the plugin says, where it says it', () => {
    const [finding, ...more] = findingsOf('One line.\r\n\r\nIt took a hour.', {
      id: 'article',
      plugin: retextIndefiniteArticle,
    })
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      rule: 'article',
      kind: 'style',
      severity: 'info',
      quote: 'a',
      message: 'Unexpected article `a` before `hour`, expected `an`',
      start: { line: 3, column: 9 },
      end: { line: 3, column: 10 },
    })
  })

  it('offers what the plugin expects as an idea', () => {
    const [finding] = findingsOf('It took a hour.', { id: 'article', plugin: retextIndefiniteArticle })
    expect(finding!.suggestions).toEqual([
      { title: 'Write “an”', grade: 'idea', edits: [{ start: 8, end: 9, text: 'an' }] },
    ])
    const plugin =
      () =>
      (tree: Root, file: VFile): undefined => {
        file.message('away with it', tree).expected = ['']
      }
    expect(findingsOf('It took an hour.', { id: 'away', plugin })[0]!.suggestions[0]!.title).toBe('Delete it')
  })

  it.each(['error', 'warning', 'info'] as const)('has the level that it is given: %s', (severity) => {
    expect(
      findingsOf('To the the end.', { id: 'doubled', plugin: retextRepeatedWords, severity }).map(
        (finding) => finding.severity,
      ),
    ).toEqual([severity])
  })

  it('gets its options', () => {
    const plugin =
      ({ reason }: { reason: string }) =>
      (tree: Root, file: VFile): undefined => {
        file.message(reason, tree)
      }
    expect(findingsOf('One line.', { id: 'any', plugin, options: { reason: 'because' } })[0]!.message).toBe('because')
  })

  it('runs beside others', () => {
    const found = findingsOf(
      'To the the end of a hour.',
      { id: 'doubled', plugin: retextRepeatedWords },
      { id: 'article', plugin: retextIndefiniteArticle },
    )
    expect(found.map(({ rule, quote }) => [rule, quote])).toEqual([
      ['doubled', 'the the'],
      ['article', 'a'],
    ])
  })

  it('looks at quoted speech, as plugins do', () => {
    expect(findingsOf('He said “to the the end” to her.', { id: 'doubled', plugin: retextRepeatedWords })).toHaveLength(
      1,
    )
  })
})
