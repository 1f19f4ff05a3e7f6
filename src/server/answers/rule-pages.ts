/** Where a rule's page lies, and why the rule is there, for editors that open or show it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageFolder, whyOfRule } from '../../project/package-files.ts'

/** The pages of the rules, each looked up once. */
export class RulePages {
  readonly #links = new Map<string, string | undefined>()
  readonly #reasons = new Map<string, string>()

  /**
   * The address of a rule's page: a file of this installation, so that nothing is asked of the network.
   * @param page The page's path in the package.
   */
  linkTo(page: string): string | undefined {
    if (!this.#links.has(page)) {
      const path = page === '' ? '' : join(packageFolder(), page)
      this.#links.set(page, path !== '' && existsSync(path) ? pathToFileURL(path).href : undefined)
    }
    return this.#links.get(page)
  }

  /** Why a rule is there, in one paragraph; empty where the installation lacks its page. */
  whyOf(rule: string): string {
    let why = this.#reasons.get(rule)
    if (why === undefined) {
      why = whyOfRule(rule)
      this.#reasons.set(rule, why)
    }
    return why
  }
}
