/** Reads Markdown: GFM with YAML or TOML front matter, HTML in it, and the template tags of site generators. */
import { CopyBuilder } from '#copy'
import { Directives } from './directives.ts'
import { readFrontMatter } from './front-matter/read-front-matter.ts'
import { findFrontMatter } from './markdown/parse-markdown.ts'
import { readBody } from './markdown/read-body.ts'
import { maskTemplates } from './templates/mask-templates.ts'
import { Notices } from './notices.ts'
import type { CopyReader } from './reader.ts'
import { findTagCaptions } from './templates/tag-captions.ts'

/**
 * Reads Markdown. Front matter becomes fields, and a date in it goes before `options.date`; the text of headings,
 * paragraphs, list items, cells, footnotes and HTML becomes blocks. Code, comments and addresses of links aren't read,
 * nor shortcodes and other template tags; what stands between two of them is.
 */
export const readMarkdown: CopyReader = (source, options = {}) => {
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  const frontMatter = findFrontMatter(source)
  const comments = new Directives(source)
  const { end, date, directives } = frontMatter
    ? readFrontMatter(source, frontMatter, copy, notices)
    : { end: 0, date: undefined, directives: [] }
  readBody(source, end, copy, notices, {
    masked: maskTemplates(source, 'markdown', end),
    captions: findTagCaptions(source, end),
    directives: comments,
  })
  return copy.finish({
    ...options,
    date: date ?? options.date,
    format: 'markdown',
    notices: notices.all,
    directives: [...directives, ...comments.all],
  })
}
