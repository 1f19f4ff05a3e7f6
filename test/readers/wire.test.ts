/** NITF and NewsML-G2: what their elements are to a story, with places through the escapes of XML. */
import { createStory } from '../../src/story/index.ts'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { formatOf } from '../../src/copy/formats/format-of.ts'
import { readNewsml, readNitf } from '../../src/readers/wire.ts'
import { duration } from '../duration.ts'
import { blocksOf, edited, sourceOf } from './read.ts'

const NITF = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf>
  <head><title>ferries-2</title><docdata><date.issue norm="20240502T090000Z"/><ed-msg info="EDS: hold"/></docdata></head>
  <body>
    <body.head>
      <hedline><hl1>Ferries sail &amp; return</hl1><hl2>Six boats leave Ostby</hl2></hedline>
      <note><body.content><p>Editors: hold for noon.</p></body.content></note>
      <byline>By <person>Lena Okafor</person><byttl>Harbour reporter</byttl></byline>
      <dateline><location>OSTBY</location>, <story.date>May 2</story.date></dateline>
      <abstract><p>The harbour is open.</p></abstract>
    </body.head>
    <body.content>
      <p lede="true">The harbour of <location><city>Ostby</city></location> re&#8203;opened, its <em>master</em>
        said.</p>
      <hl2>What comes next</hl2>
      <media media-type="image"><media-reference source="a.jpg"/><media-caption>Boats at <b>sea</b></media-caption><media-producer>Jonas Wexley</media-producer></media>
      <bq><block><p>“We sail,” she said.</p></block><credit>The master</credit></bq>
      <ul><li>One</li><li><p>Two</p></li></ul>
      <table><tr><td>Noon</td><td>6</td></tr></table>
      <pre>x = 1</pre>
      <p><![CDATA[Six <ferries> & more.]]></p>
    </body.content>
    <body.end><tagline>Write to the desk.</tagline></body.end>
  </body>
</nitf>
`

describe('NITF', () => {
  const [story, ...others] = readNitf(NITF)

  it('has its headline, decks, byline, dateline and abstract as fields, and its text as blocks', () => {
    expect(others).toEqual([])
    expect(blocksOf(story!)).toEqual([
      'field headline: Ferries sail & return',
      'field subheadline: Six boats leave Ostby',
      'field byline: By Lena Okafor',
      'field byline: Harbour reporter',
      'field dateline: OSTBY, May 2',
      'field abstract: The harbour is open.',
      'paragraph: The harbour of Ostby reopened, its master said.',
      'heading 2: What comes next',
      'caption: Boats at sea',
      '> paragraph: “We sail,” she said.',
      '> paragraph: The master',
      'list-item: One',
      'list-item: Two',
      'table-cell: Noon',
      'table-cell: 6',
      'paragraph: Six <ferries> & more.',
      'paragraph: Write to the desk.',
    ])
    expect(story!.date).toEqual({ year: 2024, month: 5, day: 2 })
    const { facts, blocks } = createStory(story!)
    expect(blocks.slice(0, 6).map((block) => facts.layout.roleOf(block))).toEqual([
      'headline',
      'dek',
      'byline',
      'byline',
      'dateline',
      'dek',
    ])
  })

  it('is edited between its tags, and in CDATA', () => {
    expect(sourceOf(story!, 'sail & return')).toBe('sail &amp; return')
    expect(edited(story!, 'sail & return', 'R&D <x>')).toContain('<hl1>Ferries R&amp;D &lt;x&gt;</hl1>')
    expect(edited(story!, '<ferries>', 'boats & <b>')).toContain('<![CDATA[Six boats & <b> & more.]]>')
    expect(edited(story!, '<ferries>', ']]>')).toBeUndefined()
    expect(edited(story!, 'The harbour of Ostby reopened', 'It opened')).toBeUndefined()
    expect(edited(story!, 'The harbour is open.', '')).toBe(NITF.replace('<p>The harbour is open.</p>', ''))
  })

  it('is told by its root, whatever its name, and by its ending', () => {
    for (const path of ['a.xml', 'a.nitf', 'a', undefined]) expect(formatOf(path, NITF)).toBe('nitf')
    expect(
      check('<nitf><body><body.content><p>The the ferries left.</p></body.content></body></nitf>').findings,
    ).toMatchObject([{ quote: 'The the' }])
    expect(
      readNitf(
        '<nitf:nitf xmlns:nitf="x"><nitf:body><nitf:body.content><nitf:p>One</nitf:p></nitf:body.content></nitf:body></nitf:nitf>',
      ).map(blocksOf),
    ).toEqual([['paragraph: One']])
  })

  it('has the head’s title where there is no headline', () => {
    expect(
      readNitf(
        '<nitf><head><title>Row ends</title><docdata><key-list>x</key-list></docdata></head><body><body.content><p>One</p></body.content></body></nitf>',
      ).map(blocksOf),
    ).toEqual([['field title: Row ends', 'paragraph: One']])
  })

  it('deletes no element in which a lone end tag parts two texts', () => {
    const [broken] = readNitf('<nitf><body>\n<p>One</bq>Two</p>\n</body></nitf>')
    expect(blocksOf(broken!)).toEqual(['paragraph: One', 'paragraph: Two'])
    expect([edited(broken!, 'One', ''), edited(broken!, 'Two', '')]).toEqual([undefined, undefined])
  })

  it('that holds nothing is told', () => {
    for (const source of ['<nitf></nitf>', '<nitf><body><note><p>One</p></note></body></nitf>', 'One'])
      expect(readNitf(source)[0]!.notices).toMatchObject([{ about: 'unread' }])
  })
})

const item = (content: string, headline = 'Row ends'): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><rightsInfo><usageTerms>Not for sale.</usageTerms></rightsInfo><itemMeta><versionCreated>2024-05-02T09:00:00Z</versionCreated><edNote>Hold it.</edNote></itemMeta>`
  + `<contentMeta><headline>${headline}</headline><by>By Lena Okafor</by><creator><name>Lena Okafor</name></creator><dateline>OSTBY, May 2</dateline><slugline>ROW</slugline><subject><name>Ports</name></subject>`
  + `<description role="drol:summary">It is over.</description></contentMeta><contentSet>${content}</contentSet></newsItem>`
const FIELDS = [
  'field headline: Row ends',
  'field byline: By Lena Okafor',
  'field author: Lena Okafor',
  'field dateline: OSTBY, May 2',
  'field description: It is over.',
]

describe('NewsML-G2', () => {
  it.each([
    [
      'NITF',
      '<inlineXML><nitf><body><body.head><hedline><hl1>Row</hl1></hedline></body.head><body.content><p>One &amp; two</p></body.content></body></nitf></inlineXML>',
      ['field headline: Row', 'paragraph: One & two'],
    ],
    [
      'XHTML',
      '<inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="x"><h:head><h:title>T</h:title></h:head><h:body><h:h1>Row</h:h1><h:p>One<h:br/>two <h:img alt="A &quot;boat&quot;"/></h:p></h:body></h:html></inlineXML>',
      ['heading 1: Row', 'paragraph: One two', 'caption: A "boat"'],
    ],
    [
      'text',
      '<inlineData contenttype="text/plain">One &lt;b>\n\nTwo</inlineData>',
      ['paragraph: One <b>', 'paragraph: Two'],
    ],
    [
      'HTML',
      '<inlineData contenttype="text/html">&lt;p>One &amp;amp; two&lt;/p></inlineData>',
      ['paragraph: One & two'],
    ],
    [
      'HTML in CDATA',
      '<inlineData><![CDATA[<p>One</p><p>Two</p>]]></inlineData>',
      ['paragraph: One', 'paragraph: Two'],
    ],
  ])('has %s in it', (_, content, wanted) => {
    const [story, ...others] = readNewsml(item(content))
    expect(others).toEqual([])
    expect(blocksOf(story!)).toEqual([...FIELDS, ...wanted])
    expect([story!.date, story!.notices]).toEqual([{ year: 2024, month: 5, day: 2 }, []])
  })

  it('holds several items in a message, each a story, and packages of references', () => {
    const [message, reference] = [
      `<newsMessage><header><sender>x</sender></header><itemSet>${item('<inlineData>One</inlineData>')}<conceptItem><concept><name>No</name></concept></conceptItem>${item('<remoteContent href="a.jpg"/>')}</itemSet></newsMessage>`,
      '<packageItem><contentMeta><headline>Today</headline></contentMeta><groupSet><group><itemRef><title>Row ends</title><provider>x</provider></itemRef></group></groupSet></packageItem>',
    ]
    expect(readNewsml(message).map(blocksOf)).toEqual([[...FIELDS, 'paragraph: One'], FIELDS])
    expect(readNewsml(reference).map(blocksOf)).toEqual([['field headline: Today', 'list-item: Row ends']])
    for (const source of [message, reference, item('')]) expect(formatOf('a.xml', source)).toBe('newsml')
  })

  it('is edited as each of them is written', () => {
    const story = readNewsml(
      item('<inlineData contenttype="text/html">&lt;p>One &amp;amp; two&lt;/p></inlineData>'),
    )[0]!
    expect(edited(story, 'One', 'R&D')).toContain('&lt;p&gt;R&amp;amp;D &amp;amp; two'.replace('&lt;p&gt;', '&lt;p>'))
    expect(edited(story, 'It is over.', 'R&D')).toContain('>R&amp;D</description>')
  })

  it.each([
    [
      '<inlineXML><sports-content><sports-event/></sports-content></inlineXML>',
      /^holds a news item in SportsML, which is not read/,
    ],
    ['<inlineXML><ledger><p>One</p></ledger></inlineXML>', /root is <ledger>/],
    ['<inlineData encoding="base64">T25l</inlineData>', /is encoded/],
  ])('tells content that isn’t read: %s', (content, message) => {
    const [story] = readNewsml(item(content))
    expect(blocksOf(story!)).toEqual(FIELDS)
    expect(story!.notices).toMatchObject([{ about: 'unread', message: expect.stringMatching(message) as string }])
  })
})

describe('XML made to be slow, or to do harm', () => {
  it('declares no entities', () => {
    const bomb = `<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY f SYSTEM "file:///etc/passwd">]><nitf><body><p>&b;&f; One</p></body></nitf>`
    expect(readNitf(bomb).map(blocksOf)).toEqual([['paragraph: &b;&f; One']])
  })

  it.each([
    '<p>',
    '<p>a',
    '</p>',
    '<p>a</p>',
    '<newsItem>',
    '<inlineXML>',
    '<inlineData>a',
    '<![CDATA[a]]>',
    '<![CDATA[',
    '<',
    '&amp;',
    '<a b="',
    '<note>',
    '<img alt="x"/>',
    '<newsItem><headline>a</headline></newsItem>',
    '<bq>',
  ])('of nothing but %s is read all the same', (unit) => {
    for (const read of [readNitf, readNewsml]) {
      expect(
        duration(() => read(`<newsMessage><newsItem><contentMeta>${unit.repeat(Math.ceil(480_000 / unit.length))}`)),
      ).toBeLessThan(4000)
    }
  })
})
