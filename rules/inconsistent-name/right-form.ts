/** Which of two forms of a name is likely to be the right one, by what their letters show. */

/**
 * Whether the form that stands seldom may well be the right one: “TechQuay” where most places have “Techquay”,
 * “Tarn-Velka” beside “Tarn Velka”, “RECs” beside “RECS”. Capitals and hyphens get lost sooner than they come in.
 */
export function mayBeTheRightOne(rare: string, usual: string): boolean {
  if (isShiftSlip(rare, usual)) return false
  // “St.Norvik” has lost a space, and nothing else.
  if (/\p{Ll}\.\p{Lu}/u.test(rare)) return false
  const hasInner = (text: string): boolean => /\p{L}\p{Lu}/u.test(text)
  const [rarer, commoner] = [rare.replaceAll('.', ''), usual.replaceAll('.', '')]
  // “CommonJS” beside “CommonJs”: the last letter stands for a word.
  const last =
    rarer !== rarer.toUpperCase()
    && /\p{Lu}{2}$/u.test(rarer)
    && commoner === rarer.slice(0, -1) + rarer.at(-1)!.toLowerCase()
  const capitals =
    (hasInner(rarer) && !hasInner(commoner))
    || (hasInner(rarer.replace(/[ -]/g, '')) && !hasInner(commoner.replace(/[ -]/g, '')))
  const hyphen = /[‑-]/.test(rare) && !/[‑-]/.test(usual)
  const plural = /\p{Lu}{2}s$/u.test(rare) && usual === usual.toUpperCase()
  return capitals || hyphen || plural || last
}

/** “HIgh” for “High”: the shift key was held too long. */
export function isShiftSlip(text: string, other: string): boolean {
  return /^\p{Lu}{2}\p{Ll}{2}/u.test(text) && other === text[0]! + text[1]!.toLowerCase() + text.slice(2)
}
