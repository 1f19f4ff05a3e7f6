/** Tests that the reader of XML is strict, since the reports' tests lean on it. */
import { expect, test } from 'vitest'
import { readXml } from './strict-xml.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

test('reads elements, attributes, text and references', () => {
  expect(readXml(`${DECLARATION}<a b="1 &lt; &#50;">x &amp; &#x79;<c/> z</a>\n`)).toEqual({
    name: 'a',
    attributes: { b: '1 < 2' },
    text: 'x & y z',
    children: [{ name: 'c', attributes: {}, children: [], text: '' }],
  })
})

test.each([
  '',
  '<a>',
  '</a>',
  '<a></b>',
  '<a/><b/>',
  'text',
  '<a/>text',
  '<a b="1" b="2"/>',
  '<a b=1/>',
  '<a b="<"/>',
  '<a b="&"/>',
  '<a>&nbsp;</a>',
  '<a>& </a>',
  '<a>]]></a>',
  '<a>\u0001</a>',
  '<a>\uFFFE</a>',
  '<a>\uD800</a>',
  '<a><b></a></b>',
  '<1/>',
  '<a b="1"c="2"/>',
  '<a>< b</a>',
])('refuses %j', (source) => {
  expect(() => readXml(DECLARATION + source)).toThrow(SyntaxError)
})

test('refuses a document without its declaration', () => {
  expect(() => readXml('<a/>')).toThrow('no declaration')
})
