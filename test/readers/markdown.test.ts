/** The Markdown reader: which blocks it makes of a page, and that each letter keeps its way back to the source. */
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { blocksOf, noticesOf, sourceOf } from './read.ts'

const read = (source: string): string[] => blocksOf(readMarkdown(source))

describe('the blocks of a Markdown page', () => {
  it('are its headings, paragraphs, list items and table cells, in order', () => {
    expect(
      read(
        [
          '# Ferry row ends',
          '',
          'The harbour board met on Monday.',
          '',
          'What next',
          '---------',
          '',
          '- The quay opens in May.',
          '- The *old* pier stays shut.',
          '',
          '1) A vote',
          '',
          '   It is due in June.',
          '',
          '| Port | Ships |',
          '|------|------:|',
          '| Leith | 12 |',
          '',
        ].join('\n'),
      ),
    ).toEqual([
      'heading 1: Ferry row ends',
      'paragraph: The harbour board met on Monday.',
      'heading 2: What next',
      'list-item: The quay opens in May.',
      'list-item: The old pier stays shut.',
      'list-item: A vote',
      'list-item: It is due in June.',
      'table-cell: Port',
      'table-cell: Ships',
      'table-cell: Leith',
      'table-cell: 12',
    ])
  })

  it('say what stands in a blockquote', () => {
    expect(read('> “Never,” she said.\n>\n> - Not now\n>\n> > Nor then\n\nHe left.')).toEqual([
      '> paragraph: “Never,” she said.',
      '> list-item: Not now',
      '> paragraph: Nor then',
      'paragraph: He left.',
    ])
  })

  it('hold no code, no comment, no rule, no definition', () => {
    expect(
      read(
        '```js\nlet Xiaomi\n```\n\n    indented code\n\n<!-- a note\n\nto self -->\n\n***\n\n[a]: /b "Title"\n\nCopy.',
      ),
    ).toEqual(['paragraph: Copy.'])
  })

  it('are made of footnotes too, and the marks of footnotes vanish', () => {
    expect(read('It rose[^1] again[^b].\n\n[^1]: By *half*.\n\n    And more.\n\n[^b]: So they say.')).toEqual([
      'paragraph: It rose again.',
      'paragraph: By half.',
      'paragraph: And more.',
      'paragraph: So they say.',
    ])
  })

  it('hold the words of links and the addresses that stand bare, but no other address', () => {
    expect(
      read(
        'See [the *report*](https://example.org/r "R"), [this][r] and [r], www.example.org or <https://example.org/x_y>.\n\n[r]: /r',
      ),
    ).toEqual(['paragraph: See the report, this and r, www.example.org or https://example.org/x_y.'])
  })

  it('leave out what is struck out, and the boxes of tasks', () => {
    expect(read('- [x] Ask ~~Ann~~ Bea\n- [ ] Call')).toEqual(['list-item: Ask Bea', 'list-item: Call'])
    expect(read('Ask <del>Ann</del> <ins>Bea</ins> and ~~the~~ the cook, not <s>Cy</s>.')).toEqual([
      'paragraph: Ask Bea and the cook, not .',
    ])
  })

  it('have captions of their own for images, after the paragraph that holds them', () => {
    expect(read('Ann ![A *red* boat &amp; crew](b.jpg) sails ![Bea][b].\n\n![](c.jpg)\n\n[b]: d.jpg')).toEqual([
      'paragraph: Ann sails .',
      'caption: A red boat & crew',
      'caption: Bea',
    ])
  })

  it('read a code span as one sign that is no word', () => {
    const story = readMarkdown('Run `npm ci` before ``a`b`` the talk.')
    expect(story.text).toBe('Run \uFFFC before \uFFFC the talk.')
    expect(sourceOf(story, 'Run \uFFFC before')).toBe('Run `npm ci` before')
  })

  it('are read on where a task’s box stands under an empty item', () => {
    expect(read('*\n[x] One')).toEqual(['paragraph: One'])
    expect(read('- [x] One\n- [ ] Two')).toEqual(['list-item: One', 'list-item: Two'])
  })

  it('are none where there is no copy', () => {
    for (const source of ['', '\n\n', '---\n', '```\ncode\n```', '![](a)', '<!-- a -->', '\uFEFF'])
      expect(read(source)).toEqual([])
  })
})

describe('the way back to the source', () => {
  it('goes through emphasis in the middle of a word', () => {
    expect(sourceOf(readMarkdown('Ask **Xiao**mi now'), 'Xiaomi')).toBe('Xiao**mi')
  })

  it('goes through character references and backslashes', () => {
    const story = readMarkdown('AT&amp;T&#8217;s \\*star\\* &nbsp;R&D &copy; &hellip; &ngE; A&#x1F600;B')
    expect(story.text).toBe('AT&T’s *star* R&D © … ≧̸ A😀B')
    expect(sourceOf(story, 'AT&T’s')).toBe('AT&amp;T&#8217;s')
    expect(sourceOf(story, '*star*')).toBe('\\*star\\*')
    expect(sourceOf(story, 'R&D')).toBe('R&D')
    expect(sourceOf(story, '©')).toBe('&copy;')
    expect(sourceOf(story, '≧̸')).toBe('&ngE;')
    expect(sourceOf(story, '😀')).toBe('&#x1F600;')
  })

  it('goes through the marks of blockquotes and lists at a line’s start', () => {
    const story = readMarkdown('> - The mayor  \n>   of &lt;Leeds\n> spoke \\\n>   to the\n>          > press.')
    expect(story.text).toBe('The mayor of <Leeds spoke to the > press.')
    expect(sourceOf(story, 'mayor of')).toBe('mayor  \n>   of')
    expect(sourceOf(story, '<Leeds spoke')).toBe('&lt;Leeds\n> spoke')
    expect(sourceOf(story, 'spoke to')).toBe('spoke \\\n>   to')
    expect(sourceOf(story, '> press')).toBe('> press')
    for (const eol of ['\n', '\r\n']) {
      const marked = readMarkdown(`They said${eol}\t> ${eol}`)
      expect(marked.text).toBe('They said >')
      expect(sourceOf(marked, '>')).toBe('>')
    }
  })

  it('goes through escaped marks at a line’s start, and through a task’s box with a line for itself', () => {
    expect(sourceOf(readMarkdown('He said\n \\> no.'), '> no')).toBe('\\> no')
    expect(sourceOf(readMarkdown('> It\n> \\>> is.'), '>> is')).toBe('\\>> is')
    expect(sourceOf(readMarkdown('1. [x]\n &copy'), '&copy')).toBe('&copy')
  })

  it('goes to the letters of an address, whatever its scheme', () => {
    expect(sourceOf(readMarkdown('See <U.S.:the-the>.'), 'the-the')).toBe('the-the')
    expect(sourceOf(readMarkdown('See http://a.b/&amp;/c\0.'), '/c')).toBe('/c')
  })

  it('goes through NUL beside emphasis', () => {
    expect(sourceOf(readMarkdown('***\0*'), '**')).toBe('**')
    expect(read('***\0*')).toEqual(['paragraph: **\uFFFD'])
  })

  it('goes through table cells, with their escaped bars', () => {
    const story = readMarkdown('| A \\| B | `c\\|d` &amp; e |\n|--|--|\n| &lt;x |*y*|')
    expect(story.blocks.map((block) => story.slice(block))).toEqual(['A | B', '\uFFFC & e', '<x', 'y'])
    expect(sourceOf(story, 'A | B')).toBe('A \\| B')
    expect(sourceOf(story, '& e')).toBe('&amp; e')
    expect(sourceOf(story, '<x')).toBe('&lt;x')
  })

  it('goes through addresses with e-mail links near them', () => {
    const story = readMarkdown('Write to desk@example.org or foo.bar@example.org, *Ann* wrote.')
    expect(sourceOf(story, 'Ann')).toBe('Ann')
    expect(sourceOf(story, 'foo.bar@example.org')).toBe('foo.bar@example.org')
  })

  it('counts a byte order mark that was left in', () => {
    expect(sourceOf(readMarkdown('\uFEFFThe end *here*.'), 'here')).toBe('here')
    expect(sourceOf(readMarkdown('\uFEFF---\ntitle: Ann\n---\nThe *end*.'), 'Ann')).toBe('Ann')
  })

  it('leaves out what can’t be seen and says where it stood', () => {
    const story = readMarkdown('the\u200B the &shy;old&ZeroWidthSpace; pier')
    expect(story.text).toBe('the the old pier')
    expect(story.invisible.map(({ source }) => story.source.slice(source.start, source.end))).toEqual([
      '\u200B',
      '&ZeroWidthSpace;',
    ])
  })
})

describe('the line ends of a file', () => {
  const page =
    '---\ntitle: >\n  One\n  two\n---\n# Head\n\n> Soft\n> break  \n> hard\n\n<p>Two\nlines</p>\n\n- item\n  goes on\n\n| a |\n|---|\n| b |\n'

  it.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('may be %s: the text is the same', (_name, eol) => {
    const story = readMarkdown(page.replaceAll('\n', eol))
    expect(blocksOf(story)).toEqual(blocksOf(readMarkdown(page)))
    expect(sourceOf(story, 'Soft break hard')).toBe(`Soft${eol}> break  ${eol}> hard`)
    expect(noticesOf(story)).toEqual([])
  })
})

describe('the definitions of a long file', () => {
  it('hold for all of it', () => {
    const filler = 'The board met again on Monday and adjourned.\n\n'.repeat(300)
    const story = readMarkdown(
      `See [the report][Long  Name] and a note[^n].\n\n${filler}[long name]: /r\n\n${filler}[^n]: Not yet.\n`,
    )
    expect(story.text.startsWith('See the report and a note.\n')).toBe(true)
    expect(story.text.endsWith('\nNot yet.')).toBe(true)
  })

  it('are no definitions in the middle of a paragraph', () => {
    expect(read('He wrote\n[sic]: /x and left [sic].')).toEqual(['paragraph: He wrote [sic]: /x and left [sic].'])
  })
})
