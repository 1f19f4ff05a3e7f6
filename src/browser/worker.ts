/** The worker’s entry: what it is sent is checked, and the answer sent back. */
import { answerer } from './answer.ts'
import { isCheckRequest, type WorkerAnswer } from './messages.ts'

const answerOf = answerer()

// In a worker the global object is its scope; of the page’s there is nothing here.
const scope = globalThis as unknown as { onmessage: ((event: { readonly data: unknown }) => void) | null; postMessage(answer: WorkerAnswer): void }

scope.onmessage = ({ data }) => {
  if (isCheckRequest(data)) scope.postMessage(answerOf(data))
}
