/**
 * Template tags in Markdown: Hugo's shortcodes, Liquid, Nunjucks, kramdown's attributes. None is copy, none breaks a
 * sentence.
 */
import { markdownStory } from '../stories.ts'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/readers/html.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { applied, blocksOf, edited, sourceOf } from './read.ts'

const read = (source: string): string[] => blocksOf(readMarkdown(source))

describe('a template tag in a sentence', () => {
  it('that shows something is one sign, and one that shows nothing is none', () => {
    expect(
      read('The {{ site.name }} desk {% if paid %}read{% endif %} it {{< year >}}, {# note #}said {% link a.md %}.'),
    ).toEqual(['paragraph: The \uFFFC desk read it \uFFFC, said \uFFFC.'])
  })

  it('keeps the text between it and the tag that closes it', () => {
    const story = readMarkdown('The {{% em %}}quick{{% /em %}} fox {{< ins "a" >}}runs{{< /ins >}} **{{ x }}** on.')
    expect(blocksOf(story)).toEqual(['paragraph: The quick fox runs \uFFFC on.'])
    expect(sourceOf(story, 'quick fox')).toBe('quick{{% /em %}} fox')
  })

  it('may be a link’s address', () => {
    expect(read('See [the report]({{< ref "a b.md" >}}) and [more]({% post_url 2024-05-01-a %}).')).toEqual([
      'paragraph: See the report and more.',
    ])
  })

  it('is text where nothing closes it, or a blank line stands in it', () => {
    expect(read('Five {{ six and {% seven.\n\nEight }} nine %}.')).toEqual([
      'paragraph: Five {{ six and {% seven.',
      'paragraph: Eight }} nine %}.',
    ])
  })
})

describe('template tags with lines of their own', () => {
  it('are no block, and part the blocks around them', () => {
    expect(
      read(
        'One\n{% if x %}\nTwo\n{% else %}{% include y %}\n> {{< pull >}}\n> Three\n> {{< /pull >}}\n\n{{<\n  fig\n>}}\nFour\n{: .lead}',
      ),
    ).toEqual(['paragraph: One', 'paragraph: Two', '> paragraph: Three', 'paragraph: Four'])
  })

  it('take the code and the comments between them away', () => {
    expect(
      read(
        '{{< highlight go >}}\nNot copy\n\nat all\n{{< /highlight >}}\n\nOne {% comment %}no{% endcomment %}two.\n\n{% raw %}\nThree\n{% endraw %}',
      ),
    ).toEqual(['paragraph: One two.', 'paragraph: Three'])
  })

  it('show their captions', () => {
    const story = readMarkdown(
      'One\n\n{{< figure src="a.jpg"\n  alt=\'A boat\' caption="The quay\'s dawn" >}}\n\n{% include image.html caption="Mist" %}\n\nTwo',
    )
    expect(blocksOf(story)).toEqual([
      'paragraph: One',
      'caption: A boat',
      "caption: The quay's dawn",
      'caption: Mist',
      'paragraph: Two',
    ])
    expect(edited(story, 'dawn', 'dusk')).toBe(story.source.replace('dawn', 'dusk'))
    expect(edited(story, 'dawn', '"dusk"')).toBeUndefined()
  })
})

describe('attributes in braces', () => {
  it('are no copy', () => {
    expect(read('## What next {#next .big}\n\nA *word*{: .x} here.\n\nThe set {#1, #2} stands.')).toEqual([
      'heading 2: What next',
      'paragraph: A word here.',
      'paragraph: The set {#1, #2} stands.',
    ])
  })
})

describe('an edit beside template tags', () => {
  it('takes none in and makes none', () => {
    const story = readMarkdown('The {{ old }} quay { opens } now.')
    expect(edited(story, 'The \uFFFC quay', 'A')).toBeUndefined()
    expect(edited(story, 'quay', '{{ x }}')).toBeUndefined()
    expect(edited(story, 'quay', 'pier')).toBe('The {{ old }} pier { opens } now.')
  })

  it('leaves a tag beside copy that had a line for itself, and the other way about', () => {
    expect(edited(readMarkdown('{% if a %}one{% endif %}\n'), 'one', ' ')).toBeUndefined()
    expect(edited(readMarkdown('the the {{ x }}\n'), ' the ', ' ')).toBe('the {{ x }}\n')
    expect(readHtml('>{{ x }}').flatMap(blocksOf)).toEqual(['paragraph: >\uFFFC'])
  })

  it('deletes nothing that parts a list from indented copy, tags or none between them', () => {
    const story = readMarkdown('* {{< fig caption="The quay" >}}\n{{< x >}}\n&copy\n\n{{< x >}}\n    ~~')
    expect(edited(story, '&copy', '')).toBeUndefined()
  })

  it('takes no brace away that keeps others from being one', () => {
    const story = readMarkdown('{% endif %}}}{#id}\n%}{{< fig caption="The quay" >}}')
    expect(edited(story, ' endif %}}}{', 'a')).toBeUndefined()
  })

  it('deletes no tag with a paragraph', () => {
    const source = 'One\n\n{{< figure src="a" >}}\n\nTwo\n'
    const story = readMarkdown(source)
    expect(applied(source, story.toSourceEdit(story.blocks[1]!, '')!)).toBe('One\n\n{{< figure src="a" >}}\n')
    const mixed = readMarkdown('One {{ x }}\n\nTwo')
    expect(mixed.toSourceEdit(mixed.blocks[0]!, '')).toBeUndefined()
  })
})

describe('the fields of front matter', () => {
  it('are what desks and site generators call them', () => {
    const story = markdownStory(
      '---\nTitle: Row ends\nstandfirst: A dek\ncover:\n  alt: A boat\n  image_caption: At sea\nmeta-description: Short\ntags: quay\n---\nThe board met on Monday.',
    )
    expect(story.blocks.map((block) => story.facts.layout.roleOf(block))).toEqual([
      'headline',
      'dek',
      'caption',
      'caption',
      'dek',
      'field',
      'body',
    ])
  })
})
