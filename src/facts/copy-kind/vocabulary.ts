/** Sports and market reports, told by how thick their words stand. */
import { wordSet } from '../../english/words/word-set.ts'
import type { CopyKind } from '../../copy/copy-kind.ts'

// Hardly anything but sport has these …
const SPORT = wordSet(`
  wicket wickets innings midfield midfielder striker goalkeeper touchdown touchdowns quarterback homered tiebreak tie-break half-time halftime
  hat-trick equaliser equalizer playoff playoffs play-off play-offs semifinal semifinals semi-final semi-finals quarterfinal quarter-final
  quarter-finals rebounds birdie birdies bogey bogeys fly-half scrum offside relegation seeded premiership
`)
// … and these stand thick nowhere else.
const SPORTING = wordSet(`
  season seasons squad squads match matches coach league team teams teammate teammates player players goal goals cup champion champions
  championship championships final finals tournament title defender captain injury fitness club score scored defeat beat win wins won victory
  rugby tennis football cricket baseball basketball hockey
`)
const MARKETS = wordSet(`
  shares stocks index indexes indices points futures yield yields trader traders broker brokers dealers investor investors percent pct bond bonds
  gain gains loss losses rally bourse nasdaq ftse nikkei dax cac kospi sensex
`)
const MARKET_PLACE = wordSet('nasdaq ftse nikkei dax cac kospi sensex bourse')
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
