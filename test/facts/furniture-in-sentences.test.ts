/**
 * Page furniture inside sentences, behind headlines, and titles of other pieces: what is found, and what is a writer's
 * own.
 */
import { describe, expect, it } from 'vitest'
import { htmlStories, markdownStory, textStory } from '../stories.ts'
import type { Story } from '../../src/story/index.ts'

const HEADLINE = 'Council puts off vote on the market'
const FIRST =
  'Stallholders waited until midnight for a decision that did not come, and some had brought their children.'
const SECOND = 'The vote is now due in March, the mayor told the house before she left by the back door.'

/** What was found, a line each: type, certainty and the words. */
const seen = (story: Story): readonly string[] =>
  story.facts.furniture.map(({ type, certainty, at }) => `${type} ${certainty}: ${story.slice(at)}`)
const between = (line: string): readonly string[] => seen(textStory([HEADLINE, FIRST, line, SECOND].join('\n\n')))
const under = (headline: string, body = `${FIRST}\n\n${SECOND}`): readonly string[] =>
  seen(textStory(`${headline}\n\n${body}`))

describe('words inside a sentence', () => {
  it.each([
    ['Norvik’s shares NRVK, +0.21% have risen since May.', 'ticker sure: NRVK, +0.21%'],
    ['The Coast Index CSTX.X, −1.05% , which holds forty, fell.', 'ticker sure: CSTX.X, −1.05%'],
    [
      'Norvik NRVK 1.23%increase; green up pointing triangle said so.',
      'ticker sure: NRVK 1.23%increase; green up pointing triangle',
    ],
    ['Norvik (NRVK - Get Free Report) rose on Monday.', 'ticker sure: - Get Free Report'],
    ['The plans (opens in new tab) are on the town’s site.', 'link-label sure: (opens in new tab)'],
    ['The mayor (link sends email) has answered.', 'link-label sure: (link sends email)'],
    ['She wrote of it at noon. pic.twitter.com/Ab12Cd34Ef', 'post-address likely: pic.twitter.com/Ab12Cd34Ef'],
    [
      'He opened the bridge. (Photo credit should read Lena Okafor)',
      'picture-desk sure: (Photo credit should read Lena Okafor)',
    ],
    ['The roster is over. > > […] > > It was a bad one.', 'quote-marks sure: > >'],
  ])('are found: %s', (line, found) => {
    expect(between(line)).toContain(found)
  })

  it.each([
    'The CAC, +0.4%, closed higher than the rest.',
    'A loan of the TARP, +2.10% a year, was paid back.',
    'The hall opens in a new window of time.',
    'The first report (out on Monday) is free.',
  ])('are a writer’s: %s', (line) => {
    expect(between(line)).toEqual([])
  })

  it('are an author’s in a link of Markdown or HTML', () => {
    expect(
      seen(
        markdownStory(
          `# ${HEADLINE}\n\n${FIRST}\n\nSee [the plans (opens in a new tab)](https://town.example) for more.\n`,
        ),
      ),
    ).toEqual([])
    const [story] = htmlStories(
      `<p>${FIRST}</p><p>See <a href="/plans">the plans (opens in a new tab)</a> for more.</p>`,
    )
    expect(seen(story!)).toEqual([])
  })
})

describe('what a page’s title has behind the headline', () => {
  it.each([
    ['Ferry turns over - MSN', 'site-name sure: - MSN'],
    ['Ferry turns over ｜ Ostby Daily Town Web', 'site-name sure: ｜ Ostby Daily Town Web'],
    ['Ferry turns over | post.norvik.example.com', 'site-name sure: | post.norvik.example.com'],
    ['Ferry turns over | norvikpost.com', 'site-name sure: | norvikpost.com'],
    ['Ferry turns over – Ostby Radio', 'site-name likely: – Ostby Radio'],
    ['Ferry turns over, (Tue, 17 Feb 2026)', 'feed-date sure: , (Tue, 17 Feb 2026)'],
  ])('is found: %s', (headline, found) => {
    expect(under(headline)).toEqual([found])
  })

  it.each([
    ['Ferry turns over - Wexley', 'Jonas Wexley, who owns it, was not on board. He had sold it, Wexley said.'],
    ['Ferry turns over – Ostby Radio', 'A ferry turned over at noon, Ostby Radio has heard from the harbour.'],
    ['Ferry turns over | What we know of the night', FIRST],
    ['FERRY TURNS OVER - WEXLEY', 'Jonas Wexley, WEXLEY to his crew, owns it. WEXLEY it is to all.'],
  ])('is a source, or another part of it: %s', (headline, body) => {
    expect(under(headline, `${body}\n\n${SECOND}`)).toEqual([])
  })

  it('is wanted in a field for pages', () => {
    expect(seen(markdownStory(`---\ntitle: Ferry turns over | Ostby Daily\n---\n\n${FIRST}\n\n${SECOND}\n`))).toEqual(
      [],
    )
  })
})

describe('the title of another piece', () => {
  it.each([
    ['Stallholders March on Town Hall 3:33', 'video-title'],
    ['‘Nobody asked us’ on the quay of Salden (1:04:59)', 'video-title'],
    ['[Amid doubts on its roof, the market opens for a day]', 'bracketed-title'],
    ['[Amid doubts on its roof, the market opens in Ost.]', 'bracketed-title'],
    ['BREAKING: Stallholders take the town hall', 'breaking-title'],
    ['Stallholders Take the Town Hall of Salden | Mayor Refuses to Leave', 'barred-title'],
    ['Stallholders Take the Town Hall Facebook Twitter Email', 'buttoned-title'],
  ])('is found between two paragraphs: %s', (line, type) => {
    expect(between(line)).toEqual([expect.stringMatching(new RegExp(`^${type} likely: `))])
  })

  it.each([
    'The night ferry to Ostby leaves at 3:33',
    'Open on weekdays from 9:00 – 17:00',
    '[This story has been changed to give the foreman’s name]',
    '[The foreman’s name was changed.]',
    'Why we should all read more',
    'Share it on Facebook, Twitter and Email',
  ])('is none: %s', (line) => {
    expect(between(line).filter((found) => /title|titled/.test(found))).toEqual([])
  })
})

describe('a page’s year at the foot', () => {
  it('is found with the tags under it', () => {
    expect(under(HEADLINE, `${FIRST}\n\n${SECOND}\n\n2025\n\nRoofs\n\nThe harbour`)).toEqual([
      'page-year likely: 2025',
      'page-tag likely: Roofs',
      'page-tag likely: The harbour',
    ])
  })

  it('is a chronicle’s where there are several, or where copy follows', () => {
    expect(under(HEADLINE, `${FIRST}\n\n2024\n\n${SECOND}\n\n2025`)).toEqual([])
    expect(under(HEADLINE, `${FIRST}\n\n2025\n\n${SECOND}`)).toEqual([])
  })
})
