/** All rules with their folders, pages and cases, from the folders themselves: none can be left out of the tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Rule } from '#rule'
import { readRulePage, type RulePage } from './rule-page.ts'

/** A rule, its folder and its two pages. */
export interface RuleFolder {
  readonly id: string
  readonly folder: string
  readonly rule: Rule
  readonly page: RulePage
  readonly cases: RulePage
}

/** A rule's folder whose rule or one of its pages can't be read. */
export interface BrokenFolder {
  readonly id: string
  readonly problem: string
}

/** The project's root folder. */
export const ROOT = join(fileURLToPath(import.meta.url), '../..')

/**
 * The rules of a project, by default this one, in the order of their ids; one that can't be read keeps none of the
 * others back.
 */
export async function rulesWithPages(
  root = ROOT,
): Promise<{ readonly rules: readonly RuleFolder[]; readonly broken: readonly BrokenFolder[] }> {
  const ids = readdirSync(join(root, 'rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
  const read = await Promise.all(ids.map((id) => readFolder(id, join(root, 'rules', id))))
  return {
    rules: read.filter((one) => 'rule' in one),
    broken: read.filter((one) => 'problem' in one),
  }
}

async function readFolder(id: string, folder: string): Promise<RuleFolder | BrokenFolder> {
  try {
    const module = (await import(pathToFileURL(join(folder, 'rule.ts')).href)) as { readonly default: Rule }
    const page = (name: string): RulePage => {
      try {
        return readRulePage(readFileSync(join(folder, name), 'utf8'))
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
      }
    }
    return {
      id,
      folder,
      rule: module.default,
      page: page('rule.md'),
      cases: page('cases.md'),
    }
  } catch (error) {
    return { id, problem: (error as Error).message }
  }
}
