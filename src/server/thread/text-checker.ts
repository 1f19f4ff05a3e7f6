/** A thread's side of the work: it checks and fixes texts as the configs of their places want it. */
import type { Rule } from '#rule'
import { checkSource } from '../../check/check-source.ts'
import type { FileReport } from '../../check/file-report.ts'
import { fixSource } from '../../check/fixing/fix.ts'
import { planCheck } from '../../project/check-plan.ts'
import { Settings } from '../../project/settings.ts'
import { hideBySideFiles } from '../../project/side-files.ts'
import { problemOf } from './text-problem.ts'
import type { TextOutcome, TextTask } from './text-task.ts'

// Those of the open documents; what an older config said is asked for no more.
const MOST_SETTINGS = 4

/** Does what is asked, and keeps the configs that it has read for the next text. */
export class TextChecker {
  readonly #rules: readonly Rule[]
  readonly #settings = new Map<string, Settings>()

  constructor(rules: readonly Rule[]) {
    this.#rules = rules
  }

  /** Checks or fixes a text. Never throws. */
  async answer(task: TextTask): Promise<TextOutcome> {
    try {
      const checkText = await this.#checkerFor(task)
      if (task.work === 'check') return checkText(task.text)
      const { edits, fixed } = fixSource(task.text, (source) => checkText(source).findings, new Set(['safe']))
      return { edits, fixed }
    } catch (error) {
      return problemOf(error)
    }
  }

  async #checkerFor({
    place,
    isFile,
    format,
    names,
    choice,
    generation,
  }: TextTask): Promise<(text: string) => FileReport> {
    const { cwd, config, noConfig, otherwise } = choice
    const key = JSON.stringify([generation, cwd, config ?? null, noConfig, otherwise ?? null])
    const settings = this.#settings.get(key) ?? new Settings(this.#rules, choice)
    // The one that was asked for last goes last.
    this.#settings.delete(key)
    this.#settings.set(key, settings)
    if (this.#settings.size > MOST_SETTINGS) this.#settings.delete(this.#settings.keys().next().value!)
    const hide = isFile ? await hideBySideFiles(settings)(place) : undefined
    const plan = await planCheck(place, settings, '', { format, names })
    const checkText = (text: string): FileReport => ({ path: place.path, ...checkSource(text, plan) })
    return hide ? (text) => hide(checkText(text)) : checkText
  }
}
