/** What a check is given besides the copy, for the rules that ask for it. */
import type { Beside } from '#rule'
import { createStory, type Story, type StoryContext } from '#story'
import type { Format } from '#copy'
import type { Reader } from '../readers/reader.ts'

/** Another text of a check: its words, or these with what is known of them. */
export type OtherText =
  | string
  | { readonly text: string; readonly path?: string | undefined; readonly format?: Format | undefined }

/** How a text is read. */
export type ReaderOf = (path: string | undefined, text: string, format: Format | undefined) => Reader

/** Texts as stories, which are read once and only where a rule asks. */
export function besideOf(
  texts: { readonly [Name in keyof Beside]?: readonly OtherText[] | undefined },
  readerOf: ReaderOf,
  context: StoryContext,
): Beside {
  const made: { -readonly [Name in keyof Beside]?: readonly Story[] } = {}
  const storiesOf = (name: keyof Beside): readonly Story[] =>
    (made[name] ??= (texts[name] ?? []).flatMap((one) => {
      const { text, path, format } = typeof one === 'string' ? { text: one, path: undefined, format: undefined } : one
      return readerOf(path, text, format)(text, { path }).map((copy) => createStory(copy, context))
    }))
  return {
    get sources() {
      return storiesOf('sources')
    },
    get otherFiles() {
      return storiesOf('otherFiles')
    },
  }
}
