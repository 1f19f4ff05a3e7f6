/** Reads Markdown. */
import type { Reader } from './reader.ts'
import { readText } from './text.ts'

export const readMarkdown: Reader = (source, options) => readText(source, options)
