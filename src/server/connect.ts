/** Makes the connection that the server answers, from two streams of messages. */
import { createConnection, type Connection, type WatchDog } from 'vscode-languageserver'
import { createProtocolConnection, type MessageReader, type MessageWriter } from 'vscode-languageserver-protocol/node'
import { guardConversation } from './conversation-guard.ts'

/**
 * A connection that keeps to the order of a conversation.
 * @param watchDog Hears when the editor says who it is, and when it says that all is over.
 */
export function connect(reader: MessageReader, writer: MessageWriter, watchDog: WatchDog): Connection {
  return createConnection((logger) => createProtocolConnection(guardConversation(reader, writer), writer, logger), watchDog)
}
