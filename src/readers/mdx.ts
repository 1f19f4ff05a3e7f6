/** Reads MDX: Markdown with components, expressions and lines of code in it, none of which is ever run. */
import { CopyBuilder } from '#copy'
import { mdxDirectives } from './directives.ts'
import { readFrontMatter } from './front-matter/read-front-matter.ts'
import { findFrontMatter } from './markdown/parse-markdown.ts'
import { readBody } from './markdown/read-body.ts'
import { guardCopy } from './mdx/guard-copy.ts'
import { maskMdx } from './mdx/mask-mdx.ts'
import { Notices } from './notices.ts'
import type { CopyReader } from './reader.ts'

/**
 * Reads MDX as `readMarkdown` reads Markdown. Imports and exports, expressions and the tags of components aren't copy;
 * the text inside components is, and so are their `caption` and `alt`.
 */
export const readMdx: CopyReader = (source, options = {}) => {
  const copy = new CopyBuilder(source)
  const notices = new Notices(copy)
  const frontMatter = findFrontMatter(source)
  const { end, date, directives } = frontMatter
    ? readFrontMatter(source, frontMatter, copy, notices)
    : { end: 0, date: undefined, directives: [] }
  const mdx = maskMdx(source, end)
  readBody(source, end, guardCopy(copy, source, mdx), notices, {
    masked: mdx.masked,
    captions: mdx.captions,
    isMdx: true,
  })
  const all = [...directives, ...mdxDirectives(source)]
  return copy.finish({ ...options, date: date ?? options.date, format: 'mdx', notices: notices.all, directives: all })
}
