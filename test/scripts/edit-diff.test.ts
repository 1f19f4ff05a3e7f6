import { describe, expect, it } from 'vitest'
import { diffInContext } from '../../scripts/measure/edit-diff.ts'
import { proposedEdits } from '../../scripts/measure/proposed-edits.ts'
import type { Grade } from '#rule'
import type { SourceEdit } from '../../src/text/index.ts'
import { alarm, article, fingerprint } from './alarms.ts'

/** The edit that puts `text` in the place of some words. */
function edit(source: string, words: string, text: string): SourceEdit {
  const start = source.indexOf(words)
  return { start, end: start + words.length, text }
}

describe('an edit in context', () => {
  it('shows what goes and what comes between marks, and the lines around as they are', () => {
    const source = 'Ferry returns\n\nThe the ferry is back.\nIt sailed at noon.\n'
    expect(diffInContext(source, [edit(source, 'The the', 'The')])).toBe(
      ['  Ferry returns', '', '− ⟦The the⟧ ferry is back.', '+ ⟦The⟧ ferry is back.', '  It sailed at noon.'].join(
        '\n',
      ),
    )
  })

  it('keeps the lines of what is deleted and of what comes in', () => {
    const source = 'The ferry is back.\r\n\r\nRead more\r\n\r\nIt sailed at noon.'
    expect(diffInContext(source, [edit(source, 'Read more\r\n\r\n', '')])).toBe(
      ['  The ferry is back.', '', '− ⟦Read more', '−', '− ⟧It sailed at noon.', '+ ⟦⟧It sailed at noon.'].join('\n'),
    )
  })

  it('is cut to twenty words on either side, and says so', () => {
    const words = Array.from({ length: 50 }, (_, index) => `w${index}`)
    const source = words.join(' ')
    const [, added] = diffInContext(source, [edit(source, 'w25', 'x')]).split('\n')
    expect(added).toBe(`+ …${words.slice(5, 25).join(' ')} ⟦x⟧ ${words.slice(26, 46).join(' ')}…`)
  })

  it('shows edits that lie far apart in pieces, and near ones in one, in the order of the text', () => {
    const far = `one two ${'word '.repeat(60)}three four`
    expect(diffInContext(far, [edit(far, 'four', '4'), edit(far, 'one', '1')]).split('\n  ⋯\n')).toHaveLength(2)
    const near = 'one two three four'
    expect(diffInContext(near, [edit(near, 'four', '4'), edit(near, 'one', '1')])).toBe(
      '− ⟦one⟧ two three ⟦four⟧\n+ ⟦1⟧ two three ⟦4⟧',
    )
  })

  it('shows what can’t be seen as its number', () => {
    expect(diffInContext('har\u00ADbour', [{ start: 3, end: 4, text: '' }])).toBe('− har⟦\\u00AD⟧bour\n+ har⟦⟧bour')
  })
})

describe('proposed edits', () => {
  const proposing = (
    text: string,
    ...suggestions: readonly { readonly grade: Grade; readonly edits: readonly SourceEdit[] }[]
  ) => {
    const { finding } = alarm(fingerprint(1))
    return [
      {
        article: article('a', 'harbour', text),
        finding: { ...finding, suggestions: suggestions.map((one) => ({ title: 'Do it', ...one })) },
      },
    ]
  }
  const TEXT = 'The mayor met met the council.'
  const one = { start: 10, end: 14, text: '' }
  const prints = (...given: Parameters<typeof proposing>) =>
    proposedEdits(proposing(...given)).map(({ fingerprint }) => fingerprint)

  it('are the safe and likely ones, one thing once', () => {
    const proposed = proposedEdits(
      proposing(
        TEXT,
        { grade: 'idea', edits: [one] },
        { grade: 'safe', edits: [one] },
        { grade: 'likely', edits: [one] },
        { grade: 'likely', edits: [{ ...one, text: ' with' }] },
        { grade: 'likely', edits: [] },
      ),
    )
    expect(proposed.map(({ grade, suggestion }) => [grade, suggestion.edits[0]!.text])).toEqual([
      ['safe', ''],
      ['likely', ' with'],
    ])
  })

  it('are known again at another grade, but not where they change other words or their order says nothing', () => {
    const two = { start: 0, end: 3, text: 'A' }
    const [print] = prints(TEXT, { grade: 'likely', edits: [one, two] })
    expect(prints(TEXT, { grade: 'safe', edits: [two, one] })).toEqual([print])
    expect(prints(TEXT, { grade: 'likely', edits: [one] })).not.toEqual([print])
    expect(prints(TEXT, { grade: 'likely', edits: [one, { ...two, text: 'a' }] })).not.toEqual([print])
    expect(prints(TEXT.replace('The', 'Tha'), { grade: 'likely', edits: [one, two] })).not.toEqual([print])
  })
})
