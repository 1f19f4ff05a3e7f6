/** Exports of WordPress: posts with blocks and without, shortcodes, and what of a site is no copy. */
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { formatOf, kindOfSource } from '../../src/copy/formats/format-of.ts'
import { readWordpress } from '../../src/readers/wordpress.ts'
import { duration } from '../duration.ts'
import { blocksOf, edited } from './read.ts'

const post = (content: string, { type = 'post', status = 'publish', excerpt = '' } = {}): string =>
  `<item><title>Row &amp; more</title><pubDate>Thu, 02 May 2024 09:00:00 +0000</pubDate><dc:creator><![CDATA[admin]]></dc:creator><description></description>`
  + `<content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[${excerpt}]]></excerpt:encoded><wp:post_type><![CDATA[${type}]]></wp:post_type><wp:status>${status}</wp:status>`
  + '<wp:comment><wp:comment_content>The the comment.</wp:comment_content></wp:comment></item>\n'
const exported = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<!-- made by WordPress -->\n<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/">\n`
  + `<channel><title>The Courier</title><wp:author><wp:author_login>admin</wp:author_login></wp:author>\n${items.join('')}</channel></rss>\n`
const read = (...items: readonly string[]): string[][] => readWordpress(exported(...items)).map(blocksOf)

describe('an export of WordPress', () => {
  it('is told by its root, and a feed is still a feed', () => {
    for (const path of ['export.xml', 'export.rss', undefined])
      expect(formatOf(path, exported(post('One')))).toBe('wordpress')
    expect(formatOf('a.xml', '<rss version="2.0"><channel/></rss>')).toBe('feed')
    expect(kindOfSource('a.txt', exported())).toMatchObject({
      unread: expect.stringMatching(/^is an export of WordPress under the name of a text file/) as string,
    })
  })

  it('has a story in each post, block by block', () => {
    const content =
      '<!-- wp:paragraph {"align":"left"} -->\n<p>One <em>two</em>\n\nthree</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2>Next</h2>\n<!-- /wp:heading -->\n'
      + '<!-- wp:image --><figure><img src="a.jpg" alt="A boat"/><figcaption>At sea</figcaption></figure><!-- /wp:image -->\n<!-- wp:code --><pre><code>x</code></pre><!-- /wp:code -->'
    const [story] = readWordpress(exported(post(content, { excerpt: 'It is over.' })))
    expect(blocksOf(story!).toSorted()).toEqual([
      'caption: A boat',
      'caption: At sea',
      'field description: It is over.',
      'field title: Row & more',
      'heading 2: Next',
      'paragraph: One two three',
    ])
    expect(story!.date).toEqual({ year: 2024, month: 5, day: 2 })
  })

  it('has a paragraph between two blank lines where there are no blocks', () => {
    expect(
      read(post('One <b>two</b>\nthree.\n\nFour.\r\n \r\n<ul>\n<li>Five</li>\n</ul>\n<pre>a\n\nb</pre>Six')),
    ).toEqual([
      ['field title: Row & more', 'paragraph: One two three.', 'paragraph: Four.', 'list-item: Five', 'paragraph: Six'],
    ])
  })

  it('reads past shortcodes, and a caption is one', () => {
    expect(
      read(
        post(
          '[caption id="a" width="3"]<img src="a.jpg" /> At sea[/caption]\n\nThe quay [sic] was shut [gallery ids="1,2"] on [b]Monday[/b], [she said], at [time zone="utc"].\n\n[embed]https://example.org/a-b[/embed]',
        ),
      ),
    ).toEqual([
      [
        'field title: Row & more',
        'caption: At sea',
        'paragraph: The quay [sic] was shut on Monday, [she said], at \uFFFC.',
      ],
    ])
  })

  it('reads drafts and pages, of attachments the captions, and nothing else that a site keeps', () => {
    expect(
      read(
        post('One', { status: 'draft' }),
        post('Two', { type: 'page' }),
        post('A boat at sea', { type: 'attachment', status: 'inherit', excerpt: 'At sea' }),
        post('Three', { type: 'review' }),
        post('No', { type: 'revision', status: 'inherit' }),
        post('No', { type: 'nav_menu_item' }),
        post('No', { status: 'trash' }),
        post('No', { type: 'wp_template_part' }),
      ),
    ).toEqual([
      ['field title: Row & more', 'paragraph: One'],
      ['field title: Row & more', 'paragraph: Two'],
      ['field image.description: A boat at sea', 'field image.caption: At sea'],
      ['field title: Row & more', 'paragraph: Three'],
    ])
  })

  it('is edited in CDATA and in shortcodes’ neighbourhood, and no shortcode comes of it', () => {
    const [story] = readWordpress(exported(post('<p>The quay [sic] &amp; pier</p>')))
    expect(edited(story!, 'pier', 'R&D')).toContain('<p>The quay [sic] &amp; R&amp;D</p>')
    expect([
      edited(story!, 'pier', '[gallery]'),
      edited(story!, '[sic]', 'so'),
      edited(story!, 'quay', 'a]]>'),
    ]).toEqual([undefined, undefined, undefined])
  })

  it('without posts is told, and one of nothing but menus passes', () => {
    expect(readWordpress(exported())[0]!.notices).toMatchObject([{ about: 'unread' }])
    expect(check(exported(post('No', { type: 'nav_menu_item' }))).notices).toMatchObject([{ about: 'empty' }])
  })

  it.each([
    '[a b="',
    '[a b=c]',
    '[a]',
    '[/a]',
    '[caption]',
    '\n\n',
    '<pre>',
    '\n ',
    '[a b=c d=e ',
    '[[',
    '<!-- wp:p -->',
  ])('of nothing but %j is read all the same', (unit) => {
    expect(duration(() => readWordpress(exported(post(unit.repeat(Math.ceil(240_000 / unit.length))))))).toBeLessThan(
      4000,
    )
  })
})
