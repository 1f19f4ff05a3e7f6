/** Suggests, from what a folder holds, which files are no copy and which folders hold a kind of it. */
import { extname, join } from 'node:path'
import type { CopyKind } from '#copy'
import { matches } from '../../project/patterns.ts'
import { kindOfFolder } from './folder-kinds.ts'
import type { FolderSurvey } from './look-around.ts'

/** What a config would say. */
export interface ConfigSuggestion {
  /** Patterns of files that are no copy. */
  readonly ignore: readonly string[]
  /** Patterns of copy in other languages than English. */
  readonly translations: readonly string[]
  /** Kinds of copy, each with the patterns of its files. */
  readonly kinds: ReadonlyMap<CopyKind, readonly string[]>
  /** The copy that is left, as paths from the root. */
  readonly copy: readonly string[]
}

// Files about a repository: some by any name, some only in capitals, since “history.md” may be an article.
const ABOUT =
  /^(?:readme|change-?log|contributing|contributors|code[_-]of[_-]conduct|licen[cs]e|copying|third[_-]party[_-]notices)(?:[._-][^]*)?$/i
const ABOUT_IN_CAPITALS =
  /^(?:AUTHORS|CREDITS|GOVERNANCE|HISTORY|INSTALL|ISSUE_TEMPLATE|MAINTAINERS|NEWS|NOTICE|PULL_REQUEST_TEMPLATE|RELEASES|SECURITY|SUPPORT|TODO|UPGRADING)(?:[._-][^]*)?$/
// Text that programs read.
const FOR_PROGRAMS = /^(?:robots|humans|ads|app-ads|security|requirements(?:-\w+)?|constraints|CMakeLists)\.txt$/
// What a server shows when it has nothing else, and what a search engine wants to find there.
const OF_THE_SERVER = /^(?:[45]\d\d|offline|google[0-9a-f]{8,20})\.html?$/
const FOREIGN = /^(?:vendor|vendors|third[_-]party|bower_components|jspm_packages|site-packages|venv)$/

/**
 * Suggests what to leave out and which kinds there are; each pattern but those of a site's output fits a file that is
 * there.
 */
export function suggest({ root, files, sites, machineText, translations }: FolderSurvey): ConfigSuggestion {
  const names = new Set<string>()
  for (const file of files) {
    const parts = file.split('/')
    const name = parts.pop()!
    if (ABOUT.test(name) || ABOUT_IN_CAPITALS.test(name) || FOR_PROGRAMS.test(name) || OF_THE_SERVER.test(name))
      names.add(escaped(name))
    const foreign = parts.find((part) => FOREIGN.test(part))
    if (foreign !== undefined) names.add(`${foreign}/`)
  }
  const isThere = (pattern: string): boolean => files.some((file) => matches([pattern], root, join(root, file)))
  const ofSites = sites.flatMap(({ folder, generator }) => [
    `/${escaped(folder)}${generator.output}`,
    ...generator.templates.map((templates) => `/${escaped(folder)}${templates}`).filter(isThere),
  ])
  const known = [...new Set([...[...names].toSorted(), ...ofSites])]
  const left = (paths: readonly string[]): readonly string[] =>
    paths.filter((file) => !matches(known, root, join(root, file)))
  const ofPages = [
    ...left(machineText.dumps).map((file) => `/${escaped(file)}`),
    ...templatePatterns(left(machineText.templates), left(files)),
  ]
  const ofTranslations = translations.map(({ place }) =>
    place.endsWith('/') ? `/${escaped(place)}` : `*${escaped(place)}`,
  )
  const all = [...known, ...ofPages, ...ofTranslations]
  const copy = files.filter((file) => !matches(all, root, join(root, file)))
  return { ignore: [...known, ...ofPages], translations: ofTranslations, kinds: kindsOf(copy), copy }
}

/** A pattern for each folder of which all pages are templates, and for each template beside other pages. */
function templatePatterns(templates: readonly string[], files: readonly string[]): readonly string[] {
  const isTemplate = new Set(templates)
  const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1)
  const mixed = new Set(files.filter((file) => /\.x?html?$/i.test(file) && !isTemplate.has(file)).map(folderOf))
  return [
    ...new Set(
      templates.map((file) =>
        mixed.has(folderOf(file)) ? `/${escaped(file)}` : `/${escaped(folderOf(file))}*${escaped(extname(file))}`,
      ),
    ),
  ]
}

// So many folders of one name get one pattern between them: a year's, a month's.
const MANY = 4

function kindsOf(copy: readonly string[]): ReadonlyMap<CopyKind, readonly string[]> {
  const folders = new Map<string, Set<string>>()
  for (const file of copy) {
    const parts = file.split('/').slice(0, -1)
    const depth = parts.findIndex((part) => kindOfFolder(part) !== undefined)
    if (depth < 0) continue
    const name = parts[depth]!
    const places = folders.get(name) ?? new Set()
    folders.set(name, places.add(parts.slice(0, depth + 1).join('/')))
  }
  const kinds = new Map<CopyKind, string[]>()
  for (const [name, places] of folders) {
    const kind = kindOfFolder(name)!
    const patterns =
      places.size >= MANY ? [`**/${escaped(name)}/**`] : [...places].map((place) => `/${escaped(place)}/**`)
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...patterns].toSorted())
  }
  return new Map([...kinds].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** A name as a pattern that means it alone. What would end a line can't be escaped: any character stands for it. */
function escaped(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?').replace(/[*[\]{},()\\!# ]/g, '\\$&')
}
