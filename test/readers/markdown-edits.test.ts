/** Edits of Markdown: what is escaped, what is refused, and that an edited page reads as it was meant to. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { span } from '../../src/text/index.ts'
import { markdownPages } from './markdown-pages.ts'
import { applied, blocksOf, edited } from './read.ts'
import { runs } from '../runs.ts'

describe('an edit of Markdown text', () => {
  const edit = (source: string, words: string, replacement: string): string | undefined =>
    edited(readMarkdown(source), words, replacement)

  it('is written as it is where nothing in it means anything', () => {
    expect(edit('Ask Ann now.', 'Ann', 'R&D at AT&T, 5 < 6 – “Yahoo!” (snake_case) #1 + 2 = 3')).toBe(
      'Ask R&D at AT&T, 5 < 6 – “Yahoo!” (snake_case) #1 + 2 = 3 now.',
    )
  })

  it('escapes what would become markup', () => {
    expect(edit('Ask Ann now.', 'Ann', '*a* _b_ [c](d) `e` ~f~ \\g <h> &amp; i|j')).toBe(
      'Ask \\*a\\* \\_b\\_ \\[c\\](d) &#96;e&#96; \\~f\\~ \\\\g \\<h\\> &amp;amp; i\\|j now.',
    )
    expect(edit('Ask Ann[now](/x).', 'Ann', 'Bea!')).toBe('Ask Bea\\![now](/x).')
  })

  it.each([
    ['# Ann', '\\# Ann'],
    ['- Ann', '\\- Ann'],
    ['+ Ann', '\\+ Ann'],
    ['12. Ann', '12\\. Ann'],
    ['1) Ann', '1\\) Ann'],
    ['> Ann', '\\> Ann'],
    ['#Ann', '#Ann'],
    ['-Ann', '-Ann'],
    ['12.5 Anns', '12.5 Anns'],
  ])('escapes a block’s mark at a line’s start: %s', (text, written) => {
    expect(edit('Bob said so.', 'Bob', text)).toBe(`${written} said so.`)
    expect(edit('He said\nBob did.', 'Bob', text)).toBe(`He said\n${written} did.`)
    expect(edit('> 1. Bob did.', 'Bob', text)).toBe(`> 1. ${written} did.`)
    expect(edit('Then Bob did.', 'Bob', text.replace('>', '–'))).toBe(`Then ${text.replace('>', '–')} did.`)
  })

  it('keeps a heading’s last words from its closing marks', () => {
    expect(edit('# About Ann', 'Ann', 'C #')).toBe('# About C \\#')
    expect(edit('About Ann', 'Ann', 'C #')).toBe('About C #')
  })

  it('isn’t written over a line’s end, or over code, tags and marks that are text', () => {
    expect(edit('Ask Ann now.', 'Ann', 'a\nb')).toBeUndefined()
    for (const source of ['Ask `x` Ann now.', 'Ask 2 * 3 Ann now.', 'Ask<br>Ann now.', 'Ask <b>Ann</b> now.']) {
      const story = readMarkdown(source)
      expect(story.toSourceEdit(span(0, story.text.indexOf(' now')), 'Bea')).toBeUndefined()
    }
  })

  it('isn’t written over markup in the middle of the words, but inside it', () => {
    expect(edit('Ask **Xiao**mi now.', 'Xiaomi', 'Apple')).toBeUndefined()
    expect(edit('Ask **Xiao**mi now.', 'Xiao', 'Huo')).toBe('Ask **Huo**mi now.')
    expect(edit('Ask [Ann B.](/x) now.', 'Ann', 'Bea')).toBe('Ask [Bea B.](/x) now.')
  })

  it('isn’t written where the markup around it would break', () => {
    expect(edit('Ask **Ann** now.', 'Ann', '')).toBeUndefined()
    expect(edit('Ask **Ann Bea** now.', 'Ann', '')).toBeUndefined()
    expect(edit('Ask **Ann** now.', 'Ann', '“Ann”')).toBeUndefined()
    expect(edit('Ask [Ann](/x) now.', 'Ann', '')).toBeUndefined()
    expect(edit('Ask [Ann] now.\n\n[ann]: /x', 'Ann', 'Bea')).toBeUndefined()
    expect(edit('Ask [Ann][x] now.\n\n[x]: /x', 'Ann', 'Bea')).toBe('Ask [Bea][x] now.\n\n[x]: /x')
    expect(edit('See www.example.org/a now.', 'www.example.org/a', 'www.example.org/*')).toBeUndefined()
    expect(edit('See https://example.org/a now.', 'example', 'elsewhere')).toBeUndefined()
    expect(edit('</div>\n[^1]: \n{{< x >}}\nOne[^1]: =', '[^1', 'a')).toBeUndefined()
    expect(edit('\0***</div>***', '\uFFFD', 'a')).toBeUndefined()
    expect(edit('One <!-- two > three =', '=', '-->')).toBeUndefined()
    expect(edit('One <!-- two -->\n\nThree =', '=', '-->')).toBe('One <!-- two -->\n\nThree --\\>')
    expect(edit('-    Old boats', 'Old', ' New')).toBeUndefined()
    expect(edit('-    Old boats', 'Old', '')).toBeUndefined()
    expect(edit('- Old boats', 'Old', '')).toBe('-  boats')
    expect(edit('[y]: /v\n"import a from "b"\n', ' "', ' a')).toBeUndefined()
    expect(edit('[y]: /v\n"import a from "b"\n', 'import', 'export')).toBe('[y]: /v\n"export a from "b"\n')
    expect(edit('http://a.b/c_d&shy;"', '"', 'a')).toBeUndefined()
    expect(edit('See www.example.org the the end.', 'the the', 'the')).toBe('See www.example.org the end.')
  })

  it('isn’t written where what stands behind it would start a block, or the line would be blank', () => {
    expect(edit('Ann - who left - sat.', 'Ann', '')).toBeUndefined()
    expect(edit('Ann\nBea\nCat', 'Bea', '')).toBeUndefined()
    expect(edit('The year:\nwas 1986. Then.', 'was', '')).toBeUndefined()
    expect(edit('R&l; is a mark', 'l', 'lt')).toBeUndefined()
  })

  it('may join lines, marks of the quotation and all', () => {
    expect(edit('> It was the\n> the end.', 'the the', 'the')).toBe('> It was the end.')
  })

  it('escapes the bar in a table cell', () => {
    expect(edit('| Ann | b |\n|---|---|\n| c | d |', 'Ann', 'a|b')).toBe('| a\\|b | b |\n|---|---|\n| c | d |')
  })
})

describe('deleting a block whole', () => {
  const without = (source: string, text: string): string | undefined => {
    const story = readMarkdown(source)
    const block = story.blocks.find((one) => story.slice(one) === text)!
    const edit = story.toSourceEdit(block, '')
    return edit && applied(source, edit)
  }

  it('takes its lines away, and one of the gaps around it', () => {
    expect(without('One\n\nTwo\ntwo\n\n\nThree\n', 'Two two')).toBe('One\n\nThree\n')
    expect(without('# One\n\nTwo\n\nThree', 'One')).toBe('Two\n\nThree')
    expect(without('One\n\nTwo\n===\n\nThree\n', 'Two')).toBe('One\n\nThree\n')
    expect(without('One\r\n\r\nTwo\r\n', 'Two')).toBe('One\r\n')
    expect(without('---\na: b\n---\nOne\n\nTwo', 'One')).toBe('---\na: b\n---\nTwo')
  })

  it('takes an item of one paragraph out of its list', () => {
    expect(without('- One\n- Two\n  two\n- Three', 'Two two')).toBe('- One\n- Three')
    expect(without('1. One\n\n2. Two\n\n3. Three', 'Two')).toBe('1. One\n\n3. Three')
    expect(without('- [ ] One\n- [x] Two', 'Two')).toBe('- [ ] One')
  })

  it('is refused where its neighbours would grow together or more would go', () => {
    expect(without('One\n# Two\nThree', 'Two')).toBeUndefined()
    expect(without('- One\n\nTwo\n\n    code', 'Two')).toBeUndefined()
    expect(without('    code\n\nTwo\n\n-', 'Two')).toBeUndefined()
    expect(without('    code\n{{< x >}}\nTwo\n\n-', 'Two')).toBeUndefined()
    expect(without('Two\n1. One\n2. Three', 'One')).toBeUndefined()
    expect(without('- One\n\n  Two\n', 'One')).toBeUndefined()
    expect(without('> One\n>\n> Two', 'One')).toBeUndefined()
    expect(without('One ![cap](x)\n\nTwo', 'One')).toBeUndefined()
    expect(without('One<a id="x"></a>\n\nTwo', 'One')).toBeUndefined()
    expect(without('| a |\n|---|\n| b |', 'b')).toBeUndefined()
    expect(without('---\ntitle: One\n---\n', 'One')).toBeUndefined()
    expect(without('<p>One</p>', 'One')).toBeUndefined()
    expect(without('[^1]: One\n\nx[^1]', 'One')).toBeUndefined()
  })

  it('takes an item from its mark on, whichever line its text stands on', () => {
    expect(without('- One\n-\n  Two\n- Three', 'Two')).toBe('- One\n- Three')
    expect(without('1. [x]\n&copy', '&copy')).toBe('')
  })

  it('is refused where what follows would begin another list', () => {
    expect(without('[y]\n- 2) ', '[y]')).toBeUndefined()
    expect(without('\\\n[^1]:+', '\\')).toBeUndefined()
    expect(without('    ~~~\n[^1]\n\n*', '[^1]')).toBeUndefined()
    expect(without('Two\n- One', 'Two')).toBe('- One')
  })

  it('leaves all other blocks as they were', () => {
    let deleted = 0
    fc.assert(
      fc.property(markdownPages, fc.nat(), (source, pick) => {
        const story = readMarkdown(source)
        const block = story.blocks[pick % Math.max(1, story.blocks.length)]
        const edit = block && story.toSourceEdit(block, '')
        if (!edit) return
        deleted++
        expect(blocksOf(readMarkdown(applied(source, edit)))).toEqual(
          blocksOf(story).filter((_, index) => index !== block.index),
        )
      }),
      { numRuns: runs(500, 20_000) },
    )
    expect(deleted).toBeGreaterThan(100)
  })
})

describe('an edited page', () => {
  const replacement = fc
    .array(
      fc.constantFrom(
        'a',
        'Word',
        ' ',
        '*',
        '_',
        '#',
        '-',
        '1.',
        '`',
        '[x]',
        '](',
        '<b>',
        '<',
        '&',
        '&amp;',
        'amp;',
        '\\',
        '!',
        '|',
        '~',
        '=',
        '+',
        '>',
        'the',
        ':',
        ';',
        'lt',
        '"',
        "'",
        'é',
        'www.a.b',
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(''))

  it('reads as it was meant to, whatever was put where', () => {
    let written = 0
    fc.assert(
      fc.property(markdownPages, fc.nat(), fc.nat(), fc.nat(), replacement, (source, pick, from, length, text) => {
        const story = readMarkdown(source)
        const block = story.blocks[pick % Math.max(1, story.blocks.length)]
        if (!block) return
        const start = block.start + (from % (block.end - block.start))
        const end = start + 1 + (length % (block.end - start))
        if (text === '' && start === block.start && end === block.end) return
        const edit = story.toSourceEdit(span(start, end), text)
        if (!edit) return
        written++
        // White space may close up where markup stood in it.
        const close = (texts: readonly string[]): string[] =>
          texts.map((one) => one.replace(/(?<!^[^:]*) /g, '')).filter((one) => !one.endsWith(':'))
        const wanted = blocksOf(story)
        wanted[block.index] =
          wanted[block.index]!.slice(0, -(block.end - block.start) || undefined)
          + story.text.slice(block.start, start)
          + text
          + story.text.slice(end, block.end)
        expect(close(blocksOf(readMarkdown(applied(source, edit))))).toEqual(close(wanted))
      }),
      { numRuns: runs(600, 30_000) },
    )
    expect(written).toBeGreaterThan(200)
  })
})
