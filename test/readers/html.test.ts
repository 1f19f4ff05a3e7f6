/** HTML in Markdown: what of it is read as copy, and where it stands. */
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { blocksOf, edited, noticesOf, sourceOf } from './read.ts'

const read = (source: string): string[] => blocksOf(readMarkdown(source))

describe('a block of HTML', () => {
  it('is read as the blocks that its elements make', () => {
    expect(
      read(
        [
          '<section><h2 class="x">The <i>new</i> quay</h2>',
          'Loose text',
          '<p>It opens',
          '  in May.<p>Or June.',
          '<ul><li>One<li>Two <b>bold</b></ul>',
          '<table><caption>Ships</caption><tr><th>Port<td>Leith</table>',
          '<blockquote>Never<p>Not now</blockquote>',
          '<figure><img alt="A &quot;boat&quot;" src=b.jpg><figcaption>At sea</figcaption></figure><dl><dt>Term<dd>Text</dl></section>',
        ].join('\n'),
      ),
    ).toEqual([
      'heading 2: The new quay',
      'paragraph: Loose text',
      'paragraph: It opens in May.',
      'paragraph: Or June.',
      'list-item: One',
      'list-item: Two bold',
      'caption: Ships',
      'table-cell: Port',
      'table-cell: Leith',
      '> paragraph: Never',
      '> paragraph: Not now',
      'caption: A "boat"',
      'caption: At sea',
      'list-item: Term',
      'list-item: Text',
    ])
  })

  it('keeps scripts, styles, drawings, templates, code and comments to itself', () => {
    expect(
      read(
        [
          '<div>One<script>if (a < b) document.write("<p>Two</p>")</script><style>p { color: red }</style>',
          '<svg><title>Three</title><text>Four</text></svg>',
          '<template><p>Five</p></template><pre>Six <b>x</b></pre><!-- <p>Seven</p> --><textarea><p>Eight</p></textarea>',
          'Nine</div>',
        ].join('\n'),
      ),
    ).toEqual(['paragraph: One', 'paragraph: Nine'])
  })

  it('has exact positions behind references, in cells, and inside quotations and lists', () => {
    const story = readMarkdown('> - <div>\n>   AT&amp;T in &copy 2024 &#151; <b>Xiao</b>mi\n>   <p>and R&D\n>\n> x')
    expect(blocksOf(story)).toEqual(['> paragraph: AT&T in © 2024 — Xiaomi', '> paragraph: and R&D', '> paragraph: x'])
    expect(sourceOf(story, 'AT&T')).toBe('AT&amp;T')
    expect(sourceOf(story, '©')).toBe('&copy')
    expect(sourceOf(story, 'Xiaomi')).toBe('Xiao</b>mi')
    expect(sourceOf(story, 'and R&D')).toBe('and R&D')
  })

  it('may hold Markdown, whose text is read as Markdown', () => {
    expect(
      read(
        '<blockquote>\n\nQuoted *copy*.\n\n</blockquote>\n\nHers.\n\n<svg>\n\nhidden\n\n- hidden\n\n</svg>\n\nShown.',
      ),
    ).toEqual(['> paragraph: Quoted copy.', 'paragraph: Hers.', 'paragraph: Shown.'])
  })

  it('is read however long and however deep it is', () => {
    const deep = `${'<div>'.repeat(30_000)}Deep${'</div>'.repeat(30_000)}`
    const long = `<table>\n${'<tr><td>Leith</td></tr>\n'.repeat(4000)}</table>`
    expect(read(`Before\n\n${deep}\n\n${long}\n\nAfter`).length).toBe(4003)
  })

  it('that starts a comment and never ends it gives a notice', () => {
    const story = readMarkdown('Read.\n\n<!-- draft\n\nNot read.\n')
    expect(blocksOf(story)).toEqual(['paragraph: Read.'])
    expect(noticesOf(story)).toEqual([
      'this comment is never closed, so nothing in it was read: <!-- draft\n\nNot read.\n',
    ])
  })

  it('that starts an unread element and never ends it gives a notice, and what follows is read', () => {
    const story = readMarkdown('<div><svg>\ndrawn\n</div>\n\nRead.')
    expect(blocksOf(story)).toEqual(['paragraph: Read.'])
    expect(noticesOf(story)).toEqual([
      'this <svg> is never closed; what stands in it was not read: <svg>\ndrawn\n</div>',
    ])
  })

  it('that breaks off in a tag shows nothing of the tag', () => {
    expect(read('<p>Text <a href="x\n\nNext.')).toEqual(['paragraph: Text', 'paragraph: Next.'])
  })

  it('may hold PHP, which isn’t read', () => {
    expect(read('<div><?php if ($a > 1) { echo "x"; } ?>Text</div>')).toEqual(['paragraph: Text'])
  })
})

describe('tags in a paragraph', () => {
  it('vanish, and the text between them is read', () => {
    expect(
      read(
        'The <span class="a">new</span><!-- sic --> <em>quay</em>, 1<sup>st</sup> of<br>two<br />and <a href="/x">all</a>.',
      ),
    ).toEqual(['paragraph: The new quay, 1st of two and all.'])
  })

  it('that mean code make one sign of it, and scripts make none', () => {
    expect(read('Press <kbd>Ctrl <b>C</b></kbd> and <code>*run*</code>, <script>alert(1)</script>then wait.')).toEqual([
      'paragraph: Press \uFFFC and \uFFFC, then wait.',
    ])
  })

  it('that mean a block part the paragraph', () => {
    expect(read('One<p>two</p> three')).toEqual(['paragraph: One', 'paragraph: two', 'paragraph: three'])
  })

  it('that are never closed end with the paragraph, with a notice', () => {
    const story = readMarkdown('The tag <code>script\n\nNext.')
    expect(blocksOf(story)).toEqual(['paragraph: The tag', 'paragraph: Next.'])
    expect(noticesOf(story)).toEqual(['this <code> is never closed; what stands in it was not read: <code>script'])
  })

  it('give images their captions', () => {
    const story = readMarkdown('A <img src="b" alt="small *boat*"> B')
    expect(blocksOf(story)).toEqual(['paragraph: A B', 'caption: small *boat*'])
    expect(sourceOf(story, 'boat')).toBe('boat')
  })
})

describe('edits of HTML', () => {
  it('are written with references', () => {
    const story = readMarkdown('<p>Then Ann & Bea <b>left</b></p>\n\n<img alt="the pier">\n\n<img alt=quay>')
    expect(edited(story, 'Ann', 'R&D <x>')).toContain('Then R&amp;D &lt;x&gt; & Bea')
    expect(edited(story, 'the', 'an "old"')).toContain('alt="an &quot;old&quot; pier"')
    expect(edited(story, 'quay', 'old quay')).toBeUndefined()
  })

  it('take in no tag and complete no reference', () => {
    const story = readMarkdown('<p>the<br>old pier of R&D x</p>')
    expect(edited(story, 'the old', 'the')).toBeUndefined()
    expect(edited(story, 'D', 'lt;')).toBeUndefined()
    expect(edited(story, 'D', 'E')).toBe('<p>the<br>old pier of R&E x</p>')
  })
})
