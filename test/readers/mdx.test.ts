/** The MDX reader: code, expressions and components are no copy, and what stands in components is. */
import { describe, expect, it } from 'vitest'
import { readMdx } from '../../src/readers/mdx.ts'
import { blocksOf, edited, sourceOf } from './read.ts'

const read = (source: string): string[] => blocksOf(readMdx(source))

describe('MDX', () => {
  it('has lines of code that are no copy, with blank lines in braces', () => {
    expect(read('---\ntitle: A\n---\nimport Figure from "../figure"\nimport { a,\n  b } from \'c\'\n\nexport const meta = {\n  a: 1,\n\n  b: 2,\n}\n\nimport duties rose.\n\nHe will export it.')).toEqual([
      'field title: A', 'paragraph: import duties rose.', 'paragraph: He will export it.',
    ])
  })

  it('has components around copy, indented or on one line', () => {
    expect(read('<Callout type="info" onClick={() => { a > b }}>\n    Text *inside* it.\n\n    ## A head\n</Callout>\n\n<Box.Inner>One line</Box.Inner>\n\n<>\nTwo\n</>')).toEqual([
      'paragraph: Text inside it.', 'heading 2: A head', 'paragraph: One line', 'paragraph: Two',
    ])
  })

  it('has expressions and components in sentences', () => {
    const story = readMdx('A <Tip text="x">new</Tip> quay for {count} boats,{\' \'}\n<em className={x}>so</em> <Icon /> on. {/* note */} \\{not\\} {`a ${b} }`}.')
    expect(blocksOf(story)).toEqual(['paragraph: A new quay for \uFFFC boats, so \uFFFC on. {not} \uFFFC.'])
    expect(sourceOf(story, 'new quay')).toBe('new</Tip> quay')
  })

  it('shows the captions of components, but no expression for one', () => {
    expect(read('<Figure src={a} caption="The quay" alt={b} />\n\n<img alt={c} />\n\n<img alt="A boat" />')).toEqual(['caption: The quay', 'caption: A boat'])
  })

  it('has HTML and code as Markdown has', () => {
    expect(read('<figure>\n  <figcaption>At sea</figcaption>\n</figure>\n\n`{a}` <b>x</b>\n\n```js\nimport a from "b"\n{\n```\n\nEnd.')).toEqual([
      'caption: At sea', 'paragraph: \uFFFC x', 'paragraph: End.',
    ])
  })

  it('is read on where a brace or a tag is never closed', () => {
    expect(read('One { two <b three\n\nFour <Five six')).toEqual(['paragraph: One { two <b three', 'paragraph: Four <Five six'])
  })

  it('is edited so that it stays MDX', () => {
    const story = readMdx('The old quay {x} opens.')
    expect(edited(story, 'old', 'R&D "new"')).toBe('The R&D "new" quay {x} opens.')
    for (const text of ['a < b', '{y}', '<B>']) expect(edited(story, 'old', text)).toBeUndefined()
  })

  it.each(['{', '{`', '<A {', '<A b="', '<A>', '\n<A>\n', 'import a from "', '\nexport const {', '`a``', '{/*'])('of nothing but %j is read all the same', (unit) => {
    const start = performance.now()
    expect(readMdx(unit.repeat(Math.ceil(240_000 / unit.length))).format).toBe('mdx')
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
