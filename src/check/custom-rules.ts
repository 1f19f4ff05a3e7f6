/** Rules of the caller's own: they run because they were given. */
import type { Rule } from '#rule'

/**
 * A rule as it runs for whoever gave it: on by default whatever its stage and preset say, and with a page only where its
 * author named one, since the package has none of it.
 */
export function givenRule(rule: Rule): Rule {
  const page = rule.page === `rules/${rule.id}/rule.md` ? '' : rule.page
  return { ...rule, page, stage: 'stable', preset: 'default' }
}
