/**
 * Finds the folders and files of a site that are in another language than English, which is the one that Copydesk
 * reads.
 */
import { join } from 'node:path'
import { commonWords } from '../../english/words/common-words.ts'
import { beginningOf } from './file-beginning.ts'

/** A folder, or all files of one ending such as `.fr.md`, in another language. */
export interface Translation {
  /** A folder's path with a slash behind it, or the end of files' names: `.fr.md`. */
  readonly place: string
  /** The language by the name that people know. */
  readonly language: string
  /** How many files of copy it holds. */
  readonly files: number
}

const READ = 16_384
const SAMPLED = 6
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
const IN_FOLDER = /^(?:.*[._-])?([a-z]{2})(?:[-_]([A-Za-z]{2,4}))?$/
const IN_NAME = /\.([a-z]{2})(?:[-_][A-Za-z]{2,4})?\.[a-z]+$/

/**
 * The translations among some files, by their paths from the root: places with the name of a language whose copy isn't
 * English.
 */
export function findTranslations(root: string, files: readonly string[]): readonly Translation[] {
  const places = new Map<string, { readonly language: string; readonly files: string[] }>()
  for (const file of files) {
    const found = placeOf(file)
    if (!found) continue
    const known = places.get(found.place) ?? { language: found.language, files: [] }
    known.files.push(file)
    places.set(found.place, known)
  }
  return [...places]
    .filter(([, place]) => isForeign(root, place.files))
    .map(([place, { language, files: held }]) => ({ place, language, files: held.length }))
}

/** The outermost folder, or the ending, that a language has given its name. */
function placeOf(file: string): { readonly place: string; readonly language: string } | undefined {
  const folders = file.split('/').slice(0, -1)
  for (const [depth, folder] of folders.entries()) {
    const language = languageOf(IN_FOLDER.exec(folder)?.[1])
    if (language !== undefined) return { place: `${folders.slice(0, depth + 1).join('/')}/`, language }
  }
  const ending = IN_NAME.exec(file)
  const language = languageOf(ending?.[1])
  return language === undefined ? undefined : { place: ending![0], language }
}

function languageOf(code: string | undefined): string | undefined {
  return code === undefined || code === 'en' ? undefined : LANGUAGES.of(code)
}

/** Whether most of some files is not English: “it” may be a desk for computers, and “no” a list of refusals. */
function isForeign(root: string, files: readonly string[]): boolean {
  const step = Math.max(1, Math.floor(files.length / SAMPLED))
  const shares = files
    .filter((_, index) => index % step === 0)
    .slice(0, SAMPLED)
    .map((file) => englishShare(copyIn(beginningOf(join(root, file), READ))))
  const known = shares.filter((share) => share !== undefined)
  return known.filter((share) => share < LEAST_ENGLISH).length * 2 > known.length
}

// English copy, jargon and names and all, has some .8 of its words among the common ones, and other languages less than
// .3.
const LEAST_ENGLISH = 0.5
const FEWEST_WORDS = 12

/** Which share of a text's words are common English words; nothing where there are too few to tell. */
function englishShare(text: string): number | undefined {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < FEWEST_WORDS && !/[\u3000-\u9fff\uac00-\ud7af]{12}/.test(text)) return undefined
  return words.filter((word) => commonWords.has(word.toLowerCase())).length / words.length
}

/** The copy in the beginning of a file, without front matter, code, tags and addresses. */
function copyIn(text: string): string {
  return text
    .replace(/^---\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/, '')
    .replace(/^(```|~~~)[^]*?^\1/gm, '')
    .replace(/<[^<>]*>|\]\([^()]*\)|`[^`\n]*`|https?:\S+/g, ' ')
}
