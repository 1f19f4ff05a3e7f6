/** Reads what a source file imports, for the test of the layers. */
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** One import or re-export of a file. */
export interface Import {
  readonly specifier: string
  /** Types alone: nothing of it is left when the program runs. */
  readonly typeOnly: boolean
}

/** What a file imports, in order; of what is worked out as the program runs, nothing. */
export function importsOf(source: string): readonly Import[] {
  const { program, errors } = parseSync('source.ts', source)
  if (errors[0]) throw new SyntaxError(errors[0].message)
  const imports: Import[] = []
  const add = ({ value }: { readonly value: unknown }, typeOnly: boolean): void => {
    if (typeof value === 'string') imports.push({ specifier: value, typeOnly })
  }
  new Visitor({
    ImportDeclaration: ({ source, importKind, specifiers }) =>
      add(
        source,
        importKind === 'type'
          || (specifiers.length > 0
            && specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type')),
      ),
    ExportNamedDeclaration: ({ source, exportKind, specifiers }) =>
      source && add(source, exportKind === 'type' || specifiers.every((one) => one.exportKind === 'type')),
    ExportAllDeclaration: ({ source, exportKind }) => add(source, exportKind === 'type'),
    ImportExpression: ({ source }) => source.type === 'Literal' && add(source, false),
    TSImportType: ({ source }) => add(source, true),
  }).visit(program)
  return imports
}

/** A source without its comments. */
export function withoutComments(source: string): string {
  return parseSync('source.ts', source).comments.reduceRight(
    (code, { start, end }) => code.slice(0, start) + code.slice(end),
    source,
  )
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
