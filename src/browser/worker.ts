/** The worker’s entry: what it is sent is checked, and the answer sent back. */
import { answerer } from './answer.ts'
import { isCheckRequest, type WorkerAnswer } from './messages.ts'

const answerOf = answerer()

/** As much of a worker's scope as is used here; the compiler knows a page's. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(answer: WorkerAnswer): void
}

const scope = globalThis as unknown as WorkerScope

scope.addEventListener('message', ({ data }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's answers go to its page alone
  if (isCheckRequest(data)) scope.postMessage(answerOf(data))
})
