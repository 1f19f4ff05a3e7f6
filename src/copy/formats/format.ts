/** The one table of the formats that Copydesk reads: what each is called, which file names say it, and what it has. */

/** What is known of a format besides how it is read. */
interface FormatFacts {
  /** What a message calls a source of it. */
  readonly name: string
  /** The endings of file names that a search of a folder takes for it. */
  readonly found: readonly string[]
  /** Endings that say it, too, where a file is named. */
  readonly named?: readonly string[]
  /** What editors call the language of such a document; Emacs calls its modes by other names than the rest. */
  readonly languages?: readonly string[]
  /** Whether it has comments that directives can stand in. */
  readonly hasComments?: boolean
  /** Whether a heading or a list in it is written by hand, and no template's. */
  readonly isHandwritten?: boolean
}

const TABLE = {
  text: { name: 'plain text', found: ['.txt'], named: ['.text'] },
  markdown: {
    name: 'Markdown',
    found: ['.md', '.markdown'],
    named: ['.mdown', '.mkd'],
    languages: ['markdown', 'gfm'],
    hasComments: true,
    isHandwritten: true,
  },
  mdx: { name: 'MDX', found: ['.mdx'], languages: ['mdx'], hasComments: true, isHandwritten: true },
  html: {
    name: 'an HTML page',
    found: ['.html', '.htm', '.xhtml'],
    languages: ['html', 'mhtml', 'xhtml'],
    hasComments: true,
  },
  ninjs: { name: 'ninjs', found: ['.ninjs', '.ninjs.json'] },
  // A feed repeats the stories beside it, so it is read only where it is named.
  feed: { name: 'a feed', found: [], named: ['.rss', '.atom'] },
  nitf: { name: 'NITF', found: ['.nitf'] },
  newsml: { name: 'NewsML-G2', found: ['.newsml', '.newsmlg2'] },
  wordpress: { name: 'an export of WordPress', found: [] },
} satisfies Readonly<Record<string, FormatFacts>>

/** A format that Copydesk reads. */
export type Format = keyof typeof TABLE

export const FORMAT_FACTS: Readonly<Record<Format, FormatFacts>> = TABLE

/** The formats that a source may be said to be in. */
export const FORMATS = Object.keys(TABLE) as readonly Format[]

/** The format that a file's name tells. */
export function formatOfName(path: string): Format | undefined {
  const name = path.toLowerCase()
  return FORMATS.find((format) => {
    const { found, named = [] } = FORMAT_FACTS[format]
    return [...found, ...named].some((ending) => name.endsWith(ending))
  })
}

/** Whether a search of a folder takes a file for copy by its name. */
export function isFoundInFolders(path: string): boolean {
  const name = path.toLowerCase()
  return FORMATS.some((format) => FORMAT_FACTS[format].found.some((ending) => name.endsWith(ending)))
}
