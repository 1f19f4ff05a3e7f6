/** Kinds of source that aren't read: told by their bytes, their root, their members, their first lines. */
import { describe, expect, it } from 'vitest'
import { kindOfSource } from '../../../src/copy/formats/format-of.ts'
import { decodeBytes } from '../../../src/readers/bytes/decode-bytes.ts'

/** A package with members of these names; the first may hold something. */
function zip(names: readonly string[], first = ''): Uint8Array {
  const local = names.map(
    (name, index) =>
      `PK\x03\x04${'\0'.repeat(22)}${String.fromCharCode(name.length)}\0\0\0${name}${index === 0 ? first : ''}`,
  )
  const directory = names.map((name) => `PK\x01\x02${'\0'.repeat(42)}${name}`)
  return bytes([...local, ...directory, `PK\x05\x06${'\0'.repeat(18)}`].join(''))
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

describe('bytes that are no text', () => {
  it.each<readonly [Uint8Array, RegExp]>([
    [zip(['[Content_Types].xml', 'word/document.xml']), /^is a Word document \(DOCX\).*pandoc/],
    [zip(['mimetype'], 'application/vnd.oasis.opendocument.text'), /^is an OpenDocument text \(ODT\)/],
    [zip(['mimetype'], 'application/epub+zip'), /^is an e-book/],
    [zip(['designmap.xml', 'Stories/Story_u1.xml']), /IDML/],
    [zip(['xl/workbook.xml']), /spreadsheet/],
    [zip(['Index/Document.iwa', 'Data/pic.jpg']), /Pages/],
    [zip(['a.txt']), /^is a ZIP archive/],
    [bytes('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n'), /^is a PDF.*pdftotext/],
    [bytes('{\\rtf1\\ansi\\ansicpg1252 R\xF6w}'), /^is a Rich Text document/],
    [bytes('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), /old Office/],
    [bytes('\x89PNG\r\n\x1A\n\0\0'), /^is an image/],
    [bytes('\xFF\xD8\xFF\xE0\0\x10JFIF'), /^is an image/],
    [bytes('RIFF\x01\x02\x03\x04WEBPVP8 '), /^is an image/],
    [bytes('\0\0\0\x18ftypmp42'), /^is a recording/],
    [bytes('\x1F\x8B\x08\0'), /compressed/],
  ])('are refused by name: %#', (given, message) => {
    expect(() => decodeBytes(given)).toThrow(message)
  })

  it.each([
    'ID3 cars were recalled.',
    'BMW said so.',
    'PK subscribers wrote.',
    'RIFF is a word.',
    'Rar! said the bird.',
    'GIF89 years ago',
    'OggSpeak',
  ])('are not what a text begins with by chance: %s', (text) => {
    expect(decodeBytes(bytes(text)).text).toBe(text)
  })
})

describe('texts that are no copy', () => {
  const unread = (source: string, path?: string): unknown => {
    const kind = kindOfSource(path, source)
    return 'unread' in kind ? kind.unread : kind.format
  }

  it.each([
    [
      '<?xml version="1.0"?>\n<?aid style="50" type="snippet"?>\n<Document DOMVersion="8.0" Self="d">',
      /^is an InCopy story \(ICML\)/,
    ],
    ['<idPkg:Story xmlns:idPkg="http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging" DOMVersion="8.0">', /IDML/],
    ['<!DOCTYPE sports-content [<!ENTITY a ">">]>\n<sports-content xmlns="x">', /^is SportsML/],
    ['<NewsML Version="1.2">', /^is NewsML 1/],
    ['<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">', /part of a Word document/],
    ['<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">', /OpenDocument text in XML/],
    ['<?xml version="1.0"?><article dtd-version="1.2" article-type="research-article">', /JATS/],
    ['<?xml version="1.0"?><urlset>', /^is a site map/],
    ['<svg xmlns="x">', /drawing/],
    [
      '<?xml version="1.0"?><!-- a > b --><ledger>',
      /^is XML of a kind that is not known here \(its root is <ledger>\)/,
    ],
  ])('are refused by their root: %s', (source, message) => {
    for (const path of ['a.xml', 'a.txt', undefined]) expect(unread(source, path)).toMatch(message)
  })

  it.each([
    [{ type: 'story', headlines: { basic: 'Row' }, content_elements: [] }, /^is a story of Arc XP/],
    [{ sys: {}, fields: { title: 'Row' } }, /Contentful/],
    [{ db: [{ data: { posts: [] } }] }, /Ghost/],
    [{ posts: [{ title: 'Row', lexical: '{}' }] }, /Ghost/],
    [{ _type: 'post', title: 'Row', body: [] }, /Portable Text/],
    [{ root: { type: 'root', children: [] } }, /Lexical/],
    [{ type: 'doc', content: [] }, /TipTap/],
    [{ ops: [{ insert: 'Row' }] }, /Quill/],
    [{ blocks: [{ text: 'Row' }], entityMap: {} }, /Draft/],
    [{ time: 1, blocks: [{ type: 'paragraph', data: {} }] }, /Editor\.js/],
    [[{ type: 'paragraph', children: [{ text: 'Row' }] }], /Slate/],
    [{ title: { rendered: 'Row' }, content: { rendered: '<p>Row' } }, /WordPress/],
    [{ version: 'https://jsonfeed.org/version/1.1', items: [{ content_text: 'Row' }] }, /JSON Feed/],
    [{ name: 'a', version: '1', description: 'A widget.' }, /^is JSON without a headline and a body/],
    [{ title: 'Row', text: 'It ends.' }, /^is JSON without/],
    [[{ total: 1 }], /^is JSON without/],
  ])('are refused by their members: %j', (value, message) => {
    for (const path of ['a.json', 'a.txt', undefined])
      expect(unread(JSON.stringify(value, null, 2), path)).toMatch(message)
  })

  it.each([
    ['news/a.md:The row is shut.\n'.repeat(4) + 'config.yml:12:title: Row\n', /list of lines found in other files/],
    ['{\\rtf1\\ansi{\\fonttbl} Row}', /Rich Text/],
    ['% a paper\n\\documentclass{article}', /LaTeX/],
    ['From lena@example.org Mon May 06 10:00:00 2024\nFrom: Lena\n\nRow', /mbox/],
    ['Received: from a\n by b\nMIME-Version: 1.0\nSubject: Row\n\nThe row goes on.', /e-mail/],
    ['{"headline": "Row", "body": "One."}\n{"headline": "Two"}\n', /JSON Lines.*copydesk stream/],
  ])('are refused by their first lines: %j', (source, message) => {
    for (const path of ['a.txt', 'a.rtf', undefined]) expect(unread(source, path)).toMatch(message)
  })

  it('and JSON that is broken is refused behind .json, and a text that begins with a brace is a text', () => {
    expect(unread('{"a": [1, ', 'a.json')).toMatch(/^is JSON that is not valid/)
    expect(unread('[1, 2]', 'a.json')).toMatch(/^is JSON without/)
    expect([unread('{"a": [1, ', 'a.txt'), unread('[1]', 'a.txt')]).toEqual(['text', 'text'])
  })
})
