/** Sports and market reports, told by how thick their words stand. */
import { wordSet } from '../../english/words/word-set.ts'
import type { CopyKind } from '../../copy/copy-kind.ts'
import data from './kind-words.generated.ts'

// Hardly anything but sport has these …
const SPORT = wordSet(data.sport)
// … and these stand thick nowhere else.
const SPORTING = wordSet(data.sporting)
const MARKETS = wordSet(data.markets)
const MARKET_PLACE = wordSet(data.marketPlace)
const MARKET_NAME = /\b(?:Dow Jones|Hang Seng|S&P 500|[Ss]tock [Ee]xchange|Wall Street)\b/

const WORD = /\d{1,2}-\d{1,2}(?!\d)|[a-z][a-z-]*[a-z]/g
// A report shows itself early, and a long file costs no more than a short one.
const READ = 3000
const LETTERS_OF_A_HUNDRED_WORDS = 600

/** The kind that a story's first 3,000 characters show by their words: sport, markets, or nothing. */
export function kindByVocabulary(text: string): CopyKind | undefined {
  const start = text.slice(0, READ)
  const words = start.toLowerCase().match(WORD) ?? []
  const hundreds = Math.max(1, start.length / LETTERS_OF_A_HUNDRED_WORDS)
  const market = words.filter((word) => MARKETS.has(word))
  const hasMarketPlace = market.some((word) => MARKET_PLACE.has(word)) || MARKET_NAME.test(start)
  if (hasMarketPlace && distinct(market) >= 5 && market.length >= hundreds * 4) return 'markets'
  const own = distinct(words.filter((word) => SPORT.has(word)))
  // A figure among the words is a score: “3-1”.
  const shared = words.filter((word) => SPORTING.has(word) || word.charCodeAt(0) < 58)
  const kinds = own + distinct(shared)
  if (own > 0 ? kinds >= 6 && shared.length >= hundreds * 2.5 : kinds >= 7 && shared.length >= hundreds * 3.5)
    return 'sport'
  return undefined
}

function distinct(words: readonly string[]): number {
  return new Set(words).size
}
