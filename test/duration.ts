/** How long the processor works at something, in milliseconds: on a busy machine the clock says more. */
export function duration(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
