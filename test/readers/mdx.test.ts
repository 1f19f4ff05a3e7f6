/** The MDX reader: code, expressions and components are no copy, and what stands in components is. */
import { describe, expect, it } from 'vitest'
import { readMdx } from '../../src/readers/mdx.ts'
import { duration } from '../duration.ts'
import { applied, blocksOf, edited, sourceOf } from './read.ts'

const read = (source: string): string[] => blocksOf(readMdx(source))

describe('MDX', () => {
  it('has lines of code that are no copy, with blank lines in braces', () => {
    expect(
      read(
        '---\ntitle: A\n---\nimport Figure from "../figure"\nimport { a,\n  b } from \'c\'\n\nexport const meta = {\n  a: 1,\n\n  b: 2,\n}\n\nimport duties rose.\n\nHe will export it.',
      ),
    ).toEqual(['field title: A', 'paragraph: import duties rose.', 'paragraph: He will export it.'])
  })

  it('has components around copy, indented or on one line', () => {
    expect(
      read(
        '<Callout type="info" onClick={() => { a > b }}>\n    Text *inside* it.\n\n    ## A head\n</Callout>\n\n<Box.Inner>One line</Box.Inner>\n\n<>\nTwo\n</>',
      ),
    ).toEqual(['paragraph: Text inside it.', 'heading 2: A head', 'paragraph: One line', 'paragraph: Two'])
  })

  it('has expressions and components in sentences', () => {
    const story = readMdx(
      'A <Tip text="x">new</Tip> quay for {count} boats,{\' \'}\n<em className={x}>so</em> <Icon /> on. {/* note */} \\{not\\} {`a ${b} }`}.',
    )
    expect(blocksOf(story)).toEqual(['paragraph: A new quay for \uFFFC boats, so \uFFFC on. {not} \uFFFC.'])
    expect(sourceOf(story, 'new quay')).toBe('new</Tip> quay')
  })

  it('shows the captions of components, but no expression for one', () => {
    expect(read('<Figure src={a} caption="The quay" alt={b} />\n\n<img alt={c} />\n\n<img alt="A boat" />')).toEqual([
      'caption: The quay',
      'caption: A boat',
    ])
  })

  it('has HTML and code as Markdown has', () => {
    expect(
      read(
        '<figure>\n  <figcaption>At sea</figcaption>\n</figure>\n\n`{a}` <b>x</b>\n\n```js\nimport a from "b"\n{\n```\n\nEnd.',
      ),
    ).toEqual(['caption: At sea', 'paragraph: \uFFFC x', 'paragraph: End.'])
  })

  it('is read on where a brace or a tag is never closed', () => {
    expect(read('One { two <b three\n\nFour <Five six')).toEqual([
      'paragraph: One { two <b three',
      'paragraph: Four <Five six',
    ])
  })

  it('is edited so that it stays MDX', () => {
    const story = readMdx('The old quay {x} opens.')
    expect(edited(story, 'old', 'R&D "new"')).toBe('The R&D "new" quay {x} opens.')
    for (const text of ['a < b', '{y}', '<B>']) expect(edited(story, 'old', text)).toBeUndefined()
  })

  it('reads a backslash at a line’s end as the end of that line, with CRLF as with LF', () => {
    for (const source of [
      '\\\n~~~<Pic alt="A boat" />',
      "\\\n```{' '}`",
      '\\\n```<Pic alt="A boat" />',
      '{"}\\\nimport a from "b"\n',
      "<Box>\nexport const x = {\n'\\\n{' '}",
    ]) {
      expect(read(source.replaceAll('\n', '\r\n')), source).toEqual(read(source))
    }
    expect(read('A quay\\\n```\n{code}\n```')).toEqual(['paragraph: A quay\\'])
  })

  it('takes no comparison for a tag', () => {
    expect(read('If a < b and c > d, it holds.')).toEqual(['paragraph: If a < b and c > d, it holds.'])
  })

  it('is edited so that nothing closes what stands open', () => {
    // The brace of “export” would end at the last one, the one of “${” at the empty string’s.
    expect(edited(readMdx('\nexport const x = {\n\n\\{<Box>}'), '{', 'a')).toBeUndefined()
    expect(edited(readMdx('\\éa +++***\nexport const x = {\n\\{\n<Box>\n}'), '{ {', 'a')).toBeUndefined()
    expect(edited(readMdx("${''{' '}"), "{'", 'a')).toBeUndefined()
    expect(edited(readMdx('A {brace and the old quay'), 'old', '"old"')).toBeUndefined()
    expect(edited(readMdx('A {brace and the old quay'), 'old', 'new')).toBe('A {brace and the new quay')
    expect(edited(readMdx('${"}the quay'), 'the', '"the"')).toBeUndefined()
    expect(edited(readMdx('${"}the\nold quay'), 'old', '"old"')).toBe('${"}the\n"old" quay')
    expect(edited(readMdx('${"\\\n}the old quay'), 'old', '"old"')).toBeUndefined()
    expect(edited(readMdx('${"\\\r\n}the old quay'), 'old', '"old"')).toBeUndefined()
    expect(edited(readMdx('</div>\\<Pic alt="A boat" />'), '\\', 'a')).toBeUndefined()
  })

  it('is edited so that no tag comes to have a line for itself', () => {
    expect(edited(readMdx('{count}a<Box>'), 'a', ' ')).toBeUndefined()
    expect(edited(readMdx('{count} new<Box>'), 'new', 'old')).toBe('{count} old<Box>')
  })

  it('loses no block that parts backticks, or that keeps a line from being code', () => {
    const without = (source: string): string | undefined => {
      const story = readMdx(source)
      const edit = story.toSourceEdit(story.blocks[0]!, '')
      return edit && applied(source, edit)
    }
    expect(without('# a\nexport const x = {\n')).toBeUndefined()
    expect(without('# a\nexports rose\n')).toBe('exports rose\n')
    // Such a line is code behind the front matter alone.
    expect(read('A quay\n+++\nexport const x = {\n')).toEqual(['paragraph: A quay +++ export const x = {'])
    const story = readMdx('One ` two\n\n# Three\n\nFour ` {five}\n')
    expect(story.toSourceEdit(story.blocks[1]!, '')).toBeUndefined()
    expect(without('`import a from "b"\n>{\' \'}`')).toBeUndefined()
    expect(without('Run `npm {x}` now.\n\nTwo\n')).toBe('Two\n')
    // The no-break space is all that keeps the picture from having its line for itself.
    expect(edited(readMdx('<Pic alt="A boat" />\u00a0\n\nOne'), 'One', '')).toBe('<Pic alt="A boat" />\u00a0')
  })

  it.each(['{', '{`', '<A {', '<A b="', '<A>', '\n<A>\n', 'import a from "', '\nexport const {', '`a``', '{/*'])(
    'of nothing but %j is read all the same',
    (unit) => {
      expect(duration(() => readMdx(unit.repeat(Math.ceil(240_000 / unit.length))))).toBeLessThan(5000)
    },
  )
})
