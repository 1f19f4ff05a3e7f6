/** The entry of a thread that checks documents for the language server, one after the other. */
import { parentPort } from 'node:worker_threads'
import rules from '../../../rules/index.ts'
import { TextChecker } from './text-checker.ts'
import type { TextTask } from './text-task.ts'

const checker = new TextChecker(rules)
const port = parentPort!
port.on('message', async (task: TextTask) => port.postMessage(await checker.answer(task)))
