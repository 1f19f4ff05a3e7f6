/** Tells from how files begin which of them nobody wrote for readers: dumps, logs, and templates of pages. */
import { join } from 'node:path'
import { kindOfSource } from '../../copy/formats/format-of.ts'
import { beginningOf } from './file-beginning.ts'

// A line as long as this is no paragraph.
const READ = 65_536
const LINES = 40
const MOST_OF = 0.6

/** What begins a line of a log: a date with a time, a level, a place in a program's file. */
const LOG_LINE =
  /^\[?\d{4}-\d\d-\d\d[T ,]{1,2}\d\d:\d\d|^\[?\d\d?\/[A-Z][a-z]{2}\/\d{4}:|^\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b|^[\w./-]{1,200}\.[a-z]{1,5}:(?!\/\/)/
/**
 * What a template asks for: a loop, a branch, another template, the page that it stands around. A shortcode in a post
 * is none of these.
 */
const TEMPLATE_TAG =
  /\{%-?\s*(?:for|if|unless|extends|block|layout|macro|import)\b|\{\{-?\s*(?:\.|\$|content\b|page\.|site\.|title\b|end\b|if\b|range\b|with\b|block\b|define\b|partial\b|template\b)|<%[=\s]/
const POSTS = /(?:^|\/)_(?:posts|drafts)\//

/** Files by what their beginnings show. */
export interface MachineText {
  readonly dumps: readonly string[]
  readonly templates: readonly string[]
}

/** Looks at some files; paths count from the root. */
export function findMachineText(root: string, files: readonly string[]): MachineText {
  return {
    dumps: files.filter((file) => /\.txt$/i.test(file) && isDump(file, beginningOf(join(root, file), READ))),
    templates: files.filter(
      (file) => /\.x?html?$/i.test(file) && !POSTS.test(file) && TEMPLATE_TAG.test(beginningOf(join(root, file), READ)),
    ),
  }
}

/** Whether a text file is none: a page, a feed or another format under its name, all in one line, or a log. */
function isDump(file: string, start: string): boolean {
  if ('unread' in kindOfSource(file, start)) return true
  if (Buffer.byteLength(start) >= READ - 4 && !start.includes('\n')) return true
  const lines = start.split('\n', LINES + 1).filter((line) => line.trim() !== '')
  return lines.length >= 3 && lines.filter((line) => LOG_LINE.test(line)).length >= lines.length * MOST_OF
}
