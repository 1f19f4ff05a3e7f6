/** Writes the config that `copydesk init` suggests, with comments for whoever opens it. */
import { counted } from '../../reporters/content/shown.ts'
import type { FolderSurvey } from './look-around.ts'
import type { ConfigSuggestion } from './suggest.ts'

/**
 * The config as YAML. Prose stands behind “# ”; lines that begin with “#” and no space are settings that hold once the
 * “#” is gone. Names of files stand in quotation marks only, never in a comment.
 * @param schema Where editors find the config's schema: a path or an address without spaces.
 */
export function configText(
  { ignore, translations, kinds, copy }: ConfigSuggestion,
  { sites }: FolderSurvey,
  schema: string,
): string {
  const made = sites.length === 0 ? '' : `, ${[...new Set(sites.map(({ generator }) => generator.name))].join(' and ')}`
  return `# yaml-language-server: $schema=${schema}

# Copydesk’s config, written by “copydesk init” for ${counted(copy.length, 'piece')} of copy${made}. It is yours: change or delete any line.
# What holds for a file, and where it comes from: copydesk --print-config FILE

# Presets: sets of rules. “strict” brings those that are not for everybody.
#extends: [strict]

# Single rules: off, or the highest level that their findings may have. The rules: copydesk --list-rules
#rules:
#  repeated-word: warning

# The desk’s names, or the path of a file that lists them. They are never called misspelt; forbidden forms are errors.
#names:
#  - Reynolds and Reynolds
#  - {name: Norvik, aliases: [Norvik Shipyards], forbidden: [Norwik]}

# What kind of copy some files are: rules keep quiet where what they look for is no mistake. A section in the front matter goes before.
# Patterns as in a .gitignore, from this folder.
${kinds.size === 0 ? "#kinds:\n#  opinion: ['comment/**']" : `kinds:\n${[...kinds].map(([kind, patterns]) => `  ${kind}:\n${list(patterns, '    ')}`).join('\n')}`}

# Files that a search leaves out, besides those in .gitignore and .copydeskignore. A file that is named itself is always read.
${ignoreText(ignore, translations)}
`
}

function ignoreText(ignore: readonly string[], translations: readonly string[]): string {
  if (ignore.length + translations.length === 0) return "#ignore:\n#  - 'drafts/'"
  const foreign = [
    '  # In other languages: Copydesk reads English, and passes over the rest without a word.',
    list(translations, '  '),
  ]
  return [
    'ignore:',
    ...(ignore.length > 0 ? [list(ignore, '  ')] : []),
    ...(translations.length > 0 ? foreign : []),
  ].join('\n')
}

function list(patterns: readonly string[], indent: string): string {
  return patterns.map((pattern) => `${indent}- ${quoted(pattern)}`).join('\n')
}

/** Text between single quotation marks, in which nothing but they themselves means anything. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
