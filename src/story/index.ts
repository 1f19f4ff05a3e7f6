/** A story: copy, its facts, and the way back to its source. */
export { createStory, type Story, type StoryContext } from './story.ts'
export type { Facts } from '../facts/index.ts'
