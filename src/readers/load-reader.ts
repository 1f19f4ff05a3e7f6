/** Loads what reads a format with the first source that needs it: most readers bring a parser of their own along. */
import type { Format } from '#copy'
import type { Reader } from './reader.ts'
import { readText } from './text.ts'

const LOADERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => (source, options) => [readText(source, options)],
  markdown: async () => {
    const { readMarkdown } = await import('./markdown.ts')
    return (source, options) => [readMarkdown(source, options)]
  },
  mdx: async () => {
    const { readMdx } = await import('./mdx.ts')
    return (source, options) => [readMdx(source, options)]
  },
  html: async () => (await import('./html.ts')).readHtml,
  ninjs: async () => (await import('./ninjs.ts')).readNinjs,
  feed: async () => (await import('./feed.ts')).readFeed,
  nitf: async () => (await import('./wire.ts')).readNitf,
  newsml: async () => (await import('./wire.ts')).readNewsml,
  wordpress: async () => (await import('./wordpress.ts')).readWordpress,
}

/** What reads a format, loaded where it hasn't been. */
export async function loadReader(format: Format): Promise<Reader> {
  return LOADERS[format]()
}
