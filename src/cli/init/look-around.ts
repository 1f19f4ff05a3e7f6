/** Looks at a folder: what copy it holds, which program makes a site of it, and which CI its repository uses. */
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { exists, repositoryOf } from '../../project/repository.ts'
import type { PassedOver } from '../../check/file-report.ts'
import { countKinds } from '../files/find-files.ts'
import { searchFolder } from '../files/search.ts'
import { findMachineText, type MachineText } from './machine-text.ts'
import { siteGeneratorOf, type SiteGenerator } from './site-generator.ts'
import { findTranslations, type Translation } from './translations.ts'

/** What was found. */
export interface FolderSurvey {
  readonly root: string
  /** All that looks like copy, as paths from the root, with slashes. */
  readonly files: readonly string[]
  /** How many other files could be copy, by their endings. */
  readonly unread: PassedOver
  readonly machineText: MachineText
  readonly translations: readonly Translation[]
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
  ['GitHub Actions', '.github/workflows'],
  ['GitLab CI', '.gitlab-ci.yml'],
  ['pre-commit', '.pre-commit-config.yaml'],
  ['Jenkins', 'Jenkinsfile'],
]

/** Looks at a folder and all below it that a search of it would read; links are not followed, nothing is run. */
export function lookAround(root: string): FolderSurvey {
  const search = searchFolder(root, root)
  const files = search.files
    .map((file) => relative(root, file))
    .map((way) => (sep === '/' ? way : way.replaceAll(sep, '/')))
  const repository = repositoryOf(root)
  return {
    root,
    files,
    unread: countKinds(search.unread),
    machineText: findMachineText(root, files),
    translations: findTranslations(root, files),
    sites: sitesIn(root, foldersOf(files)),
    ci: CI_FILES.filter(([, name]) => exists(join(repository ?? root, name))).map(([system]) => system),
    isRepository: repository !== undefined,
  }
}

/** The folders that some files lie in, no deeper than two: a site may be a package among others. */
function foldersOf(files: readonly string[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) => {
      const folders = file.split('/').slice(0, -1)
      return [1, 2].filter((depth) => depth <= folders.length).map((depth) => `${folders.slice(0, depth).join('/')}/`)
    }),
  )
}

/** The sites of the root and of some folders. */
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
