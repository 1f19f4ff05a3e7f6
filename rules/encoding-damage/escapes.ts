/** Decodes what programs, addresses and e-mails write for a character: “\u2019”, “%E2%80%99”, “=E2=80=99”, “aEUR(TM)”. */
import type { Damage } from './damage.ts'
import { fromWindows1252 } from './mojibake.ts'

type Decode = (match: RegExpMatchArray, text: string) => { repair: string | undefined; certain: boolean } | undefined

const HEX_PAIR = /[0-9A-Fa-f]{2}/g
// The letters of a transliterated “â€™”: “aEUR(TM)”, “a€œ”.
const TRANSLITERATED: Readonly<Record<string, string>> = {
  '(TM)': '’', '™': '’', 'TM': '’', 'tm': '’', '\u0153': '“', 'oe': '“', '~': '‘', '˜': '‘', '|': '…', '¦': '…',
}
const UTF_7: Readonly<Record<string, string>> = { IBg: '‘', IBk: '’', IBw: '“', IB0: '”', IBM: '–', IBQ: '—', ICY: '…', AKM: '£', IKw: '€' }

const FORMS: readonly (readonly [needle: string, pattern: RegExp, decode: Decode])[] = [
  // Quoted-printable: of an e-mail.
  ['=', /(?:=[0-9A-F]{2}){2,60}/g, ([bytes]) => fromBytes(bytes)],
  ['=', /(?<=[a-z]{2}|[a-z]{2}[,.])=(9[1-7])(?=[A-Za-z ]|$)|(?<=[a-z]{2},? |^)=(9[1-7])(?= ?[A-Za-z])|(?<=[A-Za-z])=([C-F][0-9A-F])(?=[a-z]|[ .,;](?<=[a-z]{3}=E9.))|(?<=[A-Z]{2})=(92)(?=s\b)/gm, (codes) => sure(fromWindows1252(Number.parseInt(codes.slice(1).find(Boolean)!, 16)))],
  ['=20', /(?<=[A-Za-z]{2}|[a-z][.,;:!?”"])=20(?=\n|$| )/g, () => sure('')],
  ['=?', /=\?(?:utf-8|iso-8859-\d{1,2}|windows-125\d)\?[qb]\?[^? \n]{1,300}\?=/gi, () => ({ repair: undefined, certain: false })],
  // Percent signs: of an address; two characters of ASCII (“%20%20”) stand in no sentence, either.
  ['%', /(?:%[0-9A-Fa-f]{2}){2,60}/g, ([bytes]) => fromBytes(bytes)],
  ['%20', /(?<=[a-z,])%20(?=[A-Za-z])/g, () => sure(' ')],
  // Backslashes: of a program.
  ['\\u', /(?:\\u[0-9A-Fa-f]{4}){1,12}/g, ([code]) => sure(fromUnits(code.slice(2).split('\\u')))],
  ['\\u{', /\\u\{([0-9A-Fa-f]{2,6})\}/g, ([, code]) => (Number.parseInt(code!, 16) > 0x10ffff ? undefined : sure(String.fromCodePoint(Number.parseInt(code!, 16))))],
  ['\\x', /(?:\\x[0-9A-Fa-f]{2}){2,60}/g, ([bytes]) => fromBytes(bytes)],
  ['\\', /\\(?=['’](?:s|t|re|ve|ll|d|m)(?![A-Za-z]))/g, () => sure('')],
  ['\\', /(?<=[ (]|^)\\(?=["“][A-Za-z])|(?<=[A-Za-z,.!?])\\(?=["”](?:[ .,)]|$))/gm, () => sure('')],
  ['\\n', /(?<=[.!?”"]{1,2})(?<!\\["”])(?:\\r)?\\n(?=\\)|(?<=[a-z][.!?”])(?:\\r)?\\n(?=[A-Z“"]|$)|(?<=\\n)\\n/gm, () => ({ repair: undefined, certain: false })],
  // The same with the backslashes gone.
  ['u20', /u(201[3489cdCD]|2026|20ac)(?=[A-Za-z ,.)]|$)/gm, strippedEscape],
  ['u0', /u(0(?:0[c-fC-F]|1[0-7])[0-9a-fA-F])(?=[a-z]|(?<=[A-Za-z]u0...)(?![0-9A-Z]))/g, ([, code]) => ({ repair: fromUnits([code!]), certain: false })],
  ['EUR', /a(?:EUR)(\(TM\)|TM|™|oe|\u0153|~|˜|\||¦)/g, ([, sign]) => ({ repair: TRANSLITERATED[sign!], certain: false })],
  ['EUR', /aEUR["“”](?=[ A-Za-z]|$)/gm, () => ({ repair: undefined, certain: false })],
  ['a€', /a€(\(TM\)|TM|tm|™|oe|\u0153|~|˜|¦)/g, ([, sign]) => ({ repair: TRANSLITERATED[sign!], certain: false })],
  ['+', /\+(IBg|IBk|IBw|IB0|IBM|IBQ|ICY|AKM|IKw)-/g, ([, code]) => sure(UTF_7[code!]!)],
]

/** Finds codes of programs, addresses and e-mails in a text. */
export function* findEscapes(text: string): Iterable<Damage> {
  for (const [needle, pattern, decode] of FORMS) {
    if (!text.includes(needle)) continue
    for (const match of text.matchAll(pattern)) {
      const decoded = decode(match, text)
      if (decoded) yield { start: match.index, end: match.index + match[0].length, kind: 'escape', ...decoded }
    }
  }
}

const sure = (repair: string): { repair: string; certain: boolean } => ({ repair, certain: true })

/** UTF-8 in pairs of hexadecimal digits, with at least one character beyond ASCII. */
function fromBytes(pairs: string): { repair: string; certain: boolean } | undefined {
  const bytes = Uint8Array.from(pairs.match(HEX_PAIR)!, (pair) => Number.parseInt(pair, 16))
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return /[^\x00-\x7F]/.test(text) ? sure(text.replaceAll('\u00A0', ' ')) : undefined
  } catch {
    return undefined
  }
}

function fromUnits(codes: readonly string[]): string {
  return codes.map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('').replaceAll('\u00A0', ' ')
}

/** “donu2019t” and “u201cWe”; but “menu2019” is a menu and a year. */
function strippedEscape({ 0: whole, 1: code, index }: RegExpMatchArray, text: string): ReturnType<Decode> {
  const before = text[index! - 1] ?? ' '
  const after = text.slice(index! + whole.length, index! + whole.length + 3)
  const repair = fromUnits([code!])
  const fits = repair === '’' ? /[A-Za-z]/.test(before) && /^(?:s|t|re|ve|ll|d|m)(?![A-Za-z])/.test(after)
    : repair === '“' || repair === '‘' ? /[\s(—]/.test(before) && /^[A-Za-z]/.test(after)
      : repair === '”' ? /[.,!?a-z]/.test(before) && !/^[A-Za-z]/.test(after)
        : /[ a-z]/.test(before) && (before === ' ') === (after[0] === ' ')
  return fits && (repair !== '–' && repair !== '—' || before === ' ') ? { repair, certain: false } : undefined
}
