import type { Connection, Extension } from '@hocuspocus/server'
import type { Clock } from '../../shared/clock.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { type DocumentName, parseDocumentName } from '../../shared/wire/documentNames.ts'
import {
  type ClientMessage,
  clientMessage,
  MOST_SOCKET_MESSAGE_CHARACTERS,
} from '../../shared/wire/socketMessages.ts'
import type { ContentLog } from './contentLog.ts'
import type { KeptOut } from './guardUpdates.ts'
import type { DocumentContext } from './socketContext.ts'
import { tell, tellRefused } from './tell.ts'

/** Answers what a page may ask over the socket. Commands are not among it: they go over HTTP. */
export function durableBarrier({
  contentLog,
  clock,
  keptOut,
  tellTrouble,
  tellMeeting,
}: {
  contentLog: ContentLog
  clock: Clock
  keptOut: KeptOut
  tellTrouble: (connection: Connection) => void
  tellMeeting: (connection: Connection, postmortemId: PostmortemId) => void
}): Extension<DocumentContext> {
  /** The newest barrier of a connection that still owes changes; it covers the ones before it. */
  const heldByConnection = new WeakMap<Connection, () => void>()

  keptOut.onSettled = (connection) => {
    heldByConnection.get(connection)?.()
    heldByConnection.delete(connection)
  }

  const answerBarrier = (connection: Connection, name: DocumentName, number: number) => {
    if (keptOut.refused.has(connection)) {
      return tellRefused(connection, connection.context.access?.cannotWrite ?? 'readsOnly')
    }
    if (keptOut.owing.has(connection)) {
      heldByConnection.set(connection, () => answerBarrier(connection, name, number))
      return
    }
    contentLog.whenStored(name.postmortemId, () => tell(connection, { type: 'durable', number }))
    if (contentLog.troubled().has(name.postmortemId)) tellTrouble(connection)
  }

  const answer = (connection: Connection, name: DocumentName, message: ClientMessage) => {
    switch (message.type) {
      case 'barrier':
        return answerBarrier(connection, name, message.number)
      case 'askMeeting':
        return tellMeeting(connection, name.postmortemId)
      case 'askTime':
        return tell(connection, { type: 'time', sentAt: message.sentAt, serverNow: clock() })
    }
  }

  return {
    extensionName: 'durableBarrier',
    onStateless: async ({ connection, documentName, payload }) => {
      const name = parseDocumentName(documentName)
      const message = readMessage(payload)
      if (name?.kind !== 'content' || !message) return tellRefused(connection, 'malformedRequest')
      answer(connection, name, message)
    },
  }
}

function readMessage(payload: string): ClientMessage | null {
  if (payload.length > MOST_SOCKET_MESSAGE_CHARACTERS) return null
  try {
    const parsed = clientMessage.safeParse(JSON.parse(payload))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
