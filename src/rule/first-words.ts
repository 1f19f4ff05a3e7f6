/** Shortens the writer's words for a message. */

/** The first words of a text, up to a length in UTF-16 units; where there is hardly a space, a word is cut. */
export function firstWords(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.lastIndexOf(' ', longest)
  return text.slice(0, cut > longest / 2 ? cut : longest)
}

/** The same, with “…” where more follows. */
export function shortened(text: string, longest: number): string {
  const start = firstWords(text, longest)
  return start.length < text.length ? `${start}…` : text
}
