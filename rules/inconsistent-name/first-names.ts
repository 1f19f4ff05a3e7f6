/** A person with a first name and with its short form: “Admiral Peter Ostby”, “Adm. Pete Ostby”. */
import { around, type Mention, type Story } from '#rule'
import { namesInForms, type FoundName } from './name-scan.ts'
import data from './names.generated.ts'
import type { WrittenForm } from './places.ts'

/** Each first name with the names that it is short for, and that are short for it. */
const KIN: ReadonlyMap<string, readonly number[]> = data.firstNames.reduce((kin, names, group) => {
  for (const name of names.split(' ')) kin.set(name, [...(kin.get(name) ?? []), group])
  return kin
}, new Map<string, number[]>())

/** The people whom a story calls by a first name here and by its short form there. */
export function firstNameForms(story: Story): readonly (readonly WrittenForm[])[] {
  const found = story.facts.mentions.flatMap((mention) => readName(story, mention))
  // What somebody calls a friend when he speaks of him is his own: “Pete Ostby is a friend of mine”.
  return found.length < 2
    ? []
    : namesInForms(story, found, { speech: false }).filter(
        (forms) =>
          new Set(forms.map(({ text }) => text.split(' ')[0])).size > 1 && !forms.some((form) => hasKin(story, form)),
      )
}

const NEAR = 80
const RELATIVE =
  /\b(?:father|mother|son|daughter|brother|sister|grandfather|grandson|uncle|nephew|cousin|husband|wife|the late|elder|younger)\b[^.!?]*$/

/** “His father, Pete Ostby”: two people may share a surname and nearly a first name. */
function hasKin(story: Story, { places }: WrittenForm): boolean {
  return places.some((place) => {
    const near = around(story, place)
    return (
      /\b(?:no relation|unrelated|namesake|not related)\b/.test(near.near(NEAR))
      || RELATIVE.test(near.before(NEAR))
      || /^,? (?:[JS]r\b|the (?:elder|younger))/.test(near.behind())
    )
  })
}

function readName({ text, facts: { words } }: Story, { core, firstWord, suffix }: Mention): readonly FoundName[] {
  const [first, last] = [core[0], core.at(-1)]
  const groups =
    core.length < 2 || core.length > 3 || (core.length === 3 && !/^\p{Lu}\.?$/u.test(core[1]!)) || last === undefined
      ? undefined
      : KIN.get(first!)
  if (!groups || last!.length < 2) return []
  const start = words.start(firstWord)
  const [whole] = /^[^’'-]*/.exec(text.slice(start, words.end(firstWord + core.length - 1)))!
  const end = start + whole.length
  // “William Ostby Jr.” and “Bill Ostby” are father and son.
  return suffix === undefined ? groups.map((group) => ({ key: `${group} ${last!.toLowerCase()}`, start, end })) : []
}
