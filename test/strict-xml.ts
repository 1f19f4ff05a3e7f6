/**
 * Reads XML as strictly as the standard does, as much of it as reports use: elements, attributes, text and the five
 * entities.
 */

/** An element with what is in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text right in it. */
  readonly text: string
}

const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/
const NAME = '[A-Za-z_][\\w.-]*'
const TAG = new RegExp(`<(?:/(${NAME})\\s*|(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?))>`, 'y')
const ATTRIBUTE = new RegExp(`(${NAME})="([^"]*)"`, 'g')
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * The root of a document.
 * @throws {SyntaxError} for whatever isn't well-formed, and for what no report has: comments, CDATA, a DOCTYPE.
 */
export function readXml(source: string): XmlElement {
  const fail = (what: string, at: number): never => {
    throw new SyntaxError(`${what} at ${at}: ${JSON.stringify(source.slice(at, at + 60))}`)
  }
  const illegal = ILLEGAL.exec(source)
  if (illegal) fail('a character that XML forbids', illegal.index)
  const declaration = DECLARATION.exec(source)
  if (!declaration) fail('no declaration', 0)
  interface Open {
    name: string
    attributes: Record<string, string>
    children: XmlElement[]
    text: string
  }
  const roots: XmlElement[] = []
  const open: Open[] = []
  let at = declaration![0].length
  while (at < source.length) {
    const next = source.indexOf('<', at)
    const text = source.slice(at, next < 0 ? source.length : next)
    if (text.includes(']]>')) fail('the end of a CDATA section', at)
    const inside = open.at(-1)
    if (inside) inside.text += decode(text, at, fail)
    else if (text.trim() !== '') fail('text outside the root', at)
    if (next < 0) break
    TAG.lastIndex = next
    const tag = TAG.exec(source)
    if (!tag) fail('no tag', next)
    const [whole, closes, opens, attributes, empty] = tag!
    at = next + whole.length
    if (opens !== undefined) {
      if (!inside && roots.length > 0) fail('a second root', next)
      open.push({ name: opens, attributes: attributesOf(attributes!, next, fail), children: [], text: '' })
    }
    if (closes !== undefined && open.at(-1)?.name !== closes) fail('a tag that closes nothing', next)
    if (closes === undefined && empty !== '/') continue
    const element = open.pop()!
    if (open.length > 0) open.at(-1)!.children.push(element)
    else roots.push(element)
  }
  if (open.length > 0) fail(`<${open.at(-1)!.name}> is not closed`, source.length)
  return roots[0] ?? fail('no root', source.length)
}

function attributesOf(text: string, at: number, fail: (what: string, at: number) => never): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, value] of text.matchAll(ATTRIBUTE)) {
    if (Object.hasOwn(attributes, name!)) fail('an attribute twice', at)
    // Line ends and tabs in an attribute are read as spaces.
    attributes[name!] = decode(value!.replace(/[\t\n\r]/g, ' '), at, fail)
  }
  return attributes
}

function decode(text: string, at: number, fail: (what: string, at: number) => never): string {
  return text.replace(/&([^;\s]*;?)/g, (_, reference: string) => {
    const number = /^#(?:x([\da-f]+)|(\d+));$/i.exec(reference)
    if (number) return String.fromCodePoint(number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16))
    return ENTITIES[reference.slice(0, -1)] ?? fail(`“&${reference}” is no reference`, at)
  })
}
