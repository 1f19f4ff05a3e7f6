import { expect, it } from 'vitest'
import { suggestionLabel } from '../../src/browser/suggestion-label.ts'
import { visibleText } from '../../src/browser/visible-text.ts'

it('writes what would reorder a line, or show nothing, as its number', () => {
  expect(visibleText('“the\u202E eht”\n\u200B\u0000 \uD83D 🚢 é')).toBe('“theU+202E eht”U+000AU+200BU+0000 U+D83D 🚢 é')
})

it('is what a button says, with the words to write where the title doesn’t have them', () => {
  const edit = { start: 0, end: 3, text: 'Pérez' }
  expect(suggestionLabel({ title: 'Write it out', grade: 'likely', edits: [edit] })).toBe('Write it out (“Pérez”)')
  expect(
    suggestionLabel({ title: 'Write a closing quotation mark', grade: 'likely', edits: [{ ...edit, text: '”' }] }),
  ).toBe('Write a closing quotation mark (”)')
  expect(suggestionLabel({ title: 'Write “Pérez”', grade: 'likely', edits: [edit] })).toBe('Write “Pérez”')
  expect(suggestionLabel({ title: 'Delete\u202E one', grade: 'safe', edits: [{ ...edit, text: '' }] })).toBe(
    'DeleteU+202E one',
  )
})
