/** GitHub’s Markdown and YAML come with what writes them; nothing in a page writes either. */
import { readFileSync } from 'node:fs'

export const noWriters = {
  name: 'no writers',
  setup(build) {
    build.onResolve({ filter: /^(?:mdast-util-to-markdown|markdown-table)$/ }, () => ({
      path: 'writer',
      namespace: 'nothing',
    }))
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: WRITERS_OF_MARKDOWN, loader: 'js' }))
    // The package yaml doesn’t say so of itself: what is only exported from its modules can go.
    build.onResolve({ filter: /^(?:yaml$|\.)/ }, async ({ path, pluginData, importer, kind, resolveDir }) => {
      if (
        pluginData === noWriters
        || !/^yaml$|[/\\]node_modules[/\\]yaml[/\\]/.test(path.startsWith('.') ? importer : path)
      )
        return undefined
      return {
        ...(await build.resolve(path, { importer, kind, resolveDir, pluginData: noWriters })),
        sideEffects: false,
      }
    })
    const writersOfYaml = /[/\\]yaml[/\\]browser[/\\]dist[/\\](?:stringify[/\\]\w+|doc[/\\](?:createNode|anchors))\.js$/
    build.onLoad({ filter: writersOfYaml }, ({ path }) => ({
      contents: withoutBodies(readFileSync(path, 'utf8')),
      loader: 'js',
    }))
  },
}

const WRITERS_OF_MARKDOWN = 'export const defaultHandlers = {}, markdownTable = undefined'

/** A module of the same exports, each of which throws where it is called: a tag of YAML names what would write it. */
export function withoutBodies(source) {
  const [, names] = /^export \{ ([^}]+) \};$/m.exec(source)
  const stubs = names.split(', ').map((name) => `writer as ${name}`)
  return `function writer() { throw new Error('nothing here writes YAML') }\nexport { ${stubs.join(', ')} }`
}
