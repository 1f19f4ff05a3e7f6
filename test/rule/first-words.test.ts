/** Tests how the writer's words are shortened for a message. */
import { expect, it } from 'vitest'
import { firstWords, shortened } from '#rule'

it('a text that fits stays as it is', () => {
  expect(shortened('Read more', 9)).toBe('Read more')
})

it('a longer one ends behind a word, and says that it goes on', () => {
  expect(firstWords('Sign up for our newsletter', 12)).toBe('Sign up for')
  expect(shortened('Sign up for our newsletter', 12)).toBe('Sign up for…')
})

it('a long word is cut where hardly anything stands before it', () => {
  expect(shortened('A loremipsumdolorsitamet', 10)).toBe('A loremips…')
})
