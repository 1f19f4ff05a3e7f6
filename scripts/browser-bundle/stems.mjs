/**
 * A sorted list of words as stems, each with the number of the endings that make its words: “bak2” is bake, bakes,
 * baked and baking.
 */
const ENDINGS = [
  ['', 's', 'ed', 'ing'],
  ['e', 'es', 'ed', 'ing'],
  ['', 's'],
  ['y', 'ies', 'ied', 'ying'],
  ['y', 'ies'],
  ['', 'ly'],
]

/**
 * The stems, and the words that have none, sorted.
 * @throws {Error} where a word ends in a digit: it would be taken for a stem.
 */
export function stemsOf(words) {
  const digit = words.find((word) => /\d$/.test(word))
  if (digit !== undefined) throw new Error(`“${digit}” ends in a digit, as stems do`)
  const left = new Set(words)
  const stems = ENDINGS.flatMap((endings, index) =>
    words.flatMap((word) => {
      const stem = word.slice(0, word.length - endings[0].length)
      const forms = endings.map((ending) => stem + ending)
      if (forms[0] !== word || !forms.every((form) => left.has(form))) return []
      for (const form of forms) left.delete(form)
      return [`${stem}${index + 1}`]
    }),
  )
  return [...stems, ...left].toSorted()
}

/** The words of stems, sorted. */
export function wordsOf(stems) {
  return stems
    .flatMap((stem) => {
      const endings = ENDINGS[Number(stem.at(-1)) - 1]
      return endings ? endings.map((ending) => stem.slice(0, -1) + ending) : [stem]
    })
    .sort()
}
