/** Reads what a source file imports, for the test of the layers. */
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'

/** One import or re-export of a file. */
export interface Import {
  readonly specifier: string
  /** Types alone: nothing of it is left when the program runs. */
  readonly typeOnly: boolean
}

// The house writes imports in one way, so no parser is needed: `import … from '…'`, `export … from '…'`, `import('…')`.
const STATEMENT = /^(?:import|export)\s+(type\s+)?([^'"`;]*?)\s*\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm
const DYNAMIC = /\bimport\(\s*'([^']+)'/g

/** What a file imports, in order. */
export function importsOf(source: string): readonly Import[] {
  const code = withoutComments(source)
  const fixed = [...code.matchAll(STATEMENT)].map(([, type, names = '', from, bare]) => ({
    specifier: (from ?? bare)!,
    typeOnly: type !== undefined || (from !== undefined && bringsTypesOnly(names)),
  }))
  return [...fixed, ...[...code.matchAll(DYNAMIC)].map(([, specifier]) => ({ specifier: specifier!, typeOnly: false }))]
}

function bringsTypesOnly(names: string): boolean {
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1]
  return (
    inner !== undefined
    && inner
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .every((name) => name.startsWith('type '))
  )
}

/**
 * A source without its comments; strings that hold `//` or `/*` lose what follows, which hides no import of this
 * house's.
 */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

/** The path, from the root, of what a file imports; a package's name where it is none of the project's files. */
export function resolveImport(importer: string, specifier: string): string {
  if (/^#(?:text|copy|story|rule)$/.test(specifier)) return `src/${specifier.slice(1)}/index.ts`
  return specifier.startsWith('.') ? posix.join(posix.dirname(importer), specifier) : specifier
}

/** The name of the package that a specifier is of: `@types/node`, `yaml` of `yaml/util`; nothing for a file. */
export function packageOf(specifier: string): string | undefined {
  return /^(?:[.#/]|node:)/.test(specifier) || isBuiltin(specifier)
    ? undefined
    : /^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0]
}
