/** A company's legal suffix written two ways: “Norvik Inc.” and “Norvik, Incorporated”. */
import { span, wordSet, type Mention, type Story } from '#rule'
import data from './names.generated.ts'
import { countedForm, type WrittenForm } from './places.ts'

const CLASS_OF: ReadonlyMap<string, number> = new Map(
  data.suffixes.flatMap((ways, index) => [...wordSet(ways)].map((way): [string, number] => [way, index])),
)

/** The forms in which a story writes one company with its suffix; the short second reference is no such form. */
export function suffixForms(story: Story): readonly (readonly WrittenForm[])[] {
  const byCompany = new Map<string, Mention[]>()
  for (const mention of story.facts.mentions) {
    const kind = mention.suffix === undefined ? undefined : CLASS_OF.get(mention.suffix)
    if (kind === undefined) continue
    const key = `${kind} ${mention.key}`
    const same = byCompany.get(key)
    if (same) same.push(mention)
    else byCompany.set(key, [mention])
  }
  return [...byCompany.values()].flatMap((same) => (same.length > 1 ? formsOf(story, same) : []))
}

function formsOf(story: Story, same: readonly Mention[]): readonly (readonly WrittenForm[])[] {
  // What stands behind the name alone: the name itself may be spelled two ways, which is another finding.
  const byTail = new Map<string, Mention[]>()
  // Where the name ends its sentence comes last: its stop may be the sentence's, so nobody can tell which way it is
  // written.
  for (const mention of same.toSorted(
    (one, other) => Number(endsSentence(story, one)) - Number(endsSentence(story, other)),
  )) {
    if (story.facts.sentences.letterCase(mention.sentence) !== 'sentence') continue
    let tail = story.text.slice(endOfCore(story, mention), mention.end)
    if (tail.endsWith('.') && endsSentence(story, mention)) {
      // As it is written elsewhere, with or without a stop.
      const known = [...byTail.keys()].find((each) => each.replace(/\.$/, '') === tail.slice(0, -1))
      if (known !== undefined) tail = known
    }
    const places = byTail.get(tail)
    if (places) places.push(mention)
    else byTail.set(tail, [mention])
  }
  if (byTail.size < 2) return []
  const forms = [...byTail.values()].flatMap(
    (places) =>
      countedForm(
        story,
        story.slice(places[0]!),
        places.map(({ start, end }) => span(start, end)),
      ) ?? [],
  )
  return forms.length > 1 ? [forms] : []
}

/** “He left Norvik Inc.”: the full stop may be the sentence's, the name's, or both. */
function endsSentence(story: Story, { end, sentence }: Mention): boolean {
  return story.text[end] === '.' || (story.text[end - 1] === '.' && end >= story.facts.sentences.end(sentence) - 2)
}

function endOfCore({ facts: { words } }: Story, { firstWord, core }: Mention): number {
  return words.end(firstWord + core.length - 1)
}
