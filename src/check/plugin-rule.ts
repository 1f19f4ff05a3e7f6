/** Makes a rule of a stock retext plugin, for callers of the programming interface. */
import { defineRule, type Rule, type Severity } from '#rule'
import type { AdoptedPlugin } from '../english/parse/adopt.ts'

/** A retext plugin that a caller wants run with Copydesk's rules; its messages become findings under `id`. */
export interface PluginSetting extends AdoptedPlugin {
  /** What reports call it before people; left out, its id. */
  readonly title?: string
  /** The level of its findings; left out, `info`. */
  readonly severity?: Severity
}

/** A rule that says what a plugin says. */
export function ruleFromPlugin({ id, title = id, plugin, options, severity = 'info' }: PluginSetting): Rule {
  return defineRule({
    id,
    title,
    summary: `What the retext plugin “${id}” finds.`,
    kind: 'style',
    stage: 'stable',
    severity,
    since: '0.1.0',
    quotations: 'check',
    page: '',
    adopts: { plugin, options },
    messages: { said: ({ reason }: { reason: string }) => reason },
    *check({ adopted, find }) {
      for (const { at, reason, expected } of adopted) {
        yield find('said', {
          at,
          reason,
          suggestions: expected.map((text) => ({
            title: text === '' ? 'Delete it' : `Write “${text}”`,
            grade: 'idea' as const,
            edits: [{ at, text }],
          })),
        })
      }
    },
  })
}
