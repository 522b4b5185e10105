import type { Connection } from '@hocuspocus/server'
import { type CloseReason, closeCodes } from '../../shared/wire/closeCodes.ts'

/**
 * Closes the whole socket, so that the page hears why. Read-only from here on: what is already queued behind the
 * message at fault is still handled, and must not be applied.
 */
export function hangUp(connection: Connection, reason: CloseReason): void {
  connection.readOnly = true
  const close = closeCodes[reason]
  connection.webSocket.close(close.code, close.reason)
}

const OPEN = 1
export const isHungUp = (connection: Connection): boolean => connection.webSocket.readyState !== OPEN
