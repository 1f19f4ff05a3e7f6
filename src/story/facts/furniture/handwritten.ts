/** Tells in which formats a story's structure is its author's own. */
import type { Story } from '../../story.ts'

/** Whether a story's structure is its author's: in Markdown a heading or a list is written by hand. */
export const isHandwritten = ({ format }: Story): boolean => format === 'markdown' || format === 'mdx'
