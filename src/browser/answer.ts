/** The worker’s one task: from a request to its answer. */
import { check, formatOf } from '../check.ts'
import { SettingError } from '../check/config.ts'
import { UnreadError } from '../check/unread.ts'
import type { BrowserOptions, BrowserReport, CheckRequest, WorkerAnswer } from './messages.ts'
import { ConfigProblem, readPastedConfig, type PastedConfig } from './pasted-config.ts'

const NOTHING: PastedConfig = { names: [], unusedKeys: [] }

/** Makes what answers requests; it keeps the config of the last one, which seldom changes between two keystrokes. */
export function answerer(): (request: CheckRequest) => WorkerAnswer {
  let last: { readonly text: string; readonly config: PastedConfig } | undefined
  const configOf = (text: string | undefined): PastedConfig => {
    if (text === undefined || text.trim() === '') return NOTHING
    if (last?.text !== text) last = { text, config: readPastedConfig(text) }
    return last.config
  }
  return ({ id, text, options }) => {
    try {
      return { type: 'report', id, report: reportOn(text, options, configOf(options.config)) }
    } catch (error) {
      if (error instanceof ConfigProblem) return { type: 'refusal', id, message: error.message, line: error.line }
      if (error instanceof UnreadError) return { type: 'refusal', id, message: `this ${error.message}` }
      if (error instanceof SettingError) return { type: 'refusal', id, message: error.message }
      return { type: 'fault', id, message: error instanceof Error ? error.message : String(error) }
    }
  }
}

function reportOn(text: string, { path, date, kind, ...given }: BrowserOptions, config: PastedConfig): BrowserReport {
  const format = given.format ?? formatOf(path, text)
  const { findings, notices, words, hidden } = check(text, {
    path, format, date, kind,
    extends: [...(config.extends ?? []), ...(given.extends ?? [])],
    rules: { ...config.rules, ...given.rules },
    names: [...config.names, ...(given.names ?? [])],
  })
  // Where it has none, the check has said why.
  return { findings, notices, words, ...(hidden ? { hidden } : {}), format: format!, unusedKeys: config.unusedKeys }
}
