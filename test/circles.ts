/** Finds the circles of a graph: files that import each other, by whatever way. */

/**
 * The circles of a graph, each with its nodes in order, by their first nodes. They are its strongly connected
 * components (Tarjan 1972), and nodes that point at themselves.
 * @param graph Each node with those that it points at; those that are no node of it are passed over.
 */
export function circlesOf(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const numbers = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  /** Walks on from a node; gives the lowest number of an open node that can be reached from there. */
  const walk = (node: string): number => {
    const number = numbers.size
    numbers.set(node, number)
    open.push(node)
    let lowest = number
    for (const next of graph.get(node)!) {
      if (!graph.has(next)) continue
      if (!numbers.has(next)) lowest = Math.min(lowest, walk(next))
      else if (open.includes(next)) lowest = Math.min(lowest, numbers.get(next)!)
    }
    if (lowest === number) {
      const circle = open.splice(open.indexOf(node))
      if (circle.length > 1 || graph.get(node)!.includes(node)) circles.push(circle.toSorted())
    }
    return lowest
  }
  for (const node of graph.keys()) if (!numbers.has(node)) walk(node)
  return circles.toSorted(([one], [other]) => (one! < other! ? -1 : 1))
}
