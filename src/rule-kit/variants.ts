/**
 * The variants in which a rule page's `copy` and `draft` examples are run again: other quotes, spaces, line ends,
 * markup.
 */
import type { Block } from '#copy'
import { createStory, type Story } from '#story'
import { readText } from '../readers/text.ts'
import type { Mark } from './marks.ts'
import type { Example } from './examples.ts'
import { asItStands, carryAll, RenditionWriter, rewritten, type Rendition } from './rendition.ts'

/** All the ways to write an example down: as it stands first, then its variants, those left out that change nothing. */
export function renditionsOf(example: Example): readonly Rendition[] {
  const { text, language } = example
  if (language === 'markdown' || language === 'html') return [asItStands(text, language)]
  const plain = asItStands(text, 'text')
  if (example.noVariants !== undefined) return [plain]
  const story = createStory(readText(text, { date: example.date }), { names: example.names })
  const variants = [
    rewritten('with straight quotes', text, straight),
    rewritten('with curly quotes', text, (character, at) => curly(text, character, at)),
    rewritten('with CRLF', text, (character) => (character === '\n' ? '\r\n' : character)),
    rewritten('with no-break spaces', text, (character, at) => noBreak(text, character, at)),
    asMarkdown('as Markdown', story, []),
    asMarkdown('as Markdown with emphasis', story, wordsToEmphasise(example)),
    asHtml(story, false),
    asHtml(story, true),
    ...(language === 'copy' ? [insideStory(text)] : []),
  ]
  return [plain, ...variants.filter(({ source }) => source !== text)]
}

function straight(character: string): string {
  return character.replace(/[‘’]/, "'").replace(/[“”]/, '"')
}

function curly(text: string, character: string, at: number): string {
  if (character !== '"' && character !== "'") return character
  const opens = at === 0 || /[\s([{—–“‘"'-]/.test(text[at - 1]!)
  // “the ’90s”: what a small mark before a digit stands for is left-out digits.
  if (character === "'") return opens && !/\d/.test(text[at + 1] ?? '') ? '‘' : '’'
  return opens ? '“' : '”'
}

/** Every third space behind a letter, so that the space behind a bullet stays one. */
function noBreak(text: string, character: string, at: number): string {
  if (character !== ' ' || !/\p{L}/u.test(text[at - 1] ?? '')) return character
  return (text.slice(0, at).match(/(?<=\p{L}) /gu)?.length ?? 0) % 3 === 0 ? '\u00A0' : ' '
}

// Without names, dates, figures and quotations, so that no fact of the example changes.
const BEFORE = 'Residents had asked for more time, and the meeting ended late in the evening without a vote.\n\n'
const AFTER = '\n\nA decision is expected in the autumn, when the full report is due to be read out in public.\n'

function insideStory(text: string): Rendition {
  const writer = new RenditionWriter().put(BEFORE)
  carryAll(writer, text, 0, text.length, (character) => character)
  return writer.put(AFTER).finish('in mid-story', 'text')
}

const PUNCTUATION = /[\\`*_{}[\]<>#|~!]/
const LINE_START = /^(?:[-+=]|\d{1,9}[.)])/

function asMarkdown(name: string, story: Story, emphasised: readonly Mark[]): Rendition {
  const { source } = story
  const writer = new RenditionWriter()
  for (const block of story.blocks) {
    const { start, end } = story.toSource(block)
    const heading = headingLevel(story, block)
    const markers = lineMarkers(source, start, end)
    const write = (from: number, to: number): void =>
      carryAll(writer, source, from, to, (character, at) => {
        if (character === '\n') return heading > 0 ? ' ' : '\n'
        return character === '&'
          ? '&amp;'
          : PUNCTUATION.test(character) || markers.has(at)
            ? `\\${character}`
            : character
      })
    writer
      .put(gapBefore(story, block))
      .put(heading > 0 ? `${'#'.repeat(heading)} ` : block.kind === 'list-item' ? '- ' : '')
    let from: number = start
    for (const [index, word] of emphasised.filter((mark) => mark.start >= start && mark.end <= end).entries()) {
      const mark = index % 2 === 0 ? '**' : '_'
      write(from, word.start)
      writer.put(mark)
      write(word.start, word.end)
      writer.put(mark)
      from = word.end
    }
    write(from, end)
  }
  return writer.put('\n').finish(name, 'markdown')
}

/** The last characters of what Markdown would take for a list’s mark at a line's start: the dot of “1986. ”. */
function lineMarkers(source: string, start: number, end: number): ReadonlySet<number> {
  const lineStarts = [
    start,
    ...[...source.slice(start, end).matchAll(/\n[ \t]*/g)].map((gap) => start + gap.index + gap[0].length),
  ]
  return new Set(
    lineStarts.flatMap((at) => {
      const marker = LINE_START.exec(source.slice(at, at + 12))
      return marker ? [at + marker[0].length - 1] : []
    }),
  )
}

/** The words to set in emphasis: the first of each mark, and every fifth of the rest. */
function wordsToEmphasise(example: Example): readonly Mark[] {
  const words = [...example.text.matchAll(/(?<=^|\s)\p{L}{2,}(?=\s|$)/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
  const first = new Set([...example.marks, ...example.related].map(({ start }) => start))
  return words.filter(({ start }, index) => first.has(start) || index % 5 === 2)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '’': '&rsquo;',
  '‘': '&lsquo;',
  '“': '&ldquo;',
  '”': '&#8221;',
  '—': '&mdash;',
  '–': '&#x2013;',
}

// What stands around the copy on a page, none of it read.
const PAGE_TOP =
  '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<script>if (1 < 2) document.write("the the")</script>\n'
  + '<style>p::after { content: "You may also like" }</style>\n</head>\n<body class="page">\n'
  + '<header><a href="/">Home</a><nav><ul><li>News<li>Sport</ul></nav></header>\n<main>\n<article>\n'
const PAGE_END =
  '\n</article>\n<aside><h2>Most read</h2><p>Sign up for our newsletter</p></aside>\n</main>\n'
  + '<footer><p>All rights reserved</p></footer>\n</body>\n</html>\n'

/** HTML as a page holds it: a page of its own, or inside a Markdown file. */
function asHtml(story: Story, isPage: boolean): Rendition {
  const { source } = story
  const writer = new RenditionWriter()
  if (isPage) writer.put(PAGE_TOP)
  for (const block of story.blocks) {
    const { start, end } = story.toSource(block)
    const heading = headingLevel(story, block)
    const [opening, closing] =
      block.kind === 'list-item'
        ? ['<ul><li>', '</li></ul>']
        : heading > 0
          ? [`<h${heading}>`, `</h${heading}>`]
          : ['<p>', '</p>']
    writer.put(block.index === 0 ? '' : '\n\n').put(opening)
    carryAll(writer, source, start, end, (character) => ENTITIES[character] ?? character)
    writer.put(closing)
  }
  return isPage
    ? writer.put(PAGE_END).finish('as an HTML page', 'html')
    : writer.put('\n').finish('as HTML in Markdown', 'markdown')
}

/** What level of heading a line of plain text becomes; 0 where it is none. */
function headingLevel(story: Story, block: Block): 0 | 1 | 2 {
  const role = story.facts.layout.roleOf(block)
  return role === 'headline' ? 1 : role === 'crosshead' ? 2 : 0
}

function gapBefore(story: Story, block: Block): string {
  if (block.index === 0) return ''
  return block.kind === 'list-item' && story.blocks[block.index - 1]!.kind === 'list-item' ? '\n' : '\n\n'
}
