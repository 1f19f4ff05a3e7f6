/** Tests what kind of copy a story is taken for. */
import { describe, expect, it } from 'vitest'
import { markdownStory, textStory } from '../stories.ts'

const text = (copy: string): string => textStory(copy).facts.copyKind
const markdown = (copy: string): string => markdownStory(copy).facts.copyKind

const NEWS =
  'Council approves bridge\n\nThe city council approved a new bridge on Tuesday, after a debate of two hours.\n\n“We have waited long enough,” Mayor Lena Okafor said.\n'

describe('the kind of copy', () => {
  it('is news where nothing else shows', () => {
    expect(text(NEWS)).toBe('news')
    expect(text('')).toBe('news')
  })

  it.each([
    ['section: Opinion', 'opinion'],
    ['categories: [city, Sports]', 'sport'],
    ['type: review', 'review'],
    ['article_type: "Q&A"', 'q-and-a'],
    ['layout: live-blog', 'live-blog'],
    ['section: sport/football', 'sport'],
    ['layout: post', 'news'],
    ['section: Tales of the sea', 'news'],
    ['author:\n  type: Opinion', 'opinion'],
  ])('is what the front matter says: %s', (field, kind) => {
    expect(markdown(`---\n${field}\n---\n# Council approves bridge\n\nThe council did so on Tuesday.\n`)).toBe(kind)
  })

  it('is what the caller says, unless the front matter says otherwise', () => {
    expect(textStory(NEWS, { kind: 'letters' }).facts.copyKind).toBe('letters')
    expect(markdownStory('---\nsection: Opinion\n---\nThe council is right.\n', { kind: 'sport' }).facts.copyKind).toBe(
      'opinion',
    )
  })

  it.each([
    ['OPINION\n\nThe council is right', 'opinion'],
    ['Editorial: The council is right', 'opinion'],
    ['Book review: A quiet river', 'review'],
    ['Live updates: storm nears the coast', 'live-blog'],
    ['Letters | The bridge', 'letters'],
    ['Q&A: Lena Okafor on the bridge', 'q-and-a'],
    ['Transcript: the mayor on the bridge', 'transcript'],
    ['Review finds failures at hospital', 'news'],
    ['Opinion divided on bridge', 'news'],
    ['Market: a lost art', 'news'],
    ['Bridge opinion: court backs council', 'news'],
  ])('is what a label at the headline shows: %s', (headline, kind) => {
    expect(text(`${headline}\n\nThe council approved a new bridge on Tuesday, after two hours.\n`)).toBe(kind)
  })

  it('is a Q&A where questions and answers stand', () => {
    expect(text('A talk\n\nQ: Why a bridge?\n\nA: Because of the ferry.\n\nQ: When?\n\nA: Soon, we hope.\n')).toBe(
      'q-and-a',
    )
  })

  it('is a transcript where speakers take turns', () => {
    const turns = [
      'OKAFOR: Good evening.',
      'WEXLEY: Good evening to you.',
      'OKAFOR: Why a bridge?',
      'WEXLEY: Because of the ferry.',
      'OKAFOR: When?',
      'WEXLEY: Soon.',
    ]
    expect(text(turns.join('\n\n'))).toBe('transcript')
    expect(text(`${NEWS}\nNOTE: The vote was open.\n\nNOTE: It took two hours.\n`)).toBe('news')
  })

  it('is a live blog where entries have their times', () => {
    expect(
      text(
        'Storm nears\n\n10:42 a.m.\n\nRoads are closed in the east.\n\n11:05 a.m.\n\nThe ferry has stopped.\n\n11.30am: Schools will close, the city says.\n',
      ),
    ).toBe('live-blog')
    expect(text('Opening times\n\n10:30 a.m.\n\nThe ferry leaves from the old pier.\n')).toBe('news')
  })

  it('is a letter where somebody writes to the editor', () => {
    expect(text('Bridges\n\nTo the Editor:\n\nYour report of the bridge was fair.\n')).toBe('letters')
  })

  it('is a press release where one is announced', () => {
    expect(
      text('FOR IMMEDIATE RELEASE\n\nNorvik opens a plant\n\nNorvik said on Tuesday that it will open a plant.\n'),
    ).toBe('press-release')
    expect(text('Norvik opens a plant\n\nOSLO, Norway, May 4, 2021 /PRNewswire/ -- Norvik will open a plant.\n')).toBe(
      'press-release',
    )
  })

  it('is sport or markets where their words stand thick', () => {
    expect(
      text(
        'Harbour beat Valley\n\nHarbour won 3-1 in the final of the league on Sunday. The striker scored twice before half-time, and the captain said the team had waited all season for the title. The coach praised the goalkeeper and the midfielder.\n',
      ),
    ).toBe('sport')
    expect(
      text(
        'Stocks end higher\n\nShares rose on Tuesday, with the Nasdaq up 40 points. Traders said yields and bonds fell, and investors bought stocks. The index had its best day since May, and gains were broad, brokers said.\n',
      ),
    ).toBe('markets')
    expect(
      text(
        'Council buys club\n\nThe council bought the football club on Tuesday, the mayor said. The pitch will become a park with a pond, and a school will be built on the hill behind it next year, with room for six hundred children.\n',
      ),
    ).toBe('news')
  })
})
