/** What a rule's id may be: kebab-case, and the name of a problem, so that it reads after “allow …”. */

const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
// “allow no-clichés”, “allow check-dates” and “allow find-names” say nothing; “allow cliché” does.
const ORDERS: ReadonlySet<string> = new Set([
  'no',
  'not',
  'dont',
  'allow',
  'avoid',
  'ban',
  'check',
  'checks',
  'detect',
  'disallow',
  'enforce',
  'ensure',
  'find',
  'finds',
  'fix',
  'flag',
  'forbid',
  'lint',
  'prefer',
  'prevent',
  'report',
  'require',
  'use',
  'valid',
  'validate',
  'verify',
  'warn',
])

/** Why an id is no good; nothing where it is fine. */
export function idProblem(id: string): string | undefined {
  if (!KEBAB_CASE.test(id))
    return `“${id}” is not kebab-case: small letters and digits, with hyphens between, like misspelt-name`
  const [first, ...rest] = id.split('-')
  if (ORDERS.has(first!))
    return `“${id}” is an order; name the problem, so that it reads after “allow …”: ${rest.join('-') || 'misspelt-name'}`
  if (rest.at(-1) === 'rule') return `“${id}” needs no “-rule”; name the problem, so that it reads after “allow …”`
  return undefined
}
