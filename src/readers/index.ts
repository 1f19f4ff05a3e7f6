/** What reads each format. */
import type { Format } from '#copy'
import { readFeed } from './feed.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { readMdx } from './mdx.ts'
import { readNinjs } from './ninjs.ts'
import type { Reader } from './reader.ts'
import { readText } from './text.ts'
import { readNewsml, readNitf } from './wire.ts'
import { readWordpress } from './wordpress.ts'

/** The readers by format. Who checks one file and ends asks `loadReader` instead, so as not to load them all. */
export const READERS: Readonly<Record<Format, Reader>> = {
  text: (source, options) => [readText(source, options)],
  markdown: (source, options) => [readMarkdown(source, options)],
  mdx: (source, options) => [readMdx(source, options)],
  html: readHtml,
  ninjs: readNinjs,
  feed: readFeed,
  nitf: readNitf,
  newsml: readNewsml,
  wordpress: readWordpress,
}
