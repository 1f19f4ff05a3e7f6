/** Reads XML as strictly as the standard does, into elements with what is in them. */
import { SaxesParser } from 'saxes'

/** An element with what is in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text right in it. */
  readonly text: string
}

/**
 * The root of a document.
 * @throws {SyntaxError} for whatever isn't well-formed, and for a document without its declaration.
 */
export function readXml(source: string): XmlElement {
  interface Open extends XmlElement {
    readonly children: XmlElement[]
    text: string
  }
  if (!source.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')) throw new SyntaxError('no declaration')
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '' }]
  const parser = new SaxesParser()
  parser.on('error', ({ message }) => {
    throw new SyntaxError(message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => (open.at(-1)!.text += text))
  parser.on('closetag', () => void open.pop())
  parser.write(source).close()
  return open[0]!.children[0]!
}
