/** Starts the worker from code that the page holds itself: a page that was opened as a file can load no other. */
import code from 'playground:worker'

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string }
}

const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
// The only address that any script may ever be loaded from.
const policy = trustedTypes?.createPolicy('copydesk', { createScriptURL: () => address })

/** A new worker. */
export function startWorker(): Worker {
  return new Worker(policy?.createScriptURL(address) ?? address)
}
