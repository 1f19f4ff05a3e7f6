/**
 * Texts that make a checker slow or overflow its stack: one token again and again, each rule's own examples again and
 * again, thousands of names that are nearly one.
 */
import type { CalendarDay, DeskName, Format } from '../src/copy/index.ts'
import { rulesWithPages } from '../test/rule-folders.ts'
import type { Example } from '../src/rule-kit/examples.ts'

/** A hostile text, and what it is checked with. */
export interface HostileInput {
  readonly name: string
  readonly format: Format
  readonly text: string
  readonly date?: CalendarDay | undefined
  readonly names?: readonly DeskName[] | undefined
}

const fill = (token: string, length: number): string => token.repeat(Math.ceil(length / token.length)).slice(0, length)

// The first group is quadratic in parse-english’s paragraphs, the second overflows its stack; the rest are cheap ways
// to be nasty to tokenisers, quotation matchers, readers of markup and anything that counts lines.
const TOKENS: Readonly<Record<string, string>> = {
  'letters and stops': 'a. ',
  'stops and letters': '. a',
  'Latin abbreviations': 'e.g. ',
  slashes: 'a/',
  initials: 'J. R. R. ',
  underscores: 'a_',
  'apostrophes in a word': "a'",
  'hyphens in a word': 'a-',
  'capitals and stops': 'A.',
  'digits and stops': '1.',
  'at signs': 'a@',
  ampersands: 'a&',
  'stops in a word': 'a.',
  'one letter': 'a',
  capitals: 'A',
  'capital words': 'A ',
  'capitalised words': 'Xiaomi ',
  'one name joined to itself': 'Xiaomi and ',
  'of and for': 'Bank of the ',
  'links of names': 'von der ',
  stops: '.',
  spaces: ' ',
  'line feeds': '\n',
  'carriage returns': '\r',
  CRLF: '\r\n',
  tabs: '\t',
  'line separators': '\u2028',
  'straight marks': '"',
  'straight marks apart': '" ',
  'curly marks': '“',
  'nested marks': '“‘',
  'single marks': '‘a ',
  brackets: '(',
  acronyms: '(ABC) ',
  hyphens: '-',
  dashes: '— ',
  digits: '1',
  thousands: '1,',
  semicolons: 'a;',
  exclamations: '!',
  ellipses: '. . . ',
  commas: ',',
  'combining marks': 'e\u0301\u0301\u0301',
  emoji: '👩‍👩‍👧‍👦',
  'zero-width spaces': '\u200b',
  'bidi overrides': '\u202e',
  'lone surrogates': '\ud800',
  'no-break spaces': 'a\u00a0',
  Hebrew: 'שלום עולם. ',
  Chinese: '漢字',
  'one word': 'the ',
  'short sentences': 'Go. ',
  'short paragraphs': 'a.\n\n',
  addresses: 'http://a.b/c?d=e ',
  hashes: '#',
  months: 'May ',
  dates: 'July 17, 2020, ',
  'days and dates': 'Friday, July ',
  'figures and months': '31 September ',
  'clock times': '25:70 ',
  'leftover words': 'Read more: ',
  'leftover lines': 'You may also like\n\n',
  'sharing bars': 'Share Tweet Email ',
  bylines: 'By Xu ',
  emphasis: '*a ',
  'open links': '[',
  tags: '<div>',
  entities: '&amp;',
  blockquotes: '> ',
  'nested lists': '- ',
  'back ticks': '`',
  'table cells': '|a',
  headings: '# a\n',
  fences: '```\n',
  comments: '<!-- ',
  'link definitions': '[a]: b\n',
  'front matter': '---\na: b\n',
}

const FORMATS: readonly Format[] = ['text', 'markdown', 'html']

/** One token again and again, in each format. */
export function* tokenInputs(length: number): Generator<HostileInput> {
  for (const format of FORMATS) {
    for (const [name, token] of Object.entries(TOKENS))
      yield { name: `${name} (${format})`, format, text: fill(token, length) }
  }
}

/**
 * Each example that a rule's cases say is flagged, again and again: a paragraph each, and all in one line, in each
 * format in which it can be written. A rule to come is among them by its cases.
 */
export async function* exampleInputs(length: number): AsyncGenerator<HostileInput> {
  for (const { id, cases } of (await rulesWithPages()).rules) {
    for (const example of cases.examples.filter(({ section }) => section === 'Flagged')) {
      for (const { format, layout, unit } of unitsOf(example)) {
        yield {
          name: `${id}, line ${example.line}, ${layout} (${format})`,
          format,
          text: fill(unit, length),
          date: example.date,
          names: example.names,
        }
      }
    }
  }
}

/** The ways to put an example behind itself. */
function unitsOf({
  text,
  language,
}: Example): readonly { readonly format: Format; readonly layout: string; readonly unit: string }[] {
  const paragraphs = text.trim()
  const line = `${paragraphs.replace(/\s*\n\s*/g, ' ')} `
  if (language === 'html') return [{ format: 'html', layout: 'as it is', unit: `${paragraphs}\n` }]
  const inMarkdown = { format: 'markdown' as const, layout: 'in paragraphs', unit: `${paragraphs}\n\n` }
  if (language === 'markdown') return [inMarkdown]
  const html = paragraphs
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>\n`)
    .join('')
  return [
    { format: 'text', layout: 'in paragraphs', unit: `${paragraphs}\n\n` },
    { format: 'text', layout: 'in one line', unit: line },
    inMarkdown,
    { format: 'markdown', layout: 'in one line', unit: line },
    { format: 'html', layout: 'in paragraphs', unit: html },
    { format: 'html', layout: 'in one line', unit: line.replaceAll('&', '&amp;').replaceAll('<', '&lt;') },
  ]
}

const CONSONANTS = 'bdfgklmnprstvz'
const VOWELS = 'aeiou'

/** A name of two syllables behind “Nor”, another for each number up to 4,900. */
function nearName(number: number): string {
  const syllable = (index: number): string =>
    CONSONANTS[index % CONSONANTS.length]! + VOWELS[Math.floor(index / CONSONANTS.length) % VOWELS.length]!
  return `Nor${syllable(number)}${syllable(Math.floor(number / 70))}k`
}

/**
 * What stories have by the thousand when a machine writes them: names a letter apart, dates, sums, quotations, short
 * forms, headings. Each takes a number.
 */
const SERIES: Readonly<Record<string, (number: number) => string>> = {
  'names nearly one': (number) => `${nearName(number)} `,
  'names nearly one, at commas': (number) => `${nearName(number)}, `,
  'sentences about names nearly one': (number) =>
    `The board of ${nearName(number)} met ${nearName(number * 31)} in ${nearName(number * 7)} on Monday. `,
  'paragraphs about names nearly one': (number) =>
    `Mr. ${nearName(number)} said that ${nearName(number + 1)} had left ${nearName(number * 3)}.\n\n`,
  'first names and surnames': (number) => `${nearName(number)} ${nearName(number * 13)} met ${nearName(number * 13)}. `,
  'names that meet themselves': (number) =>
    `They removed ${nearName(number)} from ${nearName(number)} after the removal of ${nearName(number)} from the list of ${number}. `,
  'names with and without hyphens': (number) => `${nearName(number)}-Salden and ${nearName(number)} Salden met. `,
  'agencies and their short forms': (number) =>
    `The ${nearName(number)} Harbour Board (N${nearName(number)[3]!.toUpperCase()}HB) and the Board of ${nearName(number)} met. `,
  days: (number) =>
    `On Monday, May ${1 + (number % 31)}, ${1990 + (number % 40)}, and on ${1 + (number % 31)} June ${1990 + (number % 40)} they met. `,
  quotations: (number) => `“We saw no. ${number},” said ${nearName(number)}. ‘It’s “${number}” again.’ `,
  headings: (number) => `# ${nearName(number)} Puts Off Ferry No. ${number}\n\n`,
  'title lines': (number) => `${nearName(number)} Puts Off the ${nearName(number * 3)} Ferry\n\n`,
  bylines: (number) => `By ${nearName(number)} ${nearName(number * 7)}\n\n`,
  'paragraphs of one word': (number) => `${nearName(number)}\n\n`,
  notes: (number) => `[CHECK no. ${number} with ${nearName(number)}] TK ${number} `,
  speakers: (number) => `${nearName(number).toUpperCase()}: They met no. ${number}.\n\n`,
}

/** The series, in each format. */
export function* seriesInputs(length: number): Generator<HostileInput> {
  for (const [name, write] of Object.entries(SERIES)) {
    let text = ''
    for (let number = 0; text.length < length; number++) text += write(number)
    for (const format of FORMATS) yield { name: `${name} (${format})`, format, text: text.slice(0, length) }
  }
}

/** A desk's names: thousands that are nearly one, with what they are also called and what they aren't. */
export function nearNames(count: number): readonly DeskName[] {
  return Array.from({ length: count }, (_, number) => ({
    name: `${nearName(number)} ${nearName(Math.floor(number / 70))}`,
    aliases: [`${nearName(number * 3)} Group ${number}`],
    forbidden: [`Nor${nearName(number)} ${number}`],
  }))
}

/** All hostile inputs, each of one length in UTF-16 units. */
export async function* hostileInputs(length: number): AsyncGenerator<HostileInput> {
  yield* tokenInputs(length)
  yield* seriesInputs(length)
  yield* exampleInputs(length)
}
