/** The 40,000 commonest lower-case words of English: at the start of a sentence they are no names. */
import { WordList } from './word-list.ts'
import lines from './common-words.generated.ts'

/** SCOWL's words up to size 35, American and British. */
export const commonWords = new WordList(lines)
