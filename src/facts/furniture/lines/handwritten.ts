/** Tells in which formats a story's structure is its author's own. */
import { FORMAT_FACTS } from '../../../copy/formats/format.ts'
import type { Copy } from '../../../copy/copy.ts'

/** Whether a story's structure is its author's: in Markdown a heading or a list is written by hand. */
export const isHandwritten = ({ format }: Copy): boolean => FORMAT_FACTS[format].isHandwritten === true
