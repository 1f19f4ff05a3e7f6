/** The HTML reader: which stories it makes of a page, what of the page it leaves, and what it says of each story. */
import { createStory } from '../../src/story/index.ts'
import { describe, expect, it } from 'vitest'
import type { Copy } from '../../src/copy/index.ts'
import { readHtml } from '../../src/readers/html.ts'
import { withoutRepetitions } from '../../src/readers/html/page/page-fields.ts'
import { duration } from '../duration.ts'
import { blocksOf, edited, noticesOf, sourceOf } from './read.ts'

const read = (source: string): string[][] => readHtml(source).map(blocksOf)
const TEXT = 'The board met on Monday and voted on the quay. Nobody has asked the pilots, who came and went home again.'
const day = (year: number, month: number, of: number): object => ({ year, month, day: of })

describe('a page with an article', () => {
  const page = [
    '<!doctype html>',
    '<html><head><title>Quay row ends &amp; more | The Courier</title>',
    '<style>p { color: red }</style></head>',
    '<body>',
    '<header><a>Home</a><nav><ul><li>News</ul></nav></header>',
    '<main><header><h1>Quay row ends &amp; more</h1><p>Boats return.</p></header>',
    '<article>',
    '<p>By Lena Okafor, <time datetime="2024-05-02T09:00">yesterday</time></p>',
    '<p>The board <svg><title>i</title></svg>met<span hidden>x</span> on Monday.<br> <br>It voted.</p>',
    '<figure><img src=a alt="A boat"><figcaption>At sea</figcaption></figure>',
    '<blockquote><p>Never</p></blockquote>',
    '<p>Sign up for our newsletter</p>',
    '<div class="share">Share this</div>',
    '<aside>A box</aside>',
    '<nav>1 2 3</nav><form><label>E-mail</label><input></form><button>Share</button>',
    '<pre>let x</pre>',
    '<footer>Edited by Jonas Wexley</footer>',
    '</article>',
    '<section>More news</section></main>',
    '<aside>Most read</aside><footer>All rights reserved</footer></body></html>',
  ].join('\n')

  it('is read from its heading to the article’s end, leftovers and all, and nothing around it is', () => {
    expect(read(page)).toEqual([
      [
        'heading 1: Quay row ends & more',
        'paragraph: Boats return.',
        'paragraph: By Lena Okafor, yesterday',
        'paragraph: The board met on Monday.',
        'paragraph: It voted.',
        'caption: A boat',
        'caption: At sea',
        '> paragraph: Never',
        'paragraph: Sign up for our newsletter',
        'paragraph: Share this',
        'paragraph: A box',
        'paragraph: Edited by Jonas Wexley',
      ],
    ])
  })

  it('gives the story the day at its top', () => {
    expect(readHtml(page, { date: { year: 1999, month: 1, day: 1 } })[0]!.date).toEqual(day(2024, 5, 2))
    expect(
      readHtml(`<article><p>${'word '.repeat(400)}</p><time datetime="2024-05-02">2 May</time></article>`)[0]!.date,
    ).toBeUndefined()
  })

  it('loses an element with its lines where a block is deleted', () => {
    const story = readHtml(page)[0]!
    expect(edited(story, 'Sign up for our newsletter', '')).toBe(
      page.replace('<p>Sign up for our newsletter</p>\n', ''),
    )
    expect(edited(story, 'It voted.', '')).toBeUndefined()
    expect(edited(readHtml('One<p>Two</p>Three')[0]!, 'Two', '')).toBeUndefined()
    expect(edited(readHtml('<blockquote>><p>Two</p>Three')[0]!, 'Two', '')).toBeUndefined()
    expect(edited(readHtml('<div title="a > b"><p>Two</p>Three</div>')[0]!, 'Two', '')).toBe(
      '<div title="a > b">Three</div>',
    )
    expect(edited(readHtml('<b>One</b><p>Two</p><b>Three</b>')[0]!, 'Two', '')).toBeUndefined()
    expect(edited(readHtml('<p>One</p><!-- a --><p>Two</p><!-- /a -->Three')[0]!, 'Two', '')).toBe(
      '<p>One</p><!-- a --><!-- /a -->Three',
    )
    expect(edited(story, 'Lena', 'R&D "x"')).toContain('By R&amp;D "x" Okafor')
  })
})

describe('a page without an article', () => {
  it('is read from <main>, from what is marked as its text, or whole, without its chrome', () => {
    expect(read('<body><div>Menu</div><main><p>One</p></main><p>Two</p></body>')).toEqual([['paragraph: One']])
    expect(read('<h1>Head</h1><div>Menu</div><div itemprop="articleBody"><p>One</p></div><div>More</div>')).toEqual([
      ['heading 1: Head', 'paragraph: One'],
    ])
    expect(
      read(
        '<header>Site</header><div role="navigation">Menu</div><h2>Head</h2><p>One<aside>Box</aside><footer>End</footer>',
      ),
    ).toEqual([['heading 2: Head', 'paragraph: One']])
    expect(read('<form id="page"><h1>Head</h1><p>One</p></form>')).toEqual([['heading 1: Head', 'paragraph: One']])
    expect(read('')).toEqual([[]])
  })
})

describe('the head of a page', () => {
  it('makes fields of what the page doesn’t say again', () => {
    const [story] = readHtml(
      [
        '<head><meta property="og:title" content="Row ends"><title>Row ends - Courier</title><meta name=description content="The &quot;old&quot; row.">',
        '<meta property="og:description" content="The “old” row."><meta property="og:image" content="https://example.org/a"><meta property="article:published_time" content="2024-05-03T10:00:00Z"></head>',
        '<article><h1>Row ends</h1><p>One</p></article>',
      ].join('\n'),
    )
    expect(blocksOf(story!)).toEqual(['field description: The "old" row.', 'heading 1: Row ends', 'paragraph: One'])
    expect(story!.date).toEqual(day(2024, 5, 3))
    expect(edited(story!, 'row', '"x"')).toContain('content="The &quot;old&quot; &quot;x&quot;."')
  })

  it('may be JSON-LD, with its escapes, alone or in a graph; what an article mentions isn’t read', () => {
    const data =
      '{"@graph":[{"@type":["NewsArticle"],"headline":"R\\u0026D \\"row\\"","articleSection":"Opinion","datePublished":"2024-05-04","author":[{"@type":"Person","name":"Lena Okafor"}],'
      + '"publisher":{"name":"The Courier","description":"No"},"mentions":{"@type":"NewsArticle","headline":"Other"}}]}'
    const [story] = readHtml(
      `<script type="application/ld+json">${data}</script><article><h1>Row</h1><p>One</p></article>`,
    )
    expect(blocksOf(story!)).toEqual([
      'field headline: R&D "row"',
      'field section: Opinion',
      'field author: Lena Okafor',
      'heading 1: Row',
      'paragraph: One',
    ])
    expect([story!.date, createStory(story!).facts.copyKind]).toEqual([day(2024, 5, 4), 'opinion'])
    expect(sourceOf(story!, 'R&D "row"')).toBe('R\\u0026D \\"row\\"')
    expect(edited(story!, 'R&D', '"</script>')).toContain('"headline":"\\"\\u003c/script> \\"row\\""')
  })
})

describe('the text of JSON-LD', () => {
  const page = (headline: string): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${headline}"}</script><article><h1>Row</h1><p>One</p></article>`

  it('is HTML: its references are what they show, and a headline that the page shows isn’t said again', () => {
    const [story] = readHtml(page('R&amp;D &#8211; the \\u0026quot;old\\u0026quot; row &lost'))
    expect(blocksOf(story!)[0]).toBe('field headline: R&D – the "old" row &lost')
    expect(sourceOf(story!, 'R&D')).toBe('R&amp;D')
    expect(edited(story!, 'old', 'new')).toContain('\\u0026quot;new\\u0026quot;')
    expect(readHtml(page('R&#111;w')).map(blocksOf)).toEqual([['heading 1: Row', 'paragraph: One']])
  })

  it('is never edited so that a reference comes of it', () => {
    const [story] = readHtml(page('Row & xx amp; R&D ends'))
    expect(edited(story!, ' xx ', '')).toBeUndefined()
    expect(edited(story!, 'ends', '&amp;')).toBeUndefined()
    expect(edited(story!, 'ends', 'goes on')).toContain('R&D goes on')
  })
})

describe('a page with several articles', () => {
  it('holds several stories, each without those in it', () => {
    expect(
      read(
        `<h1>News</h1><article><h2>A</h2><p>${TEXT}</p><p>${TEXT}</p></article><article><h2>B</h2><p>${TEXT}</p><article><p>${TEXT}</p></article></article>`,
      ),
    ).toEqual([
      ['heading 1: News'],
      ['heading 2: A', `paragraph: ${TEXT}`, `paragraph: ${TEXT}`],
      ['heading 2: B', `paragraph: ${TEXT}`],
      [`paragraph: ${TEXT}`],
    ])
  })

  it('is about the one with the heading, or the one that is most of it', () => {
    const cards = '<article><h3>Card</h3></article><article><h3>Other</h3></article>'
    const head = '<meta name="description" content="Dek">'
    expect(read(`${head}<article><h1>A</h1><p>One</p></article>${cards}`)[0]).toEqual([
      'field description: Dek',
      'heading 1: A',
      'paragraph: One',
    ])
    expect(read(`${head}<h1>A</h1>${cards}<article><p>${'One. '.repeat(60)}</p></article>`).at(-1)).toEqual([
      'field description: Dek',
      'heading 1: A',
      `paragraph: ${'One. '.repeat(60).trim()}`,
    ])
  })

  it('is a live blog where it says so, or where each begins with its time; each entry has its day', () => {
    const entries = ['2024-05-02', '2024-05-03', '2024-05-04']
      .map((date) => `<article><time datetime="${date}">9am</time><p>Update</p></article>`)
      .join('')
    const stories = readHtml(`<h1>Storm</h1>${entries}`)
    expect(stories.map(({ kind, date }) => [kind, date])).toEqual([
      ['live-blog', undefined],
      ['live-blog', day(2024, 5, 2)],
      ['live-blog', day(2024, 5, 3)],
      ['live-blog', day(2024, 5, 4)],
    ])
    const said =
      '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm"}</script><article><h1>Storm</h1><article><p>One</p></article></article>'
    expect(readHtml(said).map((copy) => createStory(copy).facts.copyKind)).toEqual(['live-blog', 'live-blog'])
    expect(
      readHtml(`<article><p>${TEXT}</p></article><article><p>${TEXT}</p></article>`).map(({ kind }) => kind),
    ).toEqual([undefined, undefined])
  })

  it('is a live blog, too, where boxes of one class stand side by side and open with their times', () => {
    const entry = (time: string, text: string, name = 'entry'): string =>
      `<div class="${name}"><div class="meta"><time datetime="2024-05-02T${time}">${time}</time></div><h3>At ${time}</h3><p>${text}</p></div>\n`
    const entries = ['09:00', '09:20', '10:05'].map((time) => entry(time, 'The water rose again.')).join('')
    const apart = [
      ['heading 1: Storm'],
      ...['09:00', '09:20', '10:05'].map((time) => [
        `paragraph: ${time}`,
        `heading 3: At ${time}`,
        'paragraph: The water rose again.',
      ]),
    ]
    expect(read(`<h1>Storm</h1><div class="feed">${entries}</div>`)).toEqual(apart)
    expect(read(`<h1>Storm</h1><p>As it happened.</p><div class="feed">${entries}</div>`)).toEqual([
      [...apart[0]!, 'paragraph: As it happened.'],
      ...apart.slice(1),
    ])
    expect(read(`<article><h1>Storm</h1><div class="feed">${entries}</div></article>`)).toEqual(apart)
    expect(readHtml(`<main><h1>Storm</h1>${entries}</main>`).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => 'live-blog'),
    )
  })

  it('is no live blog for what readers say below it, for a box of news beside it, or for a story with some times', () => {
    const remark = (name: string): string => `<div class="${name}"><time>9am</time><p>I was there.</p></div>`
    const story = `<h1>Storm</h1>${'<p>The water rose over the quay again and again until noon.</p>'.repeat(8)}`
    const isOne = (source: string): void => expect(readHtml(source).map(({ kind }) => kind)).toEqual([undefined])
    isOne(`<article>${story}${remark('item').repeat(4)}</article>`)
    isOne(`<article>${story}</article><div class="thread">${remark('item').repeat(40)}</div>`)
    isOne(`<div class="page"><h1>Storm</h1>${remark('comment-body').repeat(4)}</div>`)
    isOne(`<div class="page"><h1>Storm</h1>${remark('item').repeat(2)}</div>`)
    isOne(`<div class="page"><h1>Storm</h1>${['a', 'b', 'c'].map(remark).join('')}</div>`)
  })
})

describe('a page whose articles are no stories', () => {
  const story = `<h1>Row ends</h1><p>${TEXT}</p><p>${TEXT}</p>`
  const told = ['heading 1: Row ends', `paragraph: ${TEXT}`, `paragraph: ${TEXT}`]
  const card = (title: string): string =>
    `<article><h3><a href="/x">${title}</a></h3><p>The harbour is open again since Monday.</p></article>`
  const remark =
    '<article><p>Jonas says</p><p>We have waited for two days on the quay.</p><p>It is good to hear that it is open once more.</p></article>'

  it('is read from its text where an article holds the head alone', () => {
    const head = '<article class="head"><h1>Row ends</h1><p>By Lena Okafor</p></article>'
    expect(read(`${head}<div itemprop="articleBody"><p>${TEXT}</p><p>${TEXT}</p></div><div>More</div>`)).toEqual([told])
    expect(read(`${head}<div><p>${TEXT}</p><p>${TEXT}</p></div>`)).toEqual([
      [told[0], 'paragraph: By Lena Okafor', ...told.slice(1)],
    ])
    expect(read(`<article><p>${TEXT}</p></article><main>${story}<p>${TEXT.repeat(9)}</p></main>`)).toEqual([
      [...told, `paragraph: ${TEXT.repeat(9)}`],
    ])
  })

  it('is read without what readers say below it, in a list of articles', () => {
    expect(read(`<div>${story}</div><ol><li>${remark}</li><li>${remark}</li></ol>`)).toEqual([told])
    expect(read(`<article>${story}<ul><li>${remark}</li></ul></article>`)).toEqual([told])
    expect(read(`<div>${story}</div><ol>${`<li>${remark}</li>`.repeat(9)}</ol>`)).toHaveLength(10)
  })

  it('is one story where cards stand in or below its own, and a river of cards is one page', () => {
    expect(read(`<article>${story}</article>${card('Ferries').repeat(9)}`)).toEqual([told])
    expect(read(`<article>${story}<div>${card('Ferries')}</div></article>`)).toEqual([
      [...told, 'heading 3: Ferries', 'paragraph: The harbour is open again since Monday.'],
    ])
    expect(read(`<article>${story}</article><a href="/x"><article><p>${TEXT}</p></article></a>`)).toEqual([told])
    expect(read(card('Ferries') + card('Pilots'))).toEqual([
      [
        'heading 3: Ferries',
        'paragraph: The harbour is open again since Monday.',
        'heading 3: Pilots',
        'paragraph: The harbour is open again since Monday.',
      ],
    ])
  })
})

describe('a broken page', () => {
  it('is read on behind elements that are never closed, with a notice', () => {
    const [story] = readHtml('<nav>Menu<article><p>One <b>two</p><svg><p>Three</article>')
    expect(blocksOf(story!)).toEqual(['paragraph: One two', 'paragraph: Three'])
    expect(noticesOf(story!)).toEqual([
      'this <nav> is never closed, so it was read as part of the page: <nav>',
      'this <svg> is never closed, so it was read as part of the page: <svg>',
    ])
  })

  it('is read once where a heading holds the rest of it', () => {
    expect(read('<h1>Row<main>a</h1>')).toEqual([['heading 1: Row', 'heading 1: a']])
  })

  it('ends where its script never does, with a notice', () => {
    const [story] = readHtml('<p>One</p><script>let x')
    expect(blocksOf(story!)).toEqual(['paragraph: One'])
    expect(noticesOf(story!)).toEqual(['this <script> is never closed; what stands in it was not read: <script>let x'])
  })

  it('keeps a template’s tags to itself', () => {
    const story = readHtml('<article>\n{% if paid %}\n<p>{{ name }} said <%= x %> it.</p>\n{% endif %}\n</article>')[0]!
    expect(blocksOf(story)).toEqual(['paragraph: \uFFFC said \uFFFC it.'])
    expect(edited(story, 'said', '{{ x }}')).toBeUndefined()
  })
})

describe('a page made to be slow', () => {
  it.each<[name: string, start: string, unit: (index: number) => string]>([
    [
      'articles in JSON-LD',
      '<script type="application/ld+json">[',
      (index) => `{"@type":"NewsArticle","headline":"Row ${index}"},`,
    ],
    [
      'authors in JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","author":[',
      (index) => `{"name":"Lena Okafor ${index}"},`,
    ],
    ['boxes in each other', '', (index) => `<div class="c${index}"><p>The board met on Monday.</p>`],
    [
      'cards',
      '<article><h1>Row</h1></article>',
      () => '<article><p>The board met on Monday and voted on the quay.</p></article>',
    ],
    ['links', '<p>', () => '<a href=x>The board</a> met '],
  ])('of twenty thousand %s is read all the same', (_, start, unit) => {
    const page = start + Array.from({ length: 20_000 }, (__, index) => unit(index)).join('')
    expect(duration(() => createStory(readHtml(page)[0]!).facts.layout)).toBeLessThan(8000)
  })

  it('says one thing in its head two hundred thousand times', () => {
    const fields = Array.from({ length: 200_000 }, (_, index) => ({
      key: 'headline',
      text: `Row ${index >> 1}`,
      start: index,
      end: index + 1,
      write: () => undefined,
    }))
    expect(duration(() => expect(withoutRepetitions(fields, [])).toHaveLength(100_000))).toBeLessThan(5000)
  })

  const filled = (unit: string): string => unit.repeat(Math.ceil(240_000 / unit.length))

  it.each([
    '<',
    '&',
    '<div>',
    '<article>',
    '<article>x',
    '<nav>',
    '</div>',
    '<span>',
    '<!--',
    '<a href="',
    '<h1>x</h1>',
    '<time datetime="2024-05-01">',
    '<meta name=author content=x>',
    '{{',
    '<title>x</title>',
    '<script type="application/ld+json">',
    '<article><h1>x</h1></article>',
  ])('of nothing but %s is read all the same', (unit) => {
    let stories: readonly Copy[] = []
    expect(duration(() => (stories = readHtml(filled(unit))))).toBeLessThan(5000)
    expect(stories.length).toBeLessThan(20_003)
  })
})

describe('text that isn’t found', () => {
  const sentence = 'The the harbour of Ostby reopened on Monday after a storm, and six ferries left before noon. '
  const aboutOf = (source: string): readonly unknown[] =>
    readHtml(source).flatMap(({ notices }) => notices.map(({ about, message }) => about ?? message))

  it('is told: a page can’t pass of which only the head was read', () => {
    for (const element of ['form', 'nav', 'dialog'])
      expect(aboutOf(`<title>Row</title><${element}><p>${sentence}</p></${element}>`)).toEqual(['unread'])
    for (const nothing of [
      '<title>Row</title>',
      '<nav><a>Home</a> <a>News and more</a></nav>',
      '<script>let x = "It is so. It was so. It will be so. So it is."</script>',
      '',
    ])
      expect(aboutOf(nothing)).toEqual([])
  })

  it('isn’t hidden by articles without anything in them', () => {
    expect(read(`${'<article></article>'.repeat(2000)}<h1>Row</h1><p>${sentence}</p>`)).toEqual([
      ['heading 1: Row', `paragraph: ${sentence.trim()}`],
    ])
  })

  it('is told where a page holds too many articles', () => {
    expect(aboutOf('<article>x</article>'.repeat(20_000))).toEqual([])
    expect(aboutOf('<article>x</article>'.repeat(20_001))).toEqual(['unread'])
  })

  it('is told where more of it stands outside of the story than in it', () => {
    const around = `<div><p>${sentence.repeat(7)}</p></div>`
    expect(aboutOf(`<main><h1>Row</h1><p>By Lena Okafor</p></main>${around}`)).toEqual([
      expect.stringMatching(/^119 words of running text stand outside/),
    ])
    expect(aboutOf(`<article><h1>Row</h1><p>${sentence.repeat(8)}</p></article>${around}`)).toEqual([])
  })
})
