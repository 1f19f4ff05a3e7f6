/** Texts that make parsers slow or overflow their stacks: one token, again and again. */

const fill = (token: string, length: number): string => token.repeat(Math.ceil(length / token.length)).slice(0, length)

// The first group is quadratic in parse-english’s paragraphs, the second overflows its stack; the rest are cheap ways to
// be nasty to tokenisers, quotation matchers, readers of markup and anything that counts lines.
const TOKENS: Readonly<Record<string, string>> = {
  'letters and stops': 'a. ', 'stops and letters': '. a', 'Latin abbreviations': 'e.g. ', 'slashes': 'a/', 'initials': 'J. R. R. ',
  'underscores': 'a_', 'apostrophes in a word': 'a\'', 'hyphens in a word': 'a-', 'capitals and stops': 'A.', 'digits and stops': '1.',
  'at signs': 'a@', 'ampersands': 'a&', 'stops in a word': 'a.', 'one letter': 'a', 'capitals': 'A', 'capital words': 'A ',
  'capitalised words': 'Xiaomi ', 'one name joined to itself': 'Xiaomi and ', 'of and for': 'Bank of the ', 'links of names': 'von der ',
  'stops': '.', 'spaces': ' ', 'line feeds': '\n', 'carriage returns': '\r', 'CRLF': '\r\n', 'tabs': '\t', 'line separators': '\u2028',
  'straight marks': '"', 'straight marks apart': '" ', 'curly marks': '“', 'nested marks': '“‘', 'single marks': '‘a ', 'brackets': '(',
  'acronyms': '(ABC) ', 'hyphens': '-', 'dashes': '— ', 'digits': '1', 'thousands': '1,', 'semicolons': 'a;', 'exclamations': '!',
  'ellipses': '. . . ', 'commas': ',', 'combining marks': 'e\u0301\u0301\u0301', 'emoji': '👩‍👩‍👧‍👦', 'zero-width spaces': '\u200b',
  'bidi overrides': '\u202e', 'lone surrogates': '\ud800', 'no-break spaces': 'a\u00a0', 'Hebrew': 'שלום עולם. ', 'Chinese': '漢字',
  'one word': 'the ', 'short sentences': 'Go. ', 'short paragraphs': 'a.\n\n', 'addresses': 'http://a.b/c?d=e ', 'hashes': '#',
  'months': 'May ', 'dates': 'July 17, 2020, ', 'days and dates': 'Friday, July ', 'figures and months': '31 September ', 'clock times': '25:70 ',
  'leftover words': 'Read more: ', 'leftover lines': 'You may also like\n\n', 'sharing bars': 'Share Tweet Email ', 'bylines': 'By Xu ',
  'emphasis': '*a ', 'open links': '[', 'tags': '<div>', 'entities': '&amp;', 'blockquotes': '> ', 'nested lists': '- ', 'back ticks': '`',
  'table cells': '|a', 'headings': '# a\n', 'fences': '```\n', 'comments': '<!-- ', 'link definitions': '[a]: b\n', 'front matter': '---\na: b\n',
}

/** The hostile inputs, each of one length in UTF-16 units. */
export function hostileInputs(length: number): readonly (readonly [name: string, text: string])[] {
  return Object.entries(TOKENS).map(([name, token]) => [name, fill(token, length)])
}
