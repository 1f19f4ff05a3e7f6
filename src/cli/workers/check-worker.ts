/**
 * The entry of a thread that checks files. It loads what the command has in one piece with the rules, so that there is
 * no second one.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadSetup } from './worker-thread.ts'

const { serveThread } = await import('../tasks.ts')
await serveThread(parentPort!, workerData as ThreadSetup)
