/** Starts a new rule: `npm run new-rule <id>` makes its folder with a small rule, a page and cases that pass all tests. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { kindTemplate } from './new-rule/kind-template.ts'
import { idProblem } from './new-rule/rule-id.ts'
import { casesTemplate, pageTemplate, ruleTemplate } from './new-rule/templates.ts'

const KINDS = 'scripts/inject/kinds'

/**
 * Makes the folder of a new rule, and a kind of error for `npm run inject` where none is meant for it yet.
 * @param root The project's root folder.
 * @param id The rule's id: kebab-case, the name of a problem.
 * @returns The paths of the files made, from the root.
 * @throws {Error} where the id is no good, or taken.
 */
export function newRule(root: string, id: string): readonly string[] {
  const problem = idProblem(id)
  if (problem !== undefined) throw new Error(problem)
  const folder = `rules/${id}`
  if (existsSync(join(root, folder))) throw new Error(`the rule “${id}” exists already, in ${folder}`)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
  const files = {
    [`${folder}/rule.ts`]: ruleTemplate(id, version),
    [`${folder}/rule.md`]: pageTemplate(id),
    [`${folder}/cases.md`]: casesTemplate(id),
    ...(hasKind(root, id) ? {} : { [`${KINDS}/${id}.ts`]: kindTemplate(id) }),
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return Object.keys(files)
}

/** Whether errors for the rule can be injected already, or a family of kinds has its name: kinds may come first. */
function hasKind(root: string, id: string): boolean {
  const folder = join(root, KINDS)
  const families = existsSync(folder) ? readdirSync(folder) : []
  return families.some((name) => name === `${id}.ts` || readFileSync(join(folder, name), 'utf8').includes(`'${id}'`))
}

/** What to do next, in three lines. */
export function nextSteps(id: string): string {
  return `1. Make rules/${id}/cases.md, rule.ts and rule.md your own: three or more cases under “Flagged” and “Allowed” each.
2. npm run generate
3. npx vitest run test/rules.test.ts test/contract.test.ts -t ${id}
`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [id, ...more] = process.argv.slice(2)
  try {
    if (id === undefined || more.length > 0) throw new Error('it takes one id, as in `npm run new-rule misspelt-name`')
    newRule(join(fileURLToPath(import.meta.url), '../..'), id)
    process.stdout.write(nextSteps(id))
  } catch (error) {
    process.stderr.write(`new-rule: ${(error as Error).message}\n`)
    process.exitCode = 2
  }
}
