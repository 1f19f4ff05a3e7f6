/** Stories of any source, for tests: read and made in one step. */
import { checkCopies, type RuleScope, type SourceReport } from '../src/check/check-source.ts'
import type { ActiveRule } from '../src/check/config/config.ts'
import { readFeed } from '../src/readers/feed.ts'
import { readHtml } from '../src/readers/html.ts'
import { readMarkdown } from '../src/readers/markdown.ts'
import { readMdx } from '../src/readers/mdx.ts'
import type { ReadOptions, Reader, CopyReader } from '../src/readers/reader.ts'
import { readText } from '../src/readers/text.ts'
import { createStory, type Story, type StoryContext } from '../src/story/index.ts'

type Options = ReadOptions & StoryContext

const storyBy =
  (read: CopyReader) =>
  (source: string, options: Options = {}): Story =>
    createStory(read(source, options), options)
const storiesBy =
  (read: Reader) =>
  (source: string, options: Options = {}): readonly Story[] =>
    read(source, options).map((copy) => createStory(copy, options))

export const textStory = storyBy(readText)
export const markdownStory = storyBy(readMarkdown)
export const mdxStory = storyBy(readMdx)
export const htmlStories = storiesBy(readHtml)
export const feedStories = storiesBy(readFeed)

/** What rules find in stories of one source; their desk's names count. */
export const checkStories = (
  stories: readonly Story[],
  active: readonly ActiveRule[],
  scope?: RuleScope,
): SourceReport => checkCopies(stories, { active, names: stories[0]?.desk.names, scope })
export const checkStory = (story: Story, active: readonly ActiveRule[], scope?: RuleScope): SourceReport =>
  checkStories([story], active, scope)
