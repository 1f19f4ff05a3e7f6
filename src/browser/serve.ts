/** Listens for what a page asks its worker, and answers. */
import type { Rule } from '#rule'
import { answerer } from './answer.ts'
import { isCheckRequest, type WorkerAnswer } from './messages.ts'

/** As much of a worker's scope as is used here; the compiler knows a page's. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(answer: WorkerAnswer): void
}

/** Answers each request that this worker is sent. @param customRules Rules that run beside Copydesk's own. */
export function serve(customRules: readonly Rule[] = []): void {
  const scope = globalThis as unknown as WorkerScope
  const answerOf = answerer(customRules)
  scope.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's answers go to its page alone
    if (isCheckRequest(data)) scope.postMessage(answerOf(data))
  })
}
