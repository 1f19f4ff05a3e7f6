/** A thread for tests: it breaks down, in the way that a file's name says, and gives an empty report of any other. */
import { parentPort } from 'node:worker_threads'

parentPort.on('message', (jobs) => {
  for (const { index, input: { path } } of jobs) {
    if (path.includes('throw')) throw new Error('the fixture is broken\nas it should be')
    if (path.includes('exit')) process.exit(3)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort.postMessage({ index, outcome: { report: { path, format: 'text', findings: [], notices: [], words: 1 } } })
  }
})
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort.postMessage('ready')
