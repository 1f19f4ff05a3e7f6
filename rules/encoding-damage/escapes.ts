/**
 * Decodes what programs, addresses and e-mails write for a character: “\u2019”, “%E2%80%99”, “=E2=80=99”, “aEUR(TM)”.
 */
import { around } from '#rule'
import { isLetter, matchesAt, type Damage } from './damage.ts'
import { fromWindows1252 } from './mojibake.ts'

/** What a code stands for; `repair` is missing where nobody can tell. */
type DecodedCode = Pick<Damage, 'repair' | 'certain'>
type Decode = (match: RegExpExecArray, text: string) => DecodedCode | undefined
/** A code: a sign that it begins with, the whole of it, what it stands for. */
type CodeForm = readonly [sign: string, pattern: RegExp, decode: Decode]

const UNKNOWN: DecodedCode = { repair: undefined, certain: false }
const HEX_PAIR = /[0-9A-Fa-f]{2}/g
// What is left of “â€™” where another system has spelt its letters out: “aEUR(TM)”, “a€œ”.
const TRANSLITERATED: Readonly<Record<string, string>> = {
  '(TM)': '’',
  '™': '’',
  TM: '’',
  tm: '’',
  '\u0153': '“',
  oe: '“',
  '~': '‘',
  '˜': '‘',
  '|': '…',
  '¦': '…',
}
// Source: RFC 2152.
const UTF_7: Readonly<Record<string, string>> = {
  IBg: '‘',
  IBk: '’',
  IBw: '“',
  IB0: '”',
  IBM: '–',
  IBQ: '—',
  ICY: '…',
  AKM: '£',
  IKw: '€',
}
// What an apostrophe joins to a word, and words that it is joined to.
const PRONOUNS = 'it|he|she|that|what|who|there|here|let|i|you|we|they'
const JOINED = String.raw`(?:s|t|re|ve|ll|d|m)(?![A-Za-z])`

/**
 * Quoted-printable, of an e-mail. “x=92 and y=95” are formulas, so single bytes count only where words stand around
 * them.
 */
const OF_MAIL: readonly CodeForm[] = [
  ['=', /(?:=[0-9A-F]{2}){2,60}/y, joined(([bytes]) => fromBytes(bytes))],
  ['=9', /(?<=[a-z]{2}[,.]?)=(9[1-7])(?=[A-Za-z]{3})/y, fromDoubtfulByte],
  ['=9', /(?<=[a-z]{2}[,.!?])=(94)(?=\s|$)/y, fromDoubtfulByte],
  ['=92', /(?<=[a-z]{2}s)=(92)(?= [a-z])/y, fromDoubtfulByte],
  // “accuracy=94” is a formula, unless a quotation has begun.
  ['=94', /(?<==93[^=\n]{1,300})=(94)(?=[\s.,;:)]|$)/y, fromDoubtfulByte],
  ['=9', /(?<=[a-z]{2}[,.:;]? |^)=(9[1-7])(?= ?[A-Za-z])/my, fromDoubtfulByte],
  ['=9', /(?<=[a-z] |[("])=(9[13])(?=[A-Za-z]{2})/y, fromDoubtfulByte],
  // “Don=92t”, “I=92m”; but “height=92m” is none, and “time=92s” is doubtful.
  ['=92', new RegExp(`(?<=(?<![A-Za-z])(?:[A-Za-z]{1,6}n|${PRONOUNS}))=(92)(?=${JOINED})`, 'iy'), fromByte],
  ['=92', /(?<=[A-Za-z]{2})=92(?=s(?![A-Za-z]))/y, () => unsure('’')],
  ['=', /(?<=[A-Za-z])=([C-F][0-9A-F])(?=[a-z])/y, fromDoubtfulByte],
  ['=E9', /(?<=[a-z]{3})=(E9)(?=[ .,;])/y, fromDoubtfulByte],
  // “=A34” is a cell of a spreadsheet.
  ['=A3', /(?<![\w=])=(A3)(?=\d{1,3}(?:,\d{3}|\.\d|m\b|bn\b|k\b))/y, fromDoubtfulByte],
  // “width=20” is a setting.
  ['=20', /(?<=[a-z][.,;:!?”"])=20(?=[\n ]|$)/y, () => sure('')],
  ['=?', /=\?(?:utf-8|iso-8859-\d{1,2}|windows-125\d)\?[qb]\?[^? \n]{1,300}\?=/iy, () => UNKNOWN],
]

/** Percent signs, of an address; “%20%20”, which is ASCII, stands in no sentence, either. */
const OF_ADDRESSES: readonly CodeForm[] = [
  ['%', /(?:%[0-9A-Fa-f]{2}){2,60}/y, joined(([bytes]) => fromBytes(bytes))],
  // It may be the name of a file: “report%20final.pdf”.
  ['%20', /(?<=[a-z,])%20(?=[A-Za-z])/y, outsidePath(() => unsure(' '))],
]

/** Doubled quotation marks, of a table’s file: “he shouted ""Vote"" twice”. */
const OF_TABLES: readonly CodeForm[] = [
  ['""', /(?<!["=:([{]|[=:([{] )""(?=[A-Za-z][^"\n]{0,200}[A-Za-z.,!?]""(?!"))/y, () => unsure('"')],
  ['""', /(?<=""[A-Za-z][^"\n]{0,200})(?<=[A-Za-z.,!?])""(?!["\w])/y, () => unsure('"')],
]

/** Backslashes, of a program. */
const OF_PROGRAMS: readonly CodeForm[] = [
  ['\\u', /(?:\\u[0-9A-Fa-f]{4}){1,12}/y, joined(([code]) => sure(fromUnits(code.slice(2).split('\\u'))))],
  ['\\u{', /\\u\{([0-9A-Fa-f]{2,6})\}/y, joined(([, code]) => fromCodePoint(Number.parseInt(code!, 16)))],
  ['\\x', /(?:\\x[0-9A-Fa-f]{2}){2,60}/y, joined(([bytes]) => fromBytes(bytes))],
  ['\\', new RegExp(String.raw`(?<=[A-Za-z])\\(?=['’]${JOINED})`, 'y'), outsidePath(() => sure(''))],
  ['\\', /(?<=[ (]|^)\\(?=["“][A-Za-z])/my, outsidePath(() => unsure(''))],
  ['\\', /(?<=[A-Za-z,.!?])\\(?=["”](?:[ .,)]|$))/my, outsidePath(() => unsure(''))],
  // Ends of lines: “He left.\nShe stayed.”, and several in a row.
  ['\\', /(?<=[a-z][.!?”])(?:\\r)?\\n(?=[A-Z“"]|$)/my, () => UNKNOWN],
  ['\\', /(?<=[.!?”"])(?<!\\["”])(?:\\r)?\\n(?=\\)/y, () => UNKNOWN],
  ['\\n', /(?<=\\n)\\n/y, () => UNKNOWN],
]

/** The same with the backslashes gone, and what is left of other codes. */
const STUMPS: readonly CodeForm[] = [
  ['u20', /u(201[3489cdCD]|2026|20ac)(?=[A-Za-z ,.)]|$)/my, fromStump],
  [
    'u0',
    /u(0(?:0[c-fC-F]|1[0-7])[0-9a-fA-F])(?=[a-z]|(?<=[A-Za-z]u0...)(?![0-9A-Z]))/y,
    outsidePath(([, code]) => unsure(fromUnits([code!]))),
  ],
  ['u00', /(?<![A-Za-z])u(00[aA][35])(?=\d)/y, ([, code]) => unsure(fromUnits([code!]))],
  ['aEUR', /aEUR(\(TM\)|TM|™|oe|\u0153|~|˜|\||¦)/y, ([, sign]) => unsure(TRANSLITERATED[sign!]!)],
  ['aEUR', /aEUR["“”](?=[ A-Za-z]|$)/my, () => UNKNOWN],
  ['a€', /a€(\(TM\)|TM|tm|™|oe|\u0153|~|˜|¦)/y, ([, sign]) => unsure(TRANSLITERATED[sign!]!)],
  ['+', /\+(IBg|IBk|IBw|IB0|IBM|IBQ|ICY|AKM|IKw)-/y, joined(([, code]) => sure(UTF_7[code!]!))],
]

const FAMILIES: readonly (readonly [needle: string | undefined, forms: readonly CodeForm[]])[] = [
  ['=', OF_MAIL],
  ['%', OF_ADDRESSES],
  ['""', OF_TABLES],
  ['\\', OF_PROGRAMS],
  [undefined, STUMPS],
]

/** Finds codes of programs, addresses and e-mails in a text. */
export function* findEscapes(text: string): Iterable<Damage> {
  for (const [needle, forms] of FAMILIES) {
    if (needle === undefined || text.includes(needle)) yield* findForms(text, forms)
  }
}

function* findForms(text: string, forms: readonly CodeForm[]): Iterable<Damage> {
  for (const [sign, pattern, decode] of forms) {
    for (const match of matchesAt(text, sign, pattern)) {
      const decoded = decode(match, text)
      if (decoded) yield { start: match.index, end: match.index + match[0].length, kind: 'escape', ...decoded }
    }
  }
}

function sure(repair: string): DecodedCode {
  return { repair, certain: true }
}

function unsure(repair: string): DecodedCode {
  return { repair, certain: false }
}

/** A byte of windows-1252 in hexadecimal digits. */
function fromByte([, byte]: RegExpExecArray): DecodedCode {
  return sure(fromWindows1252(Number.parseInt(byte!, 16)))
}

/** The same where the words around may be a formula or a setting all the same. */
function fromDoubtfulByte(match: RegExpExecArray): DecodedCode {
  return { ...fromByte(match), certain: false }
}

/** A code is certain only where it joins a word: “=C3=A9” by itself compares two cells, “\u2019” may be spoken of. */
function joined(decode: Decode): Decode {
  return outsidePath((match, text) => {
    const decoded = decode(match, text)
    if (!decoded || isLetter(text[match.index - 1]) || isLetter(text[match.index + match[0].length])) return decoded
    return isLetter(decoded.repair) ? undefined : { ...decoded, certain: false }
  })
}

// “D:\\Data\\Logs\\”, “/old/caf%C3%A9.jpg”, “/^\\s+\\x20/”: a path, a file or an expression of a program, up to the
// code.
const PATH = /(?:[A-Za-z]:|\\[A-Za-tv-wyz.$^*+?()[\]|]|\/)[^\s"“”]{0,80}$/
const FILE_END = /^[^\s"“”]{0,40}\.[a-z][a-z\d]{1,4}(?![\w.])/
const LONGEST_PATH = 100

/** Nothing in the name of a file is damage. */
function outsidePath(decode: Decode): Decode {
  return (match, text) => {
    const near = around(text, { start: match.index, end: match.index + match[0].length })
    const isInPath = PATH.test(near.before(LONGEST_PATH)) || FILE_END.test(near.behind(LONGEST_PATH))
    return isInPath ? undefined : decode(match, text)
  }
}

/** UTF-8 in pairs of hexadecimal digits, with at least one character beyond ASCII. */
function fromBytes(pairs: string): DecodedCode | undefined {
  const bytes = Uint8Array.from(pairs.match(HEX_PAIR)!, (pair) => Number.parseInt(pair, 16))
  if (bytes.every((byte) => byte < 0x80)) return undefined
  try {
    return sure(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll('\u00A0', ' '))
  } catch {
    return undefined
  }
}

function fromUnits(codes: readonly string[]): string {
  return codes
    .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
    .join('')
    .replaceAll('\u00A0', ' ')
}

function fromCodePoint(code: number): DecodedCode | undefined {
  return code > 0x10ffff ? undefined : sure(String.fromCodePoint(code))
}

/** “donu2019t” and “u201cWe”; but “menu2019” is a menu and a year. */
function fromStump({ 0: whole, 1: code, index }: RegExpExecArray, text: string): DecodedCode | undefined {
  const near = around(text, { start: index, end: index + whole.length })
  const repair = fromUnits([code!])
  return STUMP_FITS[repair]?.(near.before(2), near.behind(3)) ? unsure(repair) : undefined
}

const STARTS_SUFFIX = new RegExp(`^${JOINED}`)

/** Whether a sign fits between the two characters before and the three behind it. */
const STUMP_FITS: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  '’': (before, after) =>
    (/[A-Za-z]$/.test(before) && STARTS_SUFFIX.test(after))
    || (/[a-z]s$/.test(before) && /^ [a-z]/.test(after))
    || (/(?:^|[^A-Za-z])[OD]$/.test(before) && /^[A-Z][a-z]/.test(after)),
  '‘': opensQuotation,
  '“': opensQuotation,
  '”': (before, after) => /[.,!?a-z]$/.test(before) && !isLetter(after[0]),
  '–': standsBetween,
  '—': standsBetween,
  '…': (before, after) => /[ a-z]$/.test(before) && before.endsWith(' ') === after.startsWith(' '),
  '€': (before, after) => /[ a-z]$/.test(before) && before.endsWith(' ') === after.startsWith(' '),
}

function opensQuotation(before: string, after: string): boolean {
  return /(?:^|[\s(—])$/.test(before) && isLetter(after[0])
}

function standsBetween(before: string, after: string): boolean {
  return before.endsWith(' ') ? after.startsWith(' ') : /^[a-z]{2}$/.test(before) && /^[a-z]{2}/.test(after)
}
