import type { Connection } from '@hocuspocus/server'
import { type RefusalReason, refusalMessages } from '../../shared/meeting/refusals.ts'
import type { ServerMessage } from '../../shared/wire/socketMessages.ts'

export const tell = (connection: Connection, message: ServerMessage): void =>
  connection.sendStateless(JSON.stringify(message))

export const tellRefused = (connection: Connection, reason: RefusalReason): void =>
  tell(connection, { type: 'refused', reason, sentence: refusalMessages[reason] })
