/** The regular expressions that take more than linear time on hostile text, each with what bounds that text. */

/** What keeps the time small. */
export type Bound =
  | 'a slice of the copy'
  | 'a line or word of limited length'
  | 'our own text'
  | 'the user’s own config'
  | 'a sticky match that can’t fail'
  | 'tried on whole stories'
  | 'none yet'

/** An expression, by its file and its first characters. */
export interface PolynomialExpression {
  readonly file: string
  readonly start: string
  readonly bound: Bound
  /**
   * What makes it slow where nothing bounds it: a beginning, what is repeated, an end. Left out, it is analysed all the
   * same.
   */
  readonly attack?: readonly [prefix: string, pump: string, suffix: string]
}

/** A new entry is to be made only where the expression itself can't be mended; “none yet” is to be mended. */
export const POLYNOMIAL: readonly PolynomialExpression[] = [
  {
    file: 'rules/encoding-damage/places.ts',
    start: '<\\/?[a-z][^<>\\n]{0,200}>',
    bound: 'a line or word of limited length',
  },
  {
    file: 'rules/encoding-damage/apostrophes.ts',
    start: '(?<!\\p{L})(\\p{Lu}\\p{L}*\\.? )$',
    bound: 'a slice of the copy',
    attack: ['', 'A', '!'],
  },
  {
    file: 'rules/encoding-damage/escapes.ts',
    start: '(?:[A-Za-z]:|\\\\[A-Za-tv-wyz',
    bound: 'a slice of the copy',
    attack: ['', '/', ' '],
  },
  {
    file: 'rules/encoding-damage/gaps.ts',
    start: '(?:^|[.!?“"] ?)(?:is|are|',
    bound: 'a slice of the copy',
    attack: ['I', '"DO G', '!'],
  },
  {
    file: 'rules/inconsistent-name/agencies.ts',
    start: '(?:(?:Department|Ministry|',
    bound: 'a slice of the copy',
    attack: ['', 'Ms', 'q'],
  },
  {
    file: 'rules/inconsistent-name/telling-places.ts',
    start: '(?<!\\p{Ll})\\p{Lu}{2,}',
    bound: 'a slice of the copy',
    attack: ['\n', 'AA', 'a'],
  },
  {
    file: 'rules/inconsistent-name/identifiers.ts',
    start: '(\\p{Ll}+) (?:called |named )?$',
    bound: 'a slice of the copy',
    attack: ['', 'e', 'qc '],
  },
  {
    file: 'rules/inconsistent-name/slips.ts',
    start: '^(.{3,})[ -]?\\1$',
    bound: 'a line or word of limited length',
    attack: ['q  ', 'q  ', '\n'],
  },
  {
    file: 'rules/inconsistent-name/ampersands.ts',
    start: "(?:^|[^\\p{L}\\p{N}&’'-])(\\p{Lu}",
    bound: 'a slice of the copy',
  },
  { file: 'rules/inconsistent-name/ampersands.ts', start: '(?<!\\p{L})(?!(?:The|An?', bound: 'a slice of the copy' },
  { file: 'rules/inconsistent-name/ampersands.ts', start: '(?:\\b(?:[Bb]etween|[Bb]oth', bound: 'a slice of the copy' },
  { file: 'rules/inconsistent-name/ampersands.ts', start: "(\\p{Lu}[\\p{L}’'-]*) $", bound: 'a slice of the copy' },
  { file: 'rules/inconsistent-name/first-names.ts', start: '\\b(?:father|mother|son|', bound: 'a slice of the copy' },
  { file: 'rules/inconsistent-name/kinds-of-thing.ts', start: '((?:^|(?<!&) |', bound: 'a slice of the copy' },
  {
    file: 'rules/inconsistent-name/telling-places.ts',
    start: '(?<!\\p{L})(?!The |An? |',
    bound: 'a slice of the copy',
  },
  {
    file: 'rules/inconsistent-name/kinds-of-thing.ts',
    start: '(?<!\\p{L})(?!(?:The|An?|',
    bound: 'a slice of the copy',
  },
  { file: 'rules/inconsistent-name/speech.ts', start: '\\b(?:said|says|told|', bound: 'a slice of the copy' },
  { file: 'rules/inconsistent-name/speech.ts', start: '\\b(?:wr(?:o|i)te|writes|', bound: 'a slice of the copy' },
  {
    file: 'rules/inconsistent-name/own-copy.ts',
    start: '[—–-] ?[^()\\n]{1,60}',
    bound: 'a slice of the copy',
    attack: ['', '- ', ''],
  },
  {
    file: 'rules/leftover-note/blanks.ts',
    start: '\\b(?:what|why|how|who|when',
    bound: 'a slice of the copy',
    attack: ['', 'WHOq', '\n'],
  },
  {
    file: 'rules/leftover-note/brackets.ts',
    start: '\\b(?:click|tap|select|type|press)',
    bound: 'a slice of the copy',
    attack: ['', 'CLICKPRESSq', '\n'],
  },
  {
    file: 'rules/leftover-note/lines.ts',
    start: '^[-–—_*~=/#. ]{0,14}[[(]?',
    bound: 'a line or word of limited length',
    attack: ['### ##    ###', '(  ', '\n'],
  },
  {
    file: 'rules/leftover-note/lines.ts',
    start: '^(?:(?:BC|AM|PM|bc)',
    bound: 'a line or word of limited length',
    attack: ['AM–DM', 'aM', '!'],
  },
  {
    file: 'rules/misspelt-name/disowned.ts',
    start: '\\b(?:a\\.?k\\.?a',
    bound: 'a slice of the copy',
    attack: ['', 'aka ', ';'],
  },
  {
    file: 'rules/misspelt-name/surroundings.ts',
    start: "[A-Z][\\p{L}’'-]+, [A-Z]",
    bound: 'a slice of the copy',
    attack: ['', 'An', 'AA, '],
  },
  { file: 'rules/misspelt-name/surroundings.ts', start: '\\((?:[^()\\n]{0,60}', bound: 'a slice of the copy' },
  {
    file: 'rules/stacked-headlines/candidates.ts',
    start: '^["“‘\'][^"“”]*["”’\']',
    bound: 'a line or word of limited length',
    attack: ["'", '’(', '\n'],
  },
  {
    file: 'rules/stacked-headlines/candidates.ts',
    start: '(?: ?\\([^()]{2,30}\\))?',
    bound: 'a line or word of limited length',
    attack: [' |AA', '!A', 'q'],
  },
  {
    file: 'rules/stacked-headlines/candidates.ts',
    start: '^(?:photos?|photographs?)\\b|',
    bound: 'a line or word of limited length',
    attack: ['m', 'e(/f', '('],
  },
  {
    file: 'rules/stacked-headlines/fit.ts',
    start: '\\s+(?:[|–—]|--?)\\s*',
    bound: 'a line or word of limited length',
    attack: ['', '\t', '\tA'],
  },
  {
    file: 'rules/stacked-headlines/judge.ts',
    start: '(?:\\S+ +){3}\\S',
    bound: 'a line or word of limited length',
    attack: ['', 'q', 'q q q\tq q q q'],
  },
  {
    file: 'rules/stacked-headlines/rule.ts',
    start: '[,;:. –—-]+$',
    bound: 'a line or word of limited length',
    attack: ['', ' ', 'q '],
  },
  {
    file: 'src/project/patterns.ts',
    start: '\\{([^{}]*,[^{}]*)\\}',
    bound: 'the user’s own config',
    attack: ['{', ',', ''],
  },
  {
    file: 'src/english/parse/mend-sentences.ts',
    start: '\\p{Lu}[\\p{L}.’-]* \\p{Lu}\\.$',
    bound: 'tried on whole stories',
    attack: ['', 'A', '-'],
  },
  {
    file: 'src/readers/front-matter/toml-strings.ts',
    start: '(?:[ \\t\\r\\n]+|#[^\\n\\r]*)*',
    bound: 'a sticky match that can’t fail',
    attack: ['\n', '\t', 'q'],
  },
  {
    file: 'src/readers/front-matter/yaml-fields.ts',
    start: '\\n+$',
    bound: 'tried on whole stories',
    attack: ['', '\n', 'q\n'],
  },
  {
    file: 'src/readers/markdown/definitions.ts',
    start: '\\[((?:[^\\[\\]\\\\]|\\\\.){1,999})\\]',
    bound: 'tried on whole stories',
    attack: ['', '[\\', ''],
  },
  {
    file: 'src/readers/markdown/definitions.ts',
    start: '\\[((?:[^\\[\\]\\\\]|\\\\.){1,999})\\]:',
    bound: 'tried on whole stories',
    attack: ['[\r]:\t', '\t', '\n'],
  },
  {
    file: 'src/readers/markdown/encode-markdown.ts',
    start: '\\S*$',
    bound: 'a slice of the copy',
    attack: ['', 'q', '\t'],
  },
  {
    file: 'src/readers/markdown/encode-markdown.ts',
    start: '\\[[^^].*\\]:',
    bound: 'a slice of the copy',
    attack: ['', ':[q', ':[\n]:'],
  },
  {
    file: 'src/readers/mdx/mask-mdx.ts',
    start: '(?:import\\s+(?:[\\w$*{},\\s]{1,500}?',
    bound: 'tried on whole stories',
    attack: ['import\t', '\t', 'q'],
  },
  {
    file: 'src/readers/xml/scan-xml.ts',
    start: '<(\\/?)([A-Za-z_][\\w.:-]*)',
    bound: 'a slice of the copy',
    attack: ['<A', 'A', '-'],
  },
  {
    file: 'src/reporters/content/shown.ts',
    start: '\\B(?=(?:\\d{3})+$)',
    bound: 'our own text',
    attack: ['0', '000', 'A'],
  },
  {
    file: 'src/facts/copy-kind/section-names.ts',
    start: ' *[/>|,] *',
    bound: 'tried on whole stories',
    attack: ['', ' ', 'q,'],
  },
  {
    file: 'src/facts/dates/counts.ts',
    start: "\\p{Lu}[\\p{L}\\p{N}’'.]* $",
    bound: 'a slice of the copy',
    attack: ['', 'A', ' A '],
  },
  {
    file: 'src/facts/dates/weekdays.ts',
    start: "([\\p{L}\\p{N}’'.]+) $",
    bound: 'a slice of the copy',
    attack: ['', "'", 'q'],
  },
  {
    file: 'src/facts/furniture/labelled-tail.ts',
    start: '[.!?…]["”’\')\\]]{0,2} ((?:(?:also|must)',
    bound: 'tried on whole stories',
    attack: ['', '.” see: A', '\n'],
  },
  {
    file: 'src/facts/furniture/labelled-tail.ts',
    start: '[.!?…]["”’\')\\]]{0,2} ((?:READ|SEE|',
    bound: 'tried on whole stories',
    attack: ['', '.” READ: A', '\n'],
  },
  {
    file: 'src/facts/furniture/page-title.ts',
    start: ',? [(\\[](?:Mon|Tue|',
    bound: 'tried on whole stories',
    attack: ['', ' [Mon Jan 1', 'x'],
  },
  {
    file: 'src/facts/layout.ts',
    start: '(?:\\b[A-Z',
    bound: 'a line or word of limited length',
    attack: ['A', '.A', 'AÀ.'],
  },
  { file: 'src/facts/layout/dateline.ts', start: '^([A-Z', bound: 'a slice of the copy', attack: ['', 'AA ', '1'] },
  { file: 'src/facts/layout/dateline.ts', start: '^[A-Z', bound: 'a slice of the copy', attack: ['', 'AA ', '1'] },
  {
    file: 'src/facts/furniture/shapes/form.ts',
    start: '[.:]+$',
    bound: 'tried on whole stories',
    attack: ['', '.', 'q.'],
  },
  {
    file: 'src/english/phrases/notation.ts',
    start: '\\([sS]\\)|<[^>]+>',
    bound: 'our own text',
    attack: ['', '\n<\n', ''],
  },
  {
    file: 'src/english/phrases/line-tokens.ts',
    start: '^[^@\\s]+@[^@\\s]+',
    bound: 'tried on whole stories',
    attack: ['q@q', '.q', '.@..q'],
  },
  {
    file: 'src/english/phrases/text-tokens.ts',
    start: '(?<end>\\n)|(?<colon>',
    bound: 'tried on whole stories',
    attack: ['', 'a.', 'aa'],
  },
  // Examples of a rule's pages, which their author writes.
  { file: 'src/rule-kit/variants.ts', start: '(?<=^|\\s)\\p{L}{2,}', bound: 'our own text' },
]
