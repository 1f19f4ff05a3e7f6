/** Random sources of each format, much of them broken, for property tests; and how each format is read. */
import fc, { type Arbitrary } from 'fast-check'
import { readFeed } from '../../src/readers/feed.ts'
import { readHtml } from '../../src/readers/html.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { readMdx } from '../../src/readers/mdx.ts'
import { readNinjs } from '../../src/readers/ninjs.ts'
import type { Reader } from '../../src/readers/reader.ts'
import { readText } from '../../src/readers/text.ts'
import { markdownPages } from './markdown-pages.ts'

/** A format, its reader, and sources to read. */
export interface FormatCase {
  readonly name: string
  readonly read: Reader
  readonly sources: Arbitrary<string>
}

const words = ['a', 'word', 'Xiaomi', 'U.S.', 'the the', 'é', '🙂', ' ', ' ', '\n', '\u200b', '\u00a0', '.', '“', '\'', '&', '&amp;', '&nbsp;', '&#8217;', '&copy', '&shy;', '<', '>', '\\', '"', ';']
const elements = ['p', 'p', 'div', 'div', 'article', 'article', 'main', 'header', 'footer', 'nav', 'aside', 'form', 'h1', 'h2', 'blockquote', 'ul', 'li', 'td', 'figcaption', 'b', 'span', 'code', 'svg', 'script', 'title', 'button', 'section']
const html = [
  ...words, ...elements.flatMap((name) => [`<${name}>`, `</${name}>`]), '<br>', '<br>', '<img alt="pic &amp; x">', '<img alt=y>', '<!--', '-->', '<p hidden>', '<div role="navigation">',
  '<span aria-hidden="true">', '<time datetime="2024-05-01">', '<meta name="description" content="A &quot;dek&quot;">', '<meta property=og:title content=Head>', '<template>', '</template>',
  '<div class="e"><time>9</time>', '<div class="e"><time datetime="2024-05-02">9</time>One</div>'.repeat(3),
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Big \\u0026 \\"new\\""}</script>', '{{ x }}', '{% if y %}', '<% z %>', '<a href="', '<?php ?>', '<![CDATA[', ']]>', '\0',
]
const templates = ['{{< fig caption="The quay" >}}', '{{% em %}}', '{{% /em %}}', '{{ x }}', '{% if y %}', '{% endif %}', '{% raw %}', '{: .lead}', '{#id}', '{# note #}', '{{<', '>}}', '{{', '}}', '{%', '%}', '{% highlight js %}', '{% endhighlight %}', '\n{{< x >}}\n']
const jsx = ['<Box>', '</Box>', '<Box tip="x" on={() => { a > b }}>', '<Pic alt="A boat" />', '<>', '</>', '{count}', '{\' \'}', '{/* note */}', '{', '}', 'import a from "b"\n', '\nexport const x = {\n', '<em className={y}>', '</em>', '`', '\\{', '\n<Box>\n', '    ', '${']

const from = (tokens: readonly string[], maxLength = 40): Arbitrary<string> => (
  fc.array(fc.constantFrom(...tokens), { maxLength }).map((parts) => parts.join(''))
)
const fragment = from(html, 14)
const jsonKeys = ['headline', 'byline', 'description_text', 'body_text', 'body_html', 'versioncreated', 'slugline']
const escapedJson = (text: string): string => JSON.stringify(text).replaceAll('é', '\\u00e9').replaceAll('🙂', '\\ud83d\\ude42').replaceAll('<', '\\u003c')
const item = fc.array(fc.tuple(fc.constantFrom(...jsonKeys), fragment, fc.boolean()), { maxLength: 4 }).map((members) => (
  `{${members.map(([key, text, escapes]) => `"${key}": ${escapes ? escapedJson(text) : JSON.stringify(text)}`).join(',\n')}}`
))
const member = fc.tuple(fc.constantFrom('title', 'description', 'content:encoded', 'dc:creator', 'summary', 'content'), fragment, fc.constantFrom('escaped', 'cdata', 'raw')).map(([name, fragmentText, way]) => {
  const text = way === 'raw' ? fragmentText.replace(/<a href="|<!|<\?/g, '') : fragmentText
  const written = way === 'cdata' ? `<![CDATA[${text}]]>` : way === 'escaped' ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text
  return `<${name}${way === 'raw' && name === 'content' ? ' type="xhtml"' : ''}>${written}</${name}>`
})
const feedItem = fc.tuple(fc.constantFrom('item', 'entry'), fc.array(member, { maxLength: 3 })).map(([name, members]) => `<${name}>\n${members.join('\n')}\n</${name}>\n`)

const lines = [
  ...words, '\n', '\n\n', '\n  ', '\t', '- ', '* ', '1. ', '• ', '– ', 'By Ann Lee', 'a long line of words that goes on and on', '. Then another one stood', '\u2028', '\uFEFF', '\0',
]

/** All formats. */
export const FORMAT_CASES: readonly FormatCase[] = [
  { name: 'plain text', read: (source) => [readText(source)], sources: from(lines) },
  { name: 'HTML', read: readHtml, sources: from(html) },
  { name: 'Markdown with template tags', read: (source) => [readMarkdown(source)], sources: fc.tuple(markdownPages, from([...templates, ...words], 20), markdownPages).map((parts) => parts.join('')) },
  { name: 'MDX', read: (source) => [readMdx(source)], sources: fc.tuple(from([...jsx, ...words], 25), markdownPages, from([...jsx, ...words], 10)).map((parts) => parts.join('')) },
  { name: 'ninjs', read: readNinjs, sources: fc.oneof(item, fc.array(item, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`), from(['{', '}', '[', ']', '"', ':', ',', '"headline"', '"a', '\\', '\\u00', ...words])) },
  { name: 'feeds', read: readFeed, sources: fc.oneof(fc.array(feedItem, { maxLength: 3 }).map((items) => `<rss>${items.join('')}</rss>`), from(['<item>', '</item>', '<title>', '</title>', '<content type="html">', '</content>', '<![CDATA[', ']]>', ...words])) },
]
