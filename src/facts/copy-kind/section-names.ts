/** What newsrooms call the sections that their kinds of copy stand in. */
import { wordSet } from '../../english/words/word-set.ts'
import type { CopyKind } from '../../copy/copy-kind.ts'

const list = (names: string): ReadonlySet<string> => new Set(names.split(','))

const SECTIONS: readonly (readonly [CopyKind, ReadonlySet<string>])[] = [
  [
    'opinion',
    list(
      'opinion,opinions,op-ed,oped,op-eds,editorial,editorials,comment,commentary,column,columns,columnists,viewpoint,viewpoints,perspective,perspectives,voices',
    ),
  ],
  [
    'review',
    list(
      'review,reviews,film review,book review,music review,theatre review,theater review,restaurant review,album review,tv review,game review',
    ),
  ],
  ['letters', list('letters,letter,letters to the editor,letter to the editor')],
  ['live-blog', list('live,live-blog,liveblog,live blog,live updates,live coverage')],
  ['q-and-a', list('q&a,q and a,q-and-a,interview,interviews')],
  ['transcript', list('transcript,transcripts')],
  [
    'press-release',
    list('press release,press releases,press-release,press-releases,news release,media release,release'),
  ],
  ['markets', list('markets,market,stocks,market report,market wrap,stock market,commodities,forex')],
  [
    'sport',
    list(
      'sport,sports,football,soccer,cricket,tennis,golf,rugby,baseball,basketball,hockey,athletics,olympics,boxing,cycling,motorsport,formula 1,f1,nfl,nba,mlb,nhl,wnba,premier league',
    ),
  ],
  ['feature', list('feature,features,magazine,long read,longread,long-read,longreads,profile,profiles,essay,essays')],
  ['news', list('news,world,politics,business')],
]

/** The kind of copy that a section holds, by what the section is called: “Opinion”, “sport/football”. */
export function kindBySection(section: string): CopyKind | undefined {
  const parts = section
    .toLowerCase()
    .split(/ *[/>|,] */)
    .map((part) => part.trim())
  for (const part of parts) {
    const found = SECTIONS.find(([, names]) => names.has(part))
    if (found) return found[0]
  }
  return undefined
}

// “Review: a quiet play about noise”, but not “Review finds failures at hospital”: a label ends in a sign.
const LABEL = /^(?:The )?([A-Za-z&][A-Za-z& -]{2,22}?)(?: ?[:|] ?| [–—-] )(?=\S)/
const ALONE = /^[A-Za-z&][A-Za-z& -]{2,22}$/
// Sections that stand as labels in headlines of news as well: “Tennis: …” is about it, “Profile: …” and “Release: …”
// may be anything.
const NO_LABELS = wordSet(
  'release market perspective profile live comment column voices world politics business news stocks magazine',
)

/** The kind of copy that a label shows: “OPINION”, or “Live updates” in “Live updates: storm nears the coast”. */
export function kindByLabel(heading: string): CopyKind | undefined {
  const text = heading.trim()
  const label = (LABEL.exec(text)?.[1] ?? (ALONE.test(text) ? text : '')).toLowerCase()
  return label === '' || NO_LABELS.has(label) ? undefined : kindBySection(label)
}
