/** The words that names of a story are made of: how often each stands, where, and beside which other words. */
import { span, type Mention, type Span, type Story } from '#rule'

/** One place where a word stands in a name, without a possessive. */
export interface WordPlace extends Span {
  readonly mention: Mention
}

/** A word of names as the story writes it. */
export interface WordForm {
  /** In lower case, without accents, with straight apostrophes: what its places share. */
  readonly key: string
  /** As it stands in its first place. */
  readonly text: string
  readonly places: WordPlace[]
  /** The words that stand before and behind it in names, folded. */
  lefts: ReadonlySet<string>
  rights: ReadonlySet<string>
  /** The words beside it in titles, whose capitals join what a sentence would part: “Brandvold Visits Belmora”. */
  titled: ReadonlySet<string>
}

/** Shorter words differ by a letter all the time; longer ones are no names. */
const SHORTEST = 4
const LONGEST = 32

// “Samperi0” is no “Samperi”: the nought stands for a letter.
const PARTS = /(?<![\p{L}\p{M}'’])[\p{L}\p{M}'’]+(?![\p{L}\p{M}'’0])/gu

/** Collects the words of all names, by key, in story order. */
export function collectForms(story: Story): ReadonlyMap<string, WordForm> {
  const forms = new Map<string, WordForm>()
  const read = new Map<string, readonly WordPiece[]>()
  for (const mention of story.facts.mentions) {
    const text = story.text.slice(mention.start, mention.end)
    const isSet = story.facts.sentences.letterCase(mention.sentence) === 'sentence'
    let parts = read.get(text)
    if (!parts) read.set(text, (parts = partsOf(text)))
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index]!
      if (!part.isForm) continue
      let form = forms.get(part.key)
      if (!form) forms.set(part.key, (form = newForm(part)))
      const start = mention.start + part.offset
      const left = neighbour(parts, index, -1)
      const right = neighbour(parts, index, 1)
      form.places.push({ ...span(start, start + part.text.length), mention })
      if (left !== undefined) {
        if (isSet) form.lefts = withWord(form.lefts, left)
        else form.titled = withWord(form.titled, left)
      }
      if (right !== undefined) {
        if (isSet) form.rights = withWord(form.rights, right)
        else form.titled = withWord(form.titled, right)
      }
    }
  }
  return forms
}

// Most words of names stand alone, and an empty set takes more room than a word.
const NONE: ReadonlySet<string> = new Set()

/** A set of a form's with one word more: the same set, unless it was the one that all share. */
export function withWord(words: ReadonlySet<string>, word: string): ReadonlySet<string> {
  return words === NONE ? new Set([word]) : (words as Set<string>).add(word)
}

/** A form without a place. */
export function newForm({ key, text }: { readonly key: string; readonly text: string }): WordForm {
  return { key, text, places: [], lefts: NONE, rights: NONE, titled: NONE }
}

/** A form that has the same words beside it, and may get more. */
export function copyOf(form: WordForm): WordForm {
  const { lefts, rights, titled } = form
  return {
    ...form,
    places: [...form.places],
    lefts: copyOfWords(lefts),
    rights: copyOfWords(rights),
    titled: copyOfWords(titled),
  }
}

const copyOfWords = (words: ReadonlySet<string>): ReadonlySet<string> => (words === NONE ? NONE : new Set(words))

interface WordPiece {
  readonly text: string
  readonly key: string
  readonly offset: number
  readonly isForm: boolean
}

const PARTICLE = /^(?:.|bin|ibn|bint|al|el|de|del|della|di|da|dos|du|van|von|der|den|ter|la|le|y|jr|sr)$/

/** The next word on one side that is neither an initial nor a small word of names. */
function neighbour(parts: readonly WordPiece[], index: number, step: 1 | -1): string | undefined {
  let at = index + step
  while (at >= 0 && at < parts.length && PARTICLE.test(parts[at]!.key)) at += step
  return parts[at]?.key
}

function partsOf(name: string): readonly WordPiece[] {
  return [...name.matchAll(PARTS)].map(({ 0: found, index }) => {
    const text = found.replace(/['’](?:[sS])?$/, '')
    return {
      text,
      key: fold(text),
      offset: index,
      isForm: text.length >= SHORTEST && text.length <= LONGEST && /^\p{Lu}/u.test(text) && !isMadeOfCapitals(text),
    }
  })
}

/** “NATO”, “CPUs”, “SaaS”: a letter stands for a word there, and one letter makes another thing. */
function isMadeOfCapitals(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return capitals > 1 && capitals * 2 >= text.length
}

/** What two spellings share that differ in capitals, accents and the kind of apostrophe alone. */
export function fold(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'")
  // oxlint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}
