/** Reads what agencies send as XML: NITF, and NewsML-G2 with NITF, XHTML or plain text in it. */
import { CopyBuilder, type Format, type Copy } from '#copy'
import { Notices } from './notices.ts'
import type { Reader, ReadOptions } from './reader.ts'
import { WireStories } from './wire/wire-stories.ts'
import { scanXml } from './xml/scan-xml.ts'

/**
 * Reads NITF: headline, byline, dateline and abstract become fields, the text its paragraphs, crossheads, lists, tables
 * and captions. The head says the day of publication; what it says besides, and notes to editors, isn't read.
 */
export const readNitf: Reader = (source, options = {}) =>
  readWire(source, options, 'nitf', 'holds no headline and no text as NITF has them')

/**
 * Reads NewsML-G2: each news item of a message is a story, and so is a package of references. What is said of an item
 * (headline, byline, dateline, description) becomes fields, and its content is read where it stands in the item as
 * NITF, XHTML or text.
 */
export const readNewsml: Reader = (source, options = {}) =>
  readWire(source, options, 'newsml', 'holds no news item of NewsML-G2 with anything to read in it')

function readWire(source: string, options: ReadOptions, format: Format, nothing: string): readonly Copy[] {
  const wire = new WireStories(source, format, options)
  const stories = wire.finish(scanXml(source, wire))
  if (stories.length > 0) return stories
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  notices.unread(nothing)
  return [copy.finish({ ...options, format, notices: notices.all })]
}
