/** Finds notes among the words: “TK”, “XXX”, “???”, “lorem ipsum”, “PLS CHECK”, “hed goes here”, “FIXME”. */
import type { Severity } from '#rule'
import type { Story } from '#story'
import { isQuotedAlone, type Group, type Note } from './note.ts'

const COMING = 'a mark for words to come'
const GAP = 'a placeholder for what is missing'
const QUERY = 'a query of the desk'
const FILLER = 'filler text'

const TK = /(?<![\w\/.@#&-])\$?(?:TK(?:[ -]?TK)+|[Tt]k(?:tk)+|TK)s?(?![\w\/@&]|-[A-Z]|\.[A-Za-z])%?/g
// What counts or measures: behind it “TK” and “XX” stand for a figure.
const UNIT = /^(?: ?%| ?[–-]?(?:percent|per cent|pct|percentage|million|billion|trillion|thousand|hundred|m|bn|k|people|persons|men|women|children|students|pupils|workers|jobs|employees|staff|members|residents|voters|votes|seats|homes|houses|households|cases|deaths|others|times|years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|inches|acres|hectares|tons?|tonnes|pounds|kg|dollars|euros|points?|pages?|countries|cities|states|companies|stores|shops|schools|cars|vehicles|goals|games|matches|runs|year-olds?)(?![A-Za-z]))/i
const FIGURE_BEFORE = /(?:[$£€¥#]|\b(?:aged|age|about|around|nearly|almost|roughly|some|over|under|than|to|by|of|from|at|least|most|a|an|the|another|No\.|page|pp?\.|chapter|on|in|and|with|said|says|told|for|was|is|were|are) )$/i
const XX = /(?<![\w.@#\/&-])(?:[$£€¥] ?(?:X(?:[.,]X)?(?:m|bn|tn| (?:million|billion|trillion))|X{2,5}(?:[.,]X{1,3})*(?:m|bn|k|tn)?)|X{1,5}(?:[.,]X{1,3})+|X{2,}|x{2,})(?![\w\/@&]|-(?!XX|year|day|week|month|mile|hour|minute|strong|person|page|point)[A-Za-z\d]|\.[A-Za-z])%?/g
const DATE_XX = /(?<![\w-])(?:XX[\/.-]XX[\/.-](?:XX)?(?:XX|\d\d)|(?:XX?|xx):(?:XX|xx)(?: ?[ap]\.?m\.?)?|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|Month) XX(?:, (?:\d{4}|XXXX))?|XX(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December))(?![\w-])/g
const ZEROS = /(?<![\d.,:\/$£€-])(?:0,000|00)(?= (?:percent|per cent|people|years old|million|billion|votes|jobs|homes|miles|pages?)\b)|(?<=[Ss]ee |[Tt]urn to )pages? 00\b|[$£€]00{1,2}(?:,000|\.0)?(?: ?(?:million|billion|m|bn)\b|(?![\d.,]))/g
const QUESTIONS = /(?<=(?:^|[^?!\s])[ (]|[$£€#])\?{2,}(?![?\w!])/gm
const BLANKS = /(?<=[a-z,.:$£€] ?)_{3,}(?=[ %.,;]|$)/gm
const LOREM = /\b(?:[Dd]olor sit amet|[Cc]onsectetur adipiscing|[Uu]t enim ad minim|[Dd]uis aute irure|[Ee]xcepteur sint|[Ss]ed ut perspiciatis|[Nn]emo enim ipsam|[Nn]ulla facilisi|[Pp]ellentesque habitant|[Vv]estibulum ante ipsum|[Ss]ed do eiusmod)\b(?:[ ,.]+[A-Za-z]+){0,40}\.?|\b[Ll]orem ipsum\b(?:[ ,]+[A-Za-z]+){0,40}\.?|\bLOREM IPSUM\b(?:[ ,]+[A-Z]+){0,40}\.?/g
const FILLERS = /\b(?:DUMMY|PLACEHOLDER|FILLER) (?:TEXT|COPY|HEADLINE|HEAD|HED|CAPTION|IMAGE|PHOTO|QUOTE|STORY)\b/g
const HERE = /(?<![A-Za-z-])(?:[Hh]ead(?:line)?|[Hh]ed|HED(?:LINE)?|HEADLINE|[Dd]e[ck]k|DEK|[Ss]ub(?:hed|head)|[Ss]tandfirst|STANDFIRST|[Cc]aption|CAPTION|[Cc]utline|[Bb]yline|[Pp]ull ?quote|[Qq]uote|QUOTE|[Pp]hoto|PHOTO|[Ii]mage|IMAGE|[Tt]ext|TEXT|[Cc]opy|COPY|[Ll]ede|[Nn]ut ?graf|[Ll]ink|[Gg]raphic|[Cc]hart|[Ee]mbed|[Tt]weet|[Bb]io|[Nn]ame) (?:(?:goes|go|GOES|GO) (?:here|HERE)|HERE)(?![A-Za-z])/g
const SHOUTED = /(?<![A-Za-z'’-])(?:FIX ?ME|TODO:|TO DO:|(?:PLS|PLZ|PLEASE) (?:CHECK|CONFIRM|ADD|INSERT|VERIFY|FIX|ADVISE|TRIM|CUT|UPDATE|SUB|CLARIFY|QUERY|REWRITE|KILL|HOLD|LEGAL)(?: (?:THE|THIS|THAT|NAMES?|SPELLING|AGES?|TITLE|DATES?|FIGURES?|FACTS?|QUOTES?|NUMBERS?|SOURCE|WITH|LEGAL|DESK|ALL|WE|HAVE))*|(?:CHECK|CONFIRM|VERIFY|NEED|NEEDS|INSERT|ADD|QUERY) (?:NAME|SPELLING|SP|AGE|TITLE|DATE|FIGURE|FIGURES|FACT|FACTS|QUOTE|QUOTES|NUMBERS?|SOURCE|PHOTO|PIC|PICTURE|CAPTION|LINK|THIS|STAT|STATS|LEGAL|BYLINE|REACTION|COMMENT|RESPONSE|WITH [A-Z]+)|(?:FIRST ?NAME LAST ?NAME|FIRSTNAME|LASTNAME|NAME HERE|NAME SURNAME)|(?:QUOTE|PHOTO|PIC|CAPTION|HEADLINE|HED|DEK|BYLINE|NAME|FIGURE|COPY|MORE|DETAILS|REACTION|RESPONSE|COMMENT|GRAPHIC|CHART|LINK|STAT|NUMBER|DATE|TITLE) (?:TK|TO COME|TO FOLLOW|NEEDED|MISSING|TBC|TBD))(?![A-Za-z])/g
const SPOKEN = /(?<![A-Za-z'’-])(?:(?:pls|plz|Pls|Plz) (?:check|confirm|verify|add|insert|fix|advise|clarify|query|update)|(?:not|Not) for publication, check)\b/g
const COPY_READ = /(?<=[A-Z][a-z]+,? |\d,? )(?:\bCQ\b(?! [A-Z])|\bcq\b)(?=[ ,.;)]|$)/gm
// What “XX” and “XXX” are in copy: numbers of Rome, chromosomes, size, kisses, a film, a beer, a band.
const ROMAN_BEFORE = /(?:Bowl|Louis|Pope|King|Queen|Emperor|Chapter|chapter|Part|Volume|Vol\.|Book|Act|Article|Title|Corps|Section|Olympiad|Games|WrestleMania|Mark|Type|Class|Formula|Dos|The|the|Generation|Grade|Table|Appendix|Figure|Rocky|Psalm|Gustav|Adolf|Ludwig|John|Pius|Benedict|Street|Route|Castlemaine|Title|Schedule|Annex|Exhibit|Category|Phase|Legion|Legio|Planet|Studio|Mobile|Team|Rated|rated|Triple|size|Size|Men's|Pornhub|Brazzers)[’']?s? $/
// “The report by the XXX says”: three of them are no century.
const ROMAN_BEFORE_THREE = new RegExp(ROMAN_BEFORE.source.replace('The|the|', ''))
const ROMAN_AFTER = /^(?: (?:chromosomes?|[Oo]lympi|[Ww]inter|[Cc]entur|[Ss]ex|[Mm]ales?|[Ff]emales?|[Ff]ilms?|[Mm]ovies?|[Rr]ated|rating|[Vv]ideos?|porn|domains?|sites?|websites?|shirts?|sizes?|[Cc]orps|[Bb]eer|Gold|Bitter|[Cc]ongress|[Gg]ames|[Cc]ommonwealth|[Aa]nniversary|[Ff]estival|[Ee]dition|embryos?|karyotype|genotype|pair|dyad|rays?|large|L\b|and XY|or XY|[A-Z])|\/|-(?:rated|large|\d)|[:;]? [A-Z]|[’']s)/
const WORD_AFTER = /^ [a-z]/
// “May TK”, “Name TK”: a date, a name to come.
const LABEL_BEFORE = /\b(?:Jan\.|Feb\.|March|April|May|June|July|Aug\.|August|Sept\.|September|Oct\.|October|Nov\.|November|Dec\.|December|January|February|(?:Sur)?[Nn]ame|Headline|Caption|Quote|Date|Title|Age|Number|Figure|Photo|Byline|Location|City|Source|Street|Road|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sgt\.?|Judge|Page|Chapter) $/
const PLACE_BEFORE = /[a-z] (?:across|by|of|from|at|in|for|with|said|told|to|near|against) $/
const ABOUT_GENES = /chromosom|karyotyp|\bXY\b|\bSuper Bowl\b|\bOlympi/

// What the expressions above can't match without: most stories hold none of it, and a search for a word is cheap.
const LATIN = ['orem ipsum', 'OREM IPSUM', 'olor sit amet', 'onsectetur', 't enim ad', 'uis aute', 'xcepteur', 'perspiciatis', 'emo enim', 'ulla facilisi', 'ellentesque', 'estibulum', 'eiusmod']
const FILLING = ['DUMMY', 'PLACEHOLDER', 'FILLER']
const ORDERS = [
  'FIX', 'TODO', 'TO DO', 'PLS', 'PLZ', 'PLEASE', 'CHECK ', 'CONFIRM ', 'VERIFY ', 'NEED', 'INSERT ', 'ADD ', 'QUERY ', ' TK', ' TO COME', ' TO FOLLOW',
  ' MISSING', ' TBC', ' TBD', 'NAME',
]

const has = (text: string, needles: readonly string[]): boolean => needles.some((needle) => text.includes(needle))

/** Finds notes among the words of a story. */
export function* findWords(story: Story): Iterable<Note> {
  const { text } = story
  const make = (group: Group, what: string, severity: Severity, remedy: Note['remedy'] = 'fill') => (start: number, found: string): Note => (
    { start, end: start + found.length, group, severity, what, remedy }
  )
  yield* findToCome(story)
  if (text.includes('xx') || (text.includes('X') && /XX|[$£€¥] ?X|X[.,]X/.test(text))) yield* findFigures(text)
  if (text.includes('XX') || text.includes('X:') || text.includes('xx:')) yield* each(text, DATE_XX, make('placeholders', GAP, 'error'))
  if (has(text, [' 00', '$0', '£0', '€0', ' 0,000'])) yield* each(text, ZEROS, make('placeholders', GAP, 'warning'))
  if (text.includes('??')) yield* each(text, QUESTIONS, make('placeholders', GAP, 'warning'), (start, found) => /^(?: [a-z]|%)/.test(text.slice(start + found.length, start + found.length + 2))
    || (found.length > 2 && FIGURE_BEFORE.test(text.slice(Math.max(0, start - 12), start)) && !isLoud(text, start)))
  if (text.includes('___')) yield* each(text, BLANKS, make('placeholders', GAP, 'warning'), (start, found) => !isLineOfBlanks(story, start, found))
  if (has(text, LATIN)) yield* each(text, LOREM, make('placeholders', FILLER, 'error', 'delete'), (start, found) => !isAboutFiller(text, start, found))
  if (has(text, FILLING)) yield* each(text, FILLERS, make('placeholders', FILLER, 'error', 'delete'))
  if (text.includes(' here') || text.includes(' HERE')) yield* each(text, HERE, make('placeholders', GAP, 'error'), (start, found) => /(?:^|[\n.[(:*] ?)$/.test(text.slice(Math.max(0, start - 2), start)) || /HERE$/.test(found))
  if (has(text, ORDERS)) yield* each(text, SHOUTED, make('queries', QUERY, 'error', 'delete'), (start, found) => !isShouting(text, start, found))
  if (has(text, ['ls ', 'lz ', 'for publication, check'])) yield* each(text, SPOKEN, make('queries', QUERY, 'error', 'delete'), (start) => !story.facts.quotations.holds(start))
  if (text.includes('CQ') || text.includes(' cq')) yield* each(text, COPY_READ, make('queries', QUERY, 'warning', 'delete'))
}

function* each(
  text: string, pattern: RegExp, make: (start: number, found: string) => Note, isRight: (start: number, found: string) => boolean = () => true,
): Iterable<Note> {
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (!isQuotedAlone(text, index, index + found.length) && isRight(index, found)) yield make(index, found)
  }
}

/** “TK”, which journalists write for “to come”. */
function* findToCome({ text, facts }: Story): Iterable<Note> {
  if (!has(text, ['TK', 'tktk', 'Tktk'])) return
  const isName = /\bTK (?:[A-Z][a-z]|\d)|\bTK[-’']|[A-Z][a-z]+ (?:"|“|‘)TK(?:"|”|’)|\bT\.K\./.test(text) || /["“‘]TKs?[.,]?["”’]/.test(text)
    || facts.acronyms.some(({ acronym }) => acronym === 'TK')
  for (const { 0: found, index } of text.matchAll(TK)) {
    const end = index + found.length
    const after = text.slice(end, end + 24)
    const before = text.slice(Math.max(0, index - 24), index)
    const isDoubled = /^\$?tk[ -]?tk/i.test(found)
    if (isQuotedAlone(text, index, end) || (!isDoubled && /["“‘]$/.test(before))) continue
    const isFigure = /^\$|%$/.test(found) || UNIT.test(after) || /[$£€]$/.test(before)
    if (!isDoubled && !isFigure && (isName || (/[A-Z][a-z]+\.? $/.test(before) && !LABEL_BEFORE.test(before) && !/(?:^|[.!?\n] ?)[A-Z][a-z]+ $/.test(before)))) continue
    yield {
      start: index, end, group: 'to-come', what: COMING, remedy: 'fill',
      severity: isDoubled || isFigure || /\bby $/i.test(before) ? 'error' : 'warning',
    }
  }
}

/** “XX” and “XXX”, where a figure or a name should stand. */
function* findFigures(text: string): Iterable<Note> {
  for (const { 0: found, index } of text.matchAll(XX)) {
    const end = index + found.length
    const before = text.slice(Math.max(0, index - 24), index)
    const after = text.slice(end, end + 24)
    if (isQuotedAlone(text, index, end) || /["“‘]$/.test(before)) continue
    const isSmall = found.startsWith('x')
    const isFigure = /^[$£€¥]|%$|[.,]X/.test(found) || /^ (?:to|and|or|–|-) XX/.test(after) || /XX (?:to|and|or) $/.test(before) || UNIT.test(after) || /^-(?:year|day|week|month|mile|hour|minute|strong|person|page|point)/.test(after)
    const isName = /\b(?:(?:Mr|Ms|Mrs|Dr|Sgt|Capt)\.?|Sir|Lady|Judge|Councill?or|Mayor|named?|called|by) $/.test(before)
    if (isFigure && !(ROMAN_BEFORE.test(before) && !/^[$£€¥]/.test(found) && !/%|percent|per cent|million|billion/.test(found + after.slice(0, 9)))) {
      yield { start: index, end, group: 'placeholders', what: GAP, remedy: 'fill', severity: (isSmall && found.length < 3) ? 'warning' : 'error' }
    } else if (isSmall ? found.length > 2 && /[a-z] $/.test(before) && WORD_AFTER.test(after) && !isNumberGroup(text, index, end)
      : found.length === 2 && PLACE_BEFORE.test(before) && /^(?:,? [a-z]|\.? ?$)/.test(after) && !ROMAN_AFTER.test(after) && !ABOUT_GENES.test(text)) {
      yield { start: index, end, group: 'placeholders', what: GAP, remedy: 'fill', severity: 'warning' }
    } else if (!isSmall && !(found.length === 2 ? ROMAN_BEFORE : ROMAN_BEFORE_THREE).test(before) && !ROMAN_AFTER.test(after) && (isName || found.length >= 3)
      && (FIGURE_BEFORE.test(before) || isName || WORD_AFTER.test(after)) && !isNumberGroup(text, index, end)) {
      yield { start: index, end, group: 'placeholders', what: GAP, remedy: 'fill', severity: isName || found.length > 3 ? 'error' : 'warning' }
    }
  }
}

/** “call 0300 XXX XXXX”: a number with its figures blotted out. */
function isNumberGroup(text: string, start: number, end: number): boolean {
  return /[\dXx] $/.test(text.slice(Math.max(0, start - 2), start)) || /^ [\dXx]{3}/.test(text.slice(end, end + 4))
}

/** Readers’ letters and posts: “What were they thinking ???”. */
function isLoud(text: string, start: number): boolean {
  return /[?!] ?$/.test(text.slice(Math.max(0, start - 2), start)) || /\b(?:what|why|how|who|when|where|really|wtf)\b[^.!?\n]{0,80}$/i.test(text.slice(Math.max(0, start - 90), start))
}

/** A line to sign on, a form, a riddle. */
function isLineOfBlanks(story: Story, start: number, found: string): boolean {
  const block = story.blockAt(start)
  return found.length > 12 || block.end - block.start < found.length + 20 || /_{3,}.*_{3,}.*_{3,}/.test(story.slice(block).slice(0, 400))
}

/** A story about typefaces: “Lorem ipsum has been the printers’ filler since …”. */
function isAboutFiller(text: string, start: number, found: string): boolean {
  if (/dolor|consectetur/i.test(found)) return /["“‘]$/.test(text.slice(0, start).slice(-1))
  return /^\S+ \S+ (?:is|was|has|text|comes|as|in|for|and|filler|generator|passages?|that|which|to|with)\b/i.test(found + text.slice(start + found.length, start + found.length + 20))
    || /\b(?:of|the|with|as|in|called|uses?|using|and|dummy|filler) (?:["“‘])?$/i.test(text.slice(Math.max(0, start - 12), start))
}

/** A line or a slogan in capitals: “PLEASE CHECK YOUR CHANGE” on a sign. */
function isShouting(text: string, start: number, found: string): boolean {
  const before = /[A-Za-z]{2,20}[^A-Za-z\n]{0,3}$/.exec(text.slice(Math.max(0, start - 24), start))?.[0]
  const after = /^[^A-Za-z\n]{0,3}[A-Za-z]{2,20}/.exec(text.slice(start + found.length, start + found.length + 24))?.[0]
  return [before, after].some((word) => word !== undefined && word === word.toUpperCase())
}
