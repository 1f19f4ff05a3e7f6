/** Finds the items of a feed, and of an export that is written as one, with their members. */
import type { MarkupTarget } from '../markup/markup-text.ts'
import { DecodedText } from '../markup/decoded-text.ts'
import { scanXml, type XmlHandler } from '../xml/scan-xml.ts'
import { touchesEndless } from '../xml/xml-edits.ts'
import { decodeXml, encodeCdata, encodeXml } from '../xml/xml-text.ts'

/** A member of an item: its text, decoded once. */
export interface ItemMember {
  readonly name: string
  /** Whether its text is HTML once more, by what it says of itself or by its place. */
  readonly type: string
  readonly text: DecodedText
  /**
   * How its text stands: escaped, in CDATA, or as tags of its own; both escaped and in CDATA, nothing in it is edited.
   */
  writing: 'escaped' | 'cdata' | 'xhtml' | 'mixed'
}

const ITEMS: ReadonlySet<string> = new Set(['item', 'entry'])

/**
 * The members of each item, and where in the source tags start that have no end.
 * @param members What is taken of an item, in small letters.
 */
export function findItems(
  source: string,
  members: ReadonlySet<string>,
): { readonly items: readonly (readonly ItemMember[])[]; readonly endless: readonly number[] } {
  const collector = new ItemCollector(source, members)
  const endless = scanXml(source, collector)
  return { items: collector.items, endless }
}

class ItemCollector implements XmlHandler {
  readonly items: ItemMember[][] = []
  readonly #source: string
  readonly #members: ReadonlySet<string>
  readonly #open: string[] = []
  readonly #counts = new Map<string, number>()
  /** How many elements were open around the item that is read. */
  #item: number | undefined
  #member: { readonly member: ItemMember; readonly depth: number; readonly from: number } | undefined

  constructor(source: string, members: ReadonlySet<string>) {
    this.#source = source
    this.#members = members
  }

  startTag(written: string, _start: number, end: number, attributes: string, isEmpty: boolean): void {
    const name = written.toLowerCase()
    if (isEmpty) return
    const depth = this.#open.push(name) - 1
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    if (this.#member) return
    if (this.#item === undefined) {
      if (!ITEMS.has(name)) return
      this.#item = depth
      this.items.push([])
    } else if (
      this.#members.has(name)
      && (depth === this.#item + 1 || (name === 'name' && this.#open[depth - 1] === 'author'))
    ) {
      // In Atom an author holds a name.
      if (name === 'author' && /^\s*<\w/.test(this.#source.slice(end, end + 200))) return
      const type = /\btype\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1]?.toLowerCase() ?? ''
      const member: ItemMember = {
        name,
        type,
        text: new DecodedText(this.#source, end),
        writing: type === 'xhtml' ? 'xhtml' : 'escaped',
      }
      this.#member = { member, depth, from: end }
    }
  }

  endTag(written: string, start: number): void {
    const name = written.toLowerCase()
    if (!this.#counts.get(name)) return
    for (let closed: string | undefined; closed !== name;) {
      closed = this.#open.pop()!
      this.#counts.set(closed, this.#counts.get(closed)! - 1)
      if (this.#member?.depth === this.#open.length) this.#endMember(start)
      if (this.#item === this.#open.length) this.#item = undefined
    }
  }

  text(start: number, end: number, isRaw: boolean): void {
    const member = this.#member?.member
    if (!member || member.writing === 'xhtml') return
    if (isRaw) {
      member.writing =
        member.writing === 'escaped' && member.text.text.trim() === ''
          ? 'cdata'
          : member.writing === 'cdata'
            ? 'cdata'
            : 'mixed'
      member.text.plain(start, end)
    } else {
      if (member.writing === 'cdata' && /\S/.test(this.#source.slice(start, end))) member.writing = 'mixed'
      decodeXml(this.#source, start, end, member.text)
    }
  }

  #endMember(end: number): void {
    const { member, from } = this.#member!
    if (member.writing === 'xhtml') member.text.plain(from, end)
    this.items.at(-1)!.push(member)
    this.#member = undefined
  }
}

/** Writes edits of a member. Behind a tag that has no end, no mark is written or taken away that may end it. */
export function writeTo(
  source: string,
  writing: ItemMember['writing'],
  endless: readonly number[],
): MarkupTarget['write'] {
  return (text, at) => {
    if (touchesEndless(source, endless, text, at)) return undefined
    if (writing === 'escaped') return encodeXml(text, source, at)
    return writing === 'cdata' ? encodeCdata(text) : writing === 'xhtml' ? text : undefined
  }
}
