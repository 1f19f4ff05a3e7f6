/**
 * Reads the tags and the text of XML, with exact places. No entity is declared, no document type read, nothing fetched.
 */

/** Called for each piece of an XML text; offsets are the source's. */
export interface XmlHandler {
  /** A start tag; `attributes` is what stands in it behind the name. */
  startTag(name: string, start: number, end: number, attributes: string, isEmpty: boolean): void
  endTag(name: string, start: number, end: number): void
  /** Text between tags, entities and all, or what stands in a CDATA section. */
  text(start: number, end: number, isRaw: boolean): void
}

const TAG = /<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/y
/** How long a tag may be. */
export const LONGEST_TAG = 10_000

/**
 * Scans XML. What isn't well-formed is text, or passed over to the next tag.
 * @returns Where tags start that have no end, in order: a quotation mark behind one may give it one.
 */
export function scanXml(source: string, handler: XmlHandler): readonly number[] {
  const endless: number[] = []
  let from = 0
  const text = (to: number): void => {
    if (to > from) handler.text(from, to, false)
  }
  // Behind it no tag ends.
  const last = source.lastIndexOf('>')
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const special = SPECIAL.find(({ opens }) => source.startsWith(opens, at))
    if (special) {
      const close = source.indexOf(special.closes, at + special.opens.length)
      text(at)
      const end = close < 0 ? source.length : close
      if (special.isText) handler.text(at + special.opens.length, end, true)
      at = from = Math.min(source.length, end + special.closes.length)
      continue
    }
    const tag = at < last ? tagAt(source, at) : undefined
    if (!tag) {
      endless.push(at)
      at++
      continue
    }
    text(at)
    const [whole, slash, name, attributes, empty] = tag
    from = at + whole.length
    if (slash === '') handler.startTag(name, at, from, attributes, empty !== '')
    else handler.endTag(name, at, from)
    at = from
  }
  text(source.length)
  return endless
}

const SPECIAL = [
  { opens: '<![CDATA[', closes: ']]>', isText: true },
  { opens: '<!--', closes: '-->', isText: false },
  { opens: '<?', closes: '?>', isText: false },
  { opens: '<!', closes: '>', isText: false },
]

function tagAt(source: string, at: number): readonly [string, string, string, string, string] | undefined {
  TAG.lastIndex = 0
  const match = TAG.exec(source.slice(at, Math.min(source.length, at + LONGEST_TAG)))
  return match ? [match[0], match[1]!, match[2]!, match[3]!, match[4]!] : undefined
}
