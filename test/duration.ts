/** How long the processor works at something, in milliseconds: on a busy machine the clock says more. */
export function duration(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** The same of work that waits in between, for what else the process does meanwhile, too. */
export async function durationUntil(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
