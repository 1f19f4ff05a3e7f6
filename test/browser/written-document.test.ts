import { schema as basic } from 'prosemirror-schema-basic'
import { addListNodes } from 'prosemirror-schema-list'
import { Schema, type Node } from 'prosemirror-model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEdit, writeDocument } from '../../src/browser/written-document.ts'

const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, 'paragraph block*', 'block').addToEnd('mention', {
    inline: true,
    group: 'inline',
    atom: true,
  }),
  marks: basic.spec.marks,
})
const {
  doc,
  paragraph,
  heading,
  blockquote,
  bullet_list: list,
  list_item: item,
  code_block: code,
  hard_break: br,
  image,
  mention,
  horizontal_rule: hr,
} = schema.nodes as Record<string, (typeof schema.nodes)[string]>
const text = (words: string, ...marks: string[]): Node =>
  schema.text(
    words,
    marks.map((name) => schema.mark(name, name === 'link' ? { href: 'x' } : null)),
  )

describe('a document as HTML', () => {
  it('has its structure', () => {
    const written = writeDocument(
      doc!.create(null, [
        heading!.create({ level: 2 }, text('Ferry')),
        paragraph!.create(null, [
          text('The '),
          text('old', 'em'),
          text(' boat', 'em', 'link'),
          br!.create(),
          text('sails'),
          mention!.create(),
          image!.create({ src: 'x' }),
        ]),
        blockquote!.create(null, paragraph!.create(null, text('We wait'))),
        list!.create(null, [item!.create(null, paragraph!.create(null, text('one')))]),
        code!.create(null, text('x = 1')),
        hr!.create(),
      ]),
    )
    expect(written.html).toBe(
      '<h2>Ferry</h2>\n<p>The <em>old</em><a><em> boat</em></a><br>sails<code></code><img></p>\n<blockquote><p>We wait</p>\n</blockquote>\n'
        + '<ul><li><p>one</p>\n</li>\n</ul>\n<pre>x = 1</pre>\n<hr>',
    )
  })

  it('holds text as text, whatever it says', () => {
    const hostile = '<script>alert(1)</script> &amp; <!-- copydesk-disable --> \0'
    const { html } = writeDocument(doc!.create(null, paragraph!.create(null, text(hostile))))
    expect(html).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &lt;!-- copydesk-disable --&gt; \uFFFD</p>\n')
    expect(decodeEdit('R&amp;D &lt;b&gt; &#96;x&#96; &amp;lt;')).toBe('R&D <b> `x` &lt;')
  })

  it('can be told what nodes and marks are', () => {
    const made = doc!.create(null, [heading!.create(null, text('A')), paragraph!.create(null, [text('b', 'strong')])])
    expect(writeDocument(made, ({ type }) => ({ heading: 'figcaption', strong: 'del' })[type.name]).html).toBe(
      '<figcaption>A</figcaption>\n<p><del>b</del></p>\n',
    )
  })

  it('brings each letter back to where it stands', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.tuple(
              fc.string({
                unit: fc.constantFrom('a', '&', '<', '>', ' ', '🚢', '\n', 'é'),
                minLength: 1,
                maxLength: 6,
              }),
              fc.boolean(),
            ),
            { maxLength: 4 },
          ),
          { minLength: 1, maxLength: 4 },
        ),
        (blocks) => {
          const made = doc!.create(
            null,
            blocks.map((runs) =>
              paragraph!.create(
                null,
                runs.map(([words, isStrong]) => text(words, ...(isStrong ? ['strong'] : []))),
              ),
            ),
          )
          const { html, positionAt, isExact } = writeDocument(made)
          let before = 0
          for (let offset = 0; offset <= html.length; offset++) {
            const position = positionAt(offset)
            expect(position).toBeGreaterThanOrEqual(before)
            before = position
            const letter = html[offset]
            const isLetter = letter !== undefined && !/[<&>\n]/.test(letter) && isExact(offset) && isExact(offset + 1)
            expect(isLetter ? made.textBetween(position, position + 1) : letter).toBe(letter)
          }
          expect(positionAt(html.length)).toBe(made.content.size)
        },
      ),
    )
  })
})
