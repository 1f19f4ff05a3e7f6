/** What a thing is, at the end of its name: “Norvik Dam” here, “Norvik dam” there. */
import { around, wordSet, type Story } from '#rule'
import { namesInForms, type FoundName } from './name-scan.ts'
import data from './names.generated.ts'
import type { WrittenForm } from './places.ts'
import { namesAround } from './whole-name.ts'

const THINGS = wordSet(data.things)
const SINGLE = wordSet(data.single)
// “Hongkong & Shanghai Bank” is no bank of Shanghai.
const NAME_BEFORE =
  /((?:^|(?<!&) |[^\p{L}\p{N}’'.& -]))(\p{Lu}[\p{L}\p{M}-]{2,30}(?: (?:[Dd]istrict|[Hh]igh|[Ss]upreme|[Cc]ity|[Tt]own|[Cc]ounty|[Ss]tate|[Nn]ational|[Pp]ublic|[Cc]rown|[Cc]entral))?) $/u
const IN_SENTENCE = /(?:[\p{Ll}\p{N},;)]|\p{Lu}{2}|\p{Lu}\.\p{Lu}\.) $/u
// “When Norvik Dam burst”: a sentence’s first word is no part of the name.
const OPENERS =
  'The|An?|In|At|On|For|And|Its?|Our|But|Or|So|Yet|By|Of|To|From|With|Near|Over|Under|Like|Both|As|If|When|While|After|Before|Since|Until|Where|Though|Although|Because|That|This|How|Why'
const MORE = new RegExp(`(?<!\\p{L})(?!(?:${OPENERS}) )(?:\\p{Lu}[\\p{L}-]*|(?:\\p{Lu}\\.){2,}) $`, 'u')
// “A Norvik channel”, “our Norvik channel”: what somebody has on Norvik.
const ONE_OF_MANY = /(?<!\p{L})(?:[Aa]n?|[Aa]ny|[Ee]ach|[Ee]very|[Oo]ne|[Nn]o|[Mm]y|[Oo]ur|[Yy]our|[Tt]heir) $/u
// In places: a word that opens two sentences needn’t be a name.
const MOST_BY_CHANCE = 2

/** The names whose last word, which says what they name, has a capital here and none there. */
export function thingForms(story: Story): readonly (readonly WrittenForm[])[] {
  const { wordEvidence } = story.facts
  const isSmall = (thing: string): boolean =>
    [thing, `${thing}’s`, `${thing}'s`].some((word) => wordEvidence.lowerCase(word) > 0)
  const varied = [...THINGS].filter((thing) => isSmall(thing) && wordEvidence.capitalised(capital(thing)) > 0)
  const found = varied.flatMap((thing) => [...placesOf(story, thing), ...placesOf(story, capital(thing))])
  return namesInForms(story, found).map((forms) => namesAround(story, forms))
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1)
}

/** The places of a word that says what a thing is, with the thing's name before it. */
function* placesOf(story: Story, thing: string): Iterable<FoundName> {
  const { text } = story
  for (let at = text.indexOf(` ${thing}`); at >= 0; at = text.indexOf(` ${thing}`, at + 1)) {
    const start = at + 1
    const end = start + thing.length
    const near = around(text, { start, end })
    const behind = near.behind()
    if (/^[\p{L}\p{N}&’'-]/u.test(behind) && !/^[’'](?:s(?!\p{L})|\P{L})/u.test(behind)) continue
    const before = near.before()
    const name = NAME_BEFORE.exec(before)?.[2]
    if (name === undefined) continue
    const front = before.slice(0, -name.length - 1)
    if (!isNamed(story, name, front) || (ONE_OF_MANY.test(front) && /^\p{Ll}/u.test(thing) && !SINGLE.has(thing)))
      continue
    // The Norvik University Press is the university’s; the Hudson River Park is no river.
    // “British Journalism Award”, “Public Service Journalism award”: of words, the whole counts.
    // “Norvik Alumni Facebook Group”, and “our Facebook group”: a part of a longer name.
    const more = MORE.exec(front)?.[0] ?? ''
    yield {
      key: `${more}${name} ${thing}|${/^(?:university|college)$/i.test(thing) ? '' : restOfName(behind)}`.toLowerCase(),
      start: start - name.length - 1,
      end,
    }
  }
}

/**
 * Whether the word before a thing is its name: “Salt Mine” at a sentence’s start may be any salt mine; in its middle a
 * capital makes a name.
 */
function isNamed({ facts: { wordEvidence } }: Story, name: string, front: string): boolean {
  const [word] = name.split(' ') as [string, ...string[]]
  return (
    !wordEvidence.isOrdinary(word.toLowerCase())
    || IN_SENTENCE.test(front)
    // “Trump university staff” where Trump himself stands in mid-sentence, and nothing is a trump.
    || (wordEvidence.capitalised(word) > MOST_BY_CHANCE && wordEvidence.lowerCase(word.toLowerCase()) === 0)
  )
}

/** “ of Technology”, “ Park”: what stands behind a thing and makes another of it. */
function restOfName(behind: string): string {
  const [rest] =
    /^(?: (?:&|of|for) (?:the )?(?=\p{Lu})[\p{L}-]+| (?!(?:Inc|Corp|Co|Ltd|LLC|PLC|PBC|LP|Plc|SA|AG|NV)\b)\p{Lu}[\p{L}-]*)?/u.exec(
      behind,
    )!
  return rest
}
