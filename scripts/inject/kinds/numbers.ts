/**
 * Injects figures that don't fit: a percentage that its own two figures belie, another number in the headline, a second
 * age.
 */
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'

/** The kinds of wrong figures. */
const kinds: readonly ErrorKind[] = [
  { name: 'changed percentage', rule: 'percent-change', change: changedPercentage },
  { name: 'headline number', rule: 'headline-mismatch', change: headlineNumber },
  { name: 'second age', rule: 'conflicting-age', change: secondAge },
]
export default kinds

const MOVE =
  '(?:rose|fell|grew|dropped|climbed|jumped|gained|increased|decreased|declined|slipped|surged|up|down|rise|fall|increase|drop)'
const FIGURE = String.raw`[$£€]?\d[\d,]*(?:\.\d+)?`
const GAP = String.raw`(?:[^.!?\d]|\.\d){0,30}`
const PERCENTAGE = new RegExp(
  String.raw`\b${MOVE}(?: by| about| nearly| almost)? (\d+(?:\.\d+)?)(?= ?(?:%|percent|per cent|pct)`
    + `${GAP} (?:to ${FIGURE}${GAP} from ${FIGURE}|from ${FIGURE}${GAP} to ${FIGURE}))`,
  'gu',
)

/** “rose 10% to $55 from $50” with another percentage. */
function changedPercentage(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const match = random.pick(copy.matches(PERCENTAGE))
  if (!match) return undefined
  const figure = match[1]!
  const end = match.index + match[0].length
  const factor = random.pick([0.5, 0.6, 1.5, 1.8, 2.2])!
  const words = (Number(figure) * factor).toFixed(figure.split('.')[1]?.length ?? 0)
  return words === figure ? undefined : { start: end - figure.length, end, words }
}

/** A number of the headline that the body has, changed in the headline. */
function headlineNumber(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  if (!copy.headline) return undefined
  const body = copy.text.slice(copy.headline.end)
  const stands = (figure: string): boolean => new RegExp(`(?<![\\d.,])${figure}(?![\\d]|[.,]\\d)`).test(body)
  const figures = [...copy.slice(copy.headline).matchAll(/(?<![\p{L}\d.,-])[1-9]\d{0,4}(?![\d-]|[.,]\d)/gu)]
  const match = random.pick(figures.filter(({ 0: figure }) => stands(figure)))
  if (!match) return undefined
  const start = copy.headline.start + match.index
  const words = String(Math.round(Number(match[0]) * random.pick([1.5, 2, 3])!) + 1)
  return stands(words) ? undefined : { start, end: start + match[0].length, words }
}

/** “Norvik, 45, …” and later “Norvik, 54, …”. */
function secondAge(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const places = copy.names.flatMap((name): Replacement[] => {
    const age = /^, ([1-9]\d),/.exec(copy.text.slice(name.end, name.end + 5))?.[1]
    if (age === undefined) return []
    const again = age[1] === '0' ? `${age[0]}3` : `${age[1]}${age[0]}`
    const words = again === age ? String(Number(age) + 3) : again
    return copy.names
      .filter((other) => other.start > name.end && other.words.at(-1) === name.words.at(-1) && !other.possessive)
      .filter((other) => / \p{Ll}/u.test(copy.text.slice(other.end, other.end + 2)))
      .map(({ end }) => ({ start: end, end, words: `, ${words},` }))
  })
  return random.pick(places)
}
