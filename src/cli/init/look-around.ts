/** Looks at a folder: what copy it holds, which program makes a site of it, and which CI its repository uses. */
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { exists, repositoryOf } from '../../project/repository.ts'
import { searchFolder } from '../search.ts'
import { siteGeneratorOf, type SiteGenerator } from './site-generator.ts'

/** What was found. */
export interface Surroundings {
  readonly root: string
  /** All that looks like copy, as paths from the root, with slashes. */
  readonly files: readonly string[]
  readonly sites: readonly Site[]
  readonly ci: readonly CiSystem[]
  readonly isRepository: boolean
}

/** A site generator and the folder that it works in; “” is the root, others end in a slash. */
export interface Site {
  readonly folder: string
  readonly generator: SiteGenerator
}

/** What runs checks in a repository, by the name that people know. */
export type CiSystem = 'GitHub Actions' | 'GitLab CI' | 'pre-commit' | 'Jenkins'

const CI_FILES: readonly (readonly [CiSystem, string])[] = [
  ['GitHub Actions', '.github/workflows'], ['GitLab CI', '.gitlab-ci.yml'], ['pre-commit', '.pre-commit-config.yaml'], ['Jenkins', 'Jenkinsfile'],
]

/** Looks at a folder and all below it that a search of it would read; links are not followed, nothing is run. */
export function lookAround(root: string): Surroundings {
  const files = searchFolder(root, root).files.map((file) => relative(root, file)).map((way) => (sep === '/' ? way : way.replaceAll(sep, '/')))
  const repository = repositoryOf(root)
  return {
    root,
    files,
    sites: sitesIn(root, new Set(files.filter((file) => file.includes('/')).map((file) => file.slice(0, file.indexOf('/') + 1)))),
    ci: CI_FILES.filter(([, name]) => exists(join(repository ?? root, name))).map(([system]) => system),
    isRepository: repository !== undefined,
  }
}

/** The sites of the root and of the folders right below it. */
function sitesIn(root: string, folders: ReadonlySet<string>): readonly Site[] {
  return ['', ...folders].flatMap((folder) => {
    const generator = siteGeneratorOf(join(root, folder), namesIn(join(root, folder)))
    return generator ? [{ folder, generator }] : []
  })
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder))
  } catch {
    return new Set()
  }
}
