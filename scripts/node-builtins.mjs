/** Lets packages in CommonJS be bundled into modules: what they ask of Node by `require` they get by `import`. */

// The protocol's library can talk over sockets and start programs. The server does neither, and can't be made to.
const WITHHELD = /^(?:node:)?(?:net|child_process|http|https|tls|dgram|dns)$/

/** A plugin of esbuild. */
export const nodeBuiltins = {
  name: 'node-builtins',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?[a-z_]+$/ }, ({ path, kind }) =>
      kind === 'require-call' && (WITHHELD.test(path) || GIVEN.test(path))
        ? { path, namespace: 'node-builtin' }
        : undefined,
    )
    build.onLoad({ filter: /./, namespace: 'node-builtin' }, ({ path }) => ({
      contents: WITHHELD.test(path)
        ? 'export {}'
        : `export * from ${JSON.stringify(path)}\nexport { default } from ${JSON.stringify(path)}`,
      loader: 'js',
    }))
  },
}

const GIVEN = /^(?:node:)?(?:util|path|os|crypto|url|fs)$/
