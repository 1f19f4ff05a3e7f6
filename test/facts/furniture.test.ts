/** Page furniture: which lines and ends of paragraphs are found, as what, and which are left alone. */
import { describe, expect, it } from 'vitest'
import { markdownStory, mdxStory, textStory } from '../stories.ts'
import type { FurnitureLine } from '../../src/facts/furniture/furniture-line.ts'
import { CUE, ShapeTable, shapeTable } from '../../src/facts/furniture/shapes/shape-table.ts'
import data from '../../src/facts/furniture/shapes/shapes.generated.ts'
import { Classes, edgeKeys, lineKeys, readTemplate } from '../../src/english/phrases.ts'
import rule from '../../rules/leftover-boilerplate/rule.ts'

const HEADLINE = 'Council puts off vote on the market'
const FIRST =
  'Stallholders waited until midnight for a decision that did not come, and some had brought their children.'
const SECOND = 'The vote is now due in March, the mayor told the house before she left by the back door.'

/** A story with some lines between its two paragraphs. */
const between = (...lines: readonly string[]): string => [HEADLINE, FIRST, ...lines, SECOND].join('\n\n')
/** A story with some lines after its last paragraph. */
const atFoot = (...lines: readonly string[]): string => [HEADLINE, FIRST, SECOND, ...lines].join('\n\n')
/** A story with some lines under its headline. */
const onTop = (...lines: readonly string[]): string => [HEADLINE, ...lines, FIRST, SECOND].join('\n\n')

function find(source: string): readonly FurnitureLine[] {
  return textStory(source).facts.furniture
}

/** What was found, a line each: certainty, type, position and the words. */
function seen(source: string, read = textStory): readonly string[] {
  const story = read(source)
  return story.facts.furniture.map(
    ({ certainty, type, position, at }) => `${certainty} ${type} ${position}: ${story.slice(at)}`,
  )
}

describe('a line of its own', () => {
  it.each([
    ['You might also like', 'related-heading'],
    ['YOU MAY ALSO LIKE…', 'related-heading'],
    ['Related stories:', 'related-heading'],
    ['Recommended for you', 'related-heading'],
    ['Most read in Business', 'related-heading'],
    ['Read more', 'read-more'],
    ['SEE ALSO: Market hall roof fails its test', 'labelled-link'],
    ['Read: What the bakers want', 'label-read'],
    ['Bakers march on the town hall Read more', 'titled-button'],
    ['Summarize this article with AI', 'ai-button'],
    ['Story highlights', 'story-highlights'],
    ['Select it and press Ctrl+Enter', 'form-answer'],
    ['[Read more: Market hall roof fails its test]', 'labelled-link'],
    ['Related | “Nobody told us,” says the baker', 'labelled-link'],
    ['Sign up for our daily newsletter', 'newsletter'],
    ['Subscribe to The Courier’s weekly newsletter here', 'newsletter'],
    ['Get the best of the Courier straight to your inbox', 'newsletter'],
    ['Thanks for subscribing!', 'newsletter'],
    ['Share Tweet Post Email', 'share-bar'],
    ['Share on FacebookShare on TwitterShare via Email', 'share-bar'],
    ['Share this article', 'share'],
    ['214 shares', 'share'],
    ['Follow us on Instagram', 'share'],
    ['Advertisement', 'advertisement'],
    ['ADVERTISEMENT', 'advertisement'],
    ['Sponsored content', 'advertisement'],
    ['Story continues below advertisement', 'story-continues'],
    ['Article continues below', 'story-continues'],
    ['Terms of Use | Privacy Policy | Sitemap | FAQ', 'footer'],
    ['Leave a comment', 'comments'],
    ['36 comments', 'comments'],
    ['Be the first to comment', 'comments'],
    ['Image 4 of 17', 'media-control'],
    ['Enlarge this image', 'media-control'],
    ['Media playback is not supported on this device', 'media-control'],
    ['Your browser does not support the video tag.', 'media-control'],
    ['Download our app for match alerts', 'app'],
    ['© 2021 The Valley Courier', 'copyright'],
    ['Copyright 2021 Courier Press. All rights reserved. This material may not be republished.', 'copyright'],
    ['By signing up, you agree to our Terms of Use and Privacy Policy.', 'newsletter-terms'],
    ['By clicking, you agree to our Terms of Use and Privacy Policy.', 'terms'],
    ['We use cookies to make this site work.', 'terms'],
  ])('is surely no copy between two paragraphs: %s', (line, type) => {
    expect(seen(between(line))).toEqual([`sure ${type} between: ${line}`])
  })

  it.each([
    ['Watch: Bakers march on the town hall', 'media-link'],
    ['Become a member today', 'subscribe'],
    ['Support local journalism', 'subscribe'],
    ['Follow the mayor on Twitter', 'follow'],
    ['Click here to read the report', 'click-here'],
    ['Updated: 14 March 2021, 9:42 pm', 'timestamp'],
    ['Posted on March 14, 2021 at 5:03 PM • 3 Comments', 'timestamp'],
    ['3 hours ago', 'relative-time'],
    ['5 min read', 'relative-time'],
    ['Contact the reporter: a.lindqvist@courier.example', 'contact'],
    ['https://t.co/a1b2c3d4', 'embed'],
    ['The opinions expressed here are those of the author alone.', 'disclaimer'],
    ['We may earn a commission if you buy something through our links.', 'commerce'],
    ['Skip to main content', 'navigation'],
    ['Subscribe now', 'subscribe'],
    ['Log in', 'account-word'],
  ])('is likely no copy between two paragraphs: %s', (line, type) => {
    expect(seen(between(line))).toEqual([`likely ${type} between: ${line}`])
  })

  it.each(['News', 'Business', 'Reactions', 'Settings', 'Podcast'])(
    'counts at the foot of a story only: %s',
    (line) => {
      expect(find(atFoot(line))).toHaveLength(1)
      expect(find(between(line))).toEqual([])
    },
  )

  it.each([
    'Comments',
    'Close',
    'Facebook',
    'Menu',
    'Related',
    'Newsletter',
    'More',
    'Listen',
    'Search',
    'Sign in',
    'VIDEO',
  ])('counts alone between two paragraphs, too, unless they are about just that: %s', (line) => {
    expect(
      find(between(line)).map(({ certainty }) => certainty),
      line,
    ).toEqual(['likely'])
  })

  it.each([
    ['Comments', 'Nobody would comment on the delay, and the mayor left by the back door of the town hall.'],
    ['Facebook', 'The stallholders had asked their friends on Facebook to come along, and some sixty did.'],
    ['Search', 'Two members had gone home, and a clerk was sent out to search for them in the inns nearby.'],
  ])('is the crosshead of paragraphs that use its word: %s', (line, paragraph) => {
    expect(find(between(line, paragraph))).toEqual([])
    expect(find(between(line, SECOND, paragraph))).toEqual([])
  })

  it('is a crosshead where the structure says that it is a heading', () => {
    expect(seen(`# ${HEADLINE}\n\n${FIRST}\n\n## Search\n\n${SECOND}\n`, markdownStory)).toEqual([])
  })

  it('is a piece of a sentence where the next line goes on with it', () => {
    expect(find(between('archives', ', such as its reports on the market.'))).toEqual([])
  })

  it('counts in a row of its like between two paragraphs', () => {
    expect(seen(between('News', 'Sport', 'Email'))).toEqual(['likely newsletter-word between: Email'])
    expect(seen(between('Facebook', 'Twitter', 'Email'))).toHaveLength(3)
  })

  it('is left alone as a crosshead below an advertisement', () => {
    expect(seen(between('Advertisement', 'Reactions'))).toEqual(['sure advertisement between: Advertisement'])
  })

  it('is found whatever marks, arrows and signs stand round it', () => {
    for (const line of [
      '» Read more »',
      '— Advertisement —',
      '📱 Download our app',
      '* * Leave a comment',
      '(Advertisement)',
      '| 0 Comments',
    ]) {
      expect(find(between(line)), line).toHaveLength(1)
    }
  })

  it('says which block it is, whole, and where it stands', () => {
    const story = textStory(onTop('Share this story'))
    const [found] = story.facts.furniture
    expect(found).toMatchObject({ whole: true, type: 'share', pack: 'sharing', position: 'top', certainty: 'sure' })
    expect(found!.block).toBe(story.blocks[1])
    expect(story.slice(found!.at)).toBe('Share this story')
  })

  it('is found in a story that holds nothing else', () => {
    expect(find('You may also like')).toHaveLength(1)
    expect(find('')).toEqual([])
  })
})

describe('the first line of a plain text', () => {
  it.each(['Most read', 'Follow the money', 'Watch: the film that nobody wanted', 'What to read next', 'Updated'])(
    'may be the headline: %s',
    (line) => {
      expect(find([line, FIRST, SECOND].join('\n\n'))).toEqual([])
    },
  )

  it('is furniture where no headline is worded so', () => {
    expect(find(['Advertisement', HEADLINE, FIRST].join('\n\n'))).toHaveLength(1)
  })
})

describe('copy with the same words', () => {
  it.each([
    'You may also like the harbour museum, which is open until ten.',
    'Read more books, doctors told the panel on Friday.',
    'Read: that was the only rule of the house.',
    'Sign up for our newsletter, the e-mail said, and win a boat.',
    '“Subscribe now!”',
    '“Follow us on Twitter,” the band shouted.',
    'The poster said: “Download our app.”',
    'Advertisement revenue fell by a fifth.',
    'Share prices rose for a third day.',
    'Comments by the minister were struck from the record.',
    'Sponsored children wrote back to their donors.',
    'Copyright officials from nine countries met in Geneva.',
    'Unauthorized immigration fell to a tenth without permission being sought by anybody.',
    'Topics of the evening were the harbour and the price of bread.',
    'The app continues to be sold to schools.',
    'Back to the harbour for a minute',
    'Most popular baby names',
    'More on the way',
    'What happens next?',
    'Monday, 14 March 2021',
    '7:30 p.m.',
    '25 years ago',
    'Editor’s note: This story was first published in print.',
    'Correction: An earlier version of this story gave the wrong day.',
    'A DAM THAT NOBODY WANTED',
    'By Ana Lindqvist',
  ])('is left alone: %s', (line) => {
    expect(seen(between(line))).toEqual([])
    expect(seen(atFoot(line, 'The end came soon, and it was not the one that they had hoped for.'))).toEqual([])
  })

  it('is left alone in lists of topics and of advice', () => {
    expect(seen(between('- Health', '- Education', '- Transport'))).toEqual([])
    expect(
      seen(
        between(
          '- Follow the signs',
          '- Share your position',
          '- Sign up for flood warnings',
          '- Contact us before you leave',
        ),
      ),
    ).toEqual([])
  })

  it('is left alone in code, fields and cells', () => {
    expect(
      seen(
        '---\ntitle: Related stories\n---\n\n```\nAdvertisement\n```\n\n| Home | Away |\n|---|---|\n| Menu | Search |\n',
        markdownStory,
      ),
    ).toEqual([])
  })
})

describe('parts of a paragraph', () => {
  it('are its last sentences', () => {
    expect(seen(between('The jury was out for six hours. Sign up for our newsletter.'))).toEqual([
      'sure newsletter tail: Sign up for our newsletter.',
    ])
    expect(seen(between('The jury was out for six hours. Enjoyed this story? Sign up for our newsletter.'))).toEqual([
      'sure newsletter tail: Enjoyed this story? Sign up for our newsletter.',
    ])
  })

  it('are the words glued to its start', () => {
    expect(seen(between('Advertisement The jury was out for six hours and came back twice.'))).toEqual([
      'sure advertisement-head head: Advertisement',
    ])
    expect(seen(between('Advertisement sales fell by a fifth in the winter, and two titles closed.'))).toEqual([])
  })

  it('make a line furniture where nothing of it is copy', () => {
    expect(find(between('Stay up to date. Subscribe to our newsletter.'))).toEqual([
      expect.objectContaining({ whole: true }),
    ])
    expect(seen(between('Opening Remarks Sign up for our letter on the courts'))).toEqual([
      'likely plug between: Opening Remarks Sign up for our letter on the courts',
    ])
    expect(find(between('Sign up for our newsletter. It lands every morning at six.'))).toEqual([
      expect.objectContaining({ whole: true, certainty: 'likely' }),
    ])
  })

  it('are left alone where somebody says them', () => {
    expect(seen(between('“The jury was out for six hours. Sign up for our newsletter.”'))).toEqual([])
  })
})

describe('a list of links', () => {
  it('belongs to its heading', () => {
    expect(seen(atFoot('Related stories', 'Market hall roof fails its test', 'Who owns the fish stalls?'))).toEqual([
      'sure related-heading foot: Related stories',
      'likely listed-link foot: Market hall roof fails its test',
      'likely listed-link foot: Who owns the fish stalls?',
    ])
  })

  it('makes furniture of a word that could be a crosshead', () => {
    expect(seen(between('Related', 'Market hall roof fails its test', 'Bakers march on the town hall'))).toHaveLength(3)
    expect(
      seen(between('Related', 'Two related markets wait for permits of the same kind, and neither has a date.')),
    ).toEqual([])
  })

  it('ends where copy goes on', () => {
    expect(seen(between('You may also like', SECOND, 'Market hall roof fails its test'))).toHaveLength(1)
  })

  it('is found under a line in Markdown and ends at the next heading', () => {
    const markdown = `# ${HEADLINE}\n\n${FIRST}\n\nRelated stories\n\n- [Market hall roof fails its test](/roof)\n- [Bakers march on the town hall](/march)\n\n## What next\n\n${SECOND}\n`
    expect(seen(markdown, markdownStory).map((line) => line.replace(/.*: /, ''))).toEqual([
      'Related stories',
      'Market hall roof fails its test',
      'Bakers march on the town hall',
    ])
  })

  it.each([
    ['a list', '- [Market hall roof fails its test](/roof)\n- Follow us on Mastodon'],
    ['a paragraph', 'Our story on [the roof](/roof) tells more.'],
    ['code', '```\nroof\n```'],
    ['a component', '<Roof stories="3" />'],
    ['a heading below it', '### The roof'],
  ])('is its author’s under a heading in Markdown with %s', (_what, content) => {
    for (const read of [markdownStory, mdxStory])
      expect(seen(`# ${HEADLINE}\n\n${FIRST}\n\n## Related stories\n\n${content}\n`, read)).toEqual([])
  })

  it('isn’t where the heading heads nothing', () => {
    for (const end of ['', '\n## What next\n\n', '\n# What next\n\n']) {
      expect(seen(`# ${HEADLINE}\n\n${FIRST}\n\n## Related stories\n${end}`, markdownStory)).toHaveLength(1)
    }
  })
})

describe('a line of the story itself', () => {
  it.each([
    'Read more about the three plans below.',
    'Learn more about the three plans above.',
    'Read more about the costs in the box',
    'Read this: the mayor has counted what they cost. Of the third she writes:',
    'Join our group on Facebook, or meet us in room 412 on Tuesday, 9 May, at 7 o’clock.',
  ])('is copy, though it is worded like furniture: %s', (line) => {
    expect(find(between(line))).toEqual([])
  })

  it.each(['Read more about the three plans', 'Read this: The mayor counts the costs', 'Join our group on Facebook'])(
    'is furniture where it points elsewhere: %s',
    (line) => {
      expect(find(between(line))).toHaveLength(1)
    },
  )

  it('is furniture where nothing is left that “below” might mean', () => {
    expect(find(atFoot('Learn more about the three plans below'))).toHaveLength(1)
  })
})

describe('the lines of a box', () => {
  it('take the word or the mark between two buttons with them', () => {
    expect(seen(atFoot('Twitter', 'and', 'LinkedIn', '|', 'Facebook')).map((line) => line.split(': ')[1])).toEqual([
      'Twitter',
      'and',
      'LinkedIn',
      '|',
      'Facebook',
    ])
  })

  it('leave an “and” that belongs to a torn sentence', () => {
    expect(seen(between('The mayor spoke to the baker,', 'and', 'Facebook'))).not.toContainEqual(
      expect.stringContaining(': and'),
    )
  })

  it('take the sentence between two lines of a newsletter’s box, and no quotation', () => {
    const box = (middle: string) => between('Get the Courier in your inbox', middle, 'Sign up for our newsletter')
    expect(find(box('Town politics, made plain.'))).toHaveLength(3)
    expect(find(box('“Nobody told us,” the baker said.'))).toHaveLength(2)
  })

  it('begin with the first words that speak for the page', () => {
    const plug = 'Get the count delivered to your inbox.'
    expect(seen(between(`Who is winning? We’ll tell you. ${plug}`))).toEqual([
      `sure newsletter between: Who is winning? We’ll tell you. ${plug}`,
    ])
    expect(seen(between(`The baker is winning. ${plug}`))).toEqual([`sure newsletter tail: ${plug}`])
    expect(seen(between(`“Who is winning?” the baker asked us. ${plug}`))).toEqual([`sure newsletter tail: ${plug}`])
  })

  it('are what their first sentence is, however sure the small print', () => {
    expect(
      find(between('Sign up for our newsletter. By continuing you agree to our terms.')).map(({ pack }) => pack),
    ).toEqual(['newsletter'])
    expect(find(between('Readers of the town can follow us on Facebook.')).map(({ pack }) => pack)).toEqual(['sharing'])
  })

  it('end with the last of a list’s links, however short, where the story is over', () => {
    expect(find(atFoot('Related stories', 'Ships queue for a third day', 'Port strike'))).toHaveLength(3)
    expect(find(between('Related stories', 'Ships queue for a third day', 'Port strike'))).toHaveLength(2)
  })

  it('are no crosshead under “Learn more”', () => {
    expect(find(between('Learn more', 'How the market lost its roof twice'))).toHaveLength(2)
    expect(find(between('Learn more', 'A third roof'))).toHaveLength(1)
  })
})

describe('a phrase that only pages use', () => {
  it.each([
    ['The Market in Five Minutes newsletter', 'newsletter'],
    ['House rules and privacy policy of the Courier', 'legal'],
    ['The Market Hall Podcast', 'media'],
    ['Members’ area login', 'subscription'],
  ])('is furniture where it is no sentence: %s', (line, pack) => {
    expect(textStory(between(line)).facts.furniture).toEqual([
      expect.objectContaining({ pack, type: 'plug', certainty: 'likely' }),
    ])
  })

  it('is a crosshead where the paragraphs under it use its words', () => {
    expect(
      find(
        between(
          'How newsletters took over',
          'The council sent its first newsletter in March, and by May there were nine of them.',
        ),
      ),
    ).toEqual([])
  })

  it('is copy in a sentence, in what somebody says, and as a headline', () => {
    expect(find(between('The newsletters went out in March.'))).toEqual([])
    expect(find(between('“Newsletters saved us”'))).toEqual([])
    expect(find(['Newsletters for all', FIRST, SECOND].join('\n\n'))).toEqual([])
  })

  it('is one of many in a list that names such things', () => {
    expect(find(between('The thief took three things', 'Safari cookies', 'Notes from the phone'))).toEqual([])
  })
})

describe('an agency’s desk', () => {
  it.each([
    '-- Lisbon newsroom, +351 21 555 0134',
    '((Lisbon newsdesk 351-21-555-0134))',
    '--Ana Lindqvist, Lisbon bureau, (351) 2155-5013',
    '((ana.lindqvist@agency.example; +351 21 555 0134))',
    '((--351-21-555-0134))',
  ])('leaves its telephone on a line or behind the last sentence: %s', (line) => {
    expect(find(atFoot(line)), line).toEqual([
      expect.objectContaining({ pack: 'contacts', certainty: 'sure', whole: true }),
    ])
    expect(seen(atFoot(`The vote is now due in March. ${line}`))).toEqual([expect.stringContaining(`tail: ${line}`)])
  })

  it('is found behind figures in brackets, too', () => {
    const text =
      'The ship cost two million roubles, as much as the last one did. ($1 = 90 roubles) --Lisbon newsroom, +351 21 555 0134'
    expect(seen(atFoot(text))).toEqual(['sure newsroom tail: --Lisbon newsroom, +351 21 555 0134'])
  })

  it('is copy with a year, and with a service’s number', () => {
    expect(find(atFoot('The agency opened its Lisbon newsroom 2019'))).toEqual([])
    expect(
      find(atFoot('Readers ring the Lisbon newsroom on +351 21 555 0134, and most of them complain about the trams.')),
    ).toEqual([])
  })
})

describe('a time stamp with a name', () => {
  it.each([
    'Ana Lindqvist - Nov 19, 2019, 10:31 pm CST',
    'LISBON Thu Mar 4, 2021 3:14pm GMT',
    'By Ana Lindqvist and Tom Farrow on Monday, November 18th, 2019 at 11:08 a.m.',
    'Courier News Service | Updated: March 4, 2021 3:14:09 pm',
    '2021-03-04T14:11:00Z',
  ])('is found: %s', (line) => {
    expect(find(between(line)), line).toEqual([expect.objectContaining({ pack: 'timestamps' })])
  })

  it.each([
    'Kick-off: Saturday, 14 March 2021, 15:00',
    'The ferry leaves on 14 March 2021 at 3:14 pm',
    'Saturday, June 3, 7 p.m.',
  ])('is a diary’s entry: %s', (line) => {
    expect(find(between(line))).toEqual([])
  })
})

describe('a line in capitals', () => {
  const LINK = 'MAYOR’S FORMER AIDE TELLS PANEL SHE WAS NEVER ASKED ABOUT THE LETTERS'

  it('is a link where it is as long as a headline and stands between paragraphs', () => {
    expect(seen(between(LINK))).toEqual([`likely capitals-link between: ${LINK}`])
  })

  it('is left alone in a story that is all in capitals', () => {
    expect(seen([HEADLINE, FIRST, LINK, SECOND].join('\n\n').toUpperCase())).toEqual([])
  })
})

describe('names in furniture', () => {
  it('never reach the entities', () => {
    const story = textStory(
      atFoot(
        'You may also like',
        'Why Orsolya Brandvold left the Norvik Theatre',
        'READ MORE: Tomas Farrow sues his brother',
      ),
    )
    expect(story.facts.entities.all.map(({ name }) => name)).not.toContain('Orsolya Brandvold')
    expect(story.facts.mentions.map((mention) => story.slice(mention))).not.toContain('Tomas Farrow')
  })

  it('are read where only the end of a paragraph is furniture', () => {
    const story = textStory(between('Orsolya Brandvold left the house at six. Follow us on Twitter.'))
    expect(story.facts.mentions.map((mention) => story.slice(mention))).toContain('Orsolya Brandvold')
  })
})

describe('the table', () => {
  const classes = new Classes(data.classes, lineKeys)
  const templates = data.shapes.flatMap(({ type, lines }) =>
    lines
      .trim()
      .split('\n')
      .map((template) => ({ type, template })),
  )

  it.each(templates)('$type: $template begins or ends with known words, and can be read', ({ template }) => {
    const items = readTemplate(template, classes)
    expect(edgeKeys(items, 'first') ?? edgeKeys(items, 'last')).toBeDefined()
  })

  it('holds no template twice and no type twice', () => {
    expect(duplicates(templates.map(({ template }) => template))).toEqual([])
    expect(duplicates(data.shapes.map(({ type }) => type))).toEqual([])
  })

  it('has no cue that the quick look for cues would pass over', () => {
    for (const cue of data.cues.phrases) expect(CUE.test(`${cue} `), cue).toBe(true)
  })

  it('has no pack that the rule doesn’t know, and the rule none that no shape is in', () => {
    const { choices } = rule.options['packs'] as { readonly choices: readonly string[] }
    const inSentences = ['market-data', 'page-titles']
    expect(new Set([...shapeTable().shapes.map(({ pack }) => pack), ...inSentences])).toEqual(new Set(choices))
  })

  it('refuses a template that every line would have to be tried on', () => {
    expect(
      () =>
        new ShapeTable({
          ...data,
          shapes: [{ type: 'any', pack: 'media', certainty: 'sure', lines: '... of the ...' }],
        }),
    ).toThrow(SyntaxError)
  })
})

const duplicates = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)
