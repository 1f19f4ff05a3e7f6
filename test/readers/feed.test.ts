/** The reader of feeds: an item a story, with places through XML, CDATA and the HTML in them. */
import { describe, expect, it } from 'vitest'
import type { Copy } from '../../src/copy/index.ts'
import { readFeed } from '../../src/readers/feed.ts'
import { duration } from '../duration.ts'
import { blocksOf, edited, noticesOf, sourceOf } from './read.ts'

describe('RSS', () => {
  const source = [
    '<?xml version="1.0"?>',
    '<rss xmlns:content="x"><channel><title>The Courier</title><description>No copy</description>',
    '<item><title>R&amp;D row</title><dc:creator><![CDATA[Lena Okafor]]></dc:creator><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate>',
    '<description>&lt;p&gt;The &lt;b&gt;old&lt;/b&gt; quay &amp;amp; pier&lt;/p&gt;&lt;nav&gt;No&lt;/nav&gt;</description><media:group><title>No</title></media:group></item>',
    '<item><title><![CDATA[Two &#8217;s]]></title><description>A dek</description><content:encoded>\n<![CDATA[<p>The new quay &amp; pier</p><p>Sign up</p>]]></content:encoded></item>',
    '</channel></rss>',
  ].join('\n')

  it('has a story an item, and none of the channel', () => {
    const stories = readFeed(source)
    expect(stories.map(blocksOf)).toEqual([
      ['field title: R&D row', 'field author: Lena Okafor', 'paragraph: The old quay & pier'],
      ['field title: Two ’s', 'field description: A dek', 'paragraph: The new quay & pier', 'paragraph: Sign up'],
    ])
    expect(stories.map(({ date }) => date)).toEqual([{ year: 2024, month: 5, day: 1 }, undefined])
    expect(sourceOf(stories[0]!, 'old quay & pier')).toBe('old&lt;/b&gt; quay &amp;amp; pier')
  })

  it('is edited as its member is written', () => {
    const [one, two] = readFeed(source)
    expect(edited(one!, 'quay', 'R&D <x>')).toContain('R&amp;amp;D &amp;lt;x&amp;gt; &amp;amp; pier')
    expect(edited(two!, 'new', 'R&D <x>')).toContain('The R&amp;D &lt;x&gt; quay')
    expect(edited(two!, 'new', 'a]]>')).toBeUndefined()
    expect(edited(two!, 'Sign up', '')).toBe(source.replace('<p>Sign up</p>', ''))
  })
})

describe('Atom', () => {
  it('has a story an entry, in text, HTML or XHTML', () => {
    const [one, two] = readFeed(
      [
        '<feed><title>The Courier</title><entry><title type="html">A &amp;amp; B</title><author><name>Ann Lee</name></author><updated>2024-05-02T00:00:00Z</updated>',
        '<content type="xhtml"><div><h2>Head</h2><p>One &amp; two</p></div></content></entry>',
        '<entry><title>C</title><summary>Plain copy.</summary></entry></feed>',
      ].join('\n'),
    )
    expect(blocksOf(one!)).toEqual([
      'field title: A & B',
      'field author: Ann Lee',
      'heading 2: Head',
      'paragraph: One & two',
    ])
    expect(blocksOf(two!)).toEqual(['field title: C', 'paragraph: Plain copy.'])
    expect(one!.date).toEqual({ year: 2024, month: 5, day: 2 })
    expect(edited(one!, 'two', 'R&D')).toContain('One &amp; R&amp;D</p>')
    expect(edited(two!, 'Plain', 'R&D')).toBeUndefined()
  })

  it('is edited so that no half of a reference becomes one', () => {
    const [story] = readFeed('<rss><item>\n<dc:creator>&copy</dc:creator>\n</item>\n</rss>')
    expect(edited(story!, 'c', 'amp;a')).toBeUndefined()
    expect(edited(story!, 'c', 'a')).toBe('<rss><item>\n<dc:creator>&aopy</dc:creator>\n</item>\n</rss>')
  })

  it('is edited so that what is HTML by a reference in it stays HTML', () => {
    const [story] = readFeed('<rss><item>\n<title>R&amp;amp;D the the &lt;?php ?></title>\n</item>\n</rss>')
    expect(edited(story!, '&', 'and')).toBeUndefined()
    expect(edited(story!, 'the the', 'the')).toContain('R&amp;amp;D the &lt;?php')
    const [tagged] = readFeed('<rss><item>\n<title>R&amp;amp;D &lt;b>the&lt;/b></title>\n</item>\n</rss>')
    expect(edited(tagged!, '&', 'and')).toContain('RandD')
  })

  it('is edited so that no tag gets the end it has not', () => {
    const [story] = readFeed(
      '<rss><item>\n<title><![CDATA[]]><a href="]]></title>\n<dc:creator>&lt;img alt="pic x"></dc:creator>\n</item>\n</rss>',
    )
    expect(edited(story!, '="pic', 'a')).toBeUndefined()
    expect(edited(story!, 'pic', 'a')).toContain('alt="a x"')
    const [open] = readFeed('<rss><item>\n<dc:creator><% z %></dc:creator>\n</item>\n</rss>')
    expect(edited(open!, '% ', 'a')).toBeUndefined()
  })

  it('has its letters’ places behind a reference without its end', () => {
    const [story] = readFeed('<rss><item>\n<title><![CDATA[</footer>&copy]]>a]]></title>\n</item>\n</rss>')
    expect(sourceOf(story!, '©')).toBe('&copy')
    expect(sourceOf(story!, 'a')).toBe('a')
  })
})

describe('a broken feed', () => {
  it('is read as far as it goes', () => {
    expect(readFeed('<rss><item><title>A & B < C</title><item><description>One</p></item>').map(blocksOf)).toEqual([
      ['field title: A & B < C'],
    ])
    expect(noticesOf(readFeed('<rss></rss>')[0]!)[0]).toMatch(/^holds no item or entry/)
  })

  it.each(['<', '<item>', '<item><title>a</title></item>', '<![CDATA[', '<!--', '<a b="', ']]>', '&', '</item>'])(
    'of nothing but %s is read all the same',
    (unit) => {
      let stories: readonly Copy[] = []
      expect(duration(() => (stories = readFeed(unit.repeat(Math.ceil(240_000 / unit.length)))))).toBeLessThan(5000)
      expect(stories.length).toBeGreaterThan(0)
    },
  )
})
