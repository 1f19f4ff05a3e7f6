/** The name finder and the sentence ends, measured on news that was annotated by hand. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'
import { readAnnotatedNews, type AnnotatedStory, type Stretch } from '../annotated-news.ts'

interface Score {
  readonly recall: number
  readonly precision: number
}

/** How much of what a human marked is found, and how much of what is found a human marked. */
function score(stories: readonly AnnotatedStory[], matches: (one: Stretch, other: Stretch) => boolean): Score {
  let marked = 0
  let found = 0
  let markedAndFound = 0
  let foundAndMarked = 0
  for (const story of stories) {
    const mentions = mentionsOf(story.text)
    marked += story.names.length
    found += mentions.length
    markedAndFound += story.names.filter((name) => mentions.some((mention) => matches(name, mention))).length
    foundAndMarked += mentions.filter((mention) => story.names.some((name) => matches(name, mention))).length
  }
  return { recall: markedAndFound / marked, precision: foundAndMarked / found }
}

function mentionsOf(text: string): readonly Stretch[] {
  const story = textStory(text)
  return story.facts.mentions.map((mention) => story.toSource(mention))
}

function scoreSentences(stories: readonly AnnotatedStory[]): Score {
  let marked = 0
  let found = 0
  let right = 0
  for (const { text, sentences } of stories) {
    const ours = textStory(text).facts.sentences
    const texts = Array.from({ length: ours.count }, (_, sentence) => ours.text(sentence))
    marked += sentences.length
    found += texts.length
    const wanted = [...sentences]
    for (const each of texts) {
      const at = wanted.indexOf(each)
      if (at < 0) continue
      wanted.splice(at, 1)
      right++
    }
  }
  return { recall: right / marked, precision: right / found }
}

const overlap = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end
const equal = (one: Stretch, other: Stretch): boolean => one.start === other.start && one.end === other.end

// `annotated-news` was at hand while the finder was written; `annotated-news-blind` was annotated by somebody who had
// not seen its code, before it was measured.
describe.each(['annotated-news.txt', 'annotated-news-blind.txt'])('on %s', (file) => {
  const stories = readAnnotatedNews(file)

  it('the annotation holds at least 60 sentences and 100 names', () => {
    expect(stories.flatMap(({ sentences }) => sentences).length).toBeGreaterThanOrEqual(60)
    expect(stories.flatMap(({ names }) => names).length).toBeGreaterThanOrEqual(100)
  })

  it('nearly every name is found, and nearly everything found is a name', () => {
    const { recall, precision } = score(stories, overlap)
    expect(recall).toBeGreaterThanOrEqual(0.99)
    expect(precision).toBeGreaterThanOrEqual(0.97)
  })

  it('most names are found from their first letter to their last', () => {
    const { recall, precision } = score(stories, equal)
    expect(recall).toBeGreaterThanOrEqual(0.893)
    expect(precision).toBeGreaterThanOrEqual(0.883)
  })

  it('sentences end where a reader would end them', () => {
    const { recall, precision } = scoreSentences(stories)
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.98)
  })
})
