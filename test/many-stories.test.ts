/**
 * Tests that what costs a whole source, or a whole story, isn't paid again for each of its stories, headings and lists.
 */
import { describe, expect, it, vi } from 'vitest'
import { check } from '../src/check.ts'
import { feedStories, htmlStories, markdownStory } from './stories.ts'
import { OBJECT_MASK } from '../src/readers/templates/masks.ts'
import { spareAuthorParts } from '../src/facts/furniture/lines/author-parts.ts'
import { readLines } from '../src/facts/furniture/lines/lines.ts'
import { duration } from './duration.ts'
import encodingDamage from '../rules/encoding-damage/rule.ts'

describe('an author’s own parts', () => {
  it.each([
    ['headings', '# Read more\n\nSee the timetable of the Norvik ferry.\n\n'],
    ['headings with lists', '# Read more\n\n- Share\n\n'],
    ['lists', '- Share\n- The Ostby ferry\n\nThe board of the ferry met.\n\n'],
    ['one list', '- Share\n'],
  ])('are told in one walk over the lines: %s', (_, unit) => {
    const story = markdownStory(unit.repeat(500))
    const lines = readLines(story)
    let looks = 0
    const counted = new Proxy(lines, {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks++
        return Reflect.get(target, key, receiver) as unknown
      },
    })
    spareAuthorParts(story, counted)
    expect(looks).toBeLessThan(lines.length * 12)
  })
})

describe('the stories of one source', () => {
  const feed = (count: number): string =>
    `<rss><channel>${'<item><title>Norvik ferry to stay</title></item>'.repeat(count)}</channel></rss>`

  it('have their texts read by encoding-damage, and not the source of all', () => {
    const [story] = feedStories(feed(3))
    let reads = 0
    const counted = Object.create(story!, { source: { get: () => (reads++, story!.source) } }) as typeof story
    expect([...encodingDamage.run(counted!, {})]).toEqual([])
    expect(reads).toBe(0)
  })

  it('are searched for a template’s masks once together', () => {
    const article =
      '<article><h1>Norvik ferry to stay</h1><p>The mayor said “we stay” on Monday in the hall of Norvik.</p><p>She left the hall at noon. Nobody followed her.</p></article>'
    const searchesIn = (count: number): number => {
      const html = article.repeat(count)
      const includes = vi.spyOn(String.prototype, 'includes')
      const stories = htmlStories(html)
      const searches = includes.mock.contexts.filter(
        (text, call) => String(text) === html && includes.mock.calls[call]![0] === OBJECT_MASK,
      ).length
      includes.mockRestore()
      expect(stories.length).toBe(count)
      return searches
    }
    expect(searchesIn(40)).toBe(searchesIn(2))
  })

  it('take four times as long where they are four times as many', { timeout: 120_000 }, () => {
    const timeOf = (count: number): number =>
      Math.min(...[1, 2, 3].map(() => duration(() => check(feed(count), { format: 'feed' }))))
    timeOf(500)
    expect(timeOf(8000) / timeOf(2000)).toBeLessThan(8)
  })
})
