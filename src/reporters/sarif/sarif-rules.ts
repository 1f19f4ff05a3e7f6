/** The rules of a SARIF report. */
import type { Kind, Severity } from '#rule'

/** What a report tells of a rule. */
export interface RuleHelp {
  readonly id: string
  /** What it is called before people. */
  readonly title: string
  readonly kind: Kind
  readonly severity: Severity
  /** One sentence. */
  readonly summary: string
  /** Why it is there, in plain text: the first paragraph of its page's “Why”; empty where it has no page. */
  readonly why: string
}

/** SARIF's names of the levels. */
export const SARIF_LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** Numbers the rules; one that turns up unannounced joins at the end. */
export class SarifRules {
  readonly #descriptors: object[]
  readonly #indexes: Map<string, number>

  constructor(rules: readonly RuleHelp[]) {
    this.#descriptors = rules.map(descriptorOf)
    this.#indexes = new Map(rules.map(({ id }, index) => [id, index]))
  }

  indexOf(id: string): number {
    const known = this.#indexes.get(id)
    if (known !== undefined) return known
    this.#indexes.set(id, this.#descriptors.length)
    return this.#descriptors.push({ id }) - 1
  }

  /** The rules in the order of their numbers. */
  get descriptors(): readonly object[] {
    return this.#descriptors
  }
}

function descriptorOf({ id, title, kind, severity, summary, why }: RuleHelp): object {
  const paragraphs = [summary, ...(why === '' ? [] : [why])]
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: paragraphs.join(' ') },
    help: { text: `${paragraphs.join('\n\n')}\n\n“copydesk --explain ${id}” shows the whole page.` },
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
    properties: { tags: [kind] },
  }
}
