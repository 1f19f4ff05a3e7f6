/** Writes a ProseMirror document as HTML for the checker, and brings offsets in it back to the document. */
import type { Mark, Node } from 'prosemirror-model'

/**
 * The element that a node or a mark is to the checker, or nothing where the usual answer will do: `aside` and
 * `figcaption`, say, for nodes of one's own. What `code`, `pre` and `del` hold is not read as copy.
 */
export type ElementOf = (part: Node | Mark) => string | undefined

/** A document as HTML. */
export interface WrittenDocument {
  readonly html: string
  /**
   * The position in the document of an offset in the HTML; one inside of a tag or a reference gets the nearest before.
   */
  positionAt(offset: number): number
  /** Whether an offset stands between two characters or tags, so that its position is exact. */
  isExact(offset: number): boolean
}

// Both spellings that schemas have.
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  code_block: 'pre',
  codeBlock: 'pre',
  hard_break: 'br',
  hardBreak: 'br',
  image: 'img',
  horizontal_rule: 'hr',
  horizontalRule: 'hr',
  bullet_list: 'ul',
  bulletList: 'ul',
  ordered_list: 'ol',
  orderedList: 'ol',
  list_item: 'li',
  listItem: 'li',
  taskList: 'ul',
  taskItem: 'li',
  table: 'table',
  table_row: 'tr',
  tableRow: 'tr',
  table_cell: 'td',
  tableCell: 'td',
  table_header: 'th',
  tableHeader: 'th',
  figure: 'figure',
  figcaption: 'figcaption',
  caption: 'figcaption',
  em: 'em',
  italic: 'em',
  strong: 'strong',
  bold: 'strong',
  link: 'a',
  code: 'code',
  strike: 's',
  underline: 'u',
}
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img'])
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Writes a document. Its text keeps its characters; nothing in it can become a tag. */
export function writeDocument(doc: Node, elementOf: ElementOf = () => undefined): WrittenDocument {
  const writer = new DocumentWriter(elementOf)
  writer.writeChildren(doc, 0)
  return writer.finish()
}

/** The text that an edit of the HTML writes into the document. */
export function decodeEdit(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|#96|#124);/g, (reference) => WRITTEN[reference]!)
}

const WRITTEN: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&#124;': '|',
}

/** Puts a document down piece by piece: in text, positions go with offsets; all else is one piece as a whole. */
class DocumentWriter {
  readonly #elementOf: ElementOf
  readonly #parts: string[] = []
  /** Of each piece: its offset, its position, and whether it is text. */
  readonly #offsets: number[] = []
  readonly #positions: number[] = []
  readonly #isText: boolean[] = []
  #offset = 0
  #position = 0

  constructor(elementOf: ElementOf) {
    this.#elementOf = elementOf
  }

  writeChildren(parent: Node, start: number): void {
    this.#position = start
    let open: readonly Mark[] = []
    parent.forEach((node) => {
      if (node.isInline) open = this.#changeMarks(open, node.marks)
      this.#write(node)
    })
    this.#changeMarks(open, [])
  }

  finish(): WrittenDocument {
    const [offsets, positions, isText] = [this.#offsets, this.#positions, this.#isText]
    // One more, so that the end has a place.
    this.#put('', 0, false)
    const pieceAt = (offset: number): number => {
      let low = 0
      let high = offsets.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (offsets[middle]! <= offset) low = middle
        else high = middle - 1
      }
      return low
    }
    return {
      html: this.#parts.join(''),
      positionAt: (offset) => {
        const piece = pieceAt(offset)
        return positions[piece]! + (isText[piece] ? offset - offsets[piece]! : 0)
      },
      isExact: (offset) => {
        const piece = pieceAt(offset)
        return offset >= 0 && (isText[piece] === true || offset === offsets[piece])
      },
    }
  }

  #write(node: Node): void {
    const name = this.#nameOf(node)
    if (node.isText) this.#writeText(node.text!)
    else if (node.isLeaf) this.#writeLeaf(node, name)
    else {
      this.#put(`<${name}>`, 1, false)
      this.writeChildren(node, this.#position)
      this.#put(`</${name}>`, 1, false)
      if (node.isBlock) this.#put('\n', 0, false)
    }
  }

  #writeLeaf(node: Node, name: string): void {
    const text = node.type.spec.leafText?.(node)
    if (VOID.has(name)) this.#put(`<${name}>`, node.nodeSize, false)
    else if (text !== undefined)
      this.#put(
        text.replace(/[&<>]/g, (character) => REFERENCES[character]!),
        node.nodeSize,
        false,
      )
    else this.#put(`<${name}></${name}>`, node.nodeSize, false)
  }

  #writeText(text: string): void {
    let from = 0
    for (const { 0: special, index } of text.matchAll(/[&<>]/g)) {
      if (index > from) this.#putText(text.slice(from, index))
      this.#put(REFERENCES[special]!, 1, false)
      from = index + 1
    }
    if (from < text.length) this.#putText(text.slice(from))
  }

  #changeMarks(open: readonly Mark[], wanted: readonly Mark[]): readonly Mark[] {
    let kept = 0
    while (kept < open.length && kept < wanted.length && open[kept]!.eq(wanted[kept]!)) kept++
    for (const mark of open.slice(kept).toReversed()) this.#put(`</${this.#nameOf(mark)}>`, 0, false)
    for (const mark of wanted.slice(kept)) this.#put(`<${this.#nameOf(mark)}>`, 0, false)
    return wanted
  }

  #nameOf(part: Node | Mark): string {
    const given = this.#elementOf(part)
    if (given !== undefined) return given
    const { name } = part.type
    if (name === 'heading' && 'isTextblock' in part)
      return `h${Math.min(6, Math.max(1, Number(part.attrs['level']) || 1))}`
    if (Object.hasOwn(ELEMENTS, name)) return ELEMENTS[name]!
    if (!('isTextblock' in part)) return 'span'
    if (part.type.spec.code === true) return 'pre'
    // An atom in a sentence is something, and no word: the checker reads past `code` so.
    if (part.isInline) return part.isLeaf ? 'code' : 'span'
    return part.isTextblock ? 'p' : 'div'
  }

  #putText(text: string): void {
    // The tokenizer of HTML would drop it.
    const shown = text.replaceAll('\0', '\uFFFD')
    this.#add(shown, true)
    this.#position += text.length
  }

  #put(html: string, size: number, isText: boolean): void {
    this.#add(html, isText)
    this.#position += size
  }

  #add(html: string, isText: boolean): void {
    this.#offsets.push(this.#offset)
    this.#positions.push(this.#position)
    this.#isText.push(isText)
    this.#parts.push(html)
    this.#offset += html.length
  }
}
