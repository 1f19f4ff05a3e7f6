/** Finds lines that are notes of the desk: “(MORE)”, “-30-”, “###”, “ENDS”, “SLUG: harbour-strike”, “Eds: UPDATES throughout”. */
import type { Severity } from '#rule'
import type { Block, Story } from '#story'
import type { Group, Note } from './note.ts'

const LONGEST = 240

interface Form {
  readonly pattern: RegExp
  readonly group: Group
  readonly what: string
  readonly severity: Severity
  /** Left out, the line is deleted. */
  readonly remedy?: Note['remedy']
  /** Whether the line says nothing to a reader, so that nothing is lost with it. */
  readonly empty?: boolean
  /** A mark that ends the copy: between paragraphs it may part two items. */
  readonly ends?: boolean
}

const DASH = '[-–—_*~=/ ]'
const END = 'a mark for the end of the copy'
const WIRE = 'a mark of the wire'
const NOTE = 'a note to the desk'
const LABEL = 'a label of the desk'

// A line-up names the players who came on: “Subs: Carew, Lindqvist (67).”
const SUBS = /^(?:Subs|SUBS|subs|Substitutes):? ?(?:not used: ?)?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2} ?(?:[,(;.]|$|for )/
// “Editors: Ana Lindqvist, Tom Farrow”: who made it.
const isCredit = (line: string): boolean => {
  const words = line.slice(line.indexOf(':') + 1).match(/[A-Za-z][\w’'-]*/g) ?? []
  return /^(?:editors?|production|design|legal|desk|ed|eds|copy ?desk|byline|words)\b[^:]*:/i.test(line) && words.length < 16
    && words.every((word) => /^[A-Z]/.test(word) || word === 'and') && /[a-z]/.test(line.slice(line.indexOf(':')))
}

const FORMS: readonly Form[] = [
  { pattern: new RegExp(`^${DASH}{0,4}\\(?${DASH}{0,3}(?:MORE|M O R E)${DASH}{0,3}\\)?${DASH}{0,4}$|^(?:[-–—_*~]{1,3} ?\\(?|\\()(?:more|More)(?:\\)? ?[-–—_*~]{1,3}|\\))$`), group: 'wire', what: 'a mark that the wire’s story goes on', severity: 'error', empty: true },
  { pattern: /^(?:mf|m\/f|mtf|MF|M\/F|[Mm]ore follows|MORE FOLLOWS)\.?$/, group: 'wire', what: 'a mark that the wire’s story goes on', severity: 'error', empty: true },
  { pattern: /^\^.{1,80}[=<]?$/, group: 'wire', what: 'a line in the wire’s code', severity: 'warning' },
  { pattern: /^\(?(?:MORE|More) (?:TO COME|to come|FOLLOWS|follows|TO FOLLOW|to follow)[.)…]*$/, group: 'to-come', what: 'a mark for words to come', severity: 'warning', empty: true },
  { pattern: new RegExp(`^${DASH}{1,4}\\(?30\\)?${DASH}{1,4}$|^30 ?[-–—]+$|^#30#$|^-0-$|^[-–—_*~=/#. ]{0,14}ENDS[-–—_*~=/#. ]{0,14}$|^\\/{1,2} ?ends?$|^(?:ENDS?|Ends?|ends?) ?[-–—]+$|^# ?# ?#(?: ?#)*$|^${DASH}{1,4}(?:ENDS?|Ends?|ends?|FIN|fin)${DASH}{1,4}$|^[([]?(?:ENDS|Ends)[)\\].]?$|^[([](?:END|End|end|30)[)\\]]$|^(?:END|E N D S?|END OF (?:STORY|COPY|TEXT|ARTICLE|RELEASE)|[Ee]nd of (?:story|copy))\\.?$|^${DASH}{0,3}(?:ENDS|END) ?(?:\\/\\/|${DASH}{1,3}).{0,20}$`), group: 'end-marks', what: END, severity: 'error', empty: true, ends: true },
  { pattern: /^notes? (?:to|for) (?:the )?editors?:?.{0,60}$/i, group: 'end-marks', what: 'a heading of a press release', severity: 'warning' },
  { pattern: /^(?:BC|AM|PM|bc)[-–](?:[A-Z]{2,5}[-–])?[A-Z][A-Za-z]+(?:[-–&: ][A-Za-z0-9]+){0,6}(?:,? \d{2,4})?[^.!?]{0,40}$|^[A-Z]{2}--[A-Z][A-Za-z]+(?:[- ][A-Z][A-Za-z]+){0,4},? ?.{0,40}$/, group: 'wire', what: 'a slug of the wire', severity: 'error' },
  { pattern: /^.{0,60}\b(?:WRITE-?THRU|Write-?thru|writethru)\b.{0,80}$|^(?:\d(?:st|nd|rd|th)|URGENT|EDS?) (?:Ld|LD|Lead|LEAD|Add|ADD|Sub|SUB)\b.{0,60}$/, group: 'wire', what: WIRE, severity: 'error' },
  { pattern: /^\(?(?:BEGIN|END|START)? ?(?:OPTIONAL|OPT\.?)(?: (?:TRIM|CUT|ADD|MATERIAL|SECTION))?(?: (?:BEGINS?|ENDS?|FOLLOWS?|STARTS?|HERE))*\)?:?$|^\(?(?:Optional (?:trim|cut|add|material)|Begin optional trim|End optional trim|Optional trim (?:begins|ends|follows))\)?:?$/, group: 'wire', what: 'a mark of the wire for cutting', severity: 'error', empty: true },
  { pattern: /^\(?(?:STORY|COPY|Story|Copy) (?:CAN|MAY|COULD|can|may|could) (?:END|BE CUT|BE TRIMMED|TRIM|STOP|end|be cut|be trimmed|trim|stop) (?:HERE|here)\.?\)?\.?$|^\(?(?:(?:TRIM|CUT)(?: FROM)?|STORY ENDS|ENDS?) HERE\)?.{0,24}$/, group: 'wire', what: 'a mark of the wire for cutting', severity: 'error', empty: true },
  { pattern: /^[[(]?(?:EDS|Eds|ED|Ed|EDITORS|SUBS|Subs|DESK|Desk|COPY ?DESK|Copy ?desk|NEWS ?DESK|News ?desk|PRODUCTION|DESIGN|LEGAL|Legal|PIC ?DESK|PIX|Editors?)(?:(?<!(?:Editors?|EDITORS)) (?:NOTE|note))?(?:: ?| ?[-–—]{1,2} )\S.{0,200}$|^[[(]?(?:[Dd]esk|DESK|[Pp]roduction|PRODUCTION|[Dd]esign|DESIGN|[Ww]eb|WEB|[Oo]nline|[Ll]ayout|LAYOUT|[Pp]icture|[Pp]hoto|PHOTO|[Ll]egal|LEGAL|[Cc]opy|[Ss]ubs?)[ -](?:[Nn]otes?|NOTES?)(?:: ?| ?[-–—]{1,2} )\S.{0,200}$/, group: 'queries', what: NOTE, severity: 'error' },
  { pattern: /^[[(]?(?:ed|eds|desk|sub|copy)? ?-?notes? (?:to|for) (?:the )?(?:desk|copy ?desk|copy ?-?editors?|copy ?eds?|eds?|subs?|sub-?editors?|production|design(?:ers?)?|layout|web(?: team)?|online|self|reporter|author|legal|lawyers?|picture desk|photo desk|page editor)\b.{0,200}$/i, group: 'queries', what: NOTE, severity: 'error' },
  { pattern: /^[[(]?(?:ed|eds)[ .'’-]{0,2}(?:note|nt)s?\b[: .-].{0,200}$|^[[(]?(?:ednote|ed\. note|desk ?note|copy ?note|sub(?:bing)? note)s?: ?.{0,200}$/i, group: 'queries', what: NOTE, severity: 'error' },
  { pattern: /^[[(]?editor(?:[’']?s|s[’'])? note (?:to|for) (?:the )?(?:desk|copy ?desk|subs?|copy ?editors?|production|web|reporter|writer)\b.{0,200}$/i, group: 'queries', what: NOTE, severity: 'error' },
  { pattern: /^(?:ATTN|ATTENTION|Attn|Attention)[:,]? (?:EDITORS?|editors?|EDS|eds|SUBS|subs|NEWS ?DESKS?|news ?desks?|COPY ?DESK|copy ?desk)\b.{0,160}$/, group: 'queries', what: NOTE, severity: 'error' },
  { pattern: /^(?:FIX ?ME|TODO|TO DO|FIXME)\b[: -][^.!?]{0,160}[.!?]?$|^Please (?:check|confirm|verify) (?:the |all )?(?:spelling|name|quote|figure|date|fact|caption|age|title)s?\b.{0,80}$|^(?:PLS|PLEASE|Pls|pls|plz) (?:CHECK|check|CONFIRM|confirm|ADD|add|INSERT|insert|VERIFY|verify|FIX|fix|ADVISE|advise)\b.{0,160}$|^(?:CQ|cq): .{1,80}$/, group: 'queries', what: 'a query of the desk', severity: 'error' },
  { pattern: /^(?:SLUG(?:LINE)?|Slug(?:line)?|slug(?:line)?|HED|Hed|hed|DEK|Dek|dek|LEDE?|Lede|CUTLINE|Cutline|SUBHED|Subhed|SUBHEAD|NUT ?GRAF|Nut ?graf|PULL ?-?QUOTE|Pull ?-?quote|STANDFIRST|Standfirst|KICKER|STRAP(?:LINE)?|HEADLINE|Headline|SUB-?HEADLINE|Sub-?headline|WORD ?COUNT|Word ?count|WC|BYLINE|Byline|INTRO|BUDGET ?LINE|Budget ?line|KEYWORDS?|HEAD)(?: ?\d)?(?:: ?| [-–—] )\S.{0,200}$|^(?:WORDS|Words|LENGTH|Length): ?\d[\d,]*(?: words)?$/, group: 'wire', what: LABEL, severity: 'error' },
  { pattern: /^(?:your |main |the |lead |insert |add )?(?:head(?:line)?|hed|dek|deck|sub-?hea?d(?:line)?|sub-?head(?:ing)?|standfirst|caption|cutline|byline|pull ?quote|quote|photo|image|picture|pic|graphic|chart|text|copy|body(?: text| copy)?|lede?|intro|story|link|embed)(?: (?:text|copy|caption|credit))?(?: ?#?\d)? (?:(?:goes |go |to go )?here|tk|tktk|to come|to follow|tbc|tbd|needed|missing|placeholder)[.!]?$/i, group: 'placeholders', what: 'a placeholder for what is missing', severity: 'error', remedy: 'fill' },
  { pattern: /^(?:INSERT|Insert|ADD|Add) (?:(?:THE|the|A|a|MAIN|main) )?(?:PULL ?-?QUOTE|pull ?-?quote|QUOTE|quote|IMAGE|image|PHOTO|photo|PIC(?:TURE)?|pic(?:ture)?|CHART|chart|GRAPHIC|graphic|MAP|TABLE|VIDEO|video|EMBED|embed|TWEET|tweet|LINK|link|CAPTION|caption|HEADLINE|headline|AD|BYLINE|byline|SIDEBAR|sidebar|BOX)S?\b.{0,60}$/, group: 'placeholders', what: 'a placeholder for what is missing', severity: 'error', remedy: 'fill' },
  { pattern: /^(?:click|tap) to (?:add|edit|enter) (?:text|title|subtitle|caption|headline)\.?$|^(?:type|enter|add|write|insert|put|paste) (?:your |the |a |some )?(?:own )?(?:text|headline|title|caption|copy|story|body|quote|byline|name|photo|image|picture|link)(?: text| copy)? here\.?$/i, group: 'placeholders', what: 'a placeholder for what is missing', severity: 'error', remedy: 'fill' },
  { pattern: /^(?:this is )?(?:some |a )?(?:dummy|placeholder|filler|sample|test) (?:text|copy|headline|head|hed|story|caption|article|paragraph|byline)(?:[ .,:–-].{0,60})?$/i, group: 'placeholders', what: 'filler text', severity: 'error' },
  { pattern: /^(hed|headline|head|text|copy|caption|quote|dek|subhead|story|test|blah)(?:[ ,]+\1){1,30}[.!]?$|^(?:asdf\w{0,20}|PLACEHOLDER|STET|TODO|TO DO|FIXME)$/i, group: 'placeholders', what: 'filler text', severity: 'error' },
  { pattern: /^(?:by|BY|By) (?:TK(?:TK)*|X{2,}|NAME|NAME HERE|REPORTER NAME|FIRSTNAME LASTNAME|Firstname Lastname|First ?name Last ?name|AUTHOR|REPORTER|[Bb]yline|STAFF NAME|YOUR NAME|Your Name|\?+)$/, group: 'placeholders', what: 'a placeholder for what is missing', severity: 'error', remedy: 'fill' },
  { pattern: /^(?:TK(?:[ -]?TK)*|tk|X{3,}|\?{3,}|FPO|ALT ?HED:?.{0,80}|COPY TO COME|TEXT TO COME|MORE TO COME)$/, group: 'to-come', what: 'a mark for words to come', severity: 'error', remedy: 'fill' },
]

// A line can be a note only if one of these is in it.
const HAS_WORD = /[Ss]lug|SLUG|Please|[Mm]\/?[Ff]|mtf|MTF|\^|-0-|[Nn]sert|NSERT|[Dd]esk|DESK|TODO|STET|asdf|PLACE|[Cc][Qq]|[Mm][Oo][Rr][Ee]|M O R E|30|#|[Ee][Nn][Dd]|E N D|[Ff][Ii][Nn]|[Nn][Oo][Tt][Ee]|[-–][A-Z]|[Tt]hru|THRU|Ld|LD|[Ll]ead|LEAD|[Aa]dd|ADD|SUB|OPT|[Oo]ptional|[Hh]ere|HERE|:|[Aa]tt|ATT|FIX|TO ?DO|[Pp]l[sz]|PLS|PLEASE|TK|tk|[Tt]o come|TO COME|to follow|tb[cd]|TB[CD]|needed|missing|laceholder|LACEHOLDER|lick|ap to|ype|nter|ummy|UMMY|iller|ample|[Tt]est|[Hh]ed|[Hh]ead|[Tt]ext|[Cc]aption|[Qq]uote|[Dd]ek|[Ss]tory|[Bb]lah|[Bb][Yy] |X{3}|\?{3}|FPO/

/** Finds lines that are notes as a whole. */
export function* findLines(story: Story): Iterable<Note> {
  let last: number | undefined
  for (const block of story.blocks) {
    if (block.end - block.start > LONGEST || block.kind === 'code' || block.kind === 'field' || block.kind === 'table-cell') continue
    const line = story.slice(block).trim()
    if (!HAS_WORD.test(line)) continue
    const form = FORMS.find(({ pattern }) => pattern.test(line))
    if (!form || SUBS.test(line) || isCredit(line)) continue
    const { group, what, remedy = 'delete', empty = false } = form
    yield { start: block.start, end: block.end, group, what, remedy, empty, severity: form.ends ? endSeverity(block, line, (last ??= lastParagraph(story))) : form.severity }
  }
}

/** An end mark ends the copy; with a paragraph behind it, “###” or “END” may part two items. */
function endSeverity(block: Block, line: string, last: number): Severity {
  return /30|^\W*ENDS/.test(line) || block.index > last ? 'error' : 'warning'
}

/** The index of the last paragraph that is longer than a line. */
function lastParagraph(story: Story): number {
  const { layout } = story.facts
  return story.blocks.findLastIndex((block) => block.end - block.start > 120 && layout.roleOf(block) === 'body')
}
