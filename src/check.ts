/** The programming interface: one call from a text to its findings. */
import type { VFile } from 'vfile'
import rules from '../rules/index.ts'
import { besideOf, type OtherText } from './check/beside.ts'
import { checkCopies, checkSource, pluginsOf, type SourceReport } from './check/check-source.ts'
import { aText, CHECK_OPTIONS } from './check/config/check-options.ts'
import { activeRules, type RuleSettings } from './check/config/config.ts'
import { givenRule } from './check/custom-rules.ts'
import { ruleFromPlugin, type PluginSetting } from './check/plugin-rule.ts'
import type { Finding, FindingNote } from './check/finding.ts'
import { formatOf, kindOfSource, type SourceKind } from './copy/formats/format-of.ts'
import type { HiddenFinding } from './check/hiding/hidden.ts'
import { hideIgnored } from './check/hiding/ignored.ts'
import type { IgnoredFinding } from './check/hiding/ignored-finding.ts'
import { inFields } from './check/in-fields.ts'
import { toVFile } from './check/to-vfile.ts'
import { assertRead, UnreadError } from './check/unread.ts'
import { READERS } from './readers/index.ts'
import { readStoryFields, type StoryFields } from './readers/story-fields.ts'
import { refuseWrong, refuseWrongOptions, type Expectations } from './options/expectations.ts'
import type { CalendarDay, CopyKind, DeskName, Format } from './copy/index.ts'
import type { Rule } from './rule/index.ts'

export { formatOf }

/** What a check may be told besides the text. */
export interface CheckOptions extends RuleSettings {
  /**
   * The file's path: for the report, and for the format where `format` is left out (`.md`: Markdown, `.html`: HTML …).
   */
  readonly path?: string | undefined
  readonly format?: Format | undefined
  /** The day of publication; a date in the front matter goes before it. */
  readonly date?: CalendarDay | undefined
  /** The desk's names. */
  readonly names?: readonly DeskName[] | undefined
  /** What kind of copy it is; a section in the front matter goes before it. */
  readonly kind?: CopyKind | undefined
  /** Other retext plugins to run with the rules; each needs an id that no rule has. */
  readonly plugins?: readonly PluginSetting[] | undefined
  /**
   * Rules of your own, as `defineRule` makes them; each needs an id that no rule has. They run whatever their stage and
   * preset say, unless `rules` switches them off. No config file can name one: a config runs no code.
   */
  readonly customRules?: readonly Rule[] | undefined
  /** What is ignored: it is found all the same and stands among the `hidden`, each with its entry. */
  readonly ignored?: readonly IgnoredFinding[] | undefined
  /** What the copy was made from, for rules that ask for it; the others never see it. */
  readonly sources?: readonly OtherText[] | undefined
  /** The other files of the run, for rules that ask for them. */
  readonly otherFiles?: readonly OtherText[] | undefined
}

/** What a check finds. */
export interface CheckResult {
  /** In the order of the text. */
  readonly findings: readonly Finding[]
  /**
   * What was passed over, and where; that a source holds no text (`about: 'empty'`), or text that was not read (`about:
   * 'unread'`).
   */
  readonly notices: readonly FindingNote[]
  readonly words: number
  /** What comments and front matter suppress, and what is `ignored`; left out where there is nothing of that kind. */
  readonly hidden?: readonly HiddenFinding[]
  /** The same findings as messages of a VFile, for unified's tools. */
  readonly file: VFile
}

/**
 * Checks a piece of copy, synchronously, without touching anything outside its arguments.
 * @param text The copy, decoded, without a byte order mark; or a story in fields, of which `format` and `path` say what
 * the body is. Then each place names its field and counts in it, and `file` holds the fields with blank lines between.
 * @throws {SettingError} for an unknown rule, preset, level or option of a rule, or a plugin or a rule of your own with
 * the id of a rule.
 * @throws {TypeError} for a text that is neither, or an option that is unknown or of the wrong kind; the message names
 * it.
 * @throws {UnreadError} where nothing of the text was read though something stands there: a kind that isn't read (an
 * RTF, unknown XML or JSON) where `format` is left out, or a page of which no text was found. An empty list of findings
 * would pass for sound copy.
 */
export function check(text: string | StoryFields, options: CheckOptions = {}): CheckResult {
  refuseWrong('check', 'text', text, aText)
  refuseWrongOptions('check', options, CHECK_OPTIONS satisfies Expectations<CheckOptions>)
  const { path, date, names, kind, plugins = [], customRules = [], ignored = [] } = options
  const known = [...rules, ...plugins.map(ruleFromPlugin), ...customRules.map(givenRule)]
  const active = activeRules(known, options)
  const body = typeof text === 'string' ? text : (text.body ?? '')
  const format = formatFor(path, body, options.format)
  const context = {
    path,
    date,
    names,
    kind,
    active,
    scope: { known: known.map(({ id }) => id) },
    beside: besideOf(options, (...other) => READERS[formatFor(...other)], { names, plugins: pluginsOf(active) }),
  }
  if (typeof text === 'string') {
    const report = hideIgnored(checkSource(text, { ...context, format, read: READERS[format] }), ignored, path)
    return resultOf(report, toVFile(text, path, report.findings))
  }
  const { copy, fields } = readStoryFields(text, { path, date, kind, format })
  assertRead([copy])
  const report = hideIgnored(checkCopies([copy], context), ignored, path)
  return resultOf(inFields(report, copy.source, fields), toVFile(copy.source, path, report.findings))
}

/** @throws {UnreadError} for a text of a kind that isn't read. */
function formatFor(path: string | undefined, text: string, format: Format | undefined): Format {
  const kind: SourceKind = format === undefined ? kindOfSource(path, text) : { format }
  if ('unread' in kind) throw new UnreadError(kind.unread)
  return kind.format
}

function resultOf({ findings, notices, words, hidden }: SourceReport, file: VFile): CheckResult {
  return { findings, notices, words, ...(hidden ? { hidden } : {}), file }
}
