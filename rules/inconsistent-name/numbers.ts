/** Names with a number: “MiG-21” and “MiG 21s”, “Covid-19” and “Covid 19”, “A320” and “A-320”. */
import { around, wordSet, type Story } from '#rule'
import { namesInForms, type FoundName } from './name-scan.ts'
import data from './names.generated.ts'
import type { WrittenForm } from './places.ts'

const NO_NAMES = wordSet(data.noNames)
const NUMBERED = wordSet(data.numbered)

// Figures are few, so they are looked for first, and the letters only before them.
const FIGURES = /(?<!\d)\d{1,4}(?=([A-Z]?)s?(?![\p{L}\p{N}%°/_@‑-]|[.,:]\d))/gu
const BEFORE = /(?<![\p{L}\p{N}.,$£€#@/_-])(\p{Lu}[\p{L}\p{M}]{0,14})([ ‑-]?)$/u
const WRITTEN_TOGETHER = /\p{Lu}[\p{L}\p{M}]{0,14}[‑-]?\d/u

/** The names with a number that a story writes with a space, a hyphen or neither, or with other capitals. */
export function numberForms(story: Story): readonly (readonly WrittenForm[])[] {
  if (!WRITTEN_TOGETHER.test(story.text)) return []
  return namesInForms(story, numberedNames(story)).filter(
    (forms) => new Set(forms.map(({ text }) => jointOf(text))).size > 1,
  )
}

function jointOf(text: string): string {
  return / \d/.test(text) ? ' ' : /[‑-]\d/.test(text) ? '-' : ''
}

function* numberedNames({ text, facts: { wordEvidence } }: Story): Iterable<FoundName> {
  for (const { 0: figures, 1: variant, index: at } of text.matchAll(FIGURES)) {
    const [name, letters, joint] = BEFORE.exec(around(text, at).before()) ?? []
    if (name === undefined) continue
    const index = at - name.length
    const lower = letters!.toLowerCase()
    // “May 5”, “Page 3”, “Under-21”: a word and its number. “A 5” opens with an article.
    if (
      NO_NAMES.has(letters!)
      || NUMBERED.has(lower)
      || (joint === ' ' && letters!.length < 2)
      || (letters !== letters!.toUpperCase() && wordEvidence.isOrdinary(lower))
    )
      continue
    // “Covid 2019”, “Norvik 100”: a year or a count behind a name.
    if (joint === ' ' && /^(?:19|20)\d\d$/.test(figures)) continue
    // “The tail number TARN-400” of a Tarn 400.
    if (/\b(?:number|code|registration|model|sign|tag|plate)s? $/.test(around(text, index).before())) continue
    const end = at + figures.length + variant!.length
    yield { key: `${lower}${figures}${variant}`.toLowerCase(), start: index, end }
  }
}
