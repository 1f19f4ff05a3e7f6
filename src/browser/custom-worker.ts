/** For a worker with rules of your own, which no message could bring: a page's own entry starts it with them. */
import type { Rule } from '#rule'
import { PIPELINE_OPTIONS } from '../check/config/check-options.ts'
import { refuseWrongOptions, type Expectations } from '../options/expectations.ts'
import { serve } from './serve.ts'

/** What a worker of a page's own is started with. */
export interface WorkerSettings {
  /** Rules, as `defineRule` makes them; they run beside Copydesk's own on every text. */
  readonly customRules?: readonly Rule[] | undefined
}

/**
 * Makes the worker that this runs in answer a page's checker (`createChecker`).
 * @throws {TypeError} for a setting that is unknown or of the wrong kind.
 */
export function startWorker(settings: WorkerSettings = {}): void {
  const { customRules } = PIPELINE_OPTIONS
  refuseWrongOptions('startWorker', settings, { customRules } satisfies Expectations<WorkerSettings>)
  serve(settings.customRules)
}
