/**
 * Finds lines that are notes of the desk: “(MORE)”, “-30-”, “###”, “SLUG: harbour-strike”, “Eds: UPDATES throughout”.
 */
import type { Block, Severity, Story } from '#rule'
import { NoteForm, Forms } from './forms.ts'
import { isForReaders, type Note } from './note.ts'
import data from './notes.generated.ts'

const LONGEST = 240
const LONG_PARAGRAPH = 120

// Dashes and brackets around a line: “--(MORE)--”.
const DRESS = /^[-–—_*~=/#. ]{0,14}[[(]?[-–—_*~= ]{0,3}(.*?)[-–—_*~= ]{0,3}[\])]?[-–—_*~=/#. ]{0,14}$/
const DRESSED = /[-–—_*~=/#)\]]$|^\/{1,2} ?/

// Every form has a word of its own at its head, but “Harbour strike, 2nd writethru”.
const HEAD = 24
const WRITETHRU = /[Tt]hru|THRU/
const all = new Forms(data.lines)
const asWritten = new Forms(data.lines.filter((form) => form.dressed === undefined))
const dressed = new Forms(data.lines.filter((form) => form.dressed !== undefined))

// “BC-Harbour-Strike”, “BRIDGE--Harbour Strike”: the case of its letters makes a slug.
const SLUG = /^(?:(?:BC|AM|PM|bc)[-–](?:[A-Z]{2,5}[-–])?|[A-Z]{2}--)[A-Z][A-Za-z]+[^.!?]{0,60}$/
const slug = new NoteForm({ kind: 'slug', lines: '' })

/** Finds lines that are notes as a whole. */
export function* findLines(story: Story): Iterable<Note> {
  let last: number | undefined
  for (const block of story.blocks) {
    if (
      block.end - block.start > LONGEST
      || block.kind === 'code'
      || block.kind === 'field'
      || block.kind === 'table-cell'
    )
      continue
    const line = story.slice(block).trim()
    const form = findForm(line)
    if (!form || isForReaders(line) || isLineUp(line) || isCredit(line) || isAbout(story, block, line, form)) continue
    if (form.kind.group === 'end-marks' && isSigned(story, block)) continue
    const severity = severityOf(form, () => block.index > (last ??= lastParagraph(story)))
    yield { start: block.start, end: block.end, severity, ...form.kind }
  }
}

// “Walt Dunning, Belfort Heath”, “— Walt Dunning”
const SIGNATURE = /^(?:[-–—]{1,2} ?)?\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}(?:, [^.!?]{2,40})?$/u

/** Whether a name stands right behind a mark: it ends a letter, whose writer put it there. */
function isSigned(story: Story, { index }: Block): boolean {
  const next = story.blocks[index + 1]
  return next !== undefined && next.kind !== 'heading' && SIGNATURE.test(story.slice(next).trim())
}

// “## To do”, and what there is to do under it.
const SECTION = /^to ?do$/i

/** An item with a link, of a list of changes or of contents: “add links to the tables ([#2](…))”. */
function isLinked(story: Story, block: Block): boolean {
  if (block.links) return block.links.length > 0
  const { start, end } = story.toSource(block)
  return story.source.slice(start, end).includes('](')
}

const hasText = (next: Block | undefined): boolean => next !== undefined && next.kind !== 'heading'

// “Placeholder text in a search box” under a picture.
const WORDS_OF_A_CAPTION = 4

/**
 * Whether a line speaks of what it is worded like: a heading over a manual's entry, the words for a picture, a step of
 * several.
 */
function isAbout(story: Story, block: Block, line: string, { data: { kind: note } }: NoteForm): boolean {
  const { blocks } = story
  const { kind, level, index } = block
  if (note === 'gap' && kind === 'list-item' && isLinked(story, block)) return true
  if (note === 'gap')
    return (
      (line.endsWith('.') && line.includes(','))
      || (kind === 'heading' && SECTION.test(line) && hasText(blocks[index + 1]))
    )
  // “## TODO tests”
  if (note === 'order') return kind === 'heading' && /^TO-?DO [a-z]/.test(line)
  if (note !== 'filler') return false
  if (kind === 'caption') return line.split(' ').length >= WORDS_OF_A_CAPTION
  return kind === 'heading' && level! > 1 && /^[a-z]+$/.test(line) && hasText(blocks[index + 1])
}

function findForm(line: string): NoteForm | undefined {
  if (SLUG.test(line)) return slug
  if (!all.mayHave(line.slice(0, HEAD)) && !WRITETHRU.test(line)) return undefined
  const isDressed = DRESSED.test(line)
  const inner = isDressed || /^\W/.test(line) ? (DRESS.exec(line)?.[1] ?? line) : line
  return asWritten.find(line, () => true) ?? dressed.find(inner, (form) => form.data.dressed !== 'must' || isDressed)
}

/** A mark ends the copy; with a paragraph behind it, “###” or “END” may part two items. */
function severityOf(form: NoteForm, isBehindAll: () => boolean): Severity {
  return form.data.certainty === 'last' && !isBehindAll() ? 'warning' : form.severity
}

/** The index of the last paragraph that is longer than a line. */
function lastParagraph(story: Story): number {
  const { layout } = story.facts
  return story.blocks.findLastIndex(
    (block) => block.end - block.start > LONG_PARAGRAPH && layout.roleOf(block) === 'body',
  )
}

/** A line-up names the players who came on: “Subs: Carew, Lindqvist (67).” */
function isLineUp(line: string): boolean {
  const [head] = /^(?:subs|substitutes):? ?(?:not used: ?)?/i.exec(line) ?? []
  return head !== undefined && /^[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2} ?(?:[,(;.]|$|for )/.test(line.slice(head.length))
}

/** “Editors: Ana Lindqvist, Tom Farrow”: who made it. */
function isCredit(line: string): boolean {
  const colon = line.indexOf(':')
  if (!/^(?:editors?|production|design|legal|desk|ed|eds|copy ?desk|byline|words)\b[^:]*:/i.test(line)) return false
  const words = line.slice(colon + 1).match(/[A-Za-z][\w’'-]*/g) ?? []
  return (
    words.length < 16 && words.every((word) => /^[A-Z]/.test(word) || word === 'and') && /[a-z]/.test(line.slice(colon))
  )
}
