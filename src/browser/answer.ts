/** The worker’s one task: from a request to its answer. */
import type { DeskName } from '#copy'
import type { Rule } from '#rule'
import { check, formatOf } from '../check.ts'
import { SettingError } from '../check/config/config.ts'
import { UnreadError } from '../check/unread.ts'
import { areSameNames } from '../copy/desk.ts'
import type { BrowserOptions, BrowserReport, CheckRequest, WorkerAnswer } from './messages.ts'
import { ConfigProblem, readPastedConfig, type PastedConfig } from './pasted-config.ts'

const NOTHING: PastedConfig = { names: [], unusedKeys: [] }

/**
 * Makes what answers requests; it keeps the config and the names of the last one, which seldom change between two
 * keystrokes.
 * @param customRules Rules that run beside Copydesk's own on every text.
 */
export function answerer(customRules: readonly Rule[] = []): (request: CheckRequest) => WorkerAnswer {
  let last: { readonly text: string; readonly config: PastedConfig } | undefined
  let lastNames: readonly DeskName[] = []
  const configOf = (text: string | undefined): PastedConfig => {
    if (text === undefined || text.trim() === '') return NOTHING
    if (last?.text !== text) last = { text, config: readPastedConfig(text) }
    return last.config
  }
  // Each message brings a list of its own; the check has indexed the last one.
  const namesOf = (config: PastedConfig, given: readonly DeskName[] = []): readonly DeskName[] => {
    const names = given.length > 0 ? [...config.names, ...given] : config.names
    return (lastNames = areSameNames(lastNames, names) ? lastNames : names)
  }
  return ({ id, text, options }) => {
    try {
      const config = configOf(options.config)
      return {
        type: 'report',
        id,
        report: reportOn(text, options, config, { names: namesOf(config, options.names), customRules }),
      }
    } catch (error) {
      if (error instanceof ConfigProblem) return { type: 'refusal', id, message: error.message, line: error.line }
      if (error instanceof UnreadError) return { type: 'refusal', id, message: `this ${error.message}` }
      if (error instanceof SettingError) return { type: 'refusal', id, message: error.message }
      return { type: 'fault', id, message: error instanceof Error ? error.message : String(error) }
    }
  }
}

function reportOn(
  text: string,
  { path, date, kind, ...given }: BrowserOptions,
  config: PastedConfig,
  beside: { readonly names: readonly DeskName[]; readonly customRules: readonly Rule[] },
): BrowserReport {
  const format = given.format ?? formatOf(path, text)
  const { findings, notices, words, hidden } = check(text, {
    path,
    format,
    date,
    kind,
    ...beside,
    ignored: given.ignored,
    sources: given.sources,
    otherFiles: given.otherFiles,
    extends: [...(config.extends ?? []), ...(given.extends ?? [])],
    rules: { ...config.rules, ...given.rules },
  })
  // Where it has none, the check has said why.
  return { findings, notices, words, ...(hidden ? { hidden } : {}), format: format!, unusedKeys: config.unusedKeys }
}
