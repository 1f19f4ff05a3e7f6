/**
 * Keeps the order of a conversation: `initialize` first and once, nothing but `exit` behind `shutdown`, and no message
 * that is none.
 */
import {
  ErrorCodes,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol'

/** How far a conversation has come. */
type Stage = 'new' | 'open' | 'ended'

/** Who hears of a conversation. */
export interface Listener {
  /** Called for each message, whether it has its place or not. */
  readonly onMessage: () => void
  readonly onShutdown: () => void
}

/**
 * A reader that hands on only what has its place in the conversation. A request that hasn't is answered with an error,
 * as the protocol wants it; other messages that haven't are dropped.
 */
export function guardConversation(
  reader: MessageReader,
  writer: MessageWriter,
  { onMessage, onShutdown }: Listener,
): MessageReader {
  let stage: Stage = 'new'
  const refuse = (id: unknown, code: number, message: string): void => {
    const answer = {
      jsonrpc: '2.0',
      id: typeof id === 'string' || typeof id === 'number' ? id : null,
      error: { code, message },
    }
    // Where nobody reads any more, the process ends for that reason.
    writer.write(answer as Message).catch(() => undefined)
  }
  const hasItsPlace = (message: unknown): boolean => {
    const { id, method, params } = fieldsOf(message)
    if (typeof method !== 'string') {
      const isAnswer = id !== undefined && !Array.isArray(message)
      if (!isAnswer)
        refuse(null, ErrorCodes.InvalidRequest, 'this is no message of the protocol, which knows no batches')
      return isAnswer
    }
    if (id === undefined || id === null)
      return (
        method === 'exit'
        || (stage === 'open' && !(method === '$/cancelRequest' && fieldsOf(params)['id'] === undefined))
      )
    const objection = objectionTo(method, stage)
    if (objection) refuse(id, ...objection)
    else if (method === 'initialize') stage = 'open'
    else if (method === 'shutdown') {
      stage = 'ended'
      onShutdown()
    }
    return objection === undefined
  }
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback: DataCallback): Disposable =>
      reader.listen((message) => {
        onMessage()
        if (hasItsPlace(message)) callback(message)
      }),
    dispose: () => reader.dispose(),
  }
}

function objectionTo(method: string, stage: Stage): readonly [code: number, message: string] | undefined {
  if (stage === 'ended') return [ErrorCodes.InvalidRequest, 'the server was shut down']
  if (stage === 'new' && method !== 'initialize')
    return [ErrorCodes.ServerNotInitialized, 'the first request is “initialize”']
  if (stage === 'open' && method === 'initialize')
    return [ErrorCodes.InvalidRequest, 'the server is initialized already']
  return undefined
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
