/** Random sources of each format, much of them broken, for property tests; and how each format is read. */
import fc, { type Arbitrary } from 'fast-check'
import { readFeed } from '../../src/readers/feed.ts'
import { readHtml } from '../../src/readers/html.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { readMdx } from '../../src/readers/mdx.ts'
import { readNinjs } from '../../src/readers/ninjs.ts'
import type { Reader } from '../../src/readers/reader.ts'
import { readText } from '../../src/readers/text.ts'
import { readNewsml, readNitf } from '../../src/readers/wire.ts'
import { readWordpress } from '../../src/readers/wordpress.ts'
import { markdownPages } from './markdown-pages.ts'

/** A format, its reader, and sources to read. */
export interface FormatCase {
  readonly name: string
  readonly read: Reader
  readonly sources: Arbitrary<string>
}

const words = [
  'a',
  'word',
  'Xiaomi',
  'U.S.',
  'the the',
  'é',
  '🙂',
  ' ',
  ' ',
  '\n',
  '\u200b',
  '\u00a0',
  '.',
  '“',
  "'",
  '&',
  '&amp;',
  '&nbsp;',
  '&#8217;',
  '&copy',
  '&shy;',
  '<',
  '>',
  '\\',
  '"',
  ';',
]
const elements = [
  'p',
  'p',
  'div',
  'div',
  'article',
  'article',
  'main',
  'header',
  'footer',
  'nav',
  'aside',
  'form',
  'h1',
  'h2',
  'blockquote',
  'ul',
  'li',
  'td',
  'figcaption',
  'b',
  'span',
  'code',
  'svg',
  'script',
  'title',
  'button',
  'section',
]
const html = [
  ...words,
  ...elements.flatMap((name) => [`<${name}>`, `</${name}>`]),
  '<br>',
  '<br>',
  '<img alt="pic &amp; x">',
  '<img alt=y>',
  '<!--',
  '-->',
  '<p hidden>',
  '<div role="navigation">',
  '<span aria-hidden="true">',
  '<time datetime="2024-05-01">',
  '<meta name="description" content="A &quot;dek&quot;">',
  '<meta property=og:title content=Head>',
  '<template>',
  '</template>',
  '<div class="e"><time>9</time>',
  '<div class="e"><time datetime="2024-05-02">9</time>One</div>'.repeat(3),
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Big \\u0026 \\"new\\""}</script>',
  '{{ x }}',
  '{% if y %}',
  '<% z %>',
  '<a href="',
  '<?php ?>',
  '<![CDATA[',
  ']]>',
  '\0',
]
const templates = [
  '{{< fig caption="The quay" >}}',
  '{{% em %}}',
  '{{% /em %}}',
  '{{ x }}',
  '{% if y %}',
  '{% endif %}',
  '{% raw %}',
  '{: .lead}',
  '{#id}',
  '{# note #}',
  '{{<',
  '>}}',
  '{{',
  '}}',
  '{%',
  '%}',
  '{% highlight js %}',
  '{% endhighlight %}',
  '\n{{< x >}}\n',
]
const jsx = [
  '<Box>',
  '</Box>',
  '<Box tip="x" on={() => { a > b }}>',
  '<Pic alt="A boat" />',
  '<>',
  '</>',
  '{count}',
  "{' '}",
  '{/* note */}',
  '{',
  '}',
  'import a from "b"\n',
  '\nexport const x = {\n',
  '<em className={y}>',
  '</em>',
  '`',
  '\\{',
  '\n<Box>\n',
  '    ',
  '${',
]

const from = (tokens: readonly string[], maxLength = 40): Arbitrary<string> =>
  fc.array(fc.constantFrom(...tokens), { maxLength }).map((parts) => parts.join(''))
const fragment = from(html, 14)
const jsonKeys = ['headline', 'byline', 'description_text', 'body_text', 'body_html', 'versioncreated', 'slugline']
const escapedJson = (text: string): string =>
  JSON.stringify(text).replaceAll('é', '\\u00e9').replaceAll('🙂', '\\ud83d\\ude42').replaceAll('<', '\\u003c')
const item = fc
  .array(fc.tuple(fc.constantFrom(...jsonKeys), fragment, fc.boolean()), { maxLength: 4 })
  .map(
    (members) =>
      `{${members.map(([key, text, escapes]) => `"${key}": ${escapes ? escapedJson(text) : JSON.stringify(text)}`).join(',\n')}}`,
  )
const member = fc
  .tuple(
    fc.constantFrom('title', 'description', 'content:encoded', 'dc:creator', 'summary', 'content'),
    fragment,
    fc.constantFrom('escaped', 'cdata', 'raw'),
  )
  .map(([name, fragmentText, way]) => {
    const text = way === 'raw' ? fragmentText.replace(/<a href="|<!|<\?/g, '') : fragmentText
    const written =
      way === 'cdata'
        ? `<![CDATA[${text}]]>`
        : way === 'escaped'
          ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
          : text
    return `<${name}${way === 'raw' && name === 'content' ? ' type="xhtml"' : ''}>${written}</${name}>`
  })
const feedItem = fc
  .tuple(fc.constantFrom('item', 'entry'), fc.array(member, { maxLength: 3 }))
  .map(([name, members]) => `<${name}>\n${members.join('\n')}\n</${name}>\n`)

const wireElements = [
  'p',
  'p',
  'p',
  'hl2',
  'li',
  'td',
  'bq',
  'block',
  'media-caption',
  'note',
  'em',
  'location',
  'xhtml:p',
  'pre',
  'credit',
]
const wireText = [
  ...words.filter((word) => word !== '<'),
  '&lt;',
  '<![CDATA[a <b> & c]]>',
  '<br/>',
  '<!-- x -->',
  '<hr/>',
  '<img alt="pic &amp; x"/>',
  '<?x?>',
]
const wireTokens = [...wireText, ...wireElements.flatMap((name) => [`<${name}>`, `</${name}>`])]
const wireBlock = fc
  .tuple(fc.constantFrom(...wireElements), from(wireText, 8))
  .map(([name, text]) => `<${name}>${text}</${name}>\n`)
const wireBody = fc.oneof(
  fc.array(wireBlock, { maxLength: 5 }).map((blocks) => blocks.join('')),
  from(wireTokens, 14),
)
const nitf = fc
  .tuple(from(wireText, 5), from(wireText, 4), wireBody, fc.boolean())
  .map(
    ([headline, byline, body, hasTitle]) =>
      `<nitf>${hasTitle ? '<head><title>A title</title></head>' : ''}<body><body.head><hedline><hl1>${headline}</hl1></hedline><byline>${byline}</byline></body.head>`
      + `<body.content>\n${body}</body.content></body></nitf>`,
  )
const newsItem = fc
  .tuple(from(wireText, 5), wireBody, fc.constantFrom('nitf', 'xhtml', 'text', 'html'))
  .map(([headline, body, way]) => {
    const content =
      way === 'nitf'
        ? `<inlineXML><nitf><body><body.content>${body}</body.content></body></nitf></inlineXML>`
        : way === 'xhtml'
          ? `<inlineXML><html><body>${body}</body></html></inlineXML>`
          : `<inlineData contenttype="text/${way === 'text' ? 'plain' : 'html'}">${body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</inlineData>`
    return `<newsItem><itemMeta><versionCreated>2024-05-02T09:00:00Z</versionCreated></itemMeta><contentMeta><headline>${headline}</headline><slugline>x</slugline></contentMeta><contentSet>${content}</contentSet></newsItem>\n`
  })
const blog = [
  ...words,
  '<!-- wp:paragraph -->',
  '<p>',
  '</p>',
  '\n\n',
  '\n\n',
  '\n',
  '[caption id="a"]',
  '[/caption]',
  '[gallery ids="1,2"]',
  '[sic]',
  '[',
  ']',
  '<em>',
  '</em>',
  '<pre>',
  '</pre>',
  '<li>',
  '<!--more-->',
  '[embed]',
  '[/embed]',
]
const post = fc
  .tuple(
    from(
      words.filter((word) => !/[<&]/.test(word)),
      4,
    ),
    from(blog, 14),
    fc.constantFrom('post', 'page', 'attachment', 'revision'),
    fc.constantFrom('cdata', 'escaped'),
  )
  .map(
    ([title, content, type, way]) =>
      `<item>\n<title>${title}</title>\n<content:encoded>${way === 'cdata' ? `<![CDATA[${content}]]>` : content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content:encoded>\n<wp:post_type>${type}</wp:post_type>\n</item>\n`,
  )

const lines = [
  ...words,
  '\n',
  '\n\n',
  '\n  ',
  '\t',
  '- ',
  '* ',
  '1. ',
  '• ',
  '– ',
  'By Ann Lee',
  'a long line of words that goes on and on',
  '. Then another one stood',
  '\u2028',
  '\uFEFF',
  '\0',
]

/** All formats. */
export const FORMAT_CASES: readonly FormatCase[] = [
  { name: 'plain text', read: (source) => [readText(source)], sources: from(lines) },
  { name: 'HTML', read: readHtml, sources: from(html) },
  {
    name: 'Markdown with template tags',
    read: (source) => [readMarkdown(source)],
    sources: fc.tuple(markdownPages, from([...templates, ...words], 20), markdownPages).map((parts) => parts.join('')),
  },
  {
    name: 'MDX',
    read: (source) => [readMdx(source)],
    sources: fc
      .tuple(from([...jsx, ...words], 25), markdownPages, from([...jsx, ...words], 10))
      .map((parts) => parts.join('')),
  },
  {
    name: 'ninjs',
    read: readNinjs,
    sources: fc.oneof(
      item,
      fc.array(item, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      from(['{', '}', '[', ']', '"', ':', ',', '"headline"', '"a', '\\', '\\u00', ...words]),
    ),
  },
  {
    name: 'feeds',
    read: readFeed,
    sources: fc.oneof(
      fc.array(feedItem, { maxLength: 3 }).map((items) => `<rss>${items.join('')}</rss>`),
      from([
        '<item>',
        '</item>',
        '<title>',
        '</title>',
        '<content type="html">',
        '</content>',
        '<![CDATA[',
        ']]>',
        ...words,
      ]),
    ),
  },
  {
    name: 'NITF',
    read: readNitf,
    sources: fc.oneof(
      nitf,
      from([
        '<nitf>',
        '<body>',
        '<body.content>',
        '</body.content>',
        '<hl1>',
        '</hl1>',
        '<',
        '<![CDATA[',
        ']]>',
        '<p a="',
        ...wireTokens,
      ]),
    ),
  },
  {
    name: 'NewsML-G2',
    read: readNewsml,
    sources: fc.oneof(
      fc
        .array(newsItem, { maxLength: 3 })
        .map((items) => `<newsMessage><itemSet>${items.join('')}</itemSet></newsMessage>`),
      from([
        '<newsItem>',
        '<inlineXML>',
        '<inlineData>',
        '</newsItem>',
        '<headline>',
        '<contentMeta>',
        '<contentSet>',
        '<',
        ...wireTokens,
      ]),
    ),
  },
  {
    name: 'WordPress',
    read: readWordpress,
    sources: fc.array(post, { maxLength: 3 }).map((items) => `<rss><channel>${items.join('')}</channel></rss>`),
  },
]
