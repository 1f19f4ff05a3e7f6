/** Finds notes in brackets: “[insert quote]”, “[check name]”, “(CQ)”, “[headline to come]”, “** check **”. */
import { span, wordSet, type Severity, type Story } from '#rule'
import { Forms, type NoteForm } from './forms.ts'
import { isAcronymOf, isForReaders, isQuotedAlone, type Note } from './note.ts'
import data from './notes.generated.ts'

const BRACKETS = /(\[{1,2}|\({1,2}|\{{1,2}|<{1,2})([^[\](){}<>\n]{1,160})(\]{1,2}|\){1,2}|\}{1,2}|>{1,2})/g
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' }
// Other marks that set a note off: “** check **”, “%%NAME%%”.
const MARKS = /[*%>@~=]{2}/
const PAIR = '(?:\\*{2,3}|%%|[<>]{2,3}|@@|~~|==)'
const MARKED = new RegExp(`(?<![*%<>@~=])${PAIR} ?([A-Za-z?][^*<>%@~=\\n]{0,60}?) ?${PAIR}(?![*%<>@~=])`, 'g')

const forms = new Forms(data.brackets)
const roundForms = new Forms(data.brackets.filter(({ round }) => round !== undefined))

type BracketShape = 'square' | 'round' | 'curly' | 'angle' | 'marks'
const SHAPES: Readonly<Record<string, BracketShape>> = { '[': 'square', '(': 'round', '{': 'curly', '<': 'angle' }

const formsOf = (shape: BracketShape): Forms => (shape === 'round' ? roundForms : forms)

interface Bracket {
  readonly start: number
  readonly end: number
  readonly inner: string
  readonly shape: BracketShape
}

/** Finds notes in brackets. */
export function* findBracketed(story: Story): Iterable<Note> {
  let isForm: boolean | undefined
  for (const bracket of bracketsIn(story.text)) {
    const { start, end, inner } = bracket
    if (!formsOf(bracket.shape).mayHave(inner) || isForReaders(inner)) continue
    const isInQuotation = story.facts.quotations.holds(start) && story.facts.quotations.holds(end - 1)
    const form = findForm(bracket, isInQuotation)
    if (!form || !isNote(story, bracket, form)) continue
    if (form.kind.group === 'placeholders' && (isForm ??= isFormToFill(story))) continue
    yield { start, end, severity: severityOf(form, isInQuotation), ...form.kind }
  }
}

function* bracketsIn(text: string): Iterable<Bracket> {
  for (const { 1: open, 2: inner, 3: close, index } of text.matchAll(BRACKETS)) {
    if (close![0] !== CLOSING[open![0]!]) continue
    const depth = Math.min(open!.length, close!.length)
    const start = index + open!.length - depth
    yield { start, end: start + inner!.length + 2 * depth, inner: inner!.trim(), shape: SHAPES[open![0]!]! }
  }
  if (!MARKS.test(text)) return
  for (const { 0: whole, 1: inner, index } of text.matchAll(MARKED)) {
    yield { start: index, end: index + whole.length, inner: inner!, shape: 'marks' }
  }
}

function findForm({ inner, shape }: Bracket, isInQuotation: boolean): NoteForm | undefined {
  const isCapital = isInCapitals(inner)
  // A word in capitals is nobody's change to a quotation: “[the] [NAME]”.
  const mayChange = isInQuotation && !(isCapital && inner.length > 1)
  return formsOf(shape).find(
    inner,
    ({ data: { quoted, round } }) =>
      !(mayChange && quoted === 'no') && (shape !== 'round' || round !== 'capitals' || isCapital),
  )
}

function severityOf(form: NoteForm, isInQuotation: boolean): Severity {
  return isInQuotation && form.data.quoted === 'likely' ? 'warning' : form.severity
}

const FIELD = /\[([A-Za-z][^[\]\n]{2,80})\]/g
const OPENS_FIELD = /(?:^|\n|[:|] )$/
const FEWEST_FIELDS = 5
const FEWEST_ALONE = 2

/** Whether a text is a form that others fill in: “**Team**: [team members]”, and many more of the kind. */
function isFormToFill({ text, facts }: Story): boolean {
  const fields = [...text.matchAll(FIELD)].filter(({ index }) => !facts.quotations.holds(index))
  const alone = fields.filter(({ index }) => OPENS_FIELD.test(text.slice(Math.max(0, index - 2), index)))
  return new Set(fields.map(({ 1: inner }) => inner)).size >= FEWEST_FIELDS && alone.length >= FEWEST_ALONE
}

const isInCapitals = (inner: string): boolean => inner === inner.toUpperCase()

// “Click Block [Contact Name]”: what stands on a screen.
const ON_SCREEN = /\b(?:click|tap|select|type|press)(?: on| the)?[^.!?\n]{0,30}$/i
// “{name}” may be code: only what a desk writes by hand.
const HAND_WRITTEN = wordSet('head headline hed dek standfirst caption byline quote photo name tk')
// “<title>” is a tag.
const NO_TAG = wordSet('tk insert add check pls please headline quote name hed dek')

// “mark what it is (e.g. [PIC], [VIDEO])”: what readers are to write; “@param {string} [link]”, “seed([line[, name]])”:
// how a call is written.
const EXAMPLE_BEFORE =
  /\b(?:e\.g\.|for example|for instance|such as|i\.e\.|labels?|tags?),?:? ?(?:\[[^\]\n]{1,20}\],? (?:and |or )?){0,4}$/i
const PARAMETER_BEFORE = /@\w+(?: \{[^}\n]{0,40}\})? $/

const SUBJECT_BEFORE = /(?<![A-Za-z])(?:I|we|you|he|she|it|they|who|have|has|had|was|were|been) $/i

/** Whether what is worded like a note is one: no link, no acronym, no name, nothing on a screen. */
function isNote(story: Story, { start, end, inner, shape }: Bracket, form: NoteForm): boolean {
  const { text, format } = story
  // “**Low cost—**The test …” is bold type that its author's generator reads.
  if (
    shape === 'marks'
    && (format === 'markdown' || format === 'mdx')
    && /^[*~]{2,3}[^ ].*[^ ][*~]{2,3}$/.test(text.slice(start, end))
  )
    return false
  // “**NOTE:** The yard is shut.”: a label, set bold.
  if (shape === 'marks' && inner.endsWith(':')) return false
  // “the need for [more] speed”
  if (inner === 'more' && /^ [a-z]/.test(text.slice(end, end + 2))) return false
  // “We [checked] the beach next door”: the verb of a quotation that an editor has shortened, in copy that has lost its
  // quotation marks.
  if (
    /^[a-z]+ed$/.test(inner)
    && SUBJECT_BEFORE.test(text.slice(Math.max(0, start - 8), start))
    && /^ [a-z]/.test(text.slice(end, end + 2))
  )
    return false
  if (isQuotedAlone(text, start, end) && !(form.data.speech !== undefined && endsSpeech(text, end))) return false
  // A link in Markdown, a closing tag of a publishing system: “[/caption]”, what may follow in a call: “seed([line[,
  // name]])”.
  if (text[end] === '(' || /^[/,]|\|/.test(inner) || isLink(story, start, end)) return false
  const before = text.slice(Math.max(0, start - 100), start)
  if (EXAMPLE_BEFORE.test(before) || PARAMETER_BEFORE.test(before)) return false
  if (shape === 'curly' && isTypeAmongTypes(text, inner)) return false
  if (text.includes(`where ${text.slice(start, end)} is `)) return false
  if (shape === 'curly')
    return !/[_$.=/]/.test(inner) && (/[ \d]|^[A-Z]+$/.test(inner) || HAND_WRITTEN.has(inner.toLowerCase()))
  if (shape === 'angle')
    return (
      !/^\.[a-z]/.test(text.slice(end, end + 2))
      && !/[=/]/.test(inner)
      && NO_TAG.has(/^[A-Za-z]+/.exec(inner)?.[0].toLowerCase() ?? '')
    )
  if (shape === 'round' && (/[\w\]]/.test(text[start - 1] ?? '') || /^TK [A-Z][a-z]/.test(inner))) return false
  if (/^[A-Z]{2,4}$/.test(inner) && isAcronymOf(text.slice(Math.max(0, start - 120), start), inner)) return false
  return !ON_SCREEN.test(text.slice(Math.max(0, start - 44), start))
}

const TYPE = /\{[A-Za-z][A-Za-z.]+\}/g
const FEWEST_TYPES = 3

/** “{URL}” in a manual that has “{Buffer}” and “{string}”, too. */
function isTypeAmongTypes(text: string, inner: string): boolean {
  return /^[A-Za-z]+$/.test(inner) && new Set(text.match(TYPE)).size >= FEWEST_TYPES
}

/** “[[more](guide.md)]”: brackets around a link, or a link's own. */
function isLink(story: Story, start: number, end: number): boolean {
  if (story.format !== 'markdown' && story.format !== 'mdx') return false
  const source = story.toSource(span(start, end))
  return story.source.slice(source.start, source.end).includes('](')
}

/** “‘[insert quote about jobs],’ said the manager”, but not “writes ‘[insert quote]’ where one is missing”. */
const endsSpeech = (text: string, end: number): boolean =>
  !/^ ?(?:where|when|in|and|or)\b/.test(text.slice(end + 1, end + 8))
