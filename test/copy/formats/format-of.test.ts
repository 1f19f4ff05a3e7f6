/** A source's format, by its name and by its first letters. */
import { describe, expect, it } from 'vitest'
import { formatOf, kindOfSource } from '../../../src/copy/formats/format-of.ts'
import { isFoundInFolders, FORMATS } from '../../../src/copy/formats/format.ts'
import { duration } from '../../duration.ts'

describe('the format of a file', () => {
  it.each([
    ['a.txt', 'text'],
    ['a.MD', 'markdown'],
    ['a/b.mdx', 'mdx'],
    ['index.html', 'html'],
    ['a.htm', 'html'],
    ['a.xhtml', 'html'],
    ['a.ninjs', 'ninjs'],
    ['a.ninjs.json', 'ninjs'],
    ['feed.rss', 'feed'],
    ['feed.atom', 'feed'],
    ['notes.html.txt', 'text'],
    ['a.rtf', 'text'],
    ['README', 'text'],
    ['a.html/README', 'text'],
  ])('is told by its name: %s is %s', (path, format) => {
    expect(formatOf(path)).toBe(format)
  })

  it('that its name tells isn’t asked of its content', () => {
    expect(formatOf('a.md', '<!doctype html><p>One')).toBe('markdown')
    expect(formatOf('a.html', 'One widget.')).toBe('html')
  })

  it('is asked of the content where a text file is clearly none', () => {
    expect(kindOfSource('a.txt', '<!doctype html><p>One')).toEqual({
      unread: 'is an HTML page under the name of a text file; give it another ending, or say --input html',
    })
    expect(kindOfSource('a.txt', '<rss></rss>')).toEqual({
      unread: expect.stringMatching(/^is a feed under the name of a text file/) as string,
    })
    expect(kindOfSource('a.txt', '{"headline": "Row"}')).toEqual({
      unread: expect.stringMatching(/^is ninjs under/) as string,
    })
    expect(kindOfSource('a.txt', "b'<!doctype html><html>'")).toEqual({
      unread: expect.stringMatching(/^is a dump of HTML/) as string,
    })
  })

  it.each([
    '{Note to the desk: check the name} The council met on Monday.',
    '[CORRECTED] The council met.',
    '{',
    '["',
    '<3 is what the sign said.',
    '<b>Row</b> ends',
    'news/a.md:The row is shut.\nIt opens at ten.\n'.repeat(4),
    'RTF, or {\\rtf1 as it begins, is a format of documents.',
    'From Ostby, Lena Okafor writes:\n\nThe ferries sail.',
    'From: Lena Okafor\nSubject: Ferries\nDate: Monday\n\nThe ferries sail.',
    '%PDF is how such files begin.',
    'ID3 cars were recalled on Monday.',
    'BMW said on Monday that it would build cars.',
    '<?php is how a page begins',
    'PK subscribers, wrote the paper',
  ])('of a text that only looks like something else is text: %j', (source) => {
    for (const path of ['a.txt', undefined]) expect(kindOfSource(path, source)).toEqual({ format: 'text' })
  })

  it.each([
    ['\uFEFF\n<!DOCTYPE html>\n<p>One', 'html'],
    ['<!-- saved --><html lang="en">', 'html'],
    ['<?xml version="1.0"?><html xmlns="x">', 'html'],
    ['<article><p>One', 'html'],
    ['<?xml version="1.0"?>\n<!-- a --><rss version="2.0">', 'feed'],
    ['<feed xmlns="x">', 'feed'],
    ['<?xml version="1.0"?><note>', undefined],
    ['{ "uri": "x", "headline": "Row" }', 'ninjs'],
    ['[{"body_html": "x"}]', 'ninjs'],
    ['{"name": "x"}', undefined],
    ['---\ntitle: Row\ntags:\n  - a\n---\nCopy', 'markdown'],
    ['---\nNo field\n---\n', 'text'],
    ['Row ends\n\nCopy with <p>', 'text'],
    ['', 'text'],
  ])('without a name is told by its content: %j', (source, format) => {
    for (const path of [undefined, 'README', 'story.json', 'x.xml']) expect(formatOf(path, source)).toBe(format)
  })

  it('takes no time to tell, whatever the content', () => {
    for (const unit of ['---\n', '-a: b\n', '{', '<!--', '\n']) {
      expect(duration(() => formatOf(undefined, `---\n${unit.repeat(60_000)}`))).toBeLessThan(500)
      expect(duration(() => formatOf(undefined, unit.repeat(60_000)))).toBeLessThan(500)
    }
  })

  it('is one of those that can be named, and a search finds all but feeds', () => {
    expect(FORMATS.length).toBe(new Set(FORMATS).size)
    expect(
      ['a.txt', 'a.md', 'a.markdown', 'a.mdx', 'a.html', 'a.htm', 'a.ninjs', 'a.ninjs.json'].filter(
        (path) => !isFoundInFolders(path),
      ),
    ).toEqual([])
    expect(['a.json', 'a.xml', 'a.rss', 'a.ts', 'html'].filter((path) => isFoundInFolders(path))).toEqual([])
  })
})
