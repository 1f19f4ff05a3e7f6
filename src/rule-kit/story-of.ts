/** Makes a story of a text, to try out what its facts say. */
import { createStory, type Story } from '#story'
import type { CalendarDay, CopyKind, DeskName, Format } from '#copy'
import { PIPELINE_OPTIONS, CHECK_OPTIONS } from '../check/config/check-options.ts'
import { aString, refuseWrong, refuseWrongOptions, type Expectations } from '../options/expectations.ts'
import { READERS } from '../readers/index.ts'

/** What is known of a text besides its words. */
export interface StoryOptions {
  /** Left out, plain text. */
  readonly format?: Format | undefined
  readonly date?: CalendarDay | undefined
  readonly names?: readonly DeskName[] | undefined
  readonly kind?: CopyKind | undefined
}

/**
 * The story in a text, with its facts; of several the first. Experimental, as all facts are.
 * @throws {TypeError} for a text that is no string, or an option that is unknown or of the wrong kind.
 */
export function storyOf(text: string, options: StoryOptions = {}): Story {
  refuseWrong('storyOf', 'text', text, aString)
  const { date, names, kind } = PIPELINE_OPTIONS
  refuseWrongOptions('storyOf', options, {
    format: CHECK_OPTIONS.format,
    date,
    names,
    kind,
  } satisfies Expectations<StoryOptions>)
  return createStory(READERS[options.format ?? 'text'](text, options)[0]!, options)
}
