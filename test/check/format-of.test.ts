/** A source's format, by its name and by its first letters. */
import { describe, expect, it } from 'vitest'
import { COPY_ENDING, FORMATS, formatOf } from '../../src/check/format-of.ts'
import { duration } from '../duration.ts'

describe('the format of a file', () => {
  it.each([
    ['a.txt', 'text'], ['a.MD', 'markdown'], ['a/b.mdx', 'mdx'], ['index.html', 'html'], ['a.htm', 'html'], ['a.xhtml', 'html'], ['a.ninjs', 'ninjs'],
    ['a.ninjs.json', 'ninjs'], ['feed.rss', 'feed'], ['feed.atom', 'feed'], ['notes.html.txt', 'text'], ['a.rtf', 'text'], ['README', 'text'], ['a.html/README', 'text'],
  ])('is told by its name: %s is %s', (path, format) => {
    expect(formatOf(path)).toBe(format)
  })

  it('that its name tells isn’t asked of its content', () => {
    expect(formatOf('a.txt', '<!doctype html><p>One')).toBe('text')
    expect(formatOf('a.js', '<rss></rss>')).toBe('text')
  })

  it.each([
    ['\uFEFF\n<!DOCTYPE html>\n<p>One', 'html'], ['<!-- saved --><html lang="en">', 'html'], ['<?xml version="1.0"?><html xmlns="x">', 'html'], ['<article><p>One', 'html'],
    ['<?xml version="1.0"?>\n<!-- a --><rss version="2.0">', 'feed'], ['<feed xmlns="x">', 'feed'], ['<?xml version="1.0"?><note>', 'text'],
    ['{ "uri": "x", "headline": "Row" }', 'ninjs'], ['[{"body_html": "x"}]', 'ninjs'], ['{"name": "x"}', 'text'],
    ['---\ntitle: Row\ntags:\n  - a\n---\nCopy', 'markdown'], ['---\nNo field\n---\n', 'text'], ['Row ends\n\nCopy with <p>', 'text'], ['', 'text'],
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
    expect(['a.txt', 'a.md', 'a.markdown', 'a.mdx', 'a.html', 'a.htm', 'a.ninjs', 'a.ninjs.json'].filter((path) => !COPY_ENDING.test(path))).toEqual([])
    expect(['a.json', 'a.xml', 'a.rss', 'a.ts', 'html'].filter((path) => COPY_ENDING.test(path))).toEqual([])
  })
})
