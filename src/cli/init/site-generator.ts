/** Tells which program makes a site of a folder, and which folders of it hold no copy. */
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** A program that makes a site. */
export interface SiteGenerator {
  readonly name: string
  /** Where it writes its pages: copies of the copy. */
  readonly output: string
  /** Where its templates are. */
  readonly templates: readonly string[]
}

const HUGO: SiteGenerator = { name: 'Hugo', output: 'public/', templates: ['archetypes/', 'layouts/', 'themes/'] }
const JEKYLL: SiteGenerator = { name: 'Jekyll', output: '_site/', templates: ['_includes/', '_layouts/'] }
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
  const byPackage = names.has('package.json') ? [...BY_PACKAGE].find(([name]) => dependenciesIn(join(folder, 'package.json')).has(name)) : undefined
  if (byPackage) return byPackage[1]
  // Hexo's config has Jekyll's name, and Zola's has Hugo's old one: its key is `base_url`.
  if (names.has('_config.yml') || names.has('_config.yaml') || names.has('_config.toml')) return JEKYLL
  return names.has('config.toml') && /^[ \t]*baseURL[ \t]*=/im.test(beginningOf(join(folder, 'config.toml'))) ? HUGO : undefined
}

// A package.json or config beyond that is none.
const READ = 262_144

/** The first letters of a file, or nothing where it can't be read. */
function beginningOf(path: string): string {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const bytes = Buffer.alloc(READ)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, READ, 0))
  } catch {
    return ''
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function dependenciesIn(path: string): ReadonlySet<string> {
  try {
    const data = JSON.parse(beginningOf(path).replace(/^\uFEFF/, '')) as Readonly<Record<string, unknown>> | null
    return new Set(['dependencies', 'devDependencies'].flatMap((key) => Object.keys(data?.[key] ?? {})))
  } catch {
    return new Set()
  }
}
