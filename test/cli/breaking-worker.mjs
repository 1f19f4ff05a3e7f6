/** A thread for tests: it breaks down, in the way that a file's name says, and gives an empty report of any other. */
import { parentPort } from 'node:worker_threads'

parentPort.on('message', (jobs) => {
  const outcomes = jobs.map(({ input: { path } }) => {
    if (path.includes('throw')) throw new Error('the fixture is broken\nas it should be')
    if (path.includes('exit')) process.exit(3)
    return { report: { path, format: 'text', findings: [], notices: [], words: 1 } }
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort.postMessage(outcomes)
})
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort.postMessage('ready')
