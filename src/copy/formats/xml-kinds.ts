/** Tells what an XML text is from its root: a format that is read, or a kind that isn't. */
import type { Format } from '#copy'
import type { RefusedKind } from './refusal.ts'

/** An XML text's root element. */
export interface XmlRoot {
  /** As written, prefix and all. */
  readonly name: string
  readonly attributes: string
  /** Whether something stands before it that only XML has there: a declaration, a processing instruction. */
  readonly isDeclared: boolean
}

// By the root's name without its prefix, in small letters.
const FORMAT_OF_ROOT: Readonly<Record<string, Format>> = {
  html: 'html',
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  nitf: 'nitf',
  newsitem: 'newsml',
  packageitem: 'newsml',
  newsmessage: 'newsml',
}

// By the root's name without its prefix, in small letters; those of more than one standard also by an attribute.
const REFUSED: readonly (readonly [RegExp, RegExp | undefined, RefusedKind])[] = [
  [/^sports-content$/, undefined, { name: 'SportsML', advice: 'none' }],
  [/^newsml$/, undefined, { name: 'NewsML 1', advice: 'export' }],
  [/^(?:concept|knowledge|planning|catalog)item$/, undefined, { name: 'NewsML-G2 without stories', advice: 'none' }],
  [/^story$/, /idpackaging|domversion/i, { name: 'a story of an InDesign package (IDML)', advice: 'saveAs' }],
  [/^document$/, /domversion/i, { name: 'an InCopy story (ICML)', advice: 'saveAs' }],
  [/^document$/, /wordprocessingml|\bw:/i, { name: 'a part of a Word document', advice: 'saveAs' }],
  [
    /^(?:worddocument|package)$/,
    /office\/(?:word\/2003|2006\/xmlpackage)/i,
    { name: 'a Word document in XML', advice: 'saveAs' },
  ],
  [/^document(?:-content)?$/, /opendocument/i, { name: 'an OpenDocument text in XML', advice: 'pandoc' }],
  [/^(?:article|book|chapter|section)$/, /docbook/i, { name: 'DocBook', advice: 'pandoc' }],
  [/^(?:pc-)?article$/, /article-type|dtd-version/i, { name: 'a journal article in JATS', advice: 'pandoc' }],
  [/^fictionbook$/, undefined, { name: 'an e-book (FB2)', advice: 'pandoc' }],
  [/^(?:tei|teicorpus)$/, undefined, { name: 'TEI', advice: 'export' }],
  [/^(?:dita|topic|concept|task|reference)$/, /\bid\s*=/i, { name: 'DITA', advice: 'export' }],
  [/^svg$/, undefined, { name: 'a drawing (SVG)', advice: 'none' }],
  [/^(?:urlset|sitemapindex)$/, undefined, { name: 'a site map', advice: 'none' }],
  [/^opml$/, undefined, { name: 'an outline (OPML)', advice: 'export' }],
  [/^(?:plist|project|manifest)$/, undefined, { name: 'a program’s data in XML', advice: 'none' }],
]

/** The format of an XML text, or the kind it is of; `text` where its root says nothing. */
export function xmlKind({ name, attributes }: XmlRoot): Format | RefusedKind {
  const lower = name.toLowerCase()
  const local = lower.slice(lower.indexOf(':') + 1)
  if (local === 'rss' && /wordpress\.org\/export\//i.test(attributes)) return 'wordpress'
  if (Object.hasOwn(FORMAT_OF_ROOT, local)) return FORMAT_OF_ROOT[local]!
  const known = REFUSED.find(([root, told]) => root.test(local) && (told?.test(`${name} ${attributes}`) ?? true))
  return (
    known?.[2] ?? {
      name: `XML of a kind that is not known here (its root is <${name.slice(0, 40)}>)`,
      advice: 'export',
    }
  )
}

/** Whether a root is one of those that are known, by its name. */
export function isKnownRoot({ name, attributes }: XmlRoot): boolean {
  const kind = xmlKind({ name, attributes, isDeclared: true })
  return typeof kind === 'string' || !kind.name.startsWith('XML of')
}

const BEFORE_ROOT = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const
const ROOT = /<([A-Za-z_][\w.:-]*)(?![\w.:-])((?:[^<>"']|"[^"]*"|'[^']*')*)>/y
const LONGEST_ROOT = 20_000

/** The root of an XML text; nothing where the text begins with something else. */
export function xmlRootOf(source: string): XmlRoot | undefined {
  let at = 0
  let isDeclared = false
  for (;;) {
    while (/[\s\uFEFF]/.test(source[at] ?? '')) at++
    const special = BEFORE_ROOT.find(([opens]) => source.startsWith(opens, at))
    if (!special) break
    const [opens, closes] = special
    isDeclared ||= opens === '<?'
    // What a document type declares stands between brackets, and may hold a `>`.
    const inner = opens === '<!' ? source.slice(at, at + LONGEST_ROOT).search(/[[>]/) : -1
    const from = inner >= 0 && source[at + inner] === '[' ? source.indexOf(']', at + inner) : at + opens.length
    const close = from < 0 ? -1 : source.indexOf(closes, from)
    if (close < 0) return undefined
    at = close + closes.length
  }
  const start = source.slice(at, at + LONGEST_ROOT)
  ROOT.lastIndex = 0
  const match = ROOT.exec(start)
  return match ? { name: match[1]!, attributes: match[2]!, isDeclared } : undefined
}
