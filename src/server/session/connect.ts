/** Makes the connection that the server answers, from two streams of messages. */
import { createConnection, type Connection, type WatchDog } from 'vscode-languageserver'
import { createProtocolConnection, type MessageReader, type MessageWriter } from 'vscode-languageserver-protocol/node'
import { guardConversation } from './conversation-guard.ts'

/**
 * A connection that keeps to the order of a conversation.
 * @param watchDog Hears when the editor says who it is, and when it says that all is over.
 * @param onMessage Called for each message that is read, before anything answers it.
 */
export function connect(
  reader: MessageReader,
  writer: MessageWriter,
  watchDog: WatchDog,
  onMessage: () => void = () => undefined,
): Connection {
  const guarded = guardConversation(reader, writer, {
    onMessage,
    // Told as it is read: an editor that hangs up right behind it has asked all the same.
    onShutdown: () => (watchDog.shutdownReceived = true),
  })
  return createConnection((logger) => createProtocolConnection(guarded, writer, logger), watchDog)
}
