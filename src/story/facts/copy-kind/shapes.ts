/** What the shape of a text shows of its kind: labels of speakers, times of entries, the lines around a press release. */
import { LARGE, LETTERS } from '../../../words/letters.ts'
import type { CopyKind } from '../../copy-kind.ts'
import type { Story } from '../../story.ts'

const QUESTION = /^Q(?:[:.]|uestion:) ?/
const ANSWER = /^A(?:[:.]|nswer:) ?/
// “MARSH: Good evening.”, “Ana Marsh: Good evening.”: up to four words with capitals and a colon.
const SPEAKER = new RegExp(`^((?:[${LARGE}][${LETTERS}.’'-]*)(?: [${LARGE}][${LETTERS}.’'-]*){0,3}):(?= |$)`)
const ENTRY_TIME = /^(?:\[?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: ?(?:GMT|BST|[ECMP][SD]?T|CET|AEST))?\]?|\d{1,2} ?(?:m|h|min|mins|minutes?|hours?) ago)(?=$|[ :–—-])/i
const TO_THE_EDITOR = /^(?:To the Editor:?|Dear (?:Editor|Sir)s?(?: or Madam)?,?|Sirs?,? ?[–—-])/i
const RELEASE = /^(?:FOR IMMEDIATE RELEASE|(?:PRESS|NEWS|MEDIA) RELEASE|Notes? to editors:?$)|\/PRNewswire\/|\(BUSINESS WIRE\)|\(GLOBE NEWSWIRE\)/i
const LONGEST_LABEL = 60

/** The kind of copy that a story's shape shows; nothing for news, and for opinion, which looks like it. */
export function kindByShape(story: Story): CopyKind | undefined {
  const counts = { questions: 0, answers: 0, times: 0, editor: 0, release: 0, paragraphs: 0 }
  const speakers = new Map<string, number>()
  for (const { kind, start, end } of story.blocks) {
    if (kind === 'field' || kind === 'code') continue
    const head = story.text.slice(start, Math.min(end, start + LONGEST_LABEL))
    counts.paragraphs++
    if (QUESTION.test(head)) counts.questions++
    else if (ANSWER.test(head)) counts.answers++
    else if (ENTRY_TIME.test(head)) counts.times++
    else if (TO_THE_EDITOR.test(head)) counts.editor++
    else if (RELEASE.test(head)) counts.release++
    else {
      const speaker = SPEAKER.exec(head)?.[1]
      if (speaker !== undefined) speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1)
    }
  }
  if (counts.release > 0) return 'press-release'
  if (counts.editor > 0) return 'letters'
  if (counts.questions >= 2 && counts.answers >= 2) return 'q-and-a'
  if (counts.times >= 3 && counts.times * 6 >= counts.paragraphs) return 'live-blog'
  if (isTalk(speakers, counts.paragraphs)) return 'transcript'
  return kindByVocabulary(story)
}

/** Two speakers or more who take turns, in most of the paragraphs. */
function isTalk(speakers: ReadonlyMap<string, number>, paragraphs: number): boolean {
  const turns = [...speakers.values()].filter((count) => count >= 2)
  const taken = turns.reduce((sum, count) => sum + count, 0)
  return turns.length >= 2 && taken >= 5 && taken * 2 >= paragraphs
}

// What hardly stands anywhere else, and what is thick only in sport: “season”, “squad”, a score.
const SPORT = /\b(?:wickets?|innings?|midfield(?:er)?|striker|goalkeeper|touchdowns?|quarterback|homered|home runs?|tie-?break|half-?time|hat-?trick|equali[sz]er|playoffs?|play-offs?|semi-?finals?|quarter-?finals?|rebounds|birdies?|bogeys?|fly-half|scrum|offside|relegation|seeded|first set|second set|final whistle|grand slam|Premiership|Champions League|World Cup|Six Nations|Super Bowl)\b/gi
const SPORTING = /\b(?:seasons?|squads?|match(?:es)?|coach|league|teams?|teammates?|players?|goals?|cup|champions?|championships?|finals?|tournament|title|defender|captain|injury|fitness|club|scored?|defeat|beat|wins?|won|victory|rugby|tennis|football|cricket|baseball|basketball|hockey|\d{1,2}-\d{1,2})\b/gi
const MARKETS = /\b(?:shares|stocks|index|indexes|indices|points|Nasdaq|Dow Jones|FTSE|Nikkei|Hang Seng|S&P 500|DAX|CAC|Kospi|Sensex|bourse|futures|yields?|traders?|brokers?|dealers|investors?|per cent|percent|pct|bonds?|gains?|losses|rally)\b/g
const MARKET_INDEX = /\b(?:Nasdaq|Dow(?: Jones)?|FTSE|Nikkei|Hang Seng|S&P 500|DAX|CAC|Kospi|Sensex|stock exchange|bourse|Wall Street)\b/i
// A report shows itself early, and a long file costs no more than a short one.
const READ_FOR_WORDS = 3000

/** Sports and market reports, by how thick their words stand in the first 3,000 characters. */
function kindByVocabulary(story: Story): CopyKind | undefined {
  const text = story.text.slice(0, READ_FOR_WORDS)
  const hundredsOfWords = Math.max(1, text.length / 600)
  const market = text.match(MARKETS) ?? []
  if (distinct(market) >= 5 && market.length >= hundredsOfWords * 4 && MARKET_INDEX.test(text)) return 'markets'
  const sport = distinct(text.match(SPORT))
  const sporting = text.match(SPORTING) ?? []
  if (sport > 0 && sport + distinct(sporting) >= 6 && sporting.length >= hundredsOfWords * 2.5) return 'sport'
  if (sport + distinct(sporting) >= 7 && sporting.length >= hundredsOfWords * 3.5) return 'sport'
  return undefined
}

function distinct(words: readonly string[] | null): number {
  return new Set(words?.map((word) => word.toLowerCase())).size
}
