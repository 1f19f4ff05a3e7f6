/** Answers the questions that need no copy: which rules there are, what one is about, what holds for a file. */
import { dirname, resolve } from 'node:path'
import { LEVELS } from '../../rules/index.ts'
import type { Rule } from '#rule'
import { AT_LEAST, type ActiveRule } from '../check/config/config.ts'
import { didYouMean } from '../options/did-you-mean.ts'
import { rulePage } from '../project/package-files.ts'
import { repositoryOf } from '../project/repository.ts'
import { Settings, type SettingsChoice } from '../project/settings.ts'
import { wrap } from '../reporters/writing/wrap.ts'
import { UsageError, type Question } from './arguments/arguments.ts'

/**
 * The answer to a question.
 * @param columns Those of the terminal that it goes to, if it goes to one.
 * @throws {UsageError | ConfigError}
 */
export async function answerAbout(
  question: Question,
  choice: SettingsChoice,
  rules: readonly Rule[],
  columns?: number,
): Promise<string> {
  switch (question.name) {
    case 'list-rules':
      return listRules(rules, columns)
    case 'explain':
      return explain(question.of, rules)
    case 'print-config':
      return printConfig(question.of, rules, choice)
  }
}

/**
 * The list of rules: id, levels, when it runs, title, and what it finds: a line each, or set for a terminal of so many
 * columns.
 */
function listRules(rules: readonly Rule[], columns: number | undefined): string {
  const rows = rules.map(
    (rule) =>
      [rule.id, (LEVELS[rule.id] ?? [rule.severity]).join(', '), whenItRuns(rule), rule.title, rule.summary] as const,
  )
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)))
  const set = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  if (columns === undefined) return rows.map((row) => `${set(row)}\n`).join('')
  const width = Math.max(NARROWEST, columns)
  const wrapped = (text: string, room: number): readonly string[] =>
    wrap([{ text, paint: (words) => words }], room).map((line) => line.text)
  return rows
    .flatMap(([id, levels, when, title, summary]) => {
      const head = set([id, levels, when, title])
      return [
        ...(head.length <= width ? [head] : wrapped(`${id} ${levels} ${when} ${title}`, width)),
        ...wrapped(summary, width - 2).map((line) => `  ${line}`),
      ]
    })
    .map((line) => `${line}\n`)
    .join('')
}

// On a narrower terminal no line can be set.
const NARROWEST = 24

function whenItRuns({ stage, preset }: Rule): string {
  return stage === 'trial' ? 'trial' : preset
}

/** A rule's page. */
function explain(id: string, rules: readonly Rule[]): string {
  const ids = rules.map((rule) => rule.id)
  if (!ids.includes(id))
    throw new UsageError(`there is no rule “${id}”${didYouMean(id, ids, '; --list-rules lists them')}`)
  const page = rulePage(id)
  if (page === undefined) throw new UsageError(`this installation lacks the page of “${id}”`)
  return page.endsWith('\n') ? page : `${page}\n`
}

const NO_REPOSITORY = 'the root of the file system, since the file lies in no repository'

/** What holds for a file, as JSON, and where each part comes from. */
async function printConfig(path: string, rules: readonly Rule[], choice: SettingsChoice): Promise<string> {
  const settings = new Settings(rules, choice)
  const absolute = resolve(choice.cwd, path)
  const { layers, joined, settings: final, active } = await settings.of(absolute)
  const isSearched = choice.config === undefined && !choice.noConfig
  const running = new Map(active.map((one) => [one.rule.id, one]))
  const presets = ['default', ...(final.extends ?? []).filter((preset) => preset !== 'default')]
  const shown = {
    file: path,
    configs: layers.map((layer) => layer.shown),
    ...(isSearched ? { searchedUpTo: repositoryOf(dirname(absolute)) ?? NO_REPOSITORY } : {}),
    ignored: await settings.isIgnored(absolute),
    presets,
    rules: Object.fromEntries(
      rules.map((rule) => [
        rule.id,
        {
          level: levelOf(final.rules?.[rule.id], running.has(rule.id)),
          options: optionsOf(running.get(rule.id)),
          from: originOf(
            rule,
            joined.rules[rule.id] === final.rules?.[rule.id] ? joined.origins.get(rule.id) : '--rule',
            presets,
          ),
        },
      ]),
    ),
    ...(joined.kind ? { kind: joined.kind } : {}),
    names: joined.names,
    ...(joined.known.length > 0 ? { known: joined.known } : {}),
  }
  return `${JSON.stringify(shown, null, 2)}\n`
}

function levelOf(setting: unknown, runs: boolean): unknown {
  const level: unknown = Array.isArray(setting) ? setting[0] : setting
  return level ?? (runs ? 'on' : 'off')
}

/** A rule's options, with the level that its findings are raised to, where there is one. */
function optionsOf(active: ActiveRule | undefined): Readonly<Record<string, unknown>> {
  if (!active) return {}
  return active.floor === 'info' ? active.options : { [AT_LEAST]: active.floor, ...active.options }
}

function originOf(rule: Rule, origin: string | undefined, presets: readonly string[]): string {
  if (origin !== undefined) return origin
  if (rule.stage === 'trial') return 'trial: off until a config asks for it'
  return presets.includes(rule.preset) ? `preset ${rule.preset}` : `off: in preset ${rule.preset}`
}
