/** What a thing is, at the end of its name: “Norvik Dam” here, “Norvik dam” there. */
import { wordSet } from '#rule'
import type { Story } from '#story'
import { namesInForms, type FoundName } from './name-scan.ts'
import data from './names.generated.ts'
import type { Form } from './places.ts'
import { namesAround } from './whole-name.ts'

const THINGS = wordSet(data.things)
const LONGEST = 32
// “Hongkong & Shanghai Bank” is no bank of Shanghai.
const NAME_BEFORE = /(?:^|(?<!&) |[^\p{L}\p{N}’'.& -])(\p{Lu}[\p{L}\p{M}-]{2,30}) $/u

/** The names whose last word, which says what they name, has a capital here and none there. */
export function thingForms(story: Story): readonly (readonly Form[])[] {
  const { wordEvidence } = story.facts
  const varied = [...THINGS].filter((thing) => wordEvidence.lowerCase(thing) > 0 && wordEvidence.capitalised(capital(thing)) > 0)
  const found = varied.flatMap((thing) => [...placesOf(story, thing), ...placesOf(story, capital(thing))])
  return namesInForms(story, found).map((forms) => namesAround(story, forms))
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1)
}

/** The places of a word that says what a thing is, with the thing's name before it. */
function* placesOf({ text, facts }: Story, thing: string): Iterable<FoundName> {
  for (let at = text.indexOf(` ${thing}`); at >= 0; at = text.indexOf(` ${thing}`, at + 1)) {
    const start = at + 1
    const end = start + thing.length
    // “Hudson River Park” is another name.
    if (/^(?:[\p{L}\p{N}’'&-]| (?:&|and|of|for) |,? \p{Lu})/u.test(text.slice(end, end + 6))) continue
    const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - LONGEST), start))?.[1]
    if (name === undefined || facts.wordEvidence.isOrdinary(name.toLowerCase())) continue
    yield { key: `${name} ${thing}`.toLowerCase(), start: start - name.length - 1, end }
  }
}
