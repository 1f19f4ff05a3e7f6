/** Tells which program makes a site of a folder, and which folders of it hold no copy. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beginningOf } from './file-beginning.ts'

/** A program that makes a site. */
export interface SiteGenerator {
  readonly name: string
  /** Where it writes its pages: copies of the copy. */
  readonly output: string
  /** Patterns of its templates, from its folder: pages around the copy. */
  readonly templates: readonly string[]
}

const HUGO: SiteGenerator = {
  name: 'Hugo',
  output: 'public/',
  templates: ['archetypes/', 'layouts/', 'themes/', 'exampleSite/'],
}
// The pages of a Jekyll site that are HTML list posts, or hold what stands on every site; copy is Markdown, or lies in
// a collection.
const JEKYLL: SiteGenerator = {
  name: 'Jekyll',
  output: '_site/',
  templates: ['_includes/', '_layouts/', 'templates/', '_pages/*.html', '*.html'],
}
const ASTRO: SiteGenerator = { name: 'Astro', output: 'dist/', templates: ['src/components/', 'src/layouts/'] }
const ELEVENTY: SiteGenerator = { name: 'Eleventy', output: '_site/', templates: ['_includes/', '_layouts/'] }

// Where each program's documentation puts its config, its output and its templates.
const BY_FILE: readonly (readonly [RegExp, SiteGenerator])[] = [
  [/^hugo\.(?:toml|ya?ml|json)$/, HUGO],
  [/^astro\.config\.(?:[cm]?js|[cm]?ts)$/, ASTRO],
  [/^(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/, ELEVENTY],
]
const BY_PACKAGE: ReadonlyMap<string, SiteGenerator> = new Map([
  ['astro', ASTRO],
  ['@11ty/eleventy', ELEVENTY],
  ['hexo', { name: 'Hexo', output: 'public/', templates: ['scaffolds/', 'themes/'] }],
  ['@docusaurus/core', { name: 'Docusaurus', output: 'build/', templates: [] }],
  ['gatsby', { name: 'Gatsby', output: 'public/', templates: [] }],
  ['next', { name: 'Next.js', output: 'out/', templates: [] }],
])

/**
 * The program that makes a site of a folder, if any.
 * @param names What the folder holds.
 */
export function siteGeneratorOf(folder: string, names: ReadonlySet<string>): SiteGenerator | undefined {
  const byFile = BY_FILE.find(([file]) => [...names].some((name) => file.test(name)))
  if (byFile) return byFile[1]
  const byPackage = names.has('package.json')
    ? [...BY_PACKAGE].find(([name]) => dependenciesIn(join(folder, 'package.json')).has(name))
    : undefined
  if (byPackage) return byPackage[1]
  // Hexo's config has Jekyll's name.
  if (names.has('_config.yml') || names.has('_config.yaml') || names.has('_config.toml')) return JEKYLL
  return isHugo(folder, names) ? HUGO : undefined
}

// Hugo's older names are anybody's: its key has to be there. Zola's config.toml has `base_url`, and keys of Hugo's may
// have any case.
const HUGO_CONFIG = /^config\.(?:toml|ya?ml|json)$/
const HUGO_KEY = /^[ \t{]*"?(?:baseURL|languageCode|defaultContentLanguage|theme|themesDir)"?[ \t]*[=:]/im

function isHugo(folder: string, names: ReadonlySet<string>): boolean {
  if (names.has('.hugo_build.lock')) return true
  const hasFolder = ['content', 'layouts', 'themes', 'archetypes'].some((name) => names.has(name))
  if (
    [...names].some((name) => HUGO_CONFIG.test(name) && isHugoConfig(beginningOf(join(folder, name), READ), hasFolder))
  )
    return true
  return (
    names.has('config')
    && namesIn(join(folder, 'config/_default')).some((name) =>
      /^(?:hugo|config|params|languages|menus?)(?:\.\w+)?\.(?:toml|ya?ml|json)$/.test(name),
    )
  )
}

/** An address is enough; what other programs' configs may say, too, counts beside one of Hugo's folders. */
function isHugoConfig(text: string, hasFolder: boolean): boolean {
  return /^[ \t{]*"?baseURL"?[ \t]*[=:]/im.test(text) || (hasFolder && HUGO_KEY.test(text))
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

// A package.json or config beyond that is none.
const READ = 262_144

function dependenciesIn(path: string): ReadonlySet<string> {
  try {
    const data = JSON.parse(beginningOf(path, READ)) as Readonly<Record<string, unknown>> | null
    return new Set(['dependencies', 'devDependencies'].flatMap((key) => Object.keys(data?.[key] ?? {})))
  } catch {
    return new Set()
  }
}
