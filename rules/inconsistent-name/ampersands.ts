/** A firm with a sign and with a word: “Marlow & Pike”, “Marlow and Pike”. */
import { around, span, wordSet, type Story } from '#rule'
import { namesInForms, type FoundName } from './name-scan.ts'
import data from './names.generated.ts'
import type { WrittenForm } from './places.ts'
import { namesAround } from './whole-name.ts'

const SUFFIXES = wordSet(data.suffixes.flatMap((ways) => ways.split(' ')))

const BEFORE = /(?:^|[^\p{L}\p{N}&’'-])(\p{Lu}[\p{L}\p{M}’'-]{1,30})$/u
const BEHIND = /^(\p{Lu}[\p{L}\p{M}-]{1,30})(?=([’']s)?(?![\p{L}\p{N}&-]))/u
const WORD_BEFORE =
  /(?<!\p{L})(?!(?:The|An?|In|On|At|With|By|For|From|Of|And|But|When|As|If|While|After|Before|Since|Both) )\p{Lu}[\p{L}’'-]* $/u
// “Between Marlow and Pike”, “Anna Marlow and Pike”: two people.
const TWO_BEFORE =
  /(?:\b(?:[Bb]etween|[Bb]oth|[Ee]ither|[Nn]either)|(?<!\b(?:[Ii]n|[Aa]t|[Oo]n|[Oo]f|[Ff]rom|[Nn]ear|[Bb]y|[Ff]or|[Ww]ith) )(?<=[^.!?:;,”"\n] )\p{Lu}[\p{L}’'-]*\p{Ll}) $/u
const TWO_BEHIND =
  /^(?:,? (?:(?:were|are|have|had) )?(?:both|each|who|themselves|met|founded|co-founded|married|set up|started|(?:were|are) (?:partners|friends|brothers|sisters|married))\b| (\p{Lu}[\p{L}.]+))/u

/** The firms that a story writes with “&” here and with “and” there. */
export function ampersandForms(story: Story): readonly (readonly WrittenForm[])[] {
  if (!story.text.includes(' & ')) return []
  const signs = [...joinedNames(story.text, ' & ')]
  const keys = new Set(signs.map(({ key }) => key))
  if (keys.size === 0) return []
  const words = [...joinedNames(story.text, ' and ')].filter(({ key }) => keys.has(key))
  if (words.length === 0) return []
  const inHeading = ({ start, end }: FoundName): boolean =>
    story.facts.layout.isHeading(story.blockAt(span(start, end).start))
  // “Cuts & Jobs”: a sign is shorter, and a headline has no room.
  const beside = new Set(signs.flatMap((place) => wordsAround(story.text, place).map((word) => `${place.key} ${word}`)))
  const two = new Set(words.filter((place) => areTwo(story.text, place, beside)).map(({ key }) => key))
  const found = [...signs.filter((place) => !inHeading(place)), ...words].filter(({ key }) => !two.has(key))
  const people = surnames(story)
  return namesInForms(story, found)
    .filter(
      (forms) => forms.some(({ text }) => text.includes(' & ')) && forms.some(({ text }) => text.includes(' and ')),
    )
    .filter((forms) => !arePeople(forms[0]!.text, people) && !areOfWords(story, forms))
    .map((forms) => namesAround(story, forms))
}

function* joinedNames(text: string, joint: string): Iterable<FoundName> {
  for (let at = text.indexOf(joint); at >= 0; at = text.indexOf(joint, at + 1)) {
    const behind = at + joint.length
    const near = around(text, { start: at, end: behind })
    const left = BEFORE.exec(near.before())?.[1]
    const right = left === undefined ? undefined : BEHIND.exec(near.behind())?.[1]
    if (left !== undefined && right !== undefined)
      yield { key: `${left}&${right}`.toLowerCase(), start: at - left.length, end: behind + right.length }
  }
}

/** “Anna Marlow and Pike”, “Marlow and Pike both left”: what “and” joins there are two. */
function areTwo(text: string, place: FoundName, beside: ReadonlySet<string>): boolean {
  const near = around(text, place)
  const [before, behind] = [TWO_BEFORE.exec(near.before()), TWO_BEHIND.exec(near.behind())]
  // “Norvik News and Media Group”: what stands around it with the sign is a part of the name.
  const isPart = (word: string): boolean => beside.has(`${place.key} ${word}`)
  return (
    (before !== null && !isPart(`${before[0].trim()} …`))
    || (behind !== null
      && (behind[1] === undefined || !(SUFFIXES.has(behind[1]) || isPart(`… ${withoutStop(behind[1])}`))))
  )
}

function wordsAround(text: string, place: FoundName): readonly string[] {
  const near = around(text, place)
  const before = /(\p{Lu}[\p{L}’'-]*) $/u.exec(near.before())?.[1]
  const behind = /^ (\p{Lu}[\p{L}.]+)/u.exec(near.behind())?.[1]
  return [
    ...(before === undefined ? [] : [`${before} …`]),
    ...(behind === undefined ? [] : [`… ${withoutStop(behind)}`]),
  ]
}

/** “In Bathroom and Kitchen Update.”: the stop is the sentence’s. */
function withoutStop(word: string): string {
  return word.replace(/\.$/, '')
}

/** Whether both halves of a form are people in the story: “Mr Marlow” and “Anna Pike” stand elsewhere. */
function arePeople(form: string, people: ReadonlySet<string>): boolean {
  const [one, other] = form.split(/ (?:&|and) /)
  return one !== other && people.has(one!) && people.has(other!)
}

// “Norvik Trade & Ethics” beside “trade, and Ethics”: of words of every day only the same name is one.
function areOfWords({ text, facts: { wordEvidence } }: Story, forms: readonly WrittenForm[]): boolean {
  if (!forms[0]!.text.split(/ (?:&|and) /).every((half) => wordEvidence.isOrdinary(half.toLowerCase()))) return false
  // “Bathroom & Kitchen Update”, “Bathroom and Kitchen Update”: what stands behind both makes them one.
  const behind = forms.map(
    ({ places }) =>
      new Set(
        places.flatMap((place) => /^ \p{Lu}[\p{L}.]+/u.exec(around(text, place).behind())?.map(withoutStop) ?? []),
      ),
  )
  if ([...behind[0]!].some((word) => behind[1]!.has(word))) return false
  return (
    new Set(forms.flatMap(({ places }) => places.map((place) => WORD_BEFORE.exec(around(text, place).before())?.[0])))
      .size > 1
  )
}

/** The last words of the names that have a title or a first name. */
function surnames({ text, facts: { mentions, words } }: Story): ReadonlySet<string> {
  return new Set(
    mentions.flatMap(({ core, title, firstWord, endWord }) => {
      const isPerson = title !== undefined || core.length === 2
      return isPerson && !/ (?:&|and) /.test(text.slice(words.start(firstWord), words.end(endWord - 1)))
        ? core.slice(-1)
        : []
    }),
  )
}
