/** The parsers of Markdown and of HTML each bring a table of character references; the one of HTML has them all. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PARSE5 = join(fileURLToPath(import.meta.url), '../../../node_modules/parse5')

export const oneTableOfEntities = {
  name: 'one table of entities',
  setup(build) {
    build.onResolve({ filter: /^decode-named-character-reference$/ }, () => ({ path: 'named', namespace: 'entities' }))
    build.onLoad({ filter: /.*/, namespace: 'entities' }, () => ({
      contents: NAMED_REFERENCES,
      loader: 'js',
      resolveDir: PARSE5,
    }))
  },
}

/** What stands for decode-named-character-reference. */
export const NAMED_REFERENCES = `import { decodeHTMLStrict } from 'entities/decode'
export function decodeNamedCharacterReference(name) {
  const reference = '&' + name + ';'
  const decoded = decodeHTMLStrict(reference)
  return decoded === reference ? false : decoded
}`
