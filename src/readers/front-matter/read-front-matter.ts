/** Reads front matter: its strings become fields, and one of them may say when the story was published. */
import type { CalendarDay, CopyBuilder, Directive } from '#copy'
import { frontMatterDirectives, isOwnField } from '../directives.ts'
import type { FrontMatterBlock } from '../markdown/parse-markdown.ts'
import type { Notices } from '../notices.ts'
import { writeField } from './field.ts'
import type { FrontMatter } from './front-matter.ts'
import { readToml } from './toml-fields.ts'
import { readYaml } from './yaml-fields.ts'

/** What reading front matter tells: where the copy starts behind it, and when the story was published. */
export interface FrontMatterResult {
  readonly end: number
  readonly date: CalendarDay | undefined
  /** The directives to the checker in it. */
  readonly directives: readonly Directive[]
}

// Real front matter is a few hundred characters long; at this length the worst hostile YAML takes 0.3 s.
const LONGEST = 64_000

/**
 * Writes the fields of front matter as blocks. Where it can't be read there is a notice, and the copy is read all the
 * same.
 */
export function readFrontMatter(
  source: string,
  block: FrontMatterBlock,
  copy: CopyBuilder,
  notices: Notices,
): FrontMatterResult {
  const { language, start, end, close } = block
  if (end - start > LONGEST) {
    notices.add('this front matter is too long to be read; its fields were passed over', start, end)
    return { end: close, date: undefined, directives: [] }
  }
  const read = tryToRead(source, block)
  if (!read) return { end: 0, date: undefined, directives: [] }
  const { fields, date, error } = read
  if (error) {
    const name = language === 'yaml' ? 'YAML' : 'TOML'
    const outcome = fields.length > 0 ? 'read one by one' : 'passed over'
    notices.add(
      `this front matter isn't valid ${name} (${inOneLine(error.message)}); its fields were ${outcome}`,
      error.start,
      error.end,
    )
  }
  for (const field of fields) if (!isOwnField(field)) writeField(field, source, copy)
  return { end: close, date, directives: frontMatterDirectives(fields) }
}

function tryToRead(source: string, { language, start, end }: FrontMatterBlock): FrontMatter | undefined {
  try {
    return language === 'yaml' ? readYaml(source, start, end) : readToml(source, start, end)
  } catch (error) {
    // Nested deeper than the parser can follow.
    if (error instanceof RangeError) return { fields: [], error: { message: 'nested too deep', start, end } }
    throw error
  }
}

function inOneLine(message: string): string {
  // oxlint-disable-next-line no-control-regex
  const line = message
    .split('\n', 1)[0]!
    .replace(/[\0-\x1f\x7f]/g, ' ')
    .trim()
    .replace(/[.:]$/, '')
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
