/** Finds notes in brackets: “[insert quote]”, “[check name]”, “(CQ)”, “[headline to come]”, “(OPTIONAL TRIM FOLLOWS)”. */
import type { Story } from '#story'
import { isAcronymOf, isQuotedAlone, type Group, type Note } from './note.ts'

// Other marks that set a note off: “** check **”, “%%NAME%%”.
const MARKED = /(?=[*%>@~=])(?<![*%<>@~=])(?:\*{2,3}|%%|>{2,3}|@@|~~|==) ?([A-Za-z?][^*<>%@~=\n]{0,60}?) ?(?:\*{2,3}|%%|<{2,3}|>{2,3}|@@|~~|==)(?![*%<>@~=])/g
const BRACKETS = /\[\[?([^[\](){}<>\n]{1,160})\]?\]|\(([^[\](){}<>\n]{1,120})\)|\{\{?([^[\](){}<>\n]{1,80})\}?\}|<<?([^[\](){}<>\n=/]{1,80})>?>/g

// What a desk calls the parts of a story and what may be missing in one. Between square brackets alone they are no copy;
// in a quotation they may stand for a word that was changed: “[the company]”.
const PART = '(?:quotes?|pull ?-?quotes?|head(?:line|er)?|hed|dek|deck|standfirst|sub ?-?(?:head|hed)(?:line|ing)?|strap(?:line)?|kicker|lede?|intro|nut ?graf|'
  + 'par(?:a|agraph)?s?|graf|caption|cutline|by ?-?line|date ?-?line|credit|pic(?:ture)?s?|photos?|images?|graphic|chart|map|table|infographic|'
  + 'embed|tweet|video|audio|links?|url|hyperlink|source|attribution|copy|text|body|tagline|bio|sidebar|fact ?-?box|box)'
const FACT = '(?:(?:(?:first|last|full|sur|second|family|company|street|school|team|place|brand|product|file|firm)[ -]?)?names?|ages?|dates?|times?|day|month|year|numbers?|nos?|num|figures?|amount|'
  + 'sums?|total|price|cost|stats?|statistics?|percentages?|title|job ?title|position|rank|role|location|place|city|town|country|county|state|venue|address|phone(?: number)?|'
  + 'e-?mail(?: address)?|website|spokes(?:person|man|woman)|sources?|details?|info(?:rmation)?|response|reaction|comment|statement|context|background|score|result|distance|weight|height|spelling|company|organi[sz]ation|'
  + 'xx+|x{1,4}%?|\\?+)'
const CHECK = '(?:check|double[ -]?check|re-?check|confirm|verify|fact[ -]?check|ck|chk|cq|query|qy|clarify|ask|clear)'
const ADD = '(?:insert|add|put|drop(?: in)?|place|paste|include|need|needs|get|find|fill in|use|supply|provide|missing|awaiting|waiting (?:for|on)|pending)'
const DESK = '(?:desk|copy ?desk|news ?desk|copy ?-?eds?|copy ?editors?|editors?|eds?|ed|subs?|sub ?-?editors?|subbing|production|design|layout|web|online|picture desk|photo desk|pix|legal|lawyers?|author|writer|reporter|all|self)'

interface Form {
  readonly pattern: RegExp
  readonly group: Group
  readonly what: string
  readonly remedy: Note['remedy']
  /** Whether it is a note in round brackets, too. */
  readonly round?: boolean
  /** Whether it may be a word that an editor put into a quotation. */
  readonly inQuotation?: boolean
  /** Whether it is one in round brackets where it is written in capitals: “(CHECK)”, but “big hair (check)”. */
  readonly roundInCapitals?: boolean
  readonly warning?: boolean
}

const form = (source: string, group: Group, what: string, remedy: Note['remedy'], more: Partial<Form> = {}): Form => (
  { pattern: new RegExp(`^(?:${source})$`, 'i'), group, what, remedy, ...more }
)

const QUERY = 'a query of the desk'
const GAP = 'a placeholder for what is missing'
const COMING = 'a mark for words to come'

const FORMS: readonly Form[] = [
  form('tk(?:tk)*|tk[ :,-].{1,100}|.{1,80}[ :,-]tk(?:tk)*', 'to-come', COMING, 'fill', { round: true }),
  form('.{0,80}\\bto (?:come|follow|be (?:added|inserted|supplied|written|filled in))(?: (?:here|later|soon|from .{1,40}|by .{1,40}))?', 'to-come', COMING, 'fill', { inQuotation: true }),
  form(`(?:more |the |a )?(?:${PART}|${FACT}|more|rest|copy|details|reaction|quote)s? (?:to come|to follow|tbc|tba|tbd|coming(?: soon| later)?|pending)`, 'to-come', COMING, 'fill', { round: true }),
  form('tbc|tba|tbd|t\\.b\\.c\\.?|t\\.b\\.d\\.?|coming soon', 'to-come', COMING, 'fill', { inQuotation: true, warning: true }),
  form(`(?:pls |please )?${ADD} .{0,60}\\b(?:${PART}|${FACT}|here)\\b.{0,60}`, 'placeholders', GAP, 'fill', { round: true }),
  form(`(?:pls |please )?(?:insert|add|tk) .{1,100}`, 'placeholders', GAP, 'fill', { inQuotation: true }),
  form(`(?:the |his |her |their |your |main |lead |second |third |new |a |an )?${PART}(?: ?#?\\d{1,2})?(?: (?:here|goes here|needed|missing|required|placeholder))`, 'placeholders', GAP, 'fill', { round: true }),
  form(`(?:the |his |her |their |your |exact |correct |full |a |an )?${FACT}(?: (?:here|goes here|needed|missing|required|placeholder))`, 'placeholders', GAP, 'fill', { round: true }),
  form(`(?:pull ?-?quote|quote|headline|hed|dek|standfirst|caption|byline|dateline|nut ?graf|lede|intro|cutline|photo|image|pic|name|first name|last name|surname|full name|company name|job title|age|date|number|figure|amount|city|location|spokes(?:person|man|woman)|stat|source|x{2,4}|\\?{1,4})s?`, 'placeholders', GAP, 'fill', { inQuotation: true }),
  form(`(?!(?:pls |please |to |must )?${CHECK}\\b)(?:[\\w’']+[ ,/&]+){0,4}(?:name|age|title|date|figure|number|amount|quote|spelling|attribution|caption|headline|byline)s?(?:[ ,/&]+(?:name|age|title|date|position|company|here|place|city|tk))*`, 'placeholders', GAP, 'fill', { inQuotation: true }),
  form(`(?:${PART})(?: ?[/&+-]? ?(?:${PART}))+`, 'placeholders', GAP, 'fill', { inQuotation: true }),
  form('(?:graphic|chart|sidebar|pull ?-?quote|embed|tweet|fact ?-?box|infographic|caption|headline|insert): ?.{1,120}', 'placeholders', GAP, 'fill', { inQuotation: true }),
  form('link|url|hyperlink|fill(?: in)?|expand|cite|cites|ref|refs|elaborate|more here|more on this|blank', 'placeholders', GAP, 'fill', { inQuotation: true, warning: true }),
  form('\\?{2,}|x{3,}%?|tk%', 'placeholders', GAP, 'fill', { round: true }),
  form(`.{0,60}\\b(?:goes|go) here`, 'placeholders', GAP, 'fill', { round: true }),
  form('.{0,40}\\b(?:placeholder|dummy (?:text|copy)|lorem ipsum)\\b.{0,40}', 'placeholders', GAP, 'fill', { inQuotation: true }),
  form(`(?:pls |please |to |must |need to |needs to be |still to )?${CHECK}(?:ed|ing)?[: ,-]+.{1,110}`, 'queries', QUERY, 'delete', { inQuotation: true }),
  form(`(?:pls |please |to |must )?${CHECK}[: ,-]+(?:the |this |his |her |exact |correct |w\\/ |with )*(?:${FACT}|${PART}|sp|facts?|quote|style|legal|desk|${DESK}|this|these|that|attribution|translation|reporter|author)s?[?!.]?`, 'queries', QUERY, 'delete', { round: true }),
  form(`(?:pls|plz|please) (?:check|confirm|verify|advise|add|insert|clarify|update|fix|query|trim|cut|sub|review|edit|rewrite)\\b.{0,100}`, 'queries', QUERY, 'delete', { round: true }),
  form(`${CHECK}(?:ed|\\??|!)?`, 'queries', QUERY, 'delete', { inQuotation: true, roundInCapitals: true }),
  form('cq|ck|sp|sp\\?|spelling\\?|cq\\?|ck\\?|sic\\?|name\\?|age\\?|date\\?|title\\?|source\\?|fact ?-?check|needs? (?:checking|confirming|a check|source|sourcing|attribution)|citation needed|source needed', 'queries', QUERY, 'delete', { round: true }),
  form(`(?:${DESK}(?:'s|’s)?[ -]?)?(?:ed)?note(?:s)? (?:to|for) (?:the )?${DESK}\\b.{0,140}`, 'queries', 'a note to the desk', 'delete', { round: true }),
  form(`(?:${DESK}|ed ?-?note|eds ?-?note)(?: ?note)?: ?.{1,140}`, 'queries', 'a note to the desk', 'delete', { round: true, warning: true }),
  form('(?:who|what|when|where|which|which one|how many|how much|how old|why|true|really|is this right|is this true|is that right|still true|right|correct|source|according to whom?|says who|need(?:s)? .{1,60}|do we (?:know|have) .{1,60}|can we .{1,80}|should (?:this|we) .{1,80}|is (?:this|that|it|he|she) .{1,60})\\?+', 'queries', QUERY, 'delete', { inQuotation: true }),
  form('fix ?me|to ?do|fix ?this|rewrite(?: this)?|rephrase|cut\\?|trim\\?|delete\\?|stet|awk|awkward|clunky|unclear|confusing|rework|tighten|move (?:up|down)|explain|needs? work|work in progress|wip|draft', 'queries', QUERY, 'delete', { inQuotation: true }),
  form('.{1,60}\\b(?:pls|plz|please) (?:check|confirm|verify|advise|add|insert|clarify|update|fix|query|trim|cut|review)\\b.{0,80}|.{1,50} (?:to (?:confirm|check|verify|advise|clarify|chase|fill in)|needed|required|missing|pending)(?: .{0,40})?', 'queries', QUERY, 'delete', { inQuotation: true }),
  form('(?:names?|spelling|age|ages|both|all|title|date|score|sp) cq|note(?: to .{1,30})?: ?(?:pls |please )?(?:check|confirm|verify|add|cut|trim|hold|do not|don[’\']t|this needs|needs|remove|delete|fix|update)\\b.{0,100}', 'queries', QUERY, 'delete', { round: true }),
  form('@?[a-z]{2,20}: .{3,120}\\?+', 'queries', QUERY, 'delete', { inQuotation: true, warning: true }),
  form('(?:fixme|todo|to do|fix|note|nb)[: ].{1,120}', 'queries', QUERY, 'delete', { inQuotation: true }),
  form('more|m ?o ?r ?e|more follows|more to follow|more to come|continued|cont(?:’|\')?d|mf', 'wire', 'a mark that the wire’s story goes on', 'delete', { round: true, inQuotation: true }),
  form('(?:begin |end |start |start of |end of )?(?:optional|opt\\.?) (?:trim|cut|add|material|section|insert)(?: (?:begins?|ends?|follows?|starts?|here))*|(?:begin|end) optional', 'wire', 'a mark of the wire for cutting', 'delete', { round: true }),
  form('(?:story|copy|piece|text) (?:can|may|could) (?:end|be (?:cut|trimmed|ended)|trim|stop) here.{0,30}|end optional trim|(?:trim|cut)(?: from)? here.{0,30}|ends? here|end (?:of )?story|story ends(?: here)?', 'wire', 'a mark of the wire for cutting', 'delete', { round: true }),
  form('.{0,40}\\bwrite-?thru\\b.{0,60}|\\d(?:st|nd|rd|th) (?:ld|lead|add)\\b.{0,60}|pick ?up .{0,40}|(?:eds|editors|ed): .{1,140}', 'wire', 'a mark of the wire', 'delete', { round: true }),
  form('ends?|-30-|fin|###|end of (?:release|text|copy|article)', 'end-marks', 'a mark for the end of the copy', 'delete', { round: true }),
]

// No form matches without one of these.
const HAS_WORD = new RegExp(
  'tk|to (?:come|follow|be)|tb[cad]|t\\.b|coming|pending|insert|add|put|drop|place|paste|includ|need|get|find|fill|use|suppl|provid|missing|await|waiting|here|requir|'
  + 'quote|head|hed|dek|stand|caption|line|graf|lede|intro|photo|image|pic|name|age|date|number|figure|amount|city|locat|spokes|stat|source|xx|\\?|dummy|lorem|'
  + 'check|chk|ck|cq|confirm|verif|fact|query|qy|clari|ask|clear|pls|plz|please|sp|sic|cit|note|:|desk|fix|to ?do|re(?:write|phrase)|cut|trim|delete|stet|awk|work|wip|draft|'
  + 'expand|elab|ref|unclear|confus|clunky|tight|move|explain|blank|link|url|graphic|chart|side|embed|tweet|need|requir|more|m o r e|cont|mf|opt|story|copy|end|write|ld|lead|pick|30|fin|#|title|surname|job', 'i')

/** Finds notes in brackets. */
export function* findBracketed(story: Story): Iterable<Note> {
  const { text } = story
  for (const match of [...text.matchAll(BRACKETS), ...text.matchAll(MARKED)]) {
    const [whole, square, round, curly, angle] = match
    const inner = (square ?? round ?? curly ?? angle)!.trim()
    if (inner === '' || PRINTED.test(inner) || !HAS_WORD.test(inner)) continue
    const start = match.index
    const end = start + whole.length
    const inQuotation = story.facts.quotations.holds(start) && story.facts.quotations.holds(end - 1)
    // A word in capitals is nobody's change to a quotation: “[the] [NAME]”.
    const mayChange = inQuotation && !/^insert /i.test(inner) && !(isShouted(inner) && inner.length > 1)
    const found = !mayChange && /^x$/i.test(inner) && COUNTED.test(text.slice(end, end + 12)) ? FIGURE : FORMS.find((one) => one.pattern.test(inner) && (round === undefined || one.round === true || (one.roundInCapitals === true && isShouted(inner))) && !(mayChange && one.inQuotation))
    if (!found || !isNote(story, { start, end, inner, isRound: round !== undefined, isCurly: curly !== undefined, isAngle: angle !== undefined })) continue
    const { group, what, remedy } = found
    yield { start, end, group, what, remedy, severity: found.warning || /^(?:photo|image|pic)s?$/i.test(inner) || (/^insert /i.test(inner) && !QUOTE_COMES.test(inner) && story.facts.quotations.holds(start)) ? 'warning' : 'error', empty: group === 'wire' || group === 'end-marks' }
  }
}

// Notes that are for the reader.
const PRINTED = /^(?:(?:the )?editor(?:[’']?s|s[’'])? note|ed(?:itor)?\.? note: ?(?:this|the|an? )|correction|clarification|update)\b/i
// “Click Block [Contact Name]”: what stands on a screen.
const ON_SCREEN = /\b(?:[Cc]lick|[Tt]ap|[Ss]elect|[Tt]ype|[Pp]ress)(?: on| the)?[^.!?\n]{0,30}$/

const FIGURE = form('x', 'placeholders', GAP, 'fill')
const COUNTED = /^(?:%| (?:percent|per cent|million|billion|people|years?|of)\b)/

const LINKED = /^(?:the |full |more |see )?(?:videos?|audio|links?|maps?|tweets?|photos?|images?|pics?|charts?|tables?|text|statement|sources?|details?|website|story|info(?:rmation)?|address|url|statistics) here$/i

const QUOTE_COMES = /^(?:insert|add|need|get) (?:a |the |his |her |their )?(?:quote|comment|statement|reaction|response)\b/i

interface Bracket {
  readonly start: number
  readonly end: number
  readonly inner: string
  readonly isRound: boolean
  readonly isCurly: boolean
  readonly isAngle: boolean
}

/** Whether what looks like a note is one: no link, no acronym, no word put into a quotation. */
function isNote(story: Story, { start, end, inner, isRound, isCurly, isAngle }: Bracket): boolean {
  const { text } = story
  // “‘[insert quote about jobs],’ said the manager”: what somebody said is to come, marks and all.
  if ((isQuotedAlone(text, start, end) && !(QUOTE_COMES.test(inner) && !/^ ?(?:where|when|in|and|or)\b/.test(text.slice(end + 1, end + 8)))) || text[end] === '(' || /[\w\]]/.test(text[start - 1] ?? '') && isRound) return false
  // “{name}” may be code and “<title>” a tag: only what a desk writes by hand.
  if (isCurly) return /[ \d]|^[A-Z]+$|^(?:head(?:line)?|hed|dek|standfirst|caption|byline|quote|photo|name|tk)$/i.test(inner) && !/[_$.=|]/.test(inner)
  if (isAngle) return /^(?:tk|insert |add |check |pls |please |headline|quote|name|hed|dek)/i.test(inner)
  if (/^[A-Z]{2,4}$/.test(inner) && isAcronymOf(text.slice(Math.max(0, start - 120), start), inner)) return false
  // “The rates are here (link here)”.
  if (isRound && LINKED.test(inner)) return false
  if (ON_SCREEN.test(text.slice(Math.max(0, start - 44), start))) return false
  return !(isRound && !isShouted(inner) && /^(?:use|get|find|place|put|include|ask|clear|note|all|web|online|add) /i.test(inner))
}

const isShouted = (inner: string): boolean => inner === inner.toUpperCase()
