/** What a thing is, at the end of its name: “Norvik Dam” here, “Norvik dam” there. */
import { wordSet } from '#rule'
import type { Story } from '#story'
import { namesInForms, type FoundName } from './name-scan.ts'
import data from './names.generated.ts'
import type { Form } from './places.ts'
import { namesAround } from './whole-name.ts'

const THINGS = wordSet(data.things)
const LONGEST = 48
// “Hongkong & Shanghai Bank” is no bank of Shanghai.
const NAME_BEFORE = /((?:^|(?<!&) |[^\p{L}\p{N}’'.& -]))(\p{Lu}[\p{L}\p{M}-]{2,30}(?: (?:[Dd]istrict|[Hh]igh|[Ss]upreme|[Cc]ity|[Tt]own|[Cc]ounty|[Ss]tate|[Nn]ational|[Pp]ublic|[Cc]rown|[Cc]entral))?) $/u
const IN_SENTENCE = /[\p{Ll}\p{N},;)] $/u

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
    if (/^(?:[\p{L}\p{N}’'&-]| (?:&|of|for) | (?!(?:Inc|Corp|Co|Ltd|LLC|PLC|Plc|SA|AG|NV)\b)\p{Lu})/u.test(text.slice(end, end + 8))) continue
    const before = text.slice(Math.max(0, start - LONGEST), start)
    const name = NAME_BEFORE.exec(before)?.[2]
    if (name === undefined) continue
    // “Salt Mine” at a sentence’s start may be any salt mine; in its middle a capital makes a name.
    const isOrdinary = facts.wordEvidence.isOrdinary(name.split(' ')[0]!.toLowerCase())
    const front = before.slice(0, -name.length - 1)
    if (isOrdinary && !IN_SENTENCE.test(front)) continue
    // “British Journalism Award”, “Public Service Journalism award”: of words, the whole counts.
    // “Norvik Alumni Facebook Group”, and “our Facebook group”: a part of a longer name.
    const more = /(?<!\p{L})(?!(?:The|An?|In|At|On|For|And|Its?|Our) )\p{Lu}[\p{L}-]* $/u.exec(front)?.[0] ?? ''
    yield { key: `${more}${name} ${thing}`.toLowerCase(), start: start - name.length - 1, end }
  }
}
