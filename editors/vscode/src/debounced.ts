/** Lets diagnostics wait until the writer pauses. */
import { CancellationError, Uri, type CancellationToken } from 'vscode'
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient/node'

/**
 * Asks for diagnostics once nothing has been typed for a while: with each keystroke the editor takes its question back
 * and asks anew. The first question about a document doesn't wait.
 * @param delay How long, in milliseconds.
 * @param onChecked Hears which document has been checked, just before its findings are shown.
 */
export function debounced(
  delay: () => number,
  onChecked: (uri: Uri) => void,
): NonNullable<DiagnosticProviderMiddleware['provideDiagnostics']> {
  return async (document, previousResultId, token, next) => {
    if (previousResultId !== undefined && !(await isPause(delay(), token))) throw new CancellationError()
    const report = await next(document, previousResultId, token)
    onChecked(document instanceof Uri ? document : document.uri)
    return report
  }
}

/** Waits; false as soon as the question is taken back. */
function isPause(delay: number, token: CancellationToken): Promise<boolean> {
  if (token.isCancellationRequested) return Promise.resolve(false)
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(true), delay)
    const listener = token.onCancellationRequested(() => end(false))
    const end = (isPause: boolean): void => {
      clearTimeout(timer)
      listener.dispose()
      resolve(isPause)
    }
  })
}
