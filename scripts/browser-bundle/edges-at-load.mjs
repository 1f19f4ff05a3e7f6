/**
 * Where the shapes of furniture are looked up can be made from the shapes: slow for a command that reads one story,
 * once for a worker.
 */
import { dirname } from 'node:path'

export const edgesAtLoad = {
  name: 'edges at load',
  setup(build) {
    build.onLoad({ filter: /[/\\]shapes[/\\]edges\.generated\.ts$/ }, ({ path }) => ({
      contents: EDGES,
      loader: 'ts',
      resolveDir: dirname(path),
    }))
  },
}

/** What stands for `edges.generated.ts`. */
export const EDGES = `import { renderEdges } from './edges.ts'
import data from './shapes.generated.ts'
export default renderEdges(data.shapes, data.classes)`
