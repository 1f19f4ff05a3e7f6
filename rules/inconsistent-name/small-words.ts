/** A name with small words in it: “Aix-en-Provence”, “Aix en Provence”. */
import type { Story } from '#rule'
import { namesInForms, type FoundName } from './name-scan.ts'
import type { WrittenForm } from './places.ts'

const SMALL = '(?:en|upon|on|de|du|des|la|le|les|lès|sur|sous|by|under|al|el|ul|an|am|im|da|do|dos|di|del)'
// Hardly any story has this much, which is looked for in no time.
const BETWEEN_HYPHENS = new RegExp(`-${SMALL}-`)
const HYPHENED = new RegExp(`\\p{Lu}\\p{L}{1,20}-${SMALL}-`, 'u')
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}-])\\p{Lu}[\\p{L}\\p{M}]{1,20}(?:[ -]${SMALL}){1,2}[ -]\\p{Lu}[\\p{L}\\p{M}]{1,20}(?![\\p{L}\\p{M}-])`,
  'gu',
)

/** The names that a story joins with hyphens here and with spaces there. */
export function smallWordForms(story: Story): readonly (readonly WrittenForm[])[] {
  if (!BETWEEN_HYPHENS.test(story.text) || !HYPHENED.test(story.text)) return []
  return namesInForms(story, joinedNames(story.text)).filter((forms) => forms.some(({ text }) => text.includes('-')))
}

function* joinedNames(text: string): Iterable<FoundName> {
  for (const { 0: name, index } of text.matchAll(NAME))
    yield { key: name.replace(/[ -]/g, ' ').toLowerCase(), start: index, end: index + name.length }
}
