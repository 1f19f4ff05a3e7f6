/** Turns templates, the notation in which notes.yml words the desk’s notes, into regular expressions. */

// What parts two words: in text made plain, and in running text.
const GAPS = { plain: ' ', running: "(?:(?<![\\w’'-])|[ -]|[,:] )" } as const
type Text = keyof typeof GAPS

/**
 * Makes text plain for templates: one space before each word and colon, a colon for a dash between spaces, no other
 * marks.
 */
export function plainText(text: string): string {
  return ` ${text
    .replace(/ (?:--|[-–—]) | ?: ?|\/\/ ?/g, ' : ')
    .replace(/(?:[ ;/&+–—-]|,(?!\d))+/g, ' ')
    .trim()}`
}

const BRACKETS: Readonly<Record<string, string>> = {
  '(': '(?:',
  '[': '(?:',
  ']': ')?',
  '|': '|',
  ')': ')',
  ')+': ')+',
  '(s)': 's?',
  '(S)': 'S?',
}
const PART = /\([sS]\)|<[\w-]+>\+?|\.{3,4}|[([\]|*]|\)\+?|[^\s()[\]|<>*]+/g

/** The classes that templates name, by their names; each is a template itself. */
export type Classes = Readonly<Record<string, string>>

/**
 * The source of a regular expression for a template. Its cost is linear in the text: what repeats can match in one way
 * only.
 * @throws {SyntaxError} for a class that nobody named.
 */
export function sourceOf(template: string, classes: Classes, text: Text = 'plain'): string {
  const gap = GAPS[text]
  const sourceOfPart = (part: string): string => {
    const bracket = BRACKETS[part]
    if (bracket !== undefined) return bracket
    if (part === '....') return `${gap}.+`
    if (part === '...') return `${gap}[^.!?]+[.!?]?`
    if (part === '*') return `(?:${gap}[^ ]+){1,5}`
    if (part === '<number>') return `${gap}\\d[\\d,.]*`
    const [, name, more] = /^<(.+)>(\+?)$/.exec(part) ?? []
    if (name === undefined) return sourceOfWord(part, gap)
    const named = classes[name]
    if (named === undefined) throw new SyntaxError(`there is no class <${name}>, as in the template “${template}”`)
    return `(?:${sourceOf(named, classes, text)})${more}`
  }
  return (template.match(PART) ?? []).map(sourceOfPart).join('')
}

/** The source for several templates, one a line. */
export function sourceOfLines(lines: string, classes: Classes, text: Text = 'plain'): string {
  return `(?:${lines
    .trim()
    .split('\n')
    .map((line) => sourceOf(line, classes, text))
    .join('|')})`
}

/** A word: “pull-quote” may be two, “xxx+” has three letters or more. */
function sourceOfWord(word: string, gap: string): string {
  const isRepeated = word.length > 1 && word.endsWith('+')
  const escaped = (isRepeated ? word.slice(0, -1) : word)
    .replace(/[.*?^$+{}\\/]/g, '\\$&')
    .replace(/'/g, "['’]")
    .replace(/(?<=[A-Za-z])-(?=[A-Za-z])/g, '[ -]?')
  return `${/^[A-Za-z\d]/.test(word) ? gap : ' ?'}${escaped}${isRepeated ? '+' : ''}`
}
