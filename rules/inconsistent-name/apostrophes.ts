/** A shop’s name with its apostrophe and without: “Tollman’s”, “Tollmans”. */
import { around, type Story } from '#rule'
import { namesInForms, type FoundName } from './name-scan.ts'
import type { WrittenForm } from './places.ts'

const NAME_BEFORE = /(?<![\p{L}\p{N}’'-])\p{Lu}\p{Ll}{2,30}$/u
const COUNTED = /(?:\b(?:[Tt]he|[Aa]|[Tt]his|[Ii]ts|[Ee]ach)|\d) $/
const SINGULAR = /\b[Aa] $/
const NAMES = /(?<![\p{L}\p{N}’'-])(\p{Lu}\p{Ll}{2,30}?)(?:([’']s)|(s))?(?![\p{L}\p{N}-])/gu

/** The names that end in “’s” here and in “s” there, where the name without either never stands. */
export function apostropheForms(story: Story): readonly (readonly WrittenForm[])[] {
  const stems = stemsOf(story)
  if (stems.size === 0) return []
  const found: FoundName[] = []
  for (const { 0: whole, 1: stem, 2: mark, 3: plural, index } of story.text.matchAll(NAMES)) {
    if (!stems.has(stem!)) continue
    // “The Tollmans” are a family, “the Norvik’s engine” is a car’s, and what is called “Tollman” has a possessive like
    // any other. “A Tollmans in Salden” is no plural.
    const before = around(story.text, index).before()
    const isOther =
      (mark ?? plural) === undefined || (COUNTED.test(before) && !(plural !== undefined && SINGULAR.test(before)))
    if (isOther) stems.delete(stem!)
    else found.push({ key: stem!, start: index, end: index + whole.length })
  }
  return namesInForms(
    story,
    found.filter(({ key }) => stems.has(key)),
  ).filter((forms) => forms.some(({ text }) => /[’']s$/.test(text)) && forms.some(({ text }) => !/[’']s$/.test(text)))
}

/** The names of which a story has the possessive and the plural. */
function stemsOf({ text, facts: { wordEvidence } }: Story): Set<string> {
  const stems = new Set<string>()
  for (const mark of ['’s', "'s"]) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 2)) {
      const stem = NAME_BEFORE.exec(around(text, at).before())?.[0]
      if (
        stem !== undefined
        && wordEvidence.capitalised(`${stem}s`) > 0
        && !wordEvidence.isOrdinary(stem.toLowerCase())
      )
        stems.add(stem)
    }
  }
  return stems
}
