/** Tells editors where the config's schema is: on this machine, so that nothing is fetched. */
import { dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageFolder } from '../../project/package-files.ts'
import { exists } from '../../project/repository.ts'

const SCHEMA = 'schema/config.schema.json'

/**
 * The schema of the package in a `node_modules` above a folder, as a path from there; else that of the installation
 * that runs.
 */
export function schemaPath(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, 'node_modules/copydesk', SCHEMA)
    if (exists(path)) return written(relative(folder, path))
    if (dirname(at) === at) return written(join(packageFolder(), SCHEMA))
  }
}

/** A path that ends where a space would, and can't end a comment; others are written as addresses. */
function written(path: string): string {
  const shown = sep === '/' ? path : path.replaceAll(sep, '/')
  if (/^[\w./@+~:-]+$/.test(shown)) return /^(?:\/|\.|[A-Za-z]:)/.test(shown) ? shown : `./${shown}`
  return pathToFileURL(path).href
}
