/** The headlines of all articles, to take a stray one from. */
import type { Article } from '../articles.ts'
import { DraftCopy } from './copy.ts'

/** A headline of another article. */
export interface ShelvedHeadline {
  readonly text: string
  /** Its words of four letters and more, in small letters. */
  readonly words: ReadonlySet<string>
}

/** Shorter, and it may be a label. */
export const FEWEST_WORDS = 4
const MOST_WORDS = 18

/** Headlines by data set and by word. */
export class HeadlineShelf {
  readonly #byFolder = new Map<string, ShelvedHeadline[]>()
  readonly #byWord = new Map<string, ShelvedHeadline[]>()

  constructor(articles: Iterable<Article>) {
    for (const { text, folder, date } of articles) {
      const copy = new DraftCopy({ text: text.slice(0, text.indexOf('\n\n') + 3), folder, date })
      if (!copy.headline) continue
      const headline = { text: copy.slice(copy.headline), words: longWords(copy.slice(copy.headline)) }
      const length = headline.text.split(/\s+/).length
      // A first line that is a sentence is the lead of a story without a headline.
      if (length < FEWEST_WORDS || length > MOST_WORDS || isSentence(headline.text)) continue
      put(this.#byFolder, folder, headline)
      for (const word of headline.words) put(this.#byWord, `${folder}\n${word}`, headline)
    }
  }

  /** All headlines of a data set. */
  ofFolder(folder: string): readonly ShelvedHeadline[] {
    return this.#byFolder.get(folder) ?? []
  }

  /** The headlines of a data set that hold a word, which is in small letters. */
  withWord(folder: string, word: string): readonly ShelvedHeadline[] {
    return this.#byWord.get(`${folder}\n${word}`) ?? []
  }
}

/** Whether a first line ends as a sentence does. */
export function isSentence(line: string): boolean {
  return /[.:;]["”’']?$/.test(line) && !line.endsWith('...')
}

/** The words of four letters and more, in small letters and without “’s”. */
export function longWords(text: string): ReadonlySet<string> {
  return new Set([...text.toLowerCase().matchAll(/\p{L}{4,}/gu)].map(([word]) => word))
}

function put(map: Map<string, ShelvedHeadline[]>, key: string, headline: ShelvedHeadline): void {
  const list = map.get(key)
  if (list) list.push(headline)
  else map.set(key, [headline])
}
