/** Reads Markdown: GFM with YAML or TOML front matter and HTML in it. */
import { CopyBuilder, createStory } from '#story'
import { readFrontMatter } from './front-matter/read-front-matter.ts'
import { findFrontMatter } from './markdown/parse-markdown.ts'
import { readBody } from './markdown/read-body.ts'
import { Notices } from './notices.ts'
import type { StoryReader } from './reader.ts'

/**
 * Reads Markdown. Front matter becomes fields, and a date in it goes before `options.date`; the text of headings,
 * paragraphs, list items, cells, footnotes and HTML becomes blocks. Code, comments and addresses of links aren't read.
 */
export const readMarkdown: StoryReader = (source, options = {}) => {
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  const frontMatter = findFrontMatter(source)
  const { end, date } = frontMatter ? readFrontMatter(source, frontMatter, copy, notices) : { end: 0, date: undefined }
  readBody(source, end, copy, notices)
  return createStory({ ...options, date: date ?? options.date, copy: copy.finish(), format: 'markdown', notices: notices.all })
}
